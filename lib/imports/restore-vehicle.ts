import type { RecordedChange } from '@/lib/audit/list-changes-of'
import type { Context } from '@/lib/context'
import { VehicleInput } from '@/lib/contract/vehicle'
import { DELETED_SINCE, refuseChanged, Stays, takenBack } from '@/lib/imports/stays'
import { listVehicleSchedules } from '@/lib/schedules/list-vehicle-schedules'
import { deleteVehicle } from '@/lib/vehicles/delete-vehicle'
import { patchVehicle } from '@/lib/vehicles/patch-vehicle'
import { writableOf } from '@/lib/vehicles/record-vehicle'

/**
 * Takes back what was changed of a vehicle; one that was created goes, if nothing is planned for it any more.
 * @throws Stays with the reason; Refusal as the verbs do
 */
export async function restoreVehicle(context: Context, { objectId: vehicleId, before, after }: RecordedChange) {
  const current = await writableOf(context, vehicleId)
  if (!after) return
  if (!current) throw new Stays(DELETED_SINCE)
  if (before === null) {
    refuseChanged([...new Set([...Object.keys(current), ...Object.keys(after)])], current, after)
    if (await hasSchedules(context, vehicleId)) throw new Stays('It has schedules that stay.')
    return deleteVehicle(context, { vehicleId, ifMatch: null })
  }
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  refuseChanged(names, current, after)
  const patch = VehicleInput.parse(takenBack(names, { before, after }))
  return patchVehicle(context, { vehicleId, patch, ifMatch: null })
}

async function hasSchedules(context: Context, vehicleId: string): Promise<boolean> {
  const listed = JSON.parse(await listVehicleSchedules(context, { vehicleId, plan: false }))
  return listed.schedules.length + listed.recurringSchedules.length > 0
}
