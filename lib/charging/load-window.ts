import { sql } from 'drizzle-orm'
import type { ChargerEvent, EventType, PlaceEvent } from '@/lib/charging/charger-event'
import { chargerKwOf, listEvsePowers } from '@/lib/charging/charger-power'
import type { PlannedStay } from '@/lib/charging/divide-sessions'
import { listPlaceEvents } from '@/lib/charging/list-place-events'
import type { Limits } from '@/lib/charging/plausibility/limits'
import type { Database } from '@/lib/db/client'
import type { StayState } from '@/lib/stays/write-measurements'
import { DAY_MS, HOUR_MS } from '@/lib/time/interval'

/** A vehicle and the time in which something of it has changed (epoch ms, both inclusive). */
export type Touched = { vehicleKey: number; from: number; to: number }

export type StoredStay = PlannedStay & { targetSoc: number; isTouched: boolean; state: StayState }

/**
 * Everything that the sessions of one vehicle around a change depend on. Sessions that begin after `from` are whole in
 * here; `stays` that are touched have all of their sessions in here.
 */
export type VehicleWindow = {
  vehicleKey: number
  limits: Limits
  from: number
  to: number
  stays: StoredStay[]
  events: ChargerEvent[]
  places: PlaceEvent[]
}

const EARLIEST_MS = 4 * HOUR_MS
/** No event lies further ahead. */
const AHEAD_MS = DAY_MS

type WindowRow = {
  vehicle_key: string
  battery_size_kwh: number | null
  vehicle_kw: number | null
  preconditioning_kwh: number | null
  load_from: number
  from_at: number
  to_at: number
  stay_keys: string[] | null
}

/** Reads the windows of all touched vehicles, one each, in a number of statements that does not grow with them. */
export async function loadWindows(tx: Database, touched: readonly Touched[], now: number): Promise<VehicleWindow[]> {
  const rows = await readWindows(tx, touched, now)
  if (rows.length === 0) return []
  const spans = JSON.stringify(
    rows.map((row) => ({ key: Number(row.vehicle_key), load: row.load_from, from: row.from_at, to: row.to_at })),
  )
  const stays = grouped(await readStays(tx, spans))
  const groups = grouped(await readEvents(tx, spans))
  const events = new Map([...groups].map(([key, own]) => [key, own.map(toEvent)]))
  const evseKw = await listEvsePowers(tx, [...events.values()].flat())
  const places = await listPlaceEvents(
    tx,
    rows.map(({ vehicle_key, load_from: from, to_at: to }) => {
      return { vehicleKey: Number(vehicle_key), from, to, events: events.get(vehicle_key) ?? [] }
    }),
  )
  return rows.map((row) => {
    const touchedKeys = new Set(row.stay_keys)
    const own = events.get(row.vehicle_key) ?? []
    return {
      vehicleKey: Number(row.vehicle_key),
      limits: limitsOf(row, chargerKwOf(evseKw, own)),
      from: row.from_at,
      to: row.to_at,
      stays: (stays.get(row.vehicle_key) ?? []).map((stay) => toStay(stay, touchedKeys.has(stay.key))),
      events: own,
      places: places.get(Number(row.vehicle_key)) ?? [],
    }
  })
}

function limitsOf(row: WindowRow, chargerKw: number | null): Limits {
  return {
    batterySizeKwh: row.battery_size_kwh,
    vehicleKw: row.vehicle_kw,
    chargerKw,
    preconditioningKwh: row.preconditioning_kwh ?? 0,
  }
}

function grouped<T extends { vehicle_key: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row.vehicle_key)
    if (group) group.push(row)
    else groups.set(row.vehicle_key, [row])
  }
  return groups
}

/**
 * From a change to the sessions around it, which end what it can reach: the one that it lies in, or that ended last
 * before it, and the next one. From there to the stays that these may belong to, and on to the sessions of those. Events
 * are loaded from one session further back, so that what a charger sends after the end of the session before is known
 * for what it is. How long a history is makes no difference.
 */
async function readWindows(tx: Database, touched: readonly Touched[], now: number): Promise<WindowRow[]> {
  const ahead = sql`to_timestamp(${(now + AHEAD_MS) / 1000}::float8)`
  const session = sql`from charging_session c where c.vehicle_key = w.key`
  const before = (instant: string) =>
    sql`(select c.connected_at ${session} and c.connected_at < w.${sql.raw(instant)} order by c.connected_at desc limit 1)`
  return tx.execute<WindowRow>(sql`
    with touched as (
      select key, to_timestamp("from" / 1000.0) as from_at, to_timestamp("to" / 1000.0) as to_at
      from jsonb_to_recordset(${touchedJson(touched)}::text::jsonb) as t (key bigint, "from" float8, "to" float8)
    ), connected as (
      select w.key,
        coalesce((select c.connected_at ${session} and c.connected_at <= w.from_at order by c.connected_at desc limit 1),
          w.from_at) as from_at,
        greatest(w.to_at, (select max(coalesce(c.disconnected_at, ${ahead})) ${session} and c.connected_at <= w.to_at
            and (c.disconnected_at is null or c.disconnected_at >= w.to_at)),
          (select coalesce(c.disconnected_at, ${ahead}) ${session} and c.connected_at > w.to_at
            order by c.connected_at limit 1)) as to_at
      from touched w
    ), planned as (
      select w.key, w.from_at, w.to_at, min(s.arrival) - ${EARLIEST} as first_at, max(s.departure) as last_at,
        array_agg(s.key::text) filter (where s.key is not null) as stay_keys
      from connected w left join stay s on s.vehicle_key = w.key and s.departure >= w.from_at
        and (s.arrival - ${EARLIEST} <= w.to_at or s.connected_at <= w.to_at)
      group by w.key, w.from_at, w.to_at
    ), whole as (
      select w.key, w.stay_keys,
        least(w.from_at, w.first_at, (select min(c.connected_at) ${session} and c.connected_at <= w.last_at
          and (c.disconnected_at is null or c.disconnected_at >= w.first_at))) as from_at,
        greatest(w.to_at, w.last_at, (select max(coalesce(c.disconnected_at, ${ahead})) ${session}
          and c.connected_at <= w.last_at and (c.disconnected_at is null or c.disconnected_at >= w.first_at))) as to_at
      from planned w
    )
    select w.key as vehicle_key, v.full_charge_energy_kwh as battery_size_kwh, v.max_charge_power_kw as vehicle_kw,
      (v.preconditioning->>'vehiclePreconditioningEnergykWh')::float8 as preconditioning_kwh, w.stay_keys,
      ${epochMs(sql`coalesce(${before('from_at')}, w.from_at)`)} as load_from,
      ${epochMs(sql`w.from_at - interval '1 ms'`)} as from_at, ${epochMs(sql`w.to_at`)} as to_at
    from whole w join vehicle v on v.key = w.key`)
}

const EARLIEST = sql.raw(`interval '${EARLIEST_MS} ms'`)

function touchedJson(touched: readonly Touched[]): string {
  return JSON.stringify(touched.map(({ vehicleKey, from, to }) => ({ key: vehicleKey, from, to })))
}

function epochMs(instant: ReturnType<typeof sql>) {
  return sql`(extract(epoch from ${instant}) * 1000)::float8`
}

type StayRow = {
  vehicle_key: string
  key: string
  location_uid: string
  arrival: number
  departure: number
  target_soc: number
} & Record<'connected_at' | 'disconnected_at' | 'charging_started_at' | 'charging_ended_at', number | null> &
  Record<'measured_start_soc' | 'measured_soc' | 'measured_soc_at', number | null>

async function readStays(tx: Database, spans: string): Promise<StayRow[]> {
  return tx.execute<StayRow>(sql`
    select s.vehicle_key, s.key, s.location_uid, ${epochMs(sql`s.arrival`)} as arrival, s.target_soc,
      ${epochMs(sql`s.departure`)} as departure, ${epochMs(sql`s.connected_at`)} as connected_at,
      ${epochMs(sql`s.disconnected_at`)} as disconnected_at, ${epochMs(sql`s.charging_started_at`)} as charging_started_at,
      ${epochMs(sql`s.charging_ended_at`)} as charging_ended_at, s.measured_start_soc, s.measured_soc,
      ${epochMs(sql`s.measured_soc_at`)} as measured_soc_at
    from jsonb_to_recordset(${spans}::text::jsonb) as w (key bigint, "from" float8, "to" float8)
    join stay s on s.vehicle_key = w.key and s.arrival - ${EARLIEST} <= to_timestamp(w."to" / 1000.0)
      and s.departure >= to_timestamp(w."from" / 1000.0)
    order by s.key`)
}

function toStay(row: StayRow, isTouched: boolean): StoredStay {
  return {
    key: Number(row.key),
    locationUid: row.location_uid,
    arrival: row.arrival,
    departure: row.departure,
    targetSoc: row.target_soc,
    isTouched,
    state: {
      connectedAt: row.connected_at,
      disconnectedAt: row.disconnected_at,
      chargingStartedAt: row.charging_started_at,
      chargingEndedAt: row.charging_ended_at,
      measuredStartSoc: row.measured_start_soc,
      measuredSoc: row.measured_soc,
      measuredSocAt: row.measured_soc_at,
    },
  }
}

type EventRow = { vehicle_key: string; id: string; type: string; at: number; estimated: boolean } & Record<
  'mac_address' | 'location_uid' | 'station_id' | 'evse_id' | 'connector_id' | 'transaction_id',
  string | null
> &
  Record<'soc' | 'power_kw' | 'energy_kwh' | 'meter_kwh', number | null>

/** A quarter-hour of so many readings is read whole: each is judged, and one that is not believed is told. */
const FEW_READINGS = 8

/**
 * Many readings of a counter are thinned to what tells of a quarter-hour: of each transaction its first and its last one,
 * where the power comes or goes, and the first one and the last two that say a SoC, because the last may be the second reading that a jump needs.
 * What is read depends on the stored events alone, never on when they came.
 */
async function readEvents(tx: Database, spans: string): Promise<EventRow[]> {
  return tx.execute<EventRow>(sql`
    select e.vehicle_key, e.id, e.type, ${epochMs(sql`e.timestamp`)} as at, e.estimated, e.mac_address, e.location_uid,
      e.station_id, e.evse_id, e.connector_id, e.transaction_id, e.soc, e.power_kw, e.energy_kwh, e.meter_kwh
    from jsonb_to_recordset(${spans}::text::jsonb) as w (key bigint, load float8, "to" float8)
    cross join lateral (
      select *, type <> 'meter' or (energy_kwh is null and meter_kwh is null)
          or count(*) over whole <= ${FEW_READINGS}
          or lag(id) over quarter is null or lead(id) over quarter is null
          or (power_kw > 0) is distinct from (lag(power_kw) over quarter > 0)
          or (soc is not null and (lag(id) over socs is null or lead(id, 2) over socs is null)) as tells
      from charging_event
      where vehicle_key = w.key and timestamp between to_timestamp(w.load / 1000.0) and to_timestamp(w."to" / 1000.0)
      window whole as (partition by type, transaction_id, date_bin('15 minutes', timestamp, '2000-01-01')),
        quarter as (whole order by timestamp, id),
        socs as (partition by soc is null, type, transaction_id, date_bin('15 minutes', timestamp, '2000-01-01')
          order by timestamp, id)
    ) e where e.tells`)
}

function toEvent(row: EventRow): ChargerEvent {
  return {
    id: row.id,
    type: row.type as EventType,
    at: row.at,
    estimated: row.estimated,
    macAddress: row.mac_address,
    locationUid: row.location_uid,
    stationId: row.station_id,
    evseId: row.evse_id,
    connectorId: row.connector_id,
    transactionId: row.transaction_id,
    soc: row.soc,
    powerKw: row.power_kw,
    energyKwh: row.energy_kwh,
    meterKwh: row.meter_kwh,
  }
}
