import { sql } from 'drizzle-orm'
import { isSameConnector, type Place } from '@/lib/charging/charger-event'
import type { Connection } from '@/lib/charging/connection'
import { occupancyOf } from '@/lib/charging/list-place-events'
import { believePower } from '@/lib/charging/plausibility/believe-power'
import type { Database } from '@/lib/db/client'

/** A stranger that says nothing for so long has probably gone. */
const FORGOTTEN = sql.raw(`interval '24 hours'`)

/** Events of a MAC address that no vehicle has, or of none: columns of `charging_event`. */
export const IS_STRANGER = sql.raw(
  `vehicle_key is null and type <> 'connector-status' and (mac_address is not null or station_id is not null)`,
)

/** What tells one stranger from another: its address, else where it stands. */
export const STRANGER = sql.raw(`coalesce(mac_address, concat_ws('/', station_id, evse_id, connector_id))`)

/** Nothing is known of a stranger. */
export const STRANGER_LIMITS = { batterySizeKwh: null, vehicleKw: null, chargerKw: null, preconditioningKwh: 0 }

type PlaceRow = { station_id: string | null; evse_id: string | null; connector_id: string | null }
type StrangerRow = PlaceRow & {
  mac_address: string | null
  power_kw: number | null
  reports_meter: boolean
  connected_at: number
  last_event_at: number
}
type EndRow = PlaceRow & { at: number; type: string; status: string | null }

/**
 * The strangers that are connected at a location: events of a MAC address that no vehicle has, or of none. They stay
 * until they are disconnected, their connector is available or another vehicle's, or nothing is heard of them for a day.
 */
export async function listStrangers(db: Database, locationUid: string, now: number): Promise<Connection[]> {
  const since = sql`${new Date(now).toISOString()}::timestamptz - ${FORGOTTEN}`
  const strangers = await db.execute<StrangerRow>(sql`
    select mac_address, station_id, evse_id, connector_id, last_kw as power_kw, reports_meter,
      (extract(epoch from connected_at) * 1000)::float8 as connected_at,
      (extract(epoch from timestamp) * 1000)::float8 as last_event_at
    from (
      select distinct on (identity) *,
        first_value(power_kw) over (partition by identity order by power_kw is null, timestamp desc) as last_kw,
        bool_or(type = 'meter') over whole as reports_meter, min(timestamp) over whole as connected_at
      from (
        select *, ${STRANGER} as identity,
          count(*) filter (where type = 'ev-disconnected') over (
            partition by ${STRANGER}
            order by timestamp desc, id desc rows between unbounded preceding and 1 preceding) as ended
        from charging_event
        where location_uid = ${locationUid} and ${IS_STRANGER} and timestamp > ${since}
      ) heard where ended = 0
      window whole as (partition by identity)
      order by identity, timestamp desc, id desc
    ) last where type <> 'ev-disconnected'`)
  if (strangers.length === 0) return []
  const ends = await db.execute<EndRow>(sql`
    select station_id, evse_id, connector_id, type, status, (extract(epoch from timestamp) * 1000)::float8 as at
    from charging_event where location_uid = ${locationUid} and timestamp > ${since}
      and type in ('ev-connected', 'charging-started', 'connector-status')`)
  return strangers.filter((stranger) => !ends.some((end) => hasEnded(stranger, end))).map(toConnection)
}

/** Its connector is free, or is another's, since it was last heard of. */
function hasEnded(stranger: StrangerRow, end: EndRow): boolean {
  if (end.at <= stranger.last_event_at || !isSameConnector(placeOf(stranger), placeOf(end))) return false
  return end.type !== 'connector-status' || occupancyOf(end.status ?? '') === 'available'
}

function placeOf({ station_id: stationId, evse_id: evseId, connector_id: connectorId }: PlaceRow): Place {
  return { locationUid: null, stationId, evseId, connectorId }
}

function toConnection(row: StrangerRow): Connection {
  const { stationId, evseId, connectorId } = placeOf(row)
  const powerKw = believePower([{ powerKw: row.power_kw }], STRANGER_LIMITS)[0]?.value ?? null
  return {
    ...{ vehicleKey: null, macAddress: row.mac_address, stationId, evseId, connectorId },
    ...{ connectedAt: row.connected_at, charging: (powerKw ?? 0) > 0, powerKw, reportsMeter: row.reports_meter },
    lastEventAt: row.last_event_at,
  }
}
