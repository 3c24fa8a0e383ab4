import type { Context } from '@/lib/context'
import { loadSchedules } from '@/lib/schedules/load-schedules'
import { removeUnmatched } from '@/lib/schedules/remove-schedules'
import { draftOf } from '@/lib/schedules/schedule-state'
import { storeSchedules } from '@/lib/schedules/store-schedules'

/**
 * Ends what a vehicle that is being deleted still had to come: what departs in the future goes, rules and the ongoing
 * schedule included; one that has begun to charge is closed at `now`. What ended stays in the location's range.
 */
export async function endVehicleSchedules(context: Context, vehicle: { key: number; id: string }): Promise<void> {
  const { db, now } = context
  const before = await loadSchedules(db, vehicle.key, { now, departures: [], ids: [], withPlans: false })
  const after = draftOf(before)
  removeUnmatched(after, new Map(), now, () => true)
  await storeSchedules(context, vehicle, before, after)
}
