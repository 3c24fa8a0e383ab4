import { sql } from 'drizzle-orm'
import { type ChargerEvent, isSameConnector, type Place, type PlaceEvent } from '@/lib/charging/charger-event'
import type { Database } from '@/lib/db/client'

/** The events of one vehicle in a time (epoch ms). */
type Span = { vehicleKey: number; from: number; to: number; events: readonly ChargerEvent[] }

type Row = { vehicle_key: string; at: number; type: string; status: string | null } & Record<
  'location_uid' | 'station_id' | 'evse_id' | 'connector_id',
  string | null
>

/** What OCPP 1.6 and 2.0.1 call a connector with a vehicle. */
const OCCUPIED = ['occupied', 'preparing', 'charging', 'suspendedev', 'suspendedevse', 'finishing']

/** Whether a connector-status says that somebody is there, or nobody; null: it says neither. */
export function occupancyOf(status: string): 'available' | 'occupied' | null {
  const word = status.replace(/[\s_-]/g, '').toLowerCase()
  if (word === 'available') return 'available'
  return OCCUPIED.includes(word) ? 'occupied' : null
}

/**
 * What happened at the connectors of these vehicles besides their own events: another vehicle was connected there, or
 * the connector said whether anybody is. By vehicle key.
 */
export async function listPlaceEvents(tx: Database, spans: readonly Span[]): Promise<Map<number, PlaceEvent[]>> {
  const found = new Map<number, PlaceEvent[]>()
  const asked = spans.flatMap(({ vehicleKey, from, to, events }) =>
    [...new Set(events.filter(hasConnector).map(({ stationId }) => stationId ?? ''))].map((station) => ({
      ...{ key: vehicleKey, from, to, station },
    })),
  )
  if (asked.length === 0) return found
  const rows = await tx.execute<Row>(sql`
    select w.key as vehicle_key, (extract(epoch from e.timestamp) * 1000)::float8 as at, e.type, e.status,
      e.location_uid, e.station_id, e.evse_id, e.connector_id
    from jsonb_to_recordset(${JSON.stringify(asked)}::text::jsonb) as w (key bigint, "from" float8, "to" float8, station text)
    join charging_event e on coalesce(e.station_id, '') = w.station
      and e.timestamp between to_timestamp(w."from" / 1000.0) and to_timestamp(w."to" / 1000.0)
      and e.type in ('ev-connected', 'charging-started', 'connector-status')
      and (e.type = 'connector-status' or (e.vehicle_key is distinct from w.key
        and (e.vehicle_key is not null or e.mac_address is not null)))`)
  const places = new Map(spans.map(({ vehicleKey, events }) => [vehicleKey, placesOf(events)]))
  for (const row of rows) {
    const key = Number(row.vehicle_key)
    const event = toPlaceEvent(row)
    if (!event || !places.get(key)?.some((place) => isSameConnector(place, event))) continue
    const list = found.get(key)
    if (list) list.push(event)
    else found.set(key, [event])
  }
  return found
}

const hasConnector = ({ evseId, connectorId }: Place) => evseId !== null || connectorId !== null

/** The different connectors that these events name. */
function placesOf(events: readonly Place[]): Place[] {
  const places = new Map<string, Place>()
  for (const { locationUid, stationId, evseId, connectorId } of events)
    places.set(JSON.stringify([locationUid, stationId, evseId, connectorId]), {
      ...{ locationUid, stationId, evseId, connectorId },
    })
  return [...places.values()].filter(hasConnector)
}

function toPlaceEvent(row: Row): PlaceEvent | null {
  const what = row.type === 'connector-status' ? occupancyOf(row.status ?? '') : 'taken'
  if (what === null) return null
  const { location_uid: locationUid, station_id: stationId, evse_id: evseId, connector_id: connectorId } = row
  return { at: row.at, what, locationUid, stationId, evseId, connectorId }
}
