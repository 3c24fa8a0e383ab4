import type { Context } from '@/lib/context'
import type { PostedSchedules } from '@/lib/contract/schedule'
import { isDatabaseAway, isDiskFull } from '@/lib/db/database-away'
import { inTransaction } from '@/lib/db/transaction'
import { refusalOf } from '@/lib/errors'
import type { PostOptions } from '@/lib/schedules/post-schedules'
import { prepareRules } from '@/lib/schedules/prepare-rules'
import { guardRemovals } from '@/lib/schedules/reconcile'
import { type PostedVehicle, type PostOutcome, reconcileVehicles } from '@/lib/schedules/reconcile-vehicles'
import { slices } from '@/lib/slices'

/** One vehicle of a batch; `read` gives what is posted for it, or throws the refusal of what is malformed. */
export type BatchVehicle = { vehicleId: string; read: () => PostedSchedules }

/** So many vehicles or rules are one transaction: enough that statements cost little, few enough that its locks are short. */
const MOST_VEHICLES = 50
const MOST_RULES = 200

/**
 * Reconciles many vehicles, each by itself: one vehicle's error does not touch another's. Those that are written together
 * are written again by halves where the database refuses them, so that only those fail that it refuses alone.
 * `maxRemoved` counts the whole batch and is decided before anything is written.
 * @returns the outcomes in request order
 * @throws Refusal 409 when the batch would remove more than `maxRemoved`
 */
export async function postScheduleBatch(
  context: Context,
  vehicles: readonly BatchVehicle[],
  { dryRun = false, maxRemoved }: PostOptions = {},
): Promise<PostOutcome[]> {
  const posted = await readAll(vehicles)
  if (maxRemoved === undefined) return attemptAll(context, posted, dryRun)
  const rehearsal = await attemptAll(context, posted, true)
  const removals = rehearsal.map(removalsOf)
  guardRemovals(
    removals.reduce((sum, count) => sum + count, 0),
    maxRemoved,
  )
  if (dryRun) return rehearsal
  const limited = posted.map((one, index) => ('posted' in one ? { ...one, maxRemoved: removals[index] ?? 0 } : one))
  return attemptAll(context, limited, false)
}

/** What is posted for a vehicle, or that it was malformed. */
type Read = PostedVehicle | { vehicleId: string; thrown: unknown }

async function readAll(vehicles: readonly BatchVehicle[]): Promise<Read[]> {
  const pause = slices()
  const all: Read[] = []
  for (const { vehicleId, read } of vehicles) {
    try {
      all.push({ vehicleId, posted: read() })
    } catch (thrown) {
      all.push({ vehicleId, thrown })
    }
    await pause()
  }
  return all
}

function removalsOf(outcome: PostOutcome): number {
  return 'answer' in outcome ? outcome.answer.removedScheduleIds.length : 0
}

async function attemptAll(context: Context, all: readonly Read[], dryRun: boolean): Promise<PostOutcome[]> {
  const outcomes: PostOutcome[] = []
  for (const part of partsOf(all.filter((one) => 'posted' in one)))
    outcomes.push(...(await attempt(context, part, dryRun)))
  const next = outcomes.values()
  return all.flatMap((one) => ('thrown' in one ? one : (next.next().value ?? [])))
}

function partsOf(vehicles: readonly PostedVehicle[]): PostedVehicle[][] {
  const parts: PostedVehicle[][] = []
  let rules = 0
  for (const vehicle of vehicles) {
    const own = vehicle.posted.schedules.filter(({ recurrenceRule }) => recurrenceRule != null).length
    const part = parts.at(-1)
    rules += own
    if (part && part.length < MOST_VEHICLES && rules <= MOST_RULES) part.push(vehicle)
    else {
      parts.push([vehicle])
      rules = own
    }
  }
  return parts
}

/** What befalls every vehicle alike: the database is away or full, or the time of the request is over. */
export function failsAll(thrown: unknown): boolean {
  return isDatabaseAway(thrown) || isDiskFull(thrown) || refusalOf(thrown)?.code === 'unavailable'
}

async function attempt(context: Context, part: readonly PostedVehicle[], dryRun: boolean): Promise<PostOutcome[]> {
  for (const { posted } of part) await prepareRules(posted.schedules)
  try {
    return await inTransaction(context.db, (tx) => reconcileVehicles({ ...context, db: tx }, part, { dryRun }))
  } catch (thrown) {
    if (part.length === 1 || failsAll(thrown)) return part.map(({ vehicleId }) => ({ vehicleId, thrown }))
    const half = Math.ceil(part.length / 2)
    const first = await attempt(context, part.slice(0, half), dryRun)
    return [...first, ...(await attempt(context, part.slice(half), dryRun))]
  }
}
