import { log } from '@/lib/log'

/**
 * From now on a failure that nobody waited for is logged and does not end the process. The job queue sends what it writes
 * after a job without waiting for it: a connection that is lost in that moment would take the worker along.
 */
export function surviveUnwaitedFailures(): void {
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a failure that nobody waited for'))
}
