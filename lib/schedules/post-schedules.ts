import { type Context, canSeeLocation } from '@/lib/context'
import type { PostedSchedule, PostedSchedules, PostSchedulesAnswer } from '@/lib/contract/schedule'
import type { Database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { requestPlans } from '@/lib/plan-request/request-plan'
import { refuseHiddenChanges } from '@/lib/schedules/hidden-stays'
import { loadSchedules } from '@/lib/schedules/load-schedules'
import { newScheduleId } from '@/lib/schedules/new-schedule-id'
import { prepareRules } from '@/lib/schedules/prepare-rules'
import { guardRemovals, reconcile } from '@/lib/schedules/reconcile'
import { differenceOf } from '@/lib/schedules/schedule-difference'
import { storeSchedules } from '@/lib/schedules/store-schedules'
import { getVehicleOwner } from '@/lib/schedules/vehicle-owner'

/** `dryRun`: the answer with what would change, and nothing is written. `maxRemoved`: more removals are refused. */
export type PostOptions = { dryRun?: boolean; maxRemoved?: number }

/**
 * Creates a vehicle's schedules, or reconciles all that are to come. Calls for one vehicle are one after the other.
 * @throws Refusal 404, 400 and 422 with all faults, 409 for an overlap with what stays or too many removals
 */
export async function postSchedules(
  context: Context,
  { vehicleId, ...body }: { vehicleId: string } & PostedSchedules,
  options: PostOptions = {},
): Promise<PostSchedulesAnswer> {
  await prepareRules(body.schedules)
  return inTransaction(context.db, (tx) => decideAndStore({ ...context, db: tx }, vehicleId, body, options))
}

async function decideAndStore(
  { db: tx, who, now }: Context & { db: Database },
  vehicleId: string,
  { schedules, replaceFutureSchedules }: PostedSchedules,
  { dryRun = false, maxRemoved }: PostOptions,
): Promise<PostSchedulesAnswer> {
  const locationUids = schedules.flatMap(({ locationUid }) => locationUid ?? [])
  const owner = await getVehicleOwner(tx, who, vehicleId, { lock: true, locationUids })
  const before = await loadSchedules(tx, owner.key, { now, ids: [], ...wantedFor(schedules, now, dryRun) })
  const canSee = (uid: string) => canSeeLocation(who, uid)
  const { next, ids, removedScheduleIds, skipped } = reconcile(before, {
    now,
    schedules,
    replaceFutureSchedules: replaceFutureSchedules ?? false,
    locations: owner.locations,
    onlyLocationUid: owner.onlyLocationUid,
    canSee,
    newId: newScheduleId,
  })
  refuseHiddenChanges(before, next, now, canSee)
  guardRemovals(removedScheduleIds.length, maxRemoved)
  const answer = { ids, removedScheduleIds, skipped }
  if (dryRun) return { ...answer, ...differenceOf(vehicleId, before, next, removedScheduleIds) }
  const concerned = await storeSchedules(tx, { vehicleKey: owner.key, now }, before, next)
  await requestPlans(tx, concerned, 'schedule-changed', `The schedules of vehicle ${vehicleId} changed.`)
  return answer
}

/** Past entries are recognised by their departure; plans are read only where they are compared or shown. */
function wantedFor(schedules: readonly PostedSchedule[], now: number, dryRun: boolean) {
  const departures = schedules.map(({ plannedDepartureTime }) => plannedDepartureTime).filter((time) => time <= now)
  const withPlans = dryRun || schedules.some(({ plan, planMeta }) => plan != null || planMeta != null)
  return { departures, withPlans }
}
