import { sql } from 'drizzle-orm'
import { type Course, deriveCourse } from '@/lib/charging/derive-course'
import { loadWindows, type Touched } from '@/lib/charging/load-window'
import { rawSince } from '@/lib/charging/raw-since'
import { storeMeans } from '@/lib/charging/store-means'
import type { Database } from '@/lib/db/client'
import { writeMeasurements } from '@/lib/stays/write-measurements'

/** What came of following events. */
export type Followed = {
  /** By vehicle key, the locations of the stays that changed. */
  moved: Map<number, string[]>
  /** What is not believed, by vehicle key and id of the event, with a space between them. */
  warnings: Map<string, string[]>
}

/**
 * Brings what is derived from charging events up to date around a change: sessions, metered means, and the state of
 * the stays (connected, charging, measured SoC). It derives all of it anew from the stored events, so it may be called
 * at any time and again: when events came in, and when stays were made or moved after their vehicle was connected.
 * History whose raw meter values have been removed stays as it was derived. The caller holds the rows of the vehicles.
 * The number of statements does not grow with the vehicles.
 */
export async function followEvents(tx: Database, touched: readonly Touched[], now: number): Promise<Followed> {
  if (touched.length === 0) return { moved: new Map(), warnings: new Map() }
  const since = await rawSince(tx)
  const derivable = touched.flatMap((each) => (each.to < since ? [] : [{ ...each, from: Math.max(each.from, since) }]))
  const courses = (await loadWindows(tx, derivable, now)).map((window) => deriveCourse(window, now))
  await writeMeasurements(
    tx,
    courses.flatMap(({ stays }) => stays.filter(({ isChanged }) => isChanged)),
  )
  await storeSessions(tx, courses)
  await storeMeans(tx, courses)
  const changed = (stays: Course['stays']) => stays.filter(({ isChanged }) => isChanged)
  return {
    moved: new Map(
      courses.map(({ vehicleKey, stays }) => [vehicleKey, changed(stays).map(({ locationUid }) => locationUid)]),
    ),
    warnings: new Map(
      courses.flatMap(({ vehicleKey, warnings }) =>
        [...warnings].map(([id, said]): [string, string[]] => [`${vehicleKey} ${id}`, said]),
      ),
    ),
  }
}

async function storeSessions(tx: Database, courses: readonly Course[]): Promise<void> {
  const rows = courses.flatMap(({ vehicleKey, sessions }) => sessions.map((session) => ({ vehicleKey, ...session })))
  await removeOthers(
    tx,
    courses,
    rows.map(({ vehicleKey, connectedAt }) => ({ vehicleKey, at: connectedAt })),
  )
  if (rows.length === 0) return
  await tx.execute(sql`
    insert into charging_session as stored (vehicle_key, location_uid, station_id, evse_id, connector_id, transaction_id,
      connected_at, disconnected_at, charging, power_kw, reports_meter, last_event_at)
    select "vehicleKey", "locationUid", "stationId", "evseId", "connectorId", "transactionId",
      to_timestamp("connectedAt" / 1000.0), to_timestamp("disconnectedAt" / 1000.0), charging, "powerKw",
      "reportsMeter", to_timestamp("lastEventAt" / 1000.0)
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as next ("vehicleKey" bigint, "locationUid" text,
      "stationId" text, "evseId" text, "connectorId" text, "transactionId" text, "connectedAt" float8,
      "disconnectedAt" float8, charging boolean, "powerKw" float8, "reportsMeter" boolean, "lastEventAt" float8)
    on conflict (vehicle_key, connected_at) do update set location_uid = excluded.location_uid,
      station_id = excluded.station_id, evse_id = excluded.evse_id, connector_id = excluded.connector_id,
      transaction_id = excluded.transaction_id, disconnected_at = excluded.disconnected_at,
      charging = excluded.charging, power_kw = excluded.power_kw, reports_meter = excluded.reports_meter,
      last_event_at = excluded.last_event_at
    where (stored.location_uid, stored.station_id, stored.evse_id, stored.connector_id, stored.transaction_id,
        stored.disconnected_at, stored.charging, stored.power_kw, stored.reports_meter, stored.last_event_at)
      is distinct from (excluded.location_uid, excluded.station_id, excluded.evse_id, excluded.connector_id,
        excluded.transaction_id, excluded.disconnected_at, excluded.charging, excluded.power_kw,
        excluded.reports_meter, excluded.last_event_at)`)
}

/** Removes the sessions that were derived before and do not follow from the events any more. */
async function removeOthers(
  tx: Database,
  courses: readonly Course[],
  kept: { vehicleKey: number; at: number }[],
): Promise<void> {
  const windows = JSON.stringify(courses.map(({ vehicleKey, from, to }) => ({ vehicleKey, from, to })))
  await tx.execute(sql`
    delete from charging_session old
    using jsonb_to_recordset(${windows}::text::jsonb) as w ("vehicleKey" bigint, "from" float8, "to" float8)
    where old.vehicle_key = w."vehicleKey" and old.connected_at > to_timestamp(w."from" / 1000.0)
      and old.connected_at <= to_timestamp(w."to" / 1000.0)
      and not exists (
        select 1 from jsonb_to_recordset(${JSON.stringify(kept)}::text::jsonb) as k ("vehicleKey" bigint, at float8)
        where k."vehicleKey" = old.vehicle_key and to_timestamp(k.at / 1000.0) = old.connected_at)`)
}
