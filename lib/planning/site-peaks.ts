import { and, eq, gte, lte } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import { location } from '@/lib/db/schema/location'
import { sitePeak, sitePeakSoFar } from '@/lib/db/schema/site-peak'
import type { LocationRow } from '@/lib/planning/depot'
import { siteParts } from '@/lib/planning/site-parts'
import { billingPeriodOf, type LocalDay, localDaysOf } from '@/lib/site/billing-period'
import { atSite, highestMean } from '@/lib/site/peak'
import { quarterBegin } from '@/lib/site/quarter-hours'
import { rounded } from '@/lib/site/totals'
import { DAY_MS, type Interval } from '@/lib/time/interval'

/** What chargers report later than this after the end of a day no longer changes the day's peak. */
const SETTLED_AFTER_MS = 2 * DAY_MS

/**
 * The highest quarter-hour mean of a site in the billing period of `until`, before `until` (kW): of what was measured,
 * otherwise of what was planned. A floor that was set by hand is no part of it.
 * @param until epoch ms, at a quarter-hour
 */
export async function peakBefore(db: Database, row: LocationRow, until: number, now: number): Promise<number> {
  const days = daysBefore(row, until)
  const kept = await keptPeaks(db, row.uid, days)
  const firstOpen = days.find(({ date, to }) => to > until || !kept.has(date))
  const settled = days.flatMap(({ date, to }) => (to <= (firstOpen?.from ?? until) ? (kept.get(date) ?? []) : []))
  return Math.max(0, ...settled, await peakIn(db, row, { from: firstOpen?.from ?? until, to: until }, now))
}

/** The peak of the current billing period until the last whole quarter-hour, worked out once in each. */
export async function peakSoFar(db: Database, row: LocationRow, now: number): Promise<number> {
  const until = quarterBegin(now)
  const [known] = await db.select().from(sitePeakSoFar).where(eq(sitePeakSoFar.locationUid, row.uid))
  return known?.basis === basisOf(row, until) ? known.peakKw : peakBefore(db, row, until, now)
}

/** Keeps the peaks of days that no longer change, and that of the billing period so far, where a demand charge asks. */
export async function keepPeaks(db: Database, locationUid: string, now: number): Promise<void> {
  const [row] = await db.select().from(location).where(eq(location.uid, locationUid))
  if (!row || !hasDemandCharge(row)) return
  const until = quarterBegin(now)
  const basis = basisOf(row, until)
  const [known] = await db.select().from(sitePeakSoFar).where(eq(sitePeakSoFar.locationUid, locationUid))
  if (known?.basis === basis) return
  const days = daysBefore(row, until)
  const kept = await keptPeaks(db, locationUid, days)
  for (const day of days.filter(({ date, to }) => to + SETTLED_AFTER_MS <= now && !kept.has(date)))
    await db
      .insert(sitePeak)
      .values({ locationUid, day: day.date, peakKw: await peakIn(db, row, day, now) })
      .onConflictDoNothing()
  const peakKw = await peakBefore(db, row, until, now)
  await db
    .insert(sitePeakSoFar)
    .values({ locationUid, basis, peakKw })
    .onConflictDoUpdate({ target: sitePeakSoFar.locationUid, set: { basis, peakKw } })
}

/** Whether peaks of this location cost anything: otherwise nothing makes a plan stay below, or free up to, an old one. */
export function hasDemandCharge({ tariff }: Pick<LocationRow, 'tariff'>): boolean {
  return (tariff?.demandChargePerkW ?? 0) > 0
}

/** A change of the settings may change what was planned, so the peak is worked out anew. */
function basisOf({ updatedAt }: LocationRow, until: number): string {
  return `${until}/${updatedAt.getTime()}`
}

function daysBefore({ timeZone, tariff }: LocationRow, until: number): LocalDay[] {
  const period = billingPeriodOf(until, timeZone, tariff?.demandPeriod)
  return localDaysOf({ from: period.from, to: until }, timeZone)
}

async function keptPeaks(db: Database, locationUid: string, days: readonly LocalDay[]): Promise<Map<string, number>> {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return new Map()
  const inDays = and(gte(sitePeak.day, first.date), lte(sitePeak.day, last.date))
  const rows = await db
    .select()
    .from(sitePeak)
    .where(and(eq(sitePeak.locationUid, locationUid), inDays))
  return new Map(rows.map(({ day, peakKw }) => [day, peakKw]))
}

async function peakIn(db: Database, row: LocationRow, range: Interval, now: number): Promise<number> {
  let highestKw = 0
  if (range.from >= range.to) return highestKw
  for await (const { baseLoad, planned, efficiency, range: part } of siteParts(db, row, range, now))
    highestKw = Math.max(highestKw, highestMean([...baseLoad, ...atSite(planned.powers, efficiency)], part))
  return rounded(highestKw)
}
