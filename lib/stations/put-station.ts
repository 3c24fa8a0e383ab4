import { eq } from 'drizzle-orm'
import type { Context } from '@/lib/context'
import type { ChargingStationPatch } from '@/lib/contract/station'
import { chargingStation } from '@/lib/db/schema'
import { inTransaction } from '@/lib/db/transaction'
import { checkIfMatch } from '@/lib/if-match'
import { notifyStation } from '@/lib/stations/notices'
import { recordStation, recordStationPassword } from '@/lib/stations/record-station'
import { replaced } from '@/lib/stations/station-attributes'
import { adoptWaiting, checkStorable, columnsOf, requestStationPlans } from '@/lib/stations/store-station'
import { findStation, stationEtag, unknownStation } from '@/lib/stations/stored-station'

/**
 * Creates the station, or replaces all its attributes; its password stays.
 * @throws Refusal 404 (hidden from this caller), 412 (`ifMatch` is stale), 422
 */
export async function putStation(
  context: Context,
  {
    stationId,
    input,
    ifMatch,
  }: { stationId: string; input: ChargingStationPatch & { locationUid: string }; ifMatch: string | null },
): Promise<{ created: boolean }> {
  const next = replaced(input)
  const { created, isMoved } = await inTransaction(context.db, async (tx) => {
    const inner = { ...context, db: tx }
    const columns = columnsOf(next, context.now)
    let existing = await findStation(inner, stationId, { lock: true })
    checkIfMatch(ifMatch, existing && stationEtag(existing))
    await checkStorable(tx, context.who, next)
    let created = false
    if (!existing) {
      const inserted = await tx
        .insert(chargingStation)
        .values({ id: stationId, ...columns })
        .onConflictDoNothing()
        .returning({ id: chargingStation.id })
      created = inserted.length > 0
      // A row that was not seen is either hidden from this caller or was made by a parallel call just now.
      existing = created ? null : await findStation(inner, stationId, { lock: true })
      if (!created && !existing) throw unknownStation(stationId)
    }
    if (!created) await tx.update(chargingStation).set(columns).where(eq(chargingStation.id, stationId))
    if (created || input.keepPassword) await adoptWaiting(tx, stationId, input.keepPassword === true)
    await recordStation(inner, stationId, { before: existing?.attributes ?? null, after: next })
    if (input.keepPassword) await recordStationPassword(inner, stationId, next.locationUid)
    const places = [next.locationUid, ...(existing ? [existing.attributes.locationUid] : [])]
    const isElsewhere = existing !== null && existing.attributes.locationUid !== next.locationUid
    await requestStationPlans(tx, stationId, places)
    return { created, isMoved: isElsewhere }
  })
  if (isMoved) await notifyStation(context.db, 'connection', stationId)
  return { created }
}
