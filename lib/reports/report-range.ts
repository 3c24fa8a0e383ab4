import { malformed } from '@/lib/errors'
import { loadRange } from '@/lib/planning/load-range'
import { billingPeriodOf } from '@/lib/site/billing-period'
import { type Day, dayOfDate, mondayOfWeek, weekOf } from '@/lib/time/calendar-day'
import { DAY_MS, type Interval } from '@/lib/time/interval'
import { timeZone } from '@/lib/time/time-zone'

/** A month (`2026-11`), an ISO 8601 week (`2026-W47`), or two instants (epoch ms). */
export type ReportQuery = { month?: string; week?: string; from?: number; to?: number }

/** The years of which calendars and instants of the contract agree. */
const FIRST_YEAR = 1970
const LAST_YEAR = 9998

/**
 * The time of a report, in the location's zone; without any the month in which `now` lies.
 * @throws Refusal `malformed`: two ways to say a time, half of one, a week that its year does not have, over 92 days
 */
export function reportRange({ month, week, from, to }: ReportQuery, zone: string, now: number): Interval {
  const ways = [month !== undefined, week !== undefined, from !== undefined || to !== undefined].filter(Boolean)
  if (ways.length > 1) throw malformed([{ path: 'month', message: 'must not come beside week, from or to: send one' }])
  if (month !== undefined) return monthRange(month, zone)
  if (week !== undefined) return weekRange(week, zone)
  if (from === undefined && to === undefined) return loadRange(billingPeriodOf(now, zone))
  if (from === undefined) throw malformed([{ path: 'from', message: 'must come with to' }])
  if (to === undefined) throw malformed([{ path: 'to', message: 'must come with from' }])
  return loadRange({ from, to })
}

function monthRange(month: string, zone: string): Interval {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return daysRange('month', year, zone, dayOfDate(year, number, 1), dayOfDate(year, number + 1, 1))
}

function weekRange(week: string, zone: string): Interval {
  const [year = 0, number = 0] = week.split('-W').map(Number)
  const monday = mondayOfWeek(year, number)
  if (weekOf(monday).year !== year)
    throw malformed([{ path: 'week', message: `must be a week of its year: ${year} has 52` }])
  return daysRange('week', year, zone, monday, monday + 7)
}

function daysRange(path: string, year: number, zone: string, first: Day, end: Day): Interval {
  if (year < FIRST_YEAR || year > LAST_YEAR)
    throw malformed([{ path, message: `must be from the year ${FIRST_YEAR} to ${LAST_YEAR}` }])
  const clock = timeZone(zone)
  return loadRange({ from: clock.toInstant(first * DAY_MS), to: clock.toInstant(end * DAY_MS) })
}
