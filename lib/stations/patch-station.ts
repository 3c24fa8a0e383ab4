import { eq } from 'drizzle-orm'
import type { Context } from '@/lib/context'
import type { ChargingStationPatch } from '@/lib/contract/station'
import { chargingStation } from '@/lib/db/schema'
import { inTransaction } from '@/lib/db/transaction'
import { checkIfMatch } from '@/lib/if-match'
import { notifyStation } from '@/lib/stations/notices'
import { recordStation, recordStationPassword } from '@/lib/stations/record-station'
import { merged } from '@/lib/stations/station-attributes'
import { adoptWaiting, checkStorable, columnsOf, requestStationPlans } from '@/lib/stations/store-station'
import { findStation, stationEtag, unknownStation } from '@/lib/stations/stored-station'

/**
 * Changes some attributes (RFC 7396: null clears, arrays replace).
 * @throws Refusal 404, 412 (`ifMatch` is stale, or `*` and there is no such station), 422
 */
export async function patchStation(
  context: Context,
  { stationId, patch, ifMatch }: { stationId: string; patch: ChargingStationPatch; ifMatch: string | null },
): Promise<void> {
  const isMoved = await inTransaction(context.db, async (tx) => {
    const inner = { ...context, db: tx }
    const existing = await findStation(inner, stationId, { lock: true })
    checkIfMatch(ifMatch, existing && stationEtag(existing))
    if (!existing) throw unknownStation(stationId)
    const next = merged(existing.attributes, patch)
    await checkStorable(tx, context.who, next)
    await tx.update(chargingStation).set(columnsOf(next, context.now)).where(eq(chargingStation.id, stationId))
    await recordStation(inner, stationId, { before: existing.attributes, after: next })
    if (patch.keepPassword) {
      await adoptWaiting(tx, stationId, true)
      await recordStationPassword(inner, stationId, next.locationUid)
    }
    const isElsewhere = existing.attributes.locationUid !== next.locationUid
    await requestStationPlans(tx, stationId, [existing.attributes.locationUid, next.locationUid])
    return isElsewhere
  })
  if (isMoved) await notifyStation(context.db, 'connection', stationId)
}
