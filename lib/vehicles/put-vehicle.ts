import { sql } from 'drizzle-orm'
import type { Context } from '@/lib/context'
import type { VehicleInput } from '@/lib/contract/vehicle'
import type { Database } from '@/lib/db/client'
import { vehicle } from '@/lib/db/schema'
import { inTransaction, violates } from '@/lib/db/transaction'
import { checkIfMatch } from '@/lib/if-match'
import { replaced, type VehicleAttributes } from '@/lib/vehicles/attributes'
import { unknownVehicle } from '@/lib/vehicles/get-vehicle'
import { recordingVehicle, recordNewVehicle } from '@/lib/vehicles/record-vehicle'
import { requestVehiclePlans } from '@/lib/vehicles/request-vehicle-plans'
import { checkStorable, columnsOf, refuseTaken, storeAttributes, storeParts } from '@/lib/vehicles/store-vehicle'
import { findVehicle, vehicleEtag } from '@/lib/vehicles/stored-vehicle'
import { keepHiddenLocations } from '@/lib/vehicles/visible-locations'

/**
 * Creates the vehicle, or replaces all its attributes: what is left out goes back to its default. The row comes before
 * every look at it, so that of parallel calls one creates the vehicle and the others find it.
 * @throws Refusal 404 (hidden from this caller), 409 (MAC address or token taken), 412 (`ifMatch` is stale), 422
 */
export async function putVehicle(
  context: Context,
  { vehicleId, input, ifMatch }: { vehicleId: string; input: VehicleInput; ifMatch: string | null },
): Promise<{ created: boolean }> {
  const next = replaced(input)
  return whileClaiming(context, next, () =>
    inTransaction(context.db, async (tx) => {
      const inner = { ...context, db: tx }
      const inserted = ifMatch === null ? await insertVehicle(tx, vehicleId, next, context.now) : null
      const key = inserted ?? (await replaceableKey(tx, context, vehicleId, ifMatch))
      await checkStorable(tx, context.who, key, next)
      const moved =
        inserted === null
          ? await replace(inner, { key, id: vehicleId }, next)
          : await storeParts(tx, key, next, context.now)
      if (inserted !== null) await recordNewVehicle(inner, vehicleId)
      await requestVehiclePlans(tx, { key, id: vehicleId, moved }, context.now)
      return { created: inserted !== null }
    }),
  )
}

/** @returns as `storeParts` does */
async function replace(context: Context, vehicle: { key: number; id: string }, next: VehicleAttributes) {
  const { db: tx, who, now } = context
  const kept = await keepHiddenLocations(tx, who, vehicle.key, next)
  return recordingVehicle(context, vehicle.id, () => storeAttributes(tx, vehicle.key, kept, now))
}

/** @returns the key of the new row, null when there is a vehicle of this id already */
async function insertVehicle(tx: Database, id: string, next: VehicleAttributes, now: number): Promise<number | null> {
  const rows = await tx
    .insert(vehicle)
    .values({ id, ...columnsOf(next, now) })
    .onConflictDoNothing({ target: vehicle.id, where: sql`deleted_at is null` })
    .returning({ key: vehicle.key })
  return rows[0]?.key ?? null
}

/** The key of the stored vehicle, whose row is held. One that the caller does not see is hidden, or was just deleted. */
async function replaceableKey(tx: Database, { who }: Context, vehicleId: string, ifMatch: string | null) {
  const existing = await findVehicle(tx, who, vehicleId, { lock: true })
  checkIfMatch(ifMatch, existing && vehicleEtag(existing.vehicle))
  if (existing) return existing.key
  throw new NotSeen(vehicleId)
}

class NotSeen extends Error {
  constructor(readonly id: string) {
    super(`the vehicle ${id} is hidden, or was deleted by a parallel call`)
  }
}

/** A parallel call may delete the vehicle, or give up what this one claims, at most so often before this one is refused. */
const ATTEMPTS = 5

/**
 * Two calls may claim one address or token at the same moment: the second one sees what the first did and answers as if it had
 * come after it.
 */
export async function whileClaiming<T>(
  context: Context,
  next: VehicleAttributes,
  attempt: () => Promise<T>,
): Promise<T> {
  for (let attempts = 1; ; attempts++) {
    try {
      return await attempt()
    } catch (error) {
      const taken = violates(error, 'charging_port_pkey') || violates(error, 'vehicle_token_unique')
      if (taken) await refuseTaken(context.db, context.who, null, next)
      if (attempts < ATTEMPTS && (taken || error instanceof NotSeen)) continue
      if (error instanceof NotSeen) throw unknownVehicle(error.id)
      throw error
    }
  }
}
