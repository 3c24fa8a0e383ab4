import { sql } from 'drizzle-orm'
import type { JudgedEvent } from '@/lib/charging/judged-event'
import type { Database } from '@/lib/db/client'

/** Names an event in what it is unique in. */
export const nameOf = ({ scope, id }: Pick<JudgedEvent, 'scope' | 'id'>) => JSON.stringify([scope, id])

/** `appended`: the names of events that are new; `stored`: of the others, the fingerprints (null: unknown) by name. */
export type Appended = { appended: Set<string>; stored: Map<string, string | null> }

/**
 * Appends events, each id once and never again. An event of a vehicle that was unknown when it came is taken over when
 * it comes again. Ids go in order, so that parallel calls wait and do not deadlock.
 * @param events each name once
 */
export async function appendEvents(tx: Database, events: readonly JudgedEvent[], now: number): Promise<Appended> {
  if (events.length === 0) return { appended: new Set(), stored: new Map() }
  const rows = events.map(eventRow).sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
  const appended = await tx.execute<{ scope: string; id: string }>(sql`
    insert into charging_event as stored (scope, id, fingerprint, type, timestamp, estimated, set_aside, received_at,
      vehicle_key, mac_address, location_uid, station_id, evse_id, connector_id, transaction_id, soc, power_kw,
      energy_kwh, meter_kwh, odometer, reason, status, error_code, v2icp)
    select scope, id, fingerprint, type, to_timestamp(at / 1000.0), estimated, "setAside",
      ${new Date(now).toISOString()}::timestamptz, "vehicleKey", "macAddress", "locationUid", "stationId", "evseId",
      "connectorId", "transactionId", soc, "powerKw", "energyKwh", "meterKwh", odometer, reason, status, "errorCode", v2icp
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as e (scope text, id text, fingerprint text, type text,
      at float8, estimated boolean, "setAside" jsonb, "vehicleKey" bigint, "macAddress" text, "locationUid" text,
      "stationId" text, "evseId" text, "connectorId" text, "transactionId" text, soc float8, "powerKw" float8,
      "energyKwh" float8, "meterKwh" float8, odometer float8, reason text, status text, "errorCode" text, v2icp jsonb)
    on conflict (scope, id) do update set vehicle_key = excluded.vehicle_key, location_uid = excluded.location_uid,
      fingerprint = excluded.fingerprint, type = excluded.type, timestamp = excluded.timestamp,
      estimated = excluded.estimated, set_aside = excluded.set_aside, received_at = excluded.received_at,
      mac_address = excluded.mac_address, station_id = excluded.station_id, evse_id = excluded.evse_id,
      connector_id = excluded.connector_id, transaction_id = excluded.transaction_id, soc = excluded.soc,
      power_kw = excluded.power_kw, energy_kwh = excluded.energy_kwh, meter_kwh = excluded.meter_kwh,
      adopted = false, odometer = excluded.odometer, reason = excluded.reason, v2icp = excluded.v2icp
    where stored.adopted and stored.vehicle_key = excluded.vehicle_key or stored.vehicle_key is null
      and stored.type <> 'connector-status' and (excluded.vehicle_key is not null or stored.mac_address is not null)
    returning scope, id`)
  const names = new Set(appended.map(nameOf))
  const others = rows.filter((row) => !names.has(nameOf(row)))
  return { appended: names, stored: await fingerprintsOf(tx, others) }
}

async function fingerprintsOf(
  tx: Database,
  events: readonly { scope: string; id: string }[],
): Promise<Appended['stored']> {
  if (events.length === 0) return new Map()
  const names = JSON.stringify(events.map(({ scope, id }) => ({ scope, id })))
  const rows = await tx.execute<{ scope: string; id: string; fingerprint: string | null }>(sql`
    select e.scope, e.id, e.fingerprint from jsonb_to_recordset(${names}::text::jsonb) as n (scope text, id text)
    join charging_event e on e.scope = n.scope and e.id = n.id`)
  return new Map(rows.map((row) => [nameOf(row), row.fingerprint]))
}

function eventRow({ event, scope, fingerprint, estimated, setAside, vehicle, locationUid }: JudgedEvent) {
  const { id, type, timestamp, macAddress, stationId, evseId, connectorId, transactionId, soc, odometer } = event
  const { powerkW: powerKw, energykWh: energyKwh, meterkWh: meterKwh, reason, status, errorCode, v2icp } = event
  const place = { locationUid, stationId, evseId, connectorId, transactionId }
  const values = { soc, powerKw, energyKwh, meterKwh, odometer, reason, status, errorCode, v2icp }
  const said = { scope, id, fingerprint, type, at: timestamp, estimated, setAside }
  return { ...said, vehicleKey: vehicle?.key ?? null, macAddress, ...place, ...values }
}
