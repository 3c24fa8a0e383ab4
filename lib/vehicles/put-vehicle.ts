import { sql } from 'drizzle-orm'
import type { Context } from '@/lib/context'
import type { VehicleInput } from '@/lib/contract/vehicle'
import type { Database } from '@/lib/db/client'
import { vehicle } from '@/lib/db/schema'
import { inTransaction, violates } from '@/lib/db/transaction'
import { checkIfMatch } from '@/lib/if-match'
import { replaced, type VehicleAttributes } from '@/lib/vehicles/attributes'
import { unknownVehicle } from '@/lib/vehicles/get-vehicle'
import { requestVehiclePlans } from '@/lib/vehicles/request-vehicle-plans'
import {
  checkStorable,
  columnsOf,
  refuseTakenAddresses,
  storeAttributes,
  storeParts,
} from '@/lib/vehicles/store-vehicle'
import { findVehicle, vehicleEtag } from '@/lib/vehicles/stored-vehicle'
import { keepHiddenLocations } from '@/lib/vehicles/visible-locations'

/**
 * Creates the vehicle, or replaces all its attributes: what is left out goes back to its default.
 * @throws Refusal 404 (hidden from this caller), 409 (MAC address taken), 412 (`ifMatch` is stale), 422
 */
export async function putVehicle(
  context: Context,
  { vehicleId, input, ifMatch }: { vehicleId: string; input: VehicleInput; ifMatch: string | null },
): Promise<{ created: boolean }> {
  const next = replaced(input)
  return claimingAddresses(context, next, () =>
    inTransaction(context.db, async (tx) => {
      const existing = await findVehicle(tx, context.who, vehicleId, { lock: true })
      checkIfMatch(ifMatch, existing && vehicleEtag(existing.vehicle))
      await checkStorable(tx, context.who, existing?.key ?? null, next)
      const key = existing?.key ?? (await insertVehicle(tx, vehicleId, next, context.now))
      if (existing) {
        const kept = await keepHiddenLocations(tx, context.who, existing.key, next)
        await storeAttributes(tx, existing.key, kept, context.now)
      } else await storeParts(tx, key, next)
      await requestVehiclePlans(tx, { key, id: vehicleId }, context.now)
      return { created: !existing }
    }),
  )
}

/** A row of this id that the caller did not see is either hidden from them or was made at this moment. */
async function insertVehicle(tx: Database, id: string, next: VehicleAttributes, now: number): Promise<number> {
  const rows = await tx
    .insert(vehicle)
    .values({ id, ...columnsOf(next, now) })
    .onConflictDoNothing({ target: vehicle.id, where: sql`deleted_at is null` })
    .returning({ key: vehicle.key })
  if (rows[0]) return rows[0].key
  throw new JustCreated(id)
}

class JustCreated extends Error {
  constructor(readonly id: string) {
    super(`the vehicle ${id} was made by a parallel call`)
  }
}

/**
 * Two calls may claim one address, or make one vehicle, at the same moment: the second one sees what the first did and
 * answers as if it had come after it.
 */
export async function claimingAddresses<T>(
  context: Context,
  next: VehicleAttributes,
  attempt: () => Promise<T>,
): Promise<T> {
  for (let retry = true; ; retry = false) {
    try {
      return await attempt()
    } catch (error) {
      if (violates(error, 'charging_port_pkey')) {
        await refuseTakenAddresses(context.db, context.who, null, next)
        if (retry) continue
      }
      if (error instanceof JustCreated) {
        if (retry) continue
        throw unknownVehicle(error.id)
      }
      throw error
    }
  }
}
