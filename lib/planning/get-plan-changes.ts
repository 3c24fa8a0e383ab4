import { and, asc, eq } from 'drizzle-orm'
import { type Context, canSeeLocation } from '@/lib/context'
import type { PlanChanges } from '@/lib/contract/plan-change'
import { planVersion } from '@/lib/db/schema/plan'
import { stay } from '@/lib/db/schema/schedule'
import { planChangesOf } from '@/lib/planning/plan-changes'
import { findTarget, unknownSchedule } from '@/lib/schedules/find-target'
import { loadSchedules } from '@/lib/schedules/load-schedules'
import { getVehicleOwner } from '@/lib/schedules/vehicle-owner'

/**
 * What the last replans changed of a schedule's plan, newest first; nothing where it was planned once or never.
 * @throws Refusal `notFound`
 */
export async function getPlanChanges(
  { db, who, now }: Context,
  { vehicleId, scheduleId }: { vehicleId: string; scheduleId: string },
): Promise<PlanChanges> {
  const { key } = await getVehicleOwner(db, who, vehicleId)
  const state = await loadSchedules(db, key, { now, departures: [], ids: [scheduleId], withPlans: false })
  if (!findTarget(state, scheduleId, (uid) => canSeeLocation(who, uid))) throw unknownSchedule(vehicleId, scheduleId)
  const versions = await db
    .select({
      plannedAt: planVersion.plannedAt,
      trigger: planVersion.trigger,
      triggerDescription: planVersion.triggerDescription,
      plan: planVersion.plan,
    })
    .from(planVersion)
    .innerJoin(stay, eq(stay.key, planVersion.stayKey))
    .where(and(eq(stay.id, scheduleId), eq(stay.vehicleKey, key)))
    .orderBy(asc(planVersion.version))
  return { changes: planChangesOf(versions.map((one) => ({ ...one, plannedAt: one.plannedAt.getTime() }))) }
}
