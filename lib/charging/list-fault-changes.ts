import { sql } from 'drizzle-orm'
import type { JudgedEvent } from '@/lib/charging/judged-event'
import { isOutOfOrder } from '@/lib/charging/list-connector-faults'
import type { Database } from '@/lib/db/client'

/** A connector with a vehicle that is out of order now (epoch ms) and was not before, or the other way round. */
export type FaultChange = { locationUid: string; at: number; isFaulted: boolean }

/** Where these events, which are stored, change whether a connector at which somebody stands is out of order. */
export async function listFaultChanges(tx: Database, events: readonly JudgedEvent[]): Promise<FaultChange[]> {
  const said = events.flatMap(({ event, locationUid }) =>
    event.type === 'connector-status' && event.status != null && locationUid !== null
      ? [{ ...placeOf(event), at: event.timestamp, location: locationUid, status: event.status }]
      : [],
  )
  if (said.length === 0) return []
  const rows = await tx.execute<{ location: string; at: number; status: string; before: string | null }>(sql`
    select said.location, said.at, said.status, (
      select b.status from charging_event b
      where b.type = 'connector-status' and b.location_uid = said.location and coalesce(b.station_id, '') = said.station
        and coalesce(b.evse_id, '') = said.evse and coalesce(b.connector_id, '') = said.connector
        and b.timestamp < to_timestamp(said.at / 1000.0)
      order by b.timestamp desc limit 1) as before
    from jsonb_to_recordset(${JSON.stringify(said)}::text::jsonb)
      as said (station text, evse text, connector text, at float8, location text, status text)
    where exists (select from charging_session c
      where c.disconnected_at is null and c.location_uid = said.location and coalesce(c.station_id, '') = said.station
        and coalesce(c.evse_id, '') = said.evse and coalesce(c.connector_id, '') = said.connector)`)
  return rows.flatMap(({ location, at, status, before }): FaultChange[] => {
    const isFaulted = isOutOfOrder({ status })
    return isFaulted === (before !== null && isOutOfOrder({ status: before }))
      ? []
      : [{ locationUid: location, at, isFaulted }]
  })
}

function placeOf({ stationId, evseId, connectorId }: JudgedEvent['event']) {
  return { station: stationId ?? '', evse: evseId ?? '', connector: connectorId ?? '' }
}
