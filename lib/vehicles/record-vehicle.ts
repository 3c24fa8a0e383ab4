import { recordChanges } from '@/lib/audit/record-changes'
import { type Context, SYSTEM } from '@/lib/context'
import type { Vehicle } from '@/lib/contract/vehicle'
import { findVehicle } from '@/lib/vehicles/stored-vehicle'

export type Writable = Omit<Vehicle, 'id' | 'v2icp' | 'evMacAddress'>

/** A vehicle as a change of it is recorded: with every location, whoever changes it. */
export async function writableOf({ db }: Context, vehicleId: string): Promise<Writable | null> {
  const found = await findVehicle(db, SYSTEM, vehicleId)
  if (!found) return null
  const { id: _id, v2icp: _v2icp, evMacAddress: _mac, ...writable } = found.vehicle
  return writable
}

/** Records that the vehicle was created, in the transaction `context.db` that did. */
export async function recordNewVehicle(context: Context, vehicleId: string): Promise<void> {
  await record(context, vehicleId, null, await writableOf(context, vehicleId))
}

/**
 * Does `work`, which changes the vehicle in the transaction `context.db`, and records what is different after it.
 * The vehicle's row is held, or is new.
 */
export async function recordingVehicle<T>(context: Context, vehicleId: string, work: () => Promise<T>): Promise<T> {
  const before = await writableOf(context, vehicleId)
  const result = await work()
  await record(context, vehicleId, before, await writableOf(context, vehicleId))
  return result
}

async function record(context: Context, vehicleId: string, before: Writable | null, after: Writable | null) {
  const locationUids = [...(before?.locationUid ?? []), ...(after?.locationUid ?? [])]
  await recordChanges(context, [{ kind: 'vehicle', objectId: vehicleId, vehicleId, locationUids, before, after }])
}
