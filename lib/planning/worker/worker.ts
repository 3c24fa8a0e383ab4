import { setTimeout as sleep } from 'node:timers/promises'
import { makeWorkerUtils, Logger as QueueLogger, run } from 'graphile-worker'
import { SYSTEM } from '@/lib/context'
import { connect, type Database } from '@/lib/db/client'
import { warnOfClockDifference } from '@/lib/db/clock-difference'
import { SERVING, withLimits } from '@/lib/db/session-limits'
import { PLAN_TASK } from '@/lib/db/wake-planners'
import { log } from '@/lib/log'
import { requestHorizonMoves } from '@/lib/plan-request/request-horizon-moves'
import { planPending } from '@/lib/planning/plan-location'
import { requestOfflineMoves } from '@/lib/planning/request-offline-moves'
import { type DueLocation, listDueLocations } from '@/lib/planning/worker/due-locations'
import { planningTurns } from '@/lib/planning/worker/turns'

const SCAN_EVERY_MS = 2_000
const HORIZON_EVERY_MS = 20_000
const CLOCK_EVERY_MS = 600_000
const RETENTION_EVERY_MS = 3_600_000
const OFFLINE_EVERY_MS = 5_000
const WATCH_EVERY_MS = 5_000

const RECONNECT_AFTER_MS = 1_000

/** Debounced jobs lie in the future, and the queue looks for those only when it polls. */
const POLL_EVERY_MS = 500

type WorkerOptions = {
  databaseUrl: string
  /** Done every hour: it removes what is past its time. */
  tidy: (db: Database, signal: AbortSignal) => Promise<void>
  /** Done every few seconds: it looks for what is wrong at the locations. */
  watch: (db: Database, signal: AbortSignal) => Promise<void>
  signal: AbortSignal
}

/**
 * Plans locations when they are asked for, until `signal` says to end; then it hands back within seconds what it has
 * not finished. What is to do is what `plan_request` says: the queue only wakes, and who is woken plans what is most
 * urgent then; a scan finds what a worker that died has left. Any number of workers may run.
 */
export async function runWorker({ databaseUrl, tidy, watch, signal }: WorkerOptions): Promise<void> {
  const { db, close } = connect(databaseUrl)
  const running = new Set<Promise<void>>()
  const plan = () => {
    const run = planDue(db, signal).finally(() => running.delete(run))
    running.add(run)
    return run
  }
  try {
    await Promise.all([
      repeat(signal, RECONNECT_AFTER_MS, () => workOnQueue(databaseUrl, plan, signal)),
      repeat(signal, SCAN_EVERY_MS, async () => {
        const due = planningTurns.isOpen ? (await listDueLocations(db)).length : 0
        // Each plans for as long as something is due, and the next scan does not wait for that.
        for (let turn = 0; turn < Math.min(due, planningTurns.atOnce); turn += 1)
          void plan().catch(willTryAgain(signal))
      }),
      repeat(signal, HORIZON_EVERY_MS, () => requestHorizonMoves(db)),
      repeat(signal, OFFLINE_EVERY_MS, () => requestOfflineMoves(db, Date.now())),
      repeat(signal, WATCH_EVERY_MS, () => watch(db, signal)),
      repeat(signal, CLOCK_EVERY_MS, () => warnOfClockDifference(db)),
      repeat(signal, RETENTION_EVERY_MS, async () => {
        await tidy(db, signal)
        await removeFailedJobs(databaseUrl)
      }),
    ])
  } finally {
    await Promise.allSettled(running)
    await close()
  }
}

/** Takes jobs until the signal, or until the queue gives up because the database was away for long. */
async function workOnQueue(connectionString: string, plan: () => Promise<void>, signal: AbortSignal): Promise<void> {
  const runner = await run({
    connectionString: withLimits(connectionString, SERVING),
    taskList: { [PLAN_TASK]: plan },
    concurrency: planningTurns.atOnce,
    pollInterval: POLL_EVERY_MS,
    maxPoolSize: planningTurns.atOnce + 2,
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

/** What this process plans or is about to. */
const underWay = new Set<string>()

/**
 * Plans what is due, the most urgent first, until nothing is that this process has a turn for. A failure is written
 * down by then, and is due again later.
 */
async function planDue(db: Database, signal: AbortSignal): Promise<void> {
  const tried = new Set<string>()
  while (!signal.aborted && planningTurns.isOpen) {
    const due = await listDueLocations(db)
    const begun = beginFirst(due.filter(({ locationUid }) => !tried.has(locationUid) && !underWay.has(locationUid)))
    if (!begun) return
    const { locationUid, end } = begun
    try {
      const outcome = await planPending({ who: SYSTEM, now: Date.now(), db }, locationUid, signal)
      if (outcome === 'busy') tried.add(locationUid)
    } catch (error) {
      tried.add(locationUid)
      log.debug({ err: error, locationUid }, 'the location stays to be planned')
    } finally {
      end()
    }
  }
}

/** Takes a turn for the first of these locations for which there is one. */
function beginFirst(due: readonly DueLocation[]): { locationUid: string; end: () => void } | null {
  for (const { locationUid, expectedMs } of due) {
    const leave = planningTurns.tryTake(expectedMs)
    if (!leave) continue
    underWay.add(locationUid)
    const end = () => {
      underWay.delete(locationUid)
      leave()
    }
    return { locationUid, end }
  }
  return null
}

/** Does `work` now and every so often until the signal; what it throws is logged, for the next time may succeed. */
async function repeat(signal: AbortSignal, everyMs: number, work: () => Promise<unknown>): Promise<void> {
  while (!signal.aborted) {
    await work().catch(willTryAgain(signal))
    await sleep(everyMs, undefined, { signal }).catch(() => {})
  }
}

function willTryAgain(signal: AbortSignal): (error: unknown) => void {
  return (error) => {
    if (!signal.aborted) log.error({ err: error }, 'the worker will try again')
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
