import { recordChanges } from '@/lib/audit/record-changes'
import type { Context } from '@/lib/context'
import type { EvSchedule } from '@/lib/contract/schedule'
import { requestPlan } from '@/lib/plan-request/request-plan'
import { getSchedule } from '@/lib/schedules/get-schedule'
import { getVehicleOwner } from '@/lib/schedules/vehicle-owner'

/** A schedule without its plan, and the key of its vehicle. */
export type HeldSchedule = { schedule: EvSchedule; vehicleKey: number }

/**
 * Reads a schedule and holds its vehicle until the transaction ends: changes of one vehicle are one after the other.
 * @throws Refusal 404
 */
export async function holdSchedule(context: Context, scheduleId: string): Promise<HeldSchedule> {
  const { evId } = await readSchedule(context, scheduleId)
  const { key } = await getVehicleOwner(context.db, context.who, evId, { lock: 'wait' })
  return { schedule: await readSchedule(context, scheduleId), vehicleKey: key }
}

async function readSchedule(context: Context, scheduleId: string): Promise<EvSchedule> {
  const read: EvSchedule = JSON.parse(await getSchedule(context, scheduleId))
  const { plan: _plan, planMeta: _meta, explanation: _explanation, ...schedule } = read
  return schedule
}

/** Records that `chargeNow` of a schedule has changed, and asks for the plan that follows from it. */
export async function followChargeNow(context: Context, before: EvSchedule, after: EvSchedule): Promise<void> {
  const { id, evId, locationUid } = before
  const said = ({ chargeNow }: EvSchedule) => ({ chargeNow })
  const change = { kind: 'schedule' as const, objectId: id, vehicleId: evId, locationUids: [locationUid] }
  await recordChanges(context, [{ ...change, before: said(before), after: said(after) }])
  const sentence = after.chargeNow
    ? `Vehicle ${evId} charges at full power from now on.`
    : `Vehicle ${evId} charges by the strategy again.`
  await requestPlan(context.db, locationUid, 'schedule-changed', sentence)
}
