import { sql } from 'drizzle-orm'
import type { ChargingEvent } from '@/lib/contract/charging-event'
import type { Database } from '@/lib/db/client'
import { rowsParameter } from '@/lib/db/rows-parameter'

/**
 * Whose the events are that name no vehicle, or an address that none has, at a place where a stranger of just that name was
 * given to a vehicle by hand: as long as that one is connected there, what is told of the stranger is the vehicle's.
 * @returns keys of vehicles, by event
 */
export async function listGiven(tx: Database, events: readonly ChargingEvent[]): Promise<Map<ChargingEvent, number>> {
  const asked = events.flatMap((event, index) => (isNameless(event) ? [{ index, ...placeOf(event) }] : []))
  if (asked.length === 0) return new Map()
  const rows = await tx.execute<{ index: number; key: string }>(sql`
    select distinct on (n.index) n.index, c.vehicle_key as key
    from jsonb_to_recordset(${rowsParameter(asked)}) as n (index int, at float8, uid text, station text, place text, mac text)
    join charging_session c on coalesce(c.station_id, '') = n.station and coalesce(c.evse_id, c.connector_id) = n.place
      and c.connected_at <= to_timestamp(n.at / 1000.0)
      and (c.disconnected_at is null or c.disconnected_at >= to_timestamp(n.at / 1000.0))
      and c.location_uid = coalesce(n.uid, (select s.location_uid from charging_station s where s.id = n.station))
    where not exists (select 1 from charging_port p where p.mac_address = n.mac)
      and exists (select 1 from charging_event e where e.vehicle_key = c.vehicle_key and e.timestamp >= c.connected_at
        and e.timestamp <= coalesce(c.disconnected_at, 'infinity') and e.station_id = n.station
        and coalesce(e.evse_id, e.connector_id) = n.place and e.mac_address is not distinct from n.mac)
    order by n.index, c.connected_at desc`)
  return new Map(rows.flatMap(({ index, key }) => (events[index] ? [[events[index], Number(key)] as const] : [])))
}

function isNameless({ type, vehicleId, stationId, evseId, connectorId }: ChargingEvent): boolean {
  return type !== 'connector-status' && vehicleId == null && stationId != null && (evseId ?? connectorId) != null
}

function placeOf({ timestamp, locationUid, stationId, evseId, connectorId, macAddress }: ChargingEvent) {
  const place = { uid: locationUid ?? null, station: stationId, place: evseId ?? connectorId }
  return { at: timestamp, ...place, mac: macAddress ?? null }
}
