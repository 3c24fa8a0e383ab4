import { eq } from 'drizzle-orm'
import type { Context } from '@/lib/context'
import { chargingPort, vehicle, vehicleLocation } from '@/lib/db/schema'
import { inTransaction } from '@/lib/db/transaction'
import { checkIfMatch } from '@/lib/if-match'
import { requestPlans } from '@/lib/plan-request/request-plan'
import { endVehicleSchedules } from '@/lib/schedules/end-vehicle-schedules'
import { unknownVehicle } from '@/lib/vehicles/get-vehicle'
import { expectedAt } from '@/lib/vehicles/request-vehicle-plans'
import { findVehicle, vehicleEtag } from '@/lib/vehicles/stored-vehicle'

/**
 * Deletes a vehicle: its addresses are free, its future schedules go, its past ones stay in the location's range. Its
 * row stays too, so that a new vehicle with this id does not inherit them.
 * @throws Refusal 404, 412
 */
export async function deleteVehicle(
  context: Context,
  { vehicleId, ifMatch }: { vehicleId: string; ifMatch: string | null },
): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    const existing = await findVehicle(tx, context.who, vehicleId, { lock: true })
    checkIfMatch(ifMatch, existing && vehicleEtag(existing.vehicle))
    if (!existing) throw unknownVehicle(vehicleId)
    const expected = await expectedAt(tx, existing.key, context.now)
    await endVehicleSchedules(tx, existing.key, context.now)
    await tx.delete(chargingPort).where(eq(chargingPort.vehicleKey, existing.key))
    await tx.delete(vehicleLocation).where(eq(vehicleLocation.vehicleKey, existing.key))
    await tx
      .update(vehicle)
      .set({ deletedAt: new Date(context.now) })
      .where(eq(vehicle.key, existing.key))
    await requestPlans(tx, expected, 'vehicle-changed', `Vehicle ${vehicleId} was deleted.`)
  })
}
