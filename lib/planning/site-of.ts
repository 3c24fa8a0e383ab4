import { sql } from 'drizzle-orm'
import { listStrangerLoads } from '@/lib/charging/list-stranger-loads'
import type { Database } from '@/lib/db/client'
import type { PowerInterval } from '@/lib/planner/problem'
import type { LocationRow } from '@/lib/planning/depot'
import type { FleetLoads } from '@/lib/planning/fleet-load'
import { billingPeriodOf, billingPeriodsOf } from '@/lib/site/billing-period'
import type { DemandCharge } from '@/lib/site/cost'
import { limitIntervals } from '@/lib/site/power-limits'
import { priceIntervals } from '@/lib/site/prices'
import type { SiteLoadInput } from '@/lib/site/site-load'
import type { Site } from '@/lib/site/totals'
import { baseLoadIntervals } from '@/lib/site/week-levels'
import { LONGEST_STAY_MS } from '@/lib/stays/list-stays'
import { HOUR_MS, type Interval } from '@/lib/time/interval'

/** A location as its load and its bill are computed from it. @param peakBeforeKw of the billing period of `range.from` */
export function siteOf(row: LocationRow, range: Interval, now: number, peakBeforeKw: number): Site {
  return {
    range,
    baseLoad: baseLoadIntervals(row.baseLoad, row.timeZone, range),
    prices: priceIntervals(row.tariff, row.timeZone, range),
    efficiency: row.chargingEfficiency,
    demand: demandOf(row, range, now, peakBeforeKw),
  }
}

/** Everything that a site's load is computed from. */
export function siteLoadInput(
  row: LocationRow,
  { planned, uncontrolled, measured, said }: FleetLoads,
  range: Interval,
  now: number,
): SiteLoadInput {
  return {
    ...siteOf(row, range, now, 0),
    limits: limitIntervals(row, range),
    planned,
    uncontrolled,
    measured: { until: now, powers: measured, planned: said },
  }
}

/** The charge for peaks in `range`; a floor that was set by hand counts in the billing period of `now`. */
export function demandOf(
  { tariff, timeZone }: LocationRow,
  range: Interval,
  now: number,
  peakBeforeKw: number,
): DemandCharge | null {
  if (tariff?.demandChargePerkW === undefined) return null
  const current = billingPeriodOf(now, timeZone, tariff.demandPeriod)
  const periods = billingPeriodsOf(range, timeZone, tariff.demandPeriod).map((period, index) => ({
    ...period,
    peakBeforeKw: Math.max(
      index === 0 ? peakBeforeKw : 0,
      period.from === current.from ? (tariff.peakSoFarkW ?? 0) : 0,
    ),
  }))
  return { perKw: tariff.demandChargePerkW, periods }
}

type StrayRow = {
  from_ms: number
  to_ms: number
  energy_kwh: number
  vehicle_key: string
  block_id: string | null
}

/** What a vehicle drew outside of the stays of a time: `vehicleKey` null: nobody knows the vehicle. */
export type StrayLoad = PowerInterval & { vehicleKey: number | null; blockId: string | null }

/**
 * What chargers reported in `range` of vehicles that were in no stay that overlaps `part`, and of those that nobody
 * knows. A vehicle that came before its stay began, or was there after it ended, is in no stay of that time.
 */
export async function measuredStrays(
  db: Database,
  locationUid: string,
  range: Interval,
  part: Interval,
): Promise<StrayLoad[]> {
  const strangers = await listStrangerLoads(db, locationUid, range)
  return [
    ...(await meteredStrays(db, locationUid, range, part)),
    ...strangers.map((one) => ({ ...one, vehicleKey: null, blockId: null })),
  ]
}

/** The stays of the part are picked once, so that each interval is compared with the few of its vehicle. */
async function meteredStrays(db: Database, locationUid: string, range: Interval, part: Interval): Promise<StrayLoad[]> {
  const at = (instant: number) => sql`${new Date(instant).toISOString()}::timestamptz`
  const rows = await db.execute<StrayRow>(sql`
    with listed as materialized (
      select vehicle_key, connected_at, coalesce(disconnected_at, 'infinity') as disconnected_at from stay
      where location_uid = ${locationUid} and connected_at is not null and arrival < ${at(part.to)}
        and departure > ${at(part.from)} and departure < ${at(part.to + LONGEST_STAY_MS)})
    select (extract(epoch from m.from_at) * 1000)::float8 as from_ms, (extract(epoch from m.to_at) * 1000)::float8 as to_ms,
      m.energy_kwh, m.vehicle_key,
      (select s.block_id from stay s where s.vehicle_key = m.vehicle_key and s.location_uid = m.location_uid
        and s.connected_at < m.to_at and coalesce(s.disconnected_at, 'infinity') > m.from_at
        order by s.departure limit 1) as block_id
    from metered_interval m
    where m.location_uid = ${locationUid} and m.from_at < ${at(range.to)}
      and m.from_at > ${at(range.from - HOUR_MS)} and m.to_at > ${at(range.from)}
      and not exists (select 1 from listed l where l.vehicle_key = m.vehicle_key
        and l.connected_at < m.to_at and l.disconnected_at > m.from_at)`)
  return rows.map(({ from_ms: from, to_ms: to, energy_kwh, vehicle_key, block_id: blockId }) => ({
    ...{ from, to, vehicleKey: Number(vehicle_key), blockId },
    powerkW: energy_kwh / ((to - from) / HOUR_MS),
  }))
}
