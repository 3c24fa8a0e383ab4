import { log } from '@/lib/log'

/** npm passes on a Ctrl-C that the terminal has sent to this process already: what follows this soon is the same one. */
const sameSignalMs = 1_000

/** Ends the process in order at SIGTERM or SIGINT, with exit code 0; at once at the second one. */
export function onSignal(shutDown: () => Promise<void>): void {
  let firstAt: number | undefined
  const end = (signal: NodeJS.Signals) => {
    const now = performance.now()
    if (firstAt !== undefined) {
      if (now - firstAt > sameSignalMs) process.exit(130)
      return
    }
    firstAt = now
    log.info({ signal }, 'stopping: requests under way finish, jobs are handed back')
    shutDown().then(
      () => process.exit(0),
      (error) => {
        log.error({ err: error }, 'stopping failed')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}
