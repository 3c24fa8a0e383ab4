import { eq, sql } from 'drizzle-orm'
import type { Connection } from '@/lib/charging/connection'
import { listConnections } from '@/lib/charging/list-connections'
import type { Segment } from '@/lib/contract/plan'
import type { Database } from '@/lib/db/client'
import { location } from '@/lib/db/schema/location'
import type { LocationRow } from '@/lib/planning/depot'
import { limitIntervals } from '@/lib/site/power-limits'
import { baseLoadIntervals } from '@/lib/site/week-levels'
import { DAY_MS, HOUR_MS } from '@/lib/time/interval'

const LOOKS_AHEAD_MS = 48 * HOUR_MS
/** No site holds more: where nothing limits, and for as long. */
const UNLIMITED_KW = 1e9

/** A vehicle at an evse, with its incumbent plan. Instants epoch ms, powers kW. */
export type PlannedSession = {
  stationId: string
  evseId: string
  maxPowerKw: number | null
  isScheduled: boolean
  departure: number | null
  segments: readonly Segment[] | null
  reachesTarget: boolean
  /** The last SoC that was measured in the stay; null: none was. */
  measuredSoc: number | null
}

/** What steering a location's chargers needs to know of its plans and its connection to the grid. */
export type SteeredLocation = {
  controlChargers: boolean
  /** What may flow at the outlets in all, from now on; null: nothing limits it. */
  headroom: { from: number; kw: number }[] | null
  sessions: PlannedSession[]
  connections: Connection[]
}

/** Reads what is to be followed at a location now; null: there is no such location. */
export async function loadSteered(db: Database, locationUid: string, now: number): Promise<SteeredLocation | null> {
  const [row] = await db.select().from(location).where(eq(location.uid, locationUid))
  if (!row) return null
  return {
    controlChargers: row.controlChargers,
    headroom: headroomOf(row, now),
    sessions: await listPlannedSessions(db, locationUid, now),
    connections: await listConnections(db, locationUid, now),
  }
}

function headroomOf(row: LocationRow, now: number): { from: number; kw: number }[] | null {
  const range = { from: now, to: now + LOOKS_AHEAD_MS }
  const limits = limitIntervals(row, range)
  if (limits.length === 0) return null
  const base = baseLoadIntervals(row.baseLoad, row.timeZone, range)
  const cuts = [range.from, ...[...limits, ...base].flatMap(({ from, to }) => [from, to])]
  const at = (list: typeof base, instant: number) =>
    list.find(({ from, to }) => from <= instant && instant < to)?.powerkW
  return [...new Set(cuts)]
    .filter((cut) => cut < range.to)
    .sort((a, b) => a - b)
    .map((from) => {
      const limitKw = at(limits, from)
      const kw = limitKw === undefined ? UNLIMITED_KW : (limitKw - (at(base, from) ?? 0)) * row.chargingEfficiency
      return { from, kw: Math.max(0, kw) }
    })
}

type SessionRow = {
  station_id: string
  evse_id: string
  max_power_kw: number | null
  scheduled: boolean
  departure: number | null
  segments: Segment[] | null
  reached: boolean | null
  measured_soc: number | null
}

async function listPlannedSessions(db: Database, locationUid: string, now: number): Promise<PlannedSession[]> {
  const rows = await db.execute<SessionRow>(sql`
    select c.station_id, c.evse_id, v.max_charge_power_kw as max_power_kw, v.enable_charge_scheduling as scheduled,
      (extract(epoch from y.departure) * 1000)::float8 as departure, y.measured_soc, p.plan -> 'segments' as segments,
      (p.plan ->> 'reachedTargetSocInSchedule')::boolean as reached
    from charging_session c join vehicle v on v.key = c.vehicle_key
    left join lateral (select key, departure, measured_soc from stay where vehicle_key = c.vehicle_key
        and location_uid = c.location_uid and connected_at is not null and disconnected_at is null
        and departure > ${new Date(now - DAY_MS).toISOString()}::timestamptz
      order by departure limit 1) y on true
    left join plan p on p.stay_key = y.key
    where c.location_uid = ${locationUid} and c.disconnected_at is null and c.station_id is not null
      and c.evse_id is not null
    order by c.connected_at`)
  return rows.map((row) => ({
    ...{ stationId: row.station_id, evseId: row.evse_id, maxPowerKw: row.max_power_kw, isScheduled: row.scheduled },
    ...{ departure: row.departure, segments: row.segments, reachesTarget: row.reached === true },
    measuredSoc: row.measured_soc,
  }))
}
