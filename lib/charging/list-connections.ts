import { sql } from 'drizzle-orm'
import type { Connection } from '@/lib/charging/connection'
import { listStrangers } from '@/lib/charging/list-strangers'
import type { Database } from '@/lib/db/client'

type Row = {
  vehicle_key: string
  station_id: string | null
  evse_id: string | null
  connector_id: string | null
  connected_at: number
  charging: boolean
  power_kw: number | null
  reports_meter: boolean
  last_event_at: number
}

/** Which vehicles are connected at a location, known or not, with or without a schedule, by the time of connection. */
export async function listConnections(db: Database, locationUid: string, now: number): Promise<Connection[]> {
  const rows = await db.execute<Row>(sql`
    select vehicle_key, station_id, evse_id, connector_id, charging, power_kw, reports_meter,
      (extract(epoch from connected_at) * 1000)::float8 as connected_at,
      (extract(epoch from last_event_at) * 1000)::float8 as last_event_at
    from charging_session where location_uid = ${locationUid} and disconnected_at is null`)
  const known = rows.map((row) => ({
    vehicleKey: Number(row.vehicle_key),
    macAddress: null,
    stationId: row.station_id,
    evseId: row.evse_id,
    connectorId: row.connector_id,
    connectedAt: row.connected_at,
    charging: row.charging,
    powerKw: row.power_kw,
    reportsMeter: row.reports_meter,
    lastEventAt: row.last_event_at,
  }))
  const strangers = await listStrangers(db, locationUid, now)
  return [...known, ...strangers].sort((a, b) => a.connectedAt - b.connectedAt)
}
