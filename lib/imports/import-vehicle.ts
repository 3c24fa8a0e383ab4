import { isDeepStrictEqual } from 'node:util'
import type { Context } from '@/lib/context'
import type { ImportedVehicle, ImportOrigin } from '@/lib/contract/import'
import type { PostedSchedule } from '@/lib/contract/schedule'
import type { PostSchedulesAnswer } from '@/lib/contract/schedule-answers'
import type { Vehicle } from '@/lib/contract/vehicle'
import { inTransactionOrDryRun } from '@/lib/db/rehearse'
import { askingLast } from '@/lib/plan-request/request-plan'
import { postSchedules } from '@/lib/schedules/post-schedules'
import { listVehicleOwners } from '@/lib/schedules/vehicle-owner'
import { patchVehicle } from '@/lib/vehicles/patch-vehicle'
import { putVehicle } from '@/lib/vehicles/put-vehicle'
import { findVehicle } from '@/lib/vehicles/stored-vehicle'

/** What became of a vehicle; `vehicle`: left out where it stays as it is. */
export type ImportedAnswer = Partial<PostSchedulesAnswer> & { vehicle?: { before?: Vehicle; after: Vehicle } }

/** Where vehicles are imported, for what, and whether it is tried only. */
export type ImportHow = { locationUid: string; origin: ImportOrigin; dryRun: boolean }

/**
 * Imports one vehicle with its schedules in one transaction. One that there is not yet belongs to the location of the
 * import unless it says otherwise; a change by hand (`edit`) creates none. A dry run does the same and takes it back: it
 * refuses exactly what the import would.
 * @throws Refusal 404 where an `edit` finds no vehicle, and as putting or patching it and posting its schedules do
 */
export async function importVehicle(
  context: Context,
  imported: ImportedVehicle,
  how: ImportHow,
): Promise<ImportedAnswer> {
  return inTransactionOrDryRun(context.db, how, (tx) =>
    askingLast(tx, () => write({ ...context, db: tx }, imported, how)),
  )
}

async function write(
  context: Context,
  { vehicleId, vehicle, schedules }: ImportedVehicle,
  { locationUid, origin, dryRun }: ImportHow,
): Promise<ImportedAnswer> {
  // Before the first look at it, and in the order of all writers: time zones, then the vehicle.
  const named = [...(schedules ?? []).flatMap((one) => one.locationUid ?? []), ...(vehicle?.locationUid ?? [])]
  await listVehicleOwners(context.db, context.who, [vehicleId], { lock: 'wait', locationUids: [locationUid, ...named] })
  const changed = vehicle ? await writeVehicle(context, vehicleId, vehicle, { locationUid, origin }) : {}
  if (!schedules?.length) return changed
  const posted = { vehicleId, schedules: schedulesAt(locationUid, schedules) }
  return { ...changed, ...(await postSchedules(context, posted, { dryRun })) }
}

/** Schedules that name no location are at that of the import. */
export function schedulesAt(locationUid: string, schedules: readonly PostedSchedule[]): PostedSchedule[] {
  return schedules.map((schedule) => ({ ...schedule, locationUid: schedule.locationUid ?? locationUid }))
}

async function writeVehicle(
  context: Context,
  vehicleId: string,
  said: NonNullable<ImportedVehicle['vehicle']>,
  { locationUid, origin }: Pick<ImportHow, 'locationUid' | 'origin'>,
): Promise<ImportedAnswer> {
  const { db, who } = context
  const before = (await findVehicle(db, who, vehicleId))?.vehicle
  // One that is not there is refused by the patch: what somebody deleted meanwhile is not made anew.
  if (before || origin === 'edit') await patchVehicle(context, { vehicleId, patch: said, ifMatch: null })
  else await putVehicle(context, { vehicleId, input: { locationUid, ...said }, ifMatch: null })
  const after = (await findVehicle(db, who, vehicleId))?.vehicle
  if (!after || isDeepStrictEqual(before, after)) return {}
  return { vehicle: { ...(before && { before }), after } }
}
