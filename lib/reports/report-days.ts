import type { ReportDay } from '@/lib/contract/report'
import { toTimestamp } from '@/lib/contract/timestamp'
import { localDaysOf } from '@/lib/site/billing-period'
import { atSite } from '@/lib/site/peak'
import { quarterMeans } from '@/lib/site/quarter-hours'
import type { SiteLoadInput } from '@/lib/site/site-load'
import { rounded } from '@/lib/site/totals'
import { dayOfWall } from '@/lib/time/calendar-day'
import { DAY_MS, HOUR_MS, type Interval, QUARTER_MS } from '@/lib/time/interval'
import { placeOf } from '@/lib/time/place-of'
import { timeZone } from '@/lib/time/time-zone'

/** The sums of a local day, or of the part of it that lies in the time of a report; kWh at the vehicles, kW at the site. */
export type DaySums = Interval & {
  date: string
  energyKwh: number
  measuredKwh: number
  plannedKwh: number
  uncontrolledKwh: number
  peak15Kw: number
  uncontrolledPeak15Kw: number
  departures: number
  ready: number
}

/** The local days that `range` touches, with nothing in them yet. */
export function emptyDays(range: Interval, zone: string): DaySums[] {
  if (range.to <= range.from) return []
  const clock = timeZone(zone)
  const midnight = clock.toInstant(dayOfWall(clock.toWall(range.from)) * DAY_MS)
  return localDaysOf({ from: midnight, to: range.to }, zone).flatMap(({ date, from, to }) => {
    const part = { from: Math.max(from, range.from), to: Math.min(to, range.to) }
    return part.from < part.to ? [{ date, ...part, ...NOTHING }] : []
  })
}

const NOTHING = {
  ...{ energyKwh: 0, measuredKwh: 0, plannedKwh: 0, uncontrolledKwh: 0 },
  ...{ peak15Kw: 0, uncontrolledPeak15Kw: 0, departures: 0, ready: 0 },
}

/** Adds a part of the time to its days, quarter-hour by quarter-hour. */
export function addToDays(days: readonly DaySums[], part: SiteLoadInput): void {
  const { range, baseLoad, efficiency, planned: actual, uncontrolled, measured } = part
  const kwh = (powers: SiteLoadInput['planned']['powers']) => quarterMeans(powers, range)
  const energies = {
    energyKwh: kwh(actual.powers),
    measuredKwh: kwh([...measured.powers]),
    plannedKwh: kwh([...measured.planned]),
    uncontrolledKwh: kwh(uncontrolled.powers),
  }
  const site = quarterMeans([...baseLoad, ...atSite(actual.powers, efficiency)], range)
  const free = quarterMeans([...baseLoad, ...atSite(uncontrolled.powers, efficiency)], range)
  const hours = QUARTER_MS / HOUR_MS
  for (const [index, siteKw] of site.entries()) {
    const day = dayAt(days, range.from + index * QUARTER_MS)
    if (!day) continue
    for (const name of ['energyKwh', 'measuredKwh', 'plannedKwh', 'uncontrolledKwh'] as const)
      day[name] += (energies[name][index] ?? 0) * hours
    day.peak15Kw = Math.max(day.peak15Kw, siteKw)
    day.uncontrolledPeak15Kw = Math.max(day.uncontrolledPeak15Kw, free[index] ?? 0)
  }
}

/** The day in which an instant lies; the end of the last one is still its own. */
export function dayAt(days: readonly DaySums[], instant: number): DaySums | undefined {
  return days[placeOf(days, ({ from }) => from <= instant)]
}

/** A day as the API says it. */
export function dayView(day: DaySums): ReportDay {
  return {
    date: day.date,
    from: toTimestamp(day.from),
    to: toTimestamp(day.to),
    energykWh: rounded(day.energyKwh),
    measuredkWh: rounded(day.measuredKwh),
    plannedkWh: rounded(day.plannedKwh),
    uncontrolledkWh: rounded(day.uncontrolledKwh),
    peak15kW: rounded(day.peak15Kw),
    uncontrolledPeak15kW: rounded(day.uncontrolledPeak15Kw),
    departures: day.departures,
    ready: day.ready,
  }
}
