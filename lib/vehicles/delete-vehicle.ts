import { eq, sql } from 'drizzle-orm'
import { endAllClaims } from '@/lib/charging/follow-claims'
import { type Context, canSeeLocation } from '@/lib/context'
import type { Database } from '@/lib/db/client'
import { chargingPort, vehicle, vehicleLocation, vehicleToken } from '@/lib/db/schema'
import { inTransaction } from '@/lib/db/transaction'
import { Refusal } from '@/lib/errors'
import { checkIfMatch } from '@/lib/if-match'
import { requestPlans } from '@/lib/plan-request/request-plan'
import { endVehicleSchedules } from '@/lib/schedules/end-vehicle-schedules'
import { unknownVehicle } from '@/lib/vehicles/get-vehicle'
import { recordingVehicle } from '@/lib/vehicles/record-vehicle'
import { expectedAt } from '@/lib/vehicles/request-vehicle-plans'
import { findVehicle, vehicleEtag } from '@/lib/vehicles/stored-vehicle'

/**
 * Deletes a vehicle: its addresses and tokens are free, its connection ends, its future schedules go, its past ones stay
 * in the location's range. Its
 * row stays too, so that a new vehicle with this id does not inherit them.
 * @throws Refusal 404, 409 (a narrowed caller does not see all that would go), 412
 */
export async function deleteVehicle(
  context: Context,
  { vehicleId, ifMatch }: { vehicleId: string; ifMatch: string | null },
): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    const existing = await findVehicle(tx, context.who, vehicleId, { lock: true })
    checkIfMatch(ifMatch, existing && vehicleEtag(existing.vehicle))
    if (!existing) throw unknownVehicle(vehicleId)
    await refuseHiddenLoss(tx, context, existing.key)
    const expected = await expectedAt(tx, existing.key, context.now)
    const inner = { ...context, db: tx }
    const moved = await endAllClaims(tx, existing.key, context.now)
    await endVehicleSchedules(inner, { key: existing.key, id: vehicleId })
    await recordingVehicle(inner, vehicleId, () => erase(tx, existing.key, context.now))
    await requestPlans(tx, [...expected, ...moved], 'vehicle-changed', `Vehicle ${vehicleId} was deleted.`)
  })
}

/** The row stays, as one that is deleted. */
async function erase(tx: Database, key: number, now: number): Promise<void> {
  await tx.delete(chargingPort).where(eq(chargingPort.vehicleKey, key))
  await tx.delete(vehicleToken).where(eq(vehicleToken.vehicleKey, key))
  await tx.delete(vehicleLocation).where(eq(vehicleLocation.vehicleKey, key))
  await tx
    .update(vehicle)
    .set({ deletedAt: new Date(now) })
    .where(eq(vehicle.key, key))
}

/**
 * A caller who is narrowed to locations must not take along what they cannot see: other locations of the vehicle, stays
 * and rules that are not over there.
 * @throws Refusal 409 without details
 */
async function refuseHiddenLoss(tx: Database, { who, now }: Context, vehicleKey: number): Promise<void> {
  if (who.locationUids === null) return
  const belongs = await tx.execute<{ uid: string }>(
    sql`select location_uid as uid from vehicle_location where vehicle_key = ${vehicleKey}`,
  )
  const concerned = [...belongs.map(({ uid }) => uid), ...(await expectedAt(tx, vehicleKey, now))]
  if (concerned.every((uid) => canSeeLocation(who, uid))) return
  throw new Refusal(
    'conflict',
    'This vehicle is also in use outside of the locations that you are limited to. Ask somebody with access to all of them to delete it.',
  )
}
