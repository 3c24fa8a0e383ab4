import { dayOfWall } from '@/lib/time/calendar-day'
import { DAY_MS, type Interval } from '@/lib/time/interval'
import { timeZone } from '@/lib/time/time-zone'

/** Over which time a grid takes one peak. */
export type DemandPeriod = 'month' | 'year'

/** The billing period in which an instant lies: a calendar month or year of the depot's zone. */
export function billingPeriodOf(instant: number, zone: string, period: DemandPeriod = 'month'): Interval {
  const clock = timeZone(zone)
  const wall = new Date(clock.toWall(instant))
  const year = wall.getUTCFullYear()
  const month = wall.getUTCMonth()
  const [from, to] =
    period === 'year'
      ? [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)]
      : [Date.UTC(year, month, 1), Date.UTC(year, month + 1, 1)]
  return { from: clock.toInstant(from), to: clock.toInstant(to) }
}

/** The billing periods that `range` touches, in order. */
export function billingPeriodsOf(range: Interval, zone: string, period?: DemandPeriod): Interval[] {
  const periods: Interval[] = []
  for (let at = range.from; at < range.to; ) {
    const next = billingPeriodOf(at, zone, period)
    periods.push(next)
    at = next.to
  }
  return periods
}

/** A local day and its date, `YYYY-MM-DD`. */
export type LocalDay = Interval & { date: string }

/** The local days that begin in `range`, which begins at a local midnight. */
export function localDaysOf(range: Interval, zone: string): LocalDay[] {
  const clock = timeZone(zone)
  const first = dayOfWall(clock.toWall(range.from))
  const days: LocalDay[] = []
  for (let day = first; clock.toInstant(day * DAY_MS) < range.to; day += 1)
    days.push({
      date: new Date(day * DAY_MS).toISOString().slice(0, 10),
      from: clock.toInstant(day * DAY_MS),
      to: clock.toInstant((day + 1) * DAY_MS),
    })
  return days
}
