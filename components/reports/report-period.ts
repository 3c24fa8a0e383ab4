import { dayAndTime, type Reading } from '@/components/format/instant-format'
import { localTimeOf } from '@/components/format/zone'
import { dayOfDate, mondayOfWeek, weekOf } from '@/lib/time/calendar-day'
import { DAY_MS } from '@/lib/time/interval'

/** A month (`2026-11`) or an ISO 8601 week (`2026-W48`), as the API takes it. */
export type ReportPeriod = { kind: 'month' | 'week'; value: string }

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/
const WEEK = /^(\d{4})-W(0[1-9]|[1-4]\d|5[0-3])$/

/** The period that an address names, else the month that goes on at the depot. */
export function periodOf(
  named: { month: string | null; week: string | null },
  now: number,
  zone: string,
): ReportPeriod {
  if (named.week !== null && WEEK.test(named.week)) return { kind: 'week', value: named.week }
  if (named.month !== null && MONTH.test(named.month)) return { kind: 'month', value: named.month }
  return currentPeriod('month', now, zone)
}

/** The month or the week that goes on at the depot. */
export function currentPeriod(kind: ReportPeriod['kind'], now: number, zone: string): ReportPeriod {
  const { year, month, day } = localTimeOf(now, zone)
  return { kind, value: kind === 'month' ? monthName(year, month) : weekName(dayOfDate(year, month, day)) }
}

/** The period that is so many later, or earlier below 0. */
export function shiftedPeriod({ kind, value }: ReportPeriod, by: number): ReportPeriod {
  if (kind === 'week') return { kind, value: weekName(mondayOf(value) + 7 * by) }
  const [year = 0, month = 0] = value.split('-').map(Number)
  const date = new Date(Date.UTC(year, month - 1 + by, 1))
  return { kind, value: monthName(date.getUTCFullYear(), date.getUTCMonth() + 1) }
}

/** `November 2026`; `Week 48, 23 Nov – 29 Nov`. */
export function periodWords({ kind, value }: ReportPeriod, { locale, text }: Pick<Reading, 'locale' | 'text'>): string {
  const write = (day: number, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(day * DAY_MS)
  if (kind === 'month') {
    const [year = 0, month = 0] = value.split('-').map(Number)
    return write(dayOfDate(year, month, 1), { month: 'long', year: 'numeric' })
  }
  const monday = mondayOf(value)
  const short = { day: 'numeric', month: 'short' } as const
  return text('reports.weekOf', {
    number: String(Number(value.slice(-2))),
    from: write(monday, short),
    to: write(monday + 6, { ...short, year: 'numeric' }),
  })
}

/** Until when a report tells of a time that goes on: ` until Sun 29 Nov 08:00`; nothing for one that is over. */
export function untilWords({ to, until }: { to: string; until: string }, reading: Reading): string | null {
  return to === until ? null : reading.text('reports.until', { time: dayAndTime(Date.parse(until), reading) })
}

/** Until when a report that has not come yet will reach: that of the current period until now. */
export function expectedUntil(period: ReportPeriod, now: number, reading: Reading): string | null {
  const isCurrent = currentPeriod(period.kind, now, reading.zone).value === period.value
  return isCurrent ? reading.text('reports.until', { time: dayAndTime(now, reading) }) : null
}

function mondayOf(name: string): number {
  const [year = 0, week = 0] = name.split('-W').map(Number)
  return mondayOfWeek(year, week)
}

function weekName(day: number): string {
  const { year, week } = weekOf(day)
  return `${year}-W${String(week).padStart(2, '0')}`
}

const monthName = (year: number, month: number) => `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
