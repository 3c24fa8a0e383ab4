import { type Context, canSeeLocation } from '@/lib/context'
import { inTransaction } from '@/lib/db/transaction'
import { requestPlans } from '@/lib/plan-request/request-plan'
import { findTarget, unknownSchedule } from '@/lib/schedules/find-target'
import { refuseHiddenChanges } from '@/lib/schedules/hidden-stays'
import { loadSchedules } from '@/lib/schedules/load-schedules'
import { removeTarget } from '@/lib/schedules/remove-target'
import { storeSchedules } from '@/lib/schedules/store-schedules'
import { getVehicleOwner } from '@/lib/schedules/vehicle-owner'

/**
 * Deletes a dated schedule, ends a rule, or skips one occurrence of it.
 * @throws Refusal 404 when the vehicle has no such schedule, 409 when it has ended, or hidden stays would go along
 */
export async function deleteSchedule(
  context: Context,
  { vehicleId, scheduleId }: { vehicleId: string; scheduleId: string },
): Promise<void> {
  await deleteSchedules(context, { vehicleId, scheduleIds: [scheduleId] })
}

/** As {@link deleteSchedule}, for several schedules of one vehicle: all of them or none. */
export async function deleteSchedules(
  context: Context,
  { vehicleId, scheduleIds }: { vehicleId: string; scheduleIds: readonly string[] },
): Promise<void> {
  const { db, who, now } = context
  await inTransaction(db, async (tx) => {
    const owner = await getVehicleOwner(tx, who, vehicleId, { lock: 'wait' })
    const wanted = { now, departures: [], ids: scheduleIds, withPlans: false }
    const before = await loadSchedules(tx, owner.key, wanted)
    const canSee = (uid: string) => canSeeLocation(who, uid)
    let next = before
    for (const scheduleId of scheduleIds) {
      const target = findTarget(next, scheduleId, canSee)
      if (!target) throw unknownSchedule(vehicleId, scheduleId)
      next = removeTarget(next, target, now)
    }
    refuseHiddenChanges(before, next, now, canSee)
    const concerned = await storeSchedules({ ...context, db: tx }, owner, before, next)
    await requestPlans(tx, concerned, 'schedule-changed', `A schedule of vehicle ${vehicleId} was deleted.`)
  })
}
