import { sql } from 'drizzle-orm'
import type { ChargingEvent } from '@/lib/contract/charging-event'
import type { Database } from '@/lib/db/client'

/** An event with what it was recognised as. */
export type Recorded = { event: ChargingEvent; vehicleKey: number | null; locationUid: string | null }

/**
 * Appends events, each id once and never again. An event of a vehicle that was unknown when it came is taken over when
 * it comes again and the vehicle is known by then. Ids go in order, so that parallel calls wait and do not deadlock.
 * @param recorded each id once
 * @returns the ids that are new
 */
export async function appendEvents(tx: Database, recorded: readonly Recorded[], now: number): Promise<Set<string>> {
  if (recorded.length === 0) return new Set()
  const rows = recorded.map(eventRow).sort((a, b) => (a.id < b.id ? -1 : 1))
  const appended = await tx.execute<{ id: string }>(sql`
    insert into charging_event as stored (id, type, timestamp, received_at, vehicle_key, mac_address, location_uid,
      station_id, evse_id, connector_id, transaction_id, soc, power_kw, energy_kwh, odometer, reason, status, error_code,
      v2icp)
    select id, type, to_timestamp(at / 1000.0), ${new Date(now).toISOString()}::timestamptz, "vehicleKey", "macAddress",
      "locationUid", "stationId", "evseId", "connectorId", "transactionId", soc, "powerKw", "energyKwh", odometer, reason,
      status, "errorCode", v2icp
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as e (id text, type text, at float8,
      "vehicleKey" bigint, "macAddress" text, "locationUid" text, "stationId" text, "evseId" text, "connectorId" text,
      "transactionId" text, soc float8, "powerKw" float8, "energyKwh" float8, odometer float8, reason text, status text,
      "errorCode" text, v2icp jsonb)
    on conflict (id) do update set vehicle_key = excluded.vehicle_key, location_uid = excluded.location_uid,
      type = excluded.type, timestamp = excluded.timestamp, received_at = excluded.received_at,
      mac_address = excluded.mac_address, station_id = excluded.station_id, evse_id = excluded.evse_id,
      connector_id = excluded.connector_id, transaction_id = excluded.transaction_id, soc = excluded.soc,
      power_kw = excluded.power_kw, energy_kwh = excluded.energy_kwh, odometer = excluded.odometer,
      reason = excluded.reason, v2icp = excluded.v2icp
    where stored.vehicle_key is null and stored.type <> 'connector-status' and excluded.vehicle_key is not null
    returning id`)
  return new Set(appended.map(({ id }) => id))
}

function eventRow({ event, vehicleKey, locationUid }: Recorded) {
  const { id, type, timestamp, macAddress, stationId, evseId, connectorId, transactionId, soc, odometer } = event
  const { powerkW: powerKw, energykWh: energyKwh, reason, status, errorCode, v2icp } = event
  const place = { locationUid, stationId, evseId, connectorId, transactionId }
  const values = { soc, powerKw, energyKwh, odometer, reason, status, errorCode, v2icp }
  return { id, type, at: timestamp, vehicleKey, macAddress, ...place, ...values }
}
