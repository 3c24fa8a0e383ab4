import { setTimeout as sleep } from 'node:timers/promises'
import { makeWorkerUtils, Logger as QueueLogger, run } from 'graphile-worker'
import { SYSTEM } from '@/lib/context'
import { connect, type Database } from '@/lib/db/client'
import { warnOfClockDifference } from '@/lib/db/clock-difference'
import { SERVING, withLimits } from '@/lib/db/session-limits'
import { log } from '@/lib/log'
import { requestHorizonMoves } from '@/lib/plan-request/request-horizon-moves'
import { PLAN_TASK } from '@/lib/plan-request/request-plan'
import { planPending } from '@/lib/planning/plan-location'
import { listForgottenLocations } from '@/lib/planning/worker/due-locations'

const STALE_SCAN_EVERY_MS = 2_000
const HORIZON_EVERY_MS = 20_000
const CLOCK_EVERY_MS = 600_000
const RETENTION_EVERY_MS = 3_600_000

const RECONNECT_AFTER_MS = 1_000

/** Debounced jobs lie in the future, and the queue looks for those only when it polls. */
const POLL_EVERY_MS = 500

type WorkerOptions = {
  databaseUrl: string
  /** Done every hour: it removes what is past its time. */
  tidy: (db: Database, signal: AbortSignal) => Promise<void>
  signal: AbortSignal
}

/**
 * Plans locations when they are asked for, until `signal` says to end; then it hands back within seconds what it has
 * not finished. What is to do is what `plan_request` says: the queue only wakes, and a scan finds what a worker that
 * died has left. Any number of workers may run.
 */
export async function runWorker({ databaseUrl, tidy, signal }: WorkerOptions): Promise<void> {
  const { db, close } = connect(databaseUrl)
  const plan = (locationUid: string) => planUntilDone(db, locationUid, signal)
  try {
    await Promise.all([
      repeat(signal, RECONNECT_AFTER_MS, () => workOnQueue(databaseUrl, plan, signal)),
      repeat(signal, STALE_SCAN_EVERY_MS, async () => {
        for (const locationUid of await listForgottenLocations(db)) await plan(locationUid)
      }),
      repeat(signal, HORIZON_EVERY_MS, () => requestHorizonMoves(db)),
      repeat(signal, CLOCK_EVERY_MS, () => warnOfClockDifference(db)),
      repeat(signal, RETENTION_EVERY_MS, async () => {
        await tidy(db, signal)
        await removeFailedJobs(databaseUrl)
      }),
    ])
  } finally {
    await close()
  }
}

/** Takes jobs until the signal, or until the queue gives up because the database was away for long. */
async function workOnQueue(
  connectionString: string,
  plan: (locationUid: string) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const runner = await run({
    connectionString: withLimits(connectionString, SERVING),
    taskList: { [PLAN_TASK]: (payload: unknown) => plan((payload as { locationUid: string }).locationUid) },
    concurrency: 2,
    pollInterval: POLL_EVERY_MS,
    maxPoolSize: 4,
    noHandleSignals: true,
    logger: queueLogger(),
  })
  log.info('the worker is ready to plan')
  const stop = () =>
    void runner.stop().catch((error: unknown) => log.warn({ err: error }, 'the job queue stopped late'))
  signal.addEventListener('abort', stop, { once: true })
  if (signal.aborted) stop()
  try {
    await runner.promise
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

/** Plans a location until nothing is asked of it. A failure is written down by then, and the scan for stale requests tries again later. */
async function planUntilDone(db: Database, locationUid: string, signal: AbortSignal): Promise<void> {
  try {
    while (!signal.aborted) {
      const outcome = await planPending({ who: SYSTEM, now: Date.now(), db }, locationUid, signal)
      if (outcome !== 'planned') return
    }
  } catch (error) {
    log.debug({ err: error, locationUid }, 'the location stays to be planned')
  }
}

/** Does `work` now and every so often until the signal; what it throws is logged, for the next time may succeed. */
async function repeat(signal: AbortSignal, everyMs: number, work: () => Promise<unknown>): Promise<void> {
  while (!signal.aborted) {
    await work().catch((error: unknown) => {
      if (!signal.aborted) log.error({ err: error }, 'the worker will try again')
    })
    await sleep(everyMs, undefined, { signal }).catch(() => {})
  }
}

async function removeFailedJobs(connectionString: string): Promise<void> {
  const queue = await makeWorkerUtils({
    connectionString: withLimits(connectionString, SERVING),
    logger: queueLogger(),
  })
  try {
    await queue.cleanup({ tasks: ['DELETE_PERMAFAILED_JOBS'] })
  } finally {
    await queue.release()
  }
}

/** The queue's own lines in our log, one level lower: what it says at `info` is everyday. */
function queueLogger(): QueueLogger {
  const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const
  return new QueueLogger(() => (level, message) => log[levels[level]]({ queue: message }, 'job queue'))
}
