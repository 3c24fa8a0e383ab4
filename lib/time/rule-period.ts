import * as rruleModule from 'rrule'
import type { RuleParts, WeekdayPart } from '@/lib/contract/recurrence-rule'
import { DAY_MS } from '@/lib/time/interval'

/** Node sees rrule as CommonJS, whose exports are in `default`; bundlers take its ES modules, which have none. */
const loaded: typeof rruleModule & { default?: typeof rruleModule } = rruleModule
const { RRule, Weekday } = loaded.default ?? loaded
type Weekday = rruleModule.Weekday

/**
 * The days of a year that a rule names, as offsets from its first day, ascending.
 *
 * rrule walks on to the year 9999 when nothing matches, which blocks a process for ten seconds. So it is asked for one
 * year at a time: an INTERVAL of 10,000 years ends its walk after the first. The calendar repeats every 400 years, which
 * bounds what there is to know about a rule, however far it reaches.
 * @param yearStart first day of the year, a wall time (ms)
 */
export function daysOfYear(parts: RuleParts, yearStart: number): number[] {
  const dates = new RRule(
    {
      freq: RRule.YEARLY,
      interval: 10_000,
      dtstart: new Date(yearStart),
      wkst: parts.weekStart,
      ...(parts.byMonth.length > 0 && { bymonth: parts.byMonth }),
      ...(parts.byWeekNo.length > 0 && { byweekno: parts.byWeekNo }),
      ...(parts.byYearDay.length > 0 && { byyearday: parts.byYearDay }),
      ...(parts.byMonthDay.length > 0 && { bymonthday: parts.byMonthDay }),
      ...(parts.byDay.length > 0 && { byweekday: weekdays(parts.byDay, parts.byMonth.length > 0 ? 5 : 53) }),
    } satisfies Partial<rruleModule.Options>,
    true,
  ).all()
  return dates.map((date) => (date.getTime() - yearStart) / DAY_MS)
}

/**
 * The days of a month that BYMONTHDAY and BYDAY name, as offsets from its first day, ascending. No other part chooses among
 * the days of a month but BYSETPOS.
 */
export function daysOfMonth({ byMonthDay, byDay }: RuleParts, length: number, firstWeekday: number): number[] {
  const hasDate = (offset: number) =>
    byMonthDay.length === 0 || byMonthDay.includes(offset + 1) || byMonthDay.includes(offset - length)
  const hasWeekday = (offset: number) =>
    byDay.length === 0 ||
    byDay.some(
      ({ weekday, nth }) =>
        (firstWeekday + offset) % 7 === weekday &&
        (nth === null || nth === Math.floor(offset / 7) + 1 || nth === -Math.floor((length - 1 - offset) / 7) - 1),
    )
  return Array.from({ length }, (_, offset) => offset).filter((offset) => hasDate(offset) && hasWeekday(offset))
}

/** rrule intersects `MO` with `1TU` where RFC 5545 unites them; beside a numbered weekday, `MO` is every numbered one. */
function weekdays(byDay: WeekdayPart[], most: number): Weekday[] {
  const mixed = byDay.some(({ nth }) => nth !== null)
  return byDay.flatMap(({ weekday, nth }) => {
    if (nth !== null) return [new Weekday(weekday, nth)]
    if (!mixed) return [new Weekday(weekday)]
    return Array.from({ length: most }, (_, index) => new Weekday(weekday, index + 1))
  })
}

/**
 * What BYSETPOS leaves of a period's days: the n-th from the front, or from the back where negative.
 * An empty `positions` leaves all of them.
 */
export function atPositions<T>(days: readonly T[], positions: readonly number[]): readonly T[] {
  if (positions.length === 0) return days
  const chosen = new Set(positions.map((position) => (position > 0 ? position - 1 : days.length + position)))
  return days.filter((_, index) => chosen.has(index))
}
