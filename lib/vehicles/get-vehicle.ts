import type { Context } from '@/lib/context'
import type { Vehicle } from '@/lib/contract/vehicle'
import { Refusal } from '@/lib/errors'
import { findVehicle, type StoredVehicle, vehicleEtag } from '@/lib/vehicles/stored-vehicle'

/** The vehicle of this id with its entity tag. @throws Refusal 404 */
export async function getVehicle(context: Context, vehicleId: string): Promise<{ vehicle: Vehicle; etag: string }> {
  const { vehicle } = await getStoredVehicle(context, vehicleId)
  return { vehicle, etag: vehicleEtag(vehicle) }
}

/** The vehicle of this id with its key. @throws Refusal 404 */
export async function getStoredVehicle({ db, who }: Context, vehicleId: string): Promise<StoredVehicle> {
  const found = await findVehicle(db, who, vehicleId)
  if (!found) throw unknownVehicle(vehicleId)
  return found
}

export function unknownVehicle(vehicleId: string): Refusal {
  return new Refusal('notFound', `There is no vehicle with the id ${vehicleId}.`)
}
