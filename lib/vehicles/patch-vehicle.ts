import type { Context } from '@/lib/context'
import type { VehicleInput } from '@/lib/contract/vehicle'
import { inTransaction } from '@/lib/db/transaction'
import { checkIfMatch } from '@/lib/if-match'
import { BLANK, merged } from '@/lib/vehicles/attributes'
import { unknownVehicle } from '@/lib/vehicles/get-vehicle'
import { whileClaiming } from '@/lib/vehicles/put-vehicle'
import { recordingVehicle } from '@/lib/vehicles/record-vehicle'
import { requestVehiclePlans } from '@/lib/vehicles/request-vehicle-plans'
import { checkStorable, storeAttributes } from '@/lib/vehicles/store-vehicle'
import { attributesOf, findVehicle, vehicleEtag } from '@/lib/vehicles/stored-vehicle'
import { keepHiddenLocations } from '@/lib/vehicles/visible-locations'

/**
 * Changes some attributes (RFC 7396: objects merge, arrays replace, null clears).
 * @throws Refusal 404, 409 (MAC address or token taken), 412 (`ifMatch` is stale, or `*` and there is no such vehicle), 422
 */
export async function patchVehicle(
  context: Context,
  { vehicleId, patch, ifMatch }: { vehicleId: string; patch: VehicleInput; ifMatch: string | null },
): Promise<void> {
  await whileClaiming(context, merged(BLANK, patch), () =>
    inTransaction(context.db, async (tx) => {
      const existing = await findVehicle(tx, context.who, vehicleId, { lock: true })
      checkIfMatch(ifMatch, existing && vehicleEtag(existing.vehicle))
      if (!existing) throw unknownVehicle(vehicleId)
      const next = merged(attributesOf(existing.vehicle), patch)
      await checkStorable(tx, context.who, existing.key, next)
      const kept = await keepHiddenLocations(tx, context.who, existing.key, next)
      const moved = await recordingVehicle({ ...context, db: tx }, vehicleId, () =>
        storeAttributes(tx, existing.key, kept, context.now),
      )
      await requestVehiclePlans(tx, { key: existing.key, id: vehicleId, moved }, context.now)
    }),
  )
}
