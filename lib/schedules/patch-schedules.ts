import { type Context, canSeeLocation } from '@/lib/context'
import type { PatchSchedulesBody } from '@/lib/contract/schedule'
import type { PatchSchedulesAnswer } from '@/lib/contract/schedule-answers'
import { inTransaction } from '@/lib/db/transaction'
import { requestPlans } from '@/lib/plan-request/request-plan'
import { refuseHiddenChanges } from '@/lib/schedules/hidden-stays'
import { loadSchedules } from '@/lib/schedules/load-schedules'
import { patchAll } from '@/lib/schedules/patch'
import { prepareRules } from '@/lib/schedules/prepare-rules'
import { differenceOf } from '@/lib/schedules/schedule-difference'
import type { ScheduleState } from '@/lib/schedules/schedule-state'
import { storeSchedules } from '@/lib/schedules/store-schedules'
import { getVehicleOwner, withLocations } from '@/lib/schedules/vehicle-owner'
import { inSlices } from '@/lib/slices'

/**
 * Changes schedules of a vehicle by their ids. Ids that are unknown or have ended are skipped; the rest is one decision.
 * `dryRun`: the answer with what would change, and nothing is written.
 * @throws Refusal 404, 400 and 422 with all faults, 409 for an overlap: then nothing is applied
 */
export async function patchSchedules(
  context: Context,
  { vehicleId, schedules }: { vehicleId: string } & PatchSchedulesBody,
  { dryRun }: { dryRun?: boolean } = {},
): Promise<PatchSchedulesAnswer> {
  const { db, who, now } = context
  await prepareRules(schedules)
  return inTransaction(db, async (tx) => {
    const ids = schedules.map(({ id }) => id)
    const wanted = { now, departures: [], ids, withPlans: schedules.some(({ plan, planMeta }) => plan ?? planMeta) }
    const named = schedules.flatMap(({ locationUid }) => locationUid ?? [])
    const owner = await getVehicleOwner(tx, who, vehicleId, { lock: 'wait', locationUids: named })
    const before = await loadSchedules(tx, owner.key, wanted)
    const canSee = (uid: string) => canSeeLocation(who, uid)
    const ownLocations = await withLocations(tx, owner.locations, placesOf(before).filter(canSee))
    const scope = { now, canSee, locations: owner.locations, ownLocations }
    const { next, applied, skippedScheduleIds } = await inSlices(patchAll(before, schedules, scope))
    refuseHiddenChanges(before, next, now, canSee)
    const answer = { success: applied > 0, message: summary(applied, skippedScheduleIds.length), skippedScheduleIds }
    if (dryRun) return { ...answer, ...differenceOf(vehicleId, before, next, []) }
    const concerned = await storeSchedules({ ...context, db: tx }, owner, before, next)
    await requestPlans(tx, concerned, 'schedule-changed', `The schedules of vehicle ${vehicleId} changed.`)
    return answer
  })
}

/** Where the stored schedules are, which a patch that names no location leaves there. */
export function placesOf({ stays, rules }: ScheduleState): string[] {
  const moved = [...rules.values()].flatMap(({ exceptions }) =>
    [...exceptions.values()].flatMap(({ changes }) => changes.locationUid ?? []),
  )
  const versions = [...rules.values()].flatMap((rule) => rule.versions)
  return [...new Set([...[...stays.values(), ...versions].map(({ locationUid }) => locationUid), ...moved])]
}

function summary(applied: number, skipped: number): string {
  const changed = applied === 1 ? '1 schedule was changed.' : `${applied} schedules were changed.`
  if (skipped === 0) return applied === 0 ? 'No schedules were sent, so nothing was changed.' : changed
  return `${applied === 0 ? 'Nothing was changed.' : changed} Skipped, because unknown or ended: ${skipped}.`
}
