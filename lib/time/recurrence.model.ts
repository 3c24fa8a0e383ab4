import { DAY_MS } from '@/lib/time/interval'

/**
 * A slow model of recurrence for tests, written from RFC 5545 day by day, without rrule, Temporal or the code under
 * test: every day asks each BY part, and each wall time is looked for in the zone with Intl.
 */
export type ModelRule = {
  freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'
  interval: number
  count?: number
  until?: { text: string; allows: (arrival: number, localDate: string) => boolean }
  byMonth?: number[]
  byMonthDay?: number[]
  byYearDay?: number[]
  byWeekNo?: number[]
  byDay?: { weekday: number; nth: number | null }[]
  bySetPos?: number[]
  weekStart: number
}

const NAMES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** The rule as an RRULE value. */
export function textOfModel(rule: ModelRule): string {
  const days = rule.byDay?.map(({ weekday, nth }) => `${nth ?? ''}${NAMES[weekday]}`)
  const parts: [string, unknown][] = [
    ['FREQ', rule.freq],
    ['INTERVAL', rule.interval === 1 ? undefined : rule.interval],
    ['COUNT', rule.count],
    ['UNTIL', rule.until?.text],
    ['BYMONTH', rule.byMonth?.join()],
    ['BYWEEKNO', rule.byWeekNo?.join()],
    ['BYYEARDAY', rule.byYearDay?.join()],
    ['BYMONTHDAY', rule.byMonthDay?.join()],
    ['BYDAY', days?.join()],
    ['BYSETPOS', rule.bySetPos?.join()],
    ['WKST', rule.weekStart === 0 ? undefined : NAMES[rule.weekStart]],
  ]
  return parts.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`])).join(';')
}

const at = (day: number) => new Date(day * DAY_MS)
const weekday = (day: number) => (at(day).getUTCDay() + 6) % 7
const daysInMonth = (day: number) =>
  new Date(Date.UTC(at(day).getUTCFullYear(), at(day).getUTCMonth() + 1, 0)).getUTCDate()
const newYear = (year: number) => Date.UTC(year, 0, 1) / DAY_MS
const yearLength = (year: number) => newYear(year + 1) - newYear(year)

/** Where `index` (from 0) of `length` is among 1-based numbers that may count from the back. */
function among(numbers: number[], index: number, length: number): boolean {
  return numbers.some((number) => (number > 0 ? number - 1 === index : length + number === index))
}

/** The first day of week 1 of a year: the week, from WKST, that has at least four of its days. */
function firstWeek(year: number, weekStart: number): number {
  const start = newYear(year) - ((weekday(newYear(year)) - weekStart + 7) % 7)
  return newYear(year) - start <= 3 ? start : start + 7
}

function inWeekNumber(day: number, numbers: number[], weekStart: number): boolean {
  const year = at(day).getUTCFullYear()
  return (
    [year - 1, year, year + 1].some((of) => {
      const [start, end] = [firstWeek(of, weekStart), firstWeek(of + 1, weekStart)]
      return (
        day >= start && day < end && of === year && among(numbers, Math.floor((day - start) / 7), (end - start) / 7)
      )
    }) || weekOfNeighbour(day, numbers, weekStart)
  )
}

/** A day of this year may lie in the last week of the year before, or in week 1 of the next. */
function weekOfNeighbour(day: number, numbers: number[], weekStart: number): boolean {
  const year = at(day).getUTCFullYear()
  const [first, next] = [firstWeek(year, weekStart), firstWeek(year + 1, weekStart)]
  if (day >= next) return numbers.includes(1)
  if (day >= first) return false
  const start = firstWeek(year - 1, weekStart)
  return among(numbers, Math.floor((day - start) / 7), (first - start) / 7)
}

function matchesParts(rule: ModelRule, day: number): boolean {
  const date = at(day)
  const year = date.getUTCFullYear()
  if (rule.byMonth && !rule.byMonth.includes(date.getUTCMonth() + 1)) return false
  if (rule.byMonthDay && !among(rule.byMonthDay, date.getUTCDate() - 1, daysInMonth(day))) return false
  if (rule.byYearDay && !among(rule.byYearDay, day - newYear(year), yearLength(year))) return false
  if (rule.byWeekNo && !inWeekNumber(day, rule.byWeekNo, rule.weekStart)) return false
  return !rule.byDay || rule.byDay.some((part) => matchesWeekday(rule, part, day))
}

function matchesWeekday(rule: ModelRule, part: { weekday: number; nth: number | null }, day: number): boolean {
  if (weekday(day) !== part.weekday) return false
  if (part.nth === null) return true
  const year = at(day).getUTCFullYear()
  const monthly = rule.freq === 'MONTHLY' || rule.byMonth !== undefined
  const index = monthly ? at(day).getUTCDate() - 1 : day - newYear(year)
  const length = monthly ? daysInMonth(day) : yearLength(year)
  return part.nth > 0 ? Math.floor(index / 7) + 1 === part.nth : Math.floor((length - 1 - index) / 7) + 1 === -part.nth
}

/** The period of a day, as a number that grows by one from period to period. */
function periodOf(rule: ModelRule, day: number): number {
  const date = at(day)
  if (rule.freq === 'DAILY') return day
  if (rule.freq === 'WEEKLY') return Math.floor((day + 3 - rule.weekStart) / 7)
  return rule.freq === 'MONTHLY' ? date.getUTCFullYear() * 12 + date.getUTCMonth() : date.getUTCFullYear()
}

function withImplied(rule: ModelRule, first: number): ModelRule {
  if (rule.byDay || rule.byMonthDay || rule.byYearDay || rule.byWeekNo || rule.freq === 'DAILY') return rule
  if (rule.freq === 'WEEKLY') return { ...rule, byDay: [{ weekday: weekday(first), nth: null }] }
  const byMonth = rule.freq === 'YEARLY' ? (rule.byMonth ?? [at(first).getUTCMonth() + 1]) : rule.byMonth
  return { ...rule, ...(byMonth && { byMonth }), byMonthDay: [at(first).getUTCDate()] }
}

/** Every day of the rule from `first` through `last`, before COUNT and UNTIL. */
export function modelDays(said: ModelRule, first: number, last: number): number[] {
  const rule = withImplied(said, first)
  const days: number[] = []
  const firstPeriod = periodOf(rule, first)
  let period: number[] = []
  const close = () => {
    const chosen = rule.bySetPos
      ? period.filter((_, index) => among(rule.bySetPos ?? [], index, period.length))
      : period
    days.push(...chosen.filter((day) => day >= first && day <= last))
    period = []
  }
  for (let day = first - 370; day <= last + 370; day++) {
    const index = periodOf(rule, day) - firstPeriod
    if (periodOf(rule, day - 1) - firstPeriod !== index) close()
    if (index >= 0 && index % rule.interval === 0 && matchesParts(rule, day)) period.push(day)
  }
  return days
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** The wall time of an instant, by Intl. */
export function modelWall(timeZone: string, instant: number): number {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
    })
  formats.set(timeZone, format)
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((instant % 1000) + 1000) % 1000)
}

/** The first instant with this wall time; where there is none, the wall time moved forward by the gap. */
export function modelInstant(timeZone: string, wall: number): number {
  const offsets = [-26, -13, 0, 13, 26].map((hours) => {
    const instant = wall + hours * 3_600_000
    return modelWall(timeZone, instant) - instant
  })
  const instants = offsets.map((offset) => wall - offset).sort((a, b) => a - b)
  const exact = instants.find((instant) => modelWall(timeZone, instant) === wall)
  if (exact !== undefined) return exact
  return wall - (offsets[0] ?? 0)
}

/** The occurrences of a recurring stay up to `horizon`: those of a naive reader. */
export function modelOccurrences(
  rule: ModelRule,
  { arrival, departure, timeZone }: { arrival: number; departure: number; timeZone: string },
  horizon: number,
): { day: number; arrival: number; departure: number }[] {
  const wall = modelWall(timeZone, arrival)
  const first = Math.floor(wall / DAY_MS)
  const [begins, ends] = [wall - first * DAY_MS, modelWall(timeZone, departure) - first * DAY_MS]
  const all = modelDays(rule, first, Math.floor(horizon / DAY_MS) + 2).map((day) => ({
    day,
    arrival: modelInstant(timeZone, day * DAY_MS + begins),
    departure: modelInstant(timeZone, day * DAY_MS + ends),
  }))
  return all
    .slice(0, rule.count)
    .filter(
      (occurrence) => rule.until?.allows(occurrence.arrival, at(occurrence.day).toISOString().slice(0, 10)) ?? true,
    )
    .filter((occurrence) => occurrence.departure > occurrence.arrival)
}
