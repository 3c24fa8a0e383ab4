import { sql } from 'drizzle-orm'
import { isSameConnector, type Place } from '@/lib/charging/charger-event'
import type { Touched } from '@/lib/charging/load-window'
import type { ChargingEvent } from '@/lib/contract/charging-event'
import type { Database } from '@/lib/db/client'

const LOCKS = 256
/** Names our advisory locks of connectors among others. */
const LOCK_CLASS = 0x63_6f_6e

type Asked = Place & { at: number }

type Row = { vehicle_key: string; asked: number } & Record<
  'location_uid' | 'station_id' | 'evse_id' | 'connector_id',
  string | null
>

/**
 * The vehicles that are connected, at the time of these events, at the connectors where they happened: another vehicle
 * there, or an available connector, ends their connections. Calls about one connector go one after the other until the
 * transaction ends, so that neither of two vehicles is missed.
 */
export async function listOccupants(tx: Database, events: readonly ChargingEvent[]): Promise<Touched[]> {
  const asked = events.flatMap(askedOf)
  if (asked.length === 0) return []
  const stations = [...new Set(asked.map(({ stationId }) => stationId ?? ''))]
  await tx.execute(sql`
    select pg_advisory_xact_lock(${LOCK_CLASS}::int, slot) from (
      select distinct abs(hashtext(station) % ${LOCKS}::int) as slot
      from unnest(${sql.param(stations)}::text[]) as station order by slot) slots`)
  const rows = await tx.execute<Row>(sql`
    select c.vehicle_key, e.asked, c.location_uid, c.station_id, c.evse_id, c.connector_id
    from jsonb_to_recordset(${JSON.stringify(asked.map(({ at, stationId }, index) => ({ asked: index, at, station: stationId ?? '' })))}::text::jsonb)
      as e (asked int, at float8, station text)
    join charging_session c on coalesce(c.station_id, '') = e.station and c.connected_at <= to_timestamp(e.at / 1000.0)
      and (c.disconnected_at is null or c.disconnected_at >= to_timestamp(e.at / 1000.0))
    order by c.vehicle_key, e.asked`)
  return rows.flatMap((row): Touched[] => {
    const event = asked[row.asked]
    if (!event || !isSameConnector(event, placeOf(row))) return []
    return [{ vehicleKey: Number(row.vehicle_key), from: event.at, to: event.at }]
  })
}

const TELLING = ['ev-connected', 'charging-started', 'connector-status']

function askedOf({ type, timestamp, locationUid, stationId, evseId, connectorId }: ChargingEvent): Asked[] {
  if (!TELLING.includes(type) || (evseId == null && connectorId == null)) return []
  const place = { locationUid: locationUid ?? null, stationId: stationId ?? null }
  return [{ at: timestamp, ...place, evseId: evseId ?? null, connectorId: connectorId ?? null }]
}

function placeOf(row: Row): Place {
  const { location_uid: locationUid, station_id: stationId, evse_id: evseId, connector_id: connectorId } = row
  return { locationUid, stationId, evseId, connectorId }
}
