import { followConnected } from '@/lib/charging/follow-connected'
import type { Context } from '@/lib/context'
import { canSeeLocation } from '@/lib/context'
import type { Trigger } from '@/lib/contract/plan'
import type { PlanAnswer } from '@/lib/contract/plan-overrides'
import { toTimestamp } from '@/lib/contract/timestamp'
import type { Database } from '@/lib/db/client'
import { currentDeadline } from '@/lib/db/deadline'
import { Refusal, refusalOf } from '@/lib/errors'
import { limits } from '@/lib/limits'
import { log } from '@/lib/log'
import { clearRequest, isAskedAgain } from '@/lib/plan-request/waiting-request'
import type { Depot } from '@/lib/planning/depot'
import { InputsChanged, isContention } from '@/lib/planning/inputs-changed'
import { type LoadedDepot, loadDepot } from '@/lib/planning/load-depot'
import { notifyPlanned } from '@/lib/planning/notices'
import { type PlanningResult, planBatches } from '@/lib/planning/plan-batches'
import { LeaseLost, type PlanLease, withPlanLease } from '@/lib/planning/plan-lease'
import { type Cause, expectedRunMs, recordRun } from '@/lib/planning/plan-runs'
import { keepPeaks } from '@/lib/planning/site-peaks'
import { storePlans } from '@/lib/planning/store-plans'
import { explainInThread } from '@/lib/planning/worker/planner-thread'
import { TookTooLong, withinBudget } from '@/lib/planning/worker/time-budget'
import { planningTurns } from '@/lib/planning/worker/turns'

/** A run whose inputs keep changing ends by storing what it can; the request for the rest is there already. */
const MOST_ATTEMPTS = 4

type Planned = { result: PlanningResult; changed: number; timestamp: number }

/**
 * Plans a location now and answers when the plans are stored. Waits when it is being planned already.
 * @returns the totals of the near future (36 h), at the site; `planned` counts the forecasts too
 * @throws Refusal `notFound`; `unavailable` when the location stays busy
 */
export async function planLocation(
  context: Context,
  { locationUid, trigger, description }: { locationUid: string; trigger: Trigger; description: string },
): Promise<PlanAnswer> {
  if (!canSeeLocation(context.who, locationUid)) throw notFound(locationUid)
  const planned = await withPlanLease(context.db, locationUid, 'wait', (lease) =>
    inTurn(context.db, locationUid, () =>
      planUnderLease(context, lease, locationUid, () => ({ trigger, description })),
    ),
  ).catch((error: unknown) => {
    throw error instanceof TookTooLong ? tookTooLong(error) : error
  })
  if (!planned) throw notFound(locationUid)
  const { planned: count, totals } = planned.result
  return { planned: count, ...totals, timestamp: toTimestamp(planned.timestamp) }
}

/**
 * Does what was asked of a location, if anything is and nobody else is at it. Whoever calls has a turn (worker/turns.ts).
 * @param signal ends the run early; what was asked stays asked
 */
export async function planPending(
  context: Context,
  locationUid: string,
  signal?: AbortSignal,
): Promise<'planned' | 'nothing to do' | 'busy'> {
  const done = await withPlanLease(context.db, locationUid, 'skip', async (lease) => {
    const planned = await planUnderLease(context, lease, locationUid, causeOf, signal)
    return planned ? 'planned' : 'nothing to do'
  })
  return done ?? 'busy'
}

/** Waits for a turn of this process, and does `work` in it. @throws Refusal when the request's time is over before */
export async function inTurn<T>(db: Database, locationUid: string, work: () => Promise<T>): Promise<T> {
  const leave = await planningTurns.take(await expectedRunMs(db, locationUid), currentDeadline()?.signal)
  try {
    return await work()
  } finally {
    leave()
  }
}

function tookTooLong({ seconds }: TookTooLong): Refusal {
  const sentence = `Planning took longer than ${seconds} s and was given up. The plans so far stay. Try again later.`
  return new Refusal('unavailable', sentence, { headers: { 'Retry-After': '60' } })
}

function causeOf({ request }: LoadedDepot): Cause | null {
  return request && { trigger: request.trigger as Trigger, description: request.triggerDescription }
}

export function notFound(locationUid: string): Refusal {
  return new Refusal('notFound', `There is no location ${locationUid}.`)
}

/**
 * Follows the events, loads, plans and stores, again when the inputs have changed meanwhile: each step a transaction of
 * its own, one after the other, and none while the plan is made. A run that fails leaves all incumbent plans, is written
 * down with its sentence, and throws.
 * @returns null when there is no such location or no cause to plan it
 */
async function planUnderLease(
  context: Context,
  lease: PlanLease,
  locationUid: string,
  toCause: (loaded: LoadedDepot) => Cause | null,
  signal?: AbortSignal,
): Promise<Planned | null> {
  // The planner counts in whole seconds, so a plan begins at one.
  const now = Math.ceil(context.now / 1000) * 1000
  const started = performance.now()
  for (let attempt = 1; ; attempt += 1) {
    let cause: Cause | null = null
    try {
      await follow(context, locationUid, now)
      await keep(context, locationUid, now)
      const loaded = await context.db.transaction((snapshot) => loadDepot(snapshot, locationUid, now), SNAPSHOT)
      cause = loaded && toCause(loaded)
      if (!loaded || !cause) return null
      const planned = await planOnce(context, lease, loaded, cause, attempt < MOST_ATTEMPTS ? 'refuse' : 'skip', signal)
      // Occurrences that became rows in this run may have their vehicles here already; then a plan is asked for again.
      await follow(context, locationUid, now)
      return planned
    } catch (error) {
      if (isContention(error) && attempt < MOST_ATTEMPTS) continue
      if (isFailure(error, signal)) await recordFailure(context, locationUid, cause, error, performance.now() - started)
      throw error
    }
  }
}

/** A run that was told to end, taken over, or whose caller's time was over has not failed. */
function isFailure(error: unknown, signal?: AbortSignal): boolean {
  return !signal?.aborted && !(error instanceof LeaseLost) && refusalOf(error) === null
}

async function follow({ db }: Context, locationUid: string, now: number): Promise<void> {
  await followConnected(db, locationUid, now).catch((error: unknown) =>
    log.error({ err: error, locationUid }, 'who is connected could not be brought up to date; planning goes on'),
  )
}

/** Without it the peak so far is worked out at every reading, which is slower and the same. */
async function keep({ db }: Context, locationUid: string, now: number): Promise<void> {
  await keepPeaks(db, locationUid, now).catch((error: unknown) =>
    log.error({ err: error, locationUid }, 'the peak of the billing period could not be kept; planning goes on'),
  )
}

export const SNAPSHOT = { isolationLevel: 'repeatable read', accessMode: 'read only' } as const

async function planOnce(
  context: Context,
  lease: PlanLease,
  { depot }: LoadedDepot,
  cause: Cause,
  whenChanged: 'refuse' | 'skip',
  signal?: AbortSignal,
): Promise<Planned> {
  const started = performance.now()
  const locationUid = depot.location.uid
  const result = await withinBudget(limits.planningMs, [signal, currentDeadline()?.signal], (ends) =>
    planBatches(depot, (problem) => explainInThread(problem, ends)),
  )
  const durationMs = Math.round(performance.now() - started)
  if (result.unfinished > 0)
    log.warn({ locationUid, days: result.unfinished, durationMs }, 'no time was left for later days; their plans stay')
  const changed = await context.db.transaction(async (tx) => {
    await lease.hold(tx)
    if (whenChanged === 'refuse' && (await isAskedAgain(tx, locationUid, depot.revision))) throw new InputsChanged()
    const written = await storePlans(tx, depot, result, cause, whenChanged)
    const run = { locationUid, startedAt: context.now, finishedAt: context.now + durationMs, cause }
    await recordRun(tx, run, { result, changed: written.soon, offline: offlineIn(depot) })
    await clearRequest(tx, locationUid, depot.revision)
    return written.plans
  })
  log.info({ locationUid, trigger: cause.trigger, planned: result.planned, changed, durationMs }, 'location planned')
  if (changed + result.removed.length > 0) await notifyPlanned(context.db, locationUid)
  return { result, changed, timestamp: depot.now }
}

async function recordFailure(
  context: Context,
  locationUid: string,
  cause: Cause | null,
  error: unknown,
  durationMs: number,
): Promise<void> {
  const failure = sentenceOf(error)
  log.error({ err: error, locationUid, trigger: cause?.trigger }, 'planning failed; the plans stay in force')
  const times = { startedAt: context.now, finishedAt: context.now + Math.round(durationMs) }
  const run = { locationUid, ...times, cause: cause ?? NOT_READ }
  await recordRun(context.db, run, { failure })
}

/** The vehicles at chargers that were offline when the depot was read. */
function offlineIn({ held }: Depot): string[] {
  return [...held].flatMap(([vehicleId, { why }]) => (why === 'offline' ? [vehicleId] : []))
}

/** The run failed before it could read why it was asked for. */
const NOT_READ: Cause = { trigger: 'manual', description: 'The cause could not be read.' }

/** The database's own words say what was wrong; the statement around them, with all its values, is no sentence. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { message } = error.cause instanceof Error ? error.cause : error
  return message.length > 500 ? `${message.slice(0, 499)}…` : message
}
