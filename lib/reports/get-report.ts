import { inArray } from 'drizzle-orm'
import type { Context } from '@/lib/context'
import { canSeeLocation } from '@/lib/context'
import { REPORT_ROWS, type Report, type ReportVehicle } from '@/lib/contract/report'
import { toTimestamp } from '@/lib/contract/timestamp'
import type { Database } from '@/lib/db/client'
import { vehicle } from '@/lib/db/schema/vehicle'
import { Refusal } from '@/lib/errors'
import { findLocation } from '@/lib/planning/get-load'
import { demandOf, siteOf } from '@/lib/planning/site-of'
import { hasDemandCharge, peakBefore } from '@/lib/planning/site-peaks'
import { missView } from '@/lib/reports/departure-of-report'
import type { Energy } from '@/lib/reports/energy-by'
import { type Gathered, gatherReport } from '@/lib/reports/gather'
import { withPlanCauses } from '@/lib/reports/plan-causes'
import { dayView } from '@/lib/reports/report-days'
import { type ReportQuery, reportRange } from '@/lib/reports/report-range'
import { noSums, totalsView, type Way } from '@/lib/reports/report-sums'
import { causesOf, countOutcomes, sharesOf } from '@/lib/reports/tally'
import { quarterBegin } from '@/lib/site/quarter-hours'
import { rounded } from '@/lib/site/totals'

/**
 * The report of a location on a month, a week or another time, as far as it has passed: energy, peak and cost of what
 * happened, beside the plans and beside charging without control; how the vehicles left; by vehicle, block and day.
 * Energies are kWh at the vehicles, powers kW at the site, as in the location's load, from which they are computed.
 * @throws Refusal `notFound`; `malformed` for a time that is none, or over 92 days
 */
export async function getReport(
  { db, who, now }: Context,
  { locationUid, ...query }: ReportQuery & { locationUid: string },
): Promise<Report> {
  const row = canSeeLocation(who, locationUid) ? await findLocation(db, locationUid) : null
  if (!row) throw new Refusal('notFound', `There is no location ${locationUid}.`)
  const whole = reportRange(query, row.timeZone, now)
  const range = { from: whole.from, to: Math.max(whole.from, Math.min(whole.to, quarterBegin(now))) }
  const peakBeforeKw = hasDemandCharge(row) ? await peakBefore(db, row, range.from, now) : 0
  const demand = demandOf(row, range, now, peakBeforeKw)
  const gathered = await gatherReport(db, row, range, now, demand)
  const nothing = noSums({ ...siteOf(row, range, now, peakBeforeKw), demand }, range)
  const totals = (way: Way) => totalsView(gathered.sums[way] ?? nothing, demand)
  const measuredKwh = [...gathered.vehicles.values()].reduce((sum, one) => sum + one.measuredKwh, 0)
  return {
    locationUid,
    timeZone: row.timeZone,
    ...(row.tariff?.currency !== undefined && { currency: row.tariff.currency }),
    from: toTimestamp(whole.from),
    to: toTimestamp(whole.to),
    until: toTimestamp(range.to),
    measuredkWh: rounded(measuredKwh),
    unknownVehicleskWh: rounded(gathered.vehicles.get(null)?.energyKwh ?? 0),
    ...{ actual: totals('actual'), planned: totals('planned'), uncontrolled: totals('uncontrolled') },
    readiness: await readinessView(db, gathered),
    vehicles: await vehiclesView(db, gathered),
    ...blocksView(gathered),
    days: gathered.days.map(dayView),
  }
}

async function readinessView(db: Database, { departures }: Gathered): Promise<Report['readiness']> {
  const counts = countOutcomes(departures)
  const missed = departures
    .filter(({ outcome }) => outcome.kind === 'missed')
    .sort((a, b) => a.departure - b.departure || (a.scheduleId < b.scheduleId ? -1 : 1))
  const misses = await withPlanCauses(db, missed)
  return {
    ...counts,
    ...sharesOf(counts),
    causes: causesOf(misses),
    misses: misses.slice(0, REPORT_ROWS).map(missView),
    missesLeftOut: Math.max(0, misses.length - REPORT_ROWS),
  }
}

async function vehiclesView(db: Database, { vehicles, names }: Gathered): Promise<ReportVehicle[]> {
  const unnamed = [...vehicles.keys()].filter((key): key is number => key !== null && !names.has(key))
  const rows =
    unnamed.length === 0
      ? []
      : await db
          .select({ key: vehicle.key, id: vehicle.id, name: vehicle.name })
          .from(vehicle)
          .where(inArray(vehicle.key, unnamed))
  const all = new Map([...names, ...rows.map(({ key, ...one }) => [key, one] as const)])
  return byEnergy(vehicles).flatMap(([key, energy]) => {
    const one = key === null ? undefined : all.get(key)
    return one
      ? [{ vehicleId: one.id, ...(one.name !== null && { vehicleName: one.name }), ...energyView(energy) }]
      : []
  })
}

function blocksView({ blocks }: Gathered): Pick<Report, 'blocks' | 'blocksLeftOut'> {
  return {
    blocks: byEnergy(blocks)
      .slice(0, REPORT_ROWS)
      .map(([blockId, energy]) => ({ ...(blockId !== null && { blockId }), ...energyView(energy) })),
    blocksLeftOut: Math.max(0, blocks.size - REPORT_ROWS),
  }
}

/** The most first. */
function byEnergy<K>(energies: ReadonlyMap<K, Energy>): [K, Energy][] {
  return [...energies].sort(
    ([a, more], [b, less]) => less.energyKwh - more.energyKwh || (String(a) < String(b) ? -1 : 1),
  )
}

function energyView({ energyKwh, measuredKwh, departures }: Energy) {
  return { departures, energykWh: rounded(energyKwh), measuredkWh: rounded(measuredKwh) }
}
