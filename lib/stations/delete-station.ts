import { eq } from 'drizzle-orm'
import type { Context } from '@/lib/context'
import { chargingStation } from '@/lib/db/schema'
import { inTransaction } from '@/lib/db/transaction'
import { checkIfMatch } from '@/lib/if-match'
import { notifyStation } from '@/lib/stations/notices'
import { recordStation } from '@/lib/stations/record-station'
import { requestStationPlans } from '@/lib/stations/store-station'
import { findStation, stationEtag, unknownStation } from '@/lib/stations/stored-station'

/**
 * Deletes a station: its connection ends, and its identity is refused from now on. What it reported stays.
 * @throws Refusal 404, 412
 */
export async function deleteStation(
  context: Context,
  { stationId, ifMatch }: { stationId: string; ifMatch: string | null },
): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    const inner = { ...context, db: tx }
    const existing = await findStation(inner, stationId, { lock: true })
    checkIfMatch(ifMatch, existing && stationEtag(existing))
    if (!existing) throw unknownStation(stationId)
    await tx.delete(chargingStation).where(eq(chargingStation.id, stationId))
    await recordStation(inner, stationId, { before: existing.attributes, after: null })
    await requestStationPlans(tx, stationId, [existing.attributes.locationUid])
  })
  await notifyStation(context.db, 'connection', stationId)
}
