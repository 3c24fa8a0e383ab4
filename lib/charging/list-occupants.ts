import { sql } from 'drizzle-orm'
import { isSameConnector, type Place } from '@/lib/charging/charger-event'
import type { Touched } from '@/lib/charging/load-window'
import type { ChargingEvent } from '@/lib/contract/charging-event'
import type { Database } from '@/lib/db/client'

/** Names our advisory locks of stations, and of all of them, among others. */
const LOCK_CLASS = 0x63_6f_6e
const LOCK_OF_ALL = 0x63_6f_61
/** The database has room for some thousands of locks in all: who would need more of them than this takes that of all. */
const MOST_LOCKS = 256

type Asked = Place & { at: number }

type Row = { vehicle_key: string; asked: number } & Record<
  'location_uid' | 'station_id' | 'evse_id' | 'connector_id',
  string | null
>

/**
 * The vehicles that are connected, at the time of these events, at the connectors where they happened: another vehicle
 * there, or an available connector, ends their connections. Calls about one station go one after the other until the
 * transaction ends, so that neither of two vehicles is missed; calls about different ones do not wait for each other, unless
 * one is about very many: that waits for all others, and they for it.
 */
export async function listOccupants(tx: Database, events: readonly ChargingEvent[]): Promise<Touched[]> {
  const asked = events.flatMap(askedOf)
  if (asked.length === 0) return []
  const stations = [...new Set(asked.map(({ stationId }) => stationId ?? ''))]
  await holdStations(tx, stations)
  const rows = await tx.execute<Row>(sql`
    select c.vehicle_key, e.asked, c.location_uid, c.station_id, c.evse_id, c.connector_id
    from jsonb_to_recordset(${JSON.stringify(asked.map(({ at, stationId }, index) => ({ asked: index, at, station: stationId ?? '' })))}::text::jsonb)
      as e (asked int, at float8, station text)
    join charging_session c on coalesce(c.station_id, '') = e.station and c.connected_at <= to_timestamp(e.at / 1000.0)
      and (c.disconnected_at is null or c.disconnected_at >= to_timestamp(e.at / 1000.0))
    order by c.vehicle_key, e.asked`)
  return rows.flatMap((row): Touched[] => {
    const event = asked[row.asked]
    // Where an event happened is found out later, if it does not say so.
    const place = placeOf(row)
    if (!event || !isSameConnector(place, { ...event, locationUid: event.locationUid ?? place.locationUid })) return []
    return [{ vehicleKey: Number(row.vehicle_key), from: event.at, to: event.at }]
  })
}

async function holdStations(tx: Database, stations: readonly string[]): Promise<void> {
  if (stations.length > MOST_LOCKS) {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK_OF_ALL}::int, 0)`)
    return
  }
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${LOCK_OF_ALL}::int, 0)`)
  await tx.execute(sql`
    select pg_advisory_xact_lock(${LOCK_CLASS}::int, slot) from (
      select distinct hashtext(station) as slot
      from unnest(${sql.param([...stations])}::text[]) as station order by slot) slots`)
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
