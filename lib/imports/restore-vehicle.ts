import { sql } from 'drizzle-orm'
import type { RecordedChange } from '@/lib/audit/list-changes-of'
import { type Context, SYSTEM } from '@/lib/context'
import { VehicleInput } from '@/lib/contract/vehicle'
import { CHANGED_SINCE, DELETED_SINCE, differs, takenBack } from '@/lib/imports/taken-back'
import { listVehicleSchedules } from '@/lib/schedules/list-vehicle-schedules'
import { loadRules } from '@/lib/schedules/load-schedules'
import { deleteVehicle } from '@/lib/vehicles/delete-vehicle'
import { patchVehicle } from '@/lib/vehicles/patch-vehicle'
import { writableOf } from '@/lib/vehicles/record-vehicle'
import { findVehicle } from '@/lib/vehicles/stored-vehicle'

/**
 * Takes back what was changed of a vehicle; one that was created goes, if nothing is planned for it any more.
 * @returns why it stays as it is; null where it was as before already
 * @throws Refusal as the verbs do
 */
export async function restoreVehicle(
  context: Context,
  { objectId: vehicleId, before, after }: RecordedChange,
): Promise<'restored' | { reason: string } | null> {
  const current = await writableOf(context, vehicleId)
  if (!after || (before === null && !current)) return null
  if (!current) return { reason: DELETED_SINCE }
  const names = [...new Set([...Object.keys(before ?? current), ...Object.keys(after)])]
  if (before !== null && !differs(names, current, before)) return null
  if (differs(names, current, after)) return { reason: CHANGED_SINCE }
  if (before !== null)
    await patchVehicle(context, {
      vehicleId,
      patch: VehicleInput.parse(takenBack(names, { before, after })),
      ifMatch: null,
    })
  else if (await hasSchedules(context, vehicleId)) return { reason: 'It has schedules that stay.' }
  else await deleteVehicle(context, { vehicleId, ifMatch: null })
  return 'restored'
}

/** Rules count also while they have no occurrence soon. */
async function hasSchedules(context: Context, vehicleId: string): Promise<boolean> {
  const listed = JSON.parse(await listVehicleSchedules(context, { vehicleId, plan: false }))
  if (listed.schedules.length + listed.recurringSchedules.length > 0) return true
  const found = await findVehicle(context.db, SYSTEM, vehicleId)
  const rules = found ? await loadRules(context.db, sql`r.vehicle_key = ${found.key}`) : new Map()
  return [...rules.values()].some(({ endedAt }) => endedAt === null)
}
