import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'

/** A vehicle that is connected right now. Instants epoch ms, power kW at the vehicle. */
export type Connection = {
  /** null: its MAC address belongs to no known vehicle. */
  vehicleKey: number | null
  macAddress: string | null
  stationId: string | null
  evseId: string | null
  connectorId: string | null
  connectedAt: number
  charging: boolean
  /** The last power that was reported; null: none was. */
  powerKw: number | null
  lastEventAt: number
}

type Row = {
  vehicle_key: string | null
  mac_address: string | null
  station_id: string | null
  evse_id: string | null
  connector_id: string | null
  connected_at: number
  charging: boolean
  power_kw: number | null
  last_event_at: number
}

/** A stranger that says nothing for so long has probably gone. */
const STRANGER_FORGOTTEN = sql.raw(`interval '24 hours'`)

const ms = (instant: SQL) => sql`(extract(epoch from ${instant}) * 1000)::float8`

/** Who is connected at a location, known or not, with or without a schedule, by the time of connection. */
export async function listConnections(db: Database, locationUid: string, now: number): Promise<Connection[]> {
  const rows = await db.execute<Row>(sql`
    select vehicle_key, null::text as mac_address, station_id, evse_id, connector_id, ${ms(sql`connected_at`)} as connected_at,
      charging, power_kw, ${ms(sql`last_event_at`)} as last_event_at
    from charging_session where location_uid = ${locationUid} and disconnected_at is null
    union all
    select null, mac_address, last.station_id, last.evse_id, last.connector_id, ${ms(sql`last.since`)},
      last.power_kw > 0, last.power_kw, ${ms(sql`last.timestamp`)}
    from (
      select distinct on (mac_address) mac_address, station_id, evse_id, connector_id, type, timestamp,
        first_value(power_kw) over (partition by mac_address order by power_kw is null, timestamp desc) as power_kw,
        min(timestamp) over (partition by mac_address) as since
      from charging_event
      where location_uid = ${locationUid} and vehicle_key is null and mac_address is not null
        and timestamp > ${new Date(now).toISOString()}::timestamptz - ${STRANGER_FORGOTTEN}
      order by mac_address, timestamp desc, id desc
    ) last where last.type <> 'ev-disconnected'
    order by connected_at`)
  return rows.map((row) => ({
    vehicleKey: row.vehicle_key === null ? null : Number(row.vehicle_key),
    macAddress: row.mac_address,
    stationId: row.station_id,
    evseId: row.evse_id,
    connectorId: row.connector_id,
    connectedAt: row.connected_at,
    charging: row.charging ?? false,
    powerKw: row.power_kw,
    lastEventAt: row.last_event_at,
  }))
}
