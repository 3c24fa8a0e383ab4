export const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const
export type Frequency = (typeof FREQUENCIES)[number]

/** One BYDAY: `weekday` 0 is Monday; `nth` as in `2TU` or `-1FR`, null for every one. */
export type WeekdayPart = { weekday: number; nth: number | null }

/** Until when a rule goes, inclusive: an instant (epoch ms), or a local time or date (as if it were UTC, ms). */
export type Until = { kind: 'instant' | 'wall' | 'date'; value: number }

/** The parts of an RFC 5545 RRULE value; lists in order and without repetition, empty where not given. */
export type RuleParts = {
  freq: Frequency
  interval: number
  count: number | null
  until: Until | null
  byMonth: number[]
  byWeekNo: number[]
  byYearDay: number[]
  byMonthDay: number[]
  byDay: WeekdayPart[]
  bySetPos: number[]
  weekStart: number
}

/** Why a rule is refused: `malformed` by itself (400), or parts that are `impossible` together or here (422). */
export type RuleFault = { kind: 'malformed' | 'impossible'; message: string }

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const SUB_DAILY = ['HOURLY', 'MINUTELY', 'SECONDLY']
const MAX_NUMBER = 2_000_000_000
/** More than there are kinds of parts; what comes after them could only repeat one. */
const MAX_PARTS = 20

type Draft = { parts: RuleParts; subDaily: boolean; timeParts: string[] }
type Reader = (value: string, draft: Draft) => boolean

/** Reads one part into the draft; false: the value is no value of that part. */
const READERS: Record<string, Reader> = {
  FREQ: (value, draft) => {
    draft.subDaily = SUB_DAILY.includes(value)
    const freq = FREQUENCIES.find((known) => known === value)
    if (freq) draft.parts.freq = freq
    return freq !== undefined || draft.subDaily
  },
  INTERVAL: (value, { parts }) => assign(positive(value), (interval) => (parts.interval = interval)),
  COUNT: (value, { parts }) => assign(positive(value), (count) => (parts.count = count)),
  UNTIL: (value, { parts }) => assign(readUntil(value), (until) => (parts.until = until)),
  BYMONTH: (value, { parts }) => assign(numbers(value, 12, false), (list) => (parts.byMonth = list)),
  BYWEEKNO: (value, { parts }) => assign(numbers(value, 53, true), (list) => (parts.byWeekNo = list)),
  BYYEARDAY: (value, { parts }) => assign(numbers(value, 366, true), (list) => (parts.byYearDay = list)),
  BYMONTHDAY: (value, { parts }) => assign(numbers(value, 31, true), (list) => (parts.byMonthDay = list)),
  BYSETPOS: (value, { parts }) => assign(numbers(value, 366, true), (list) => (parts.bySetPos = list)),
  BYDAY: (value, { parts }) => assign(readWeekdays(value), (list) => (parts.byDay = list)),
  WKST: (value, { parts }) => {
    parts.weekStart = WEEKDAYS.indexOf(value)
    return parts.weekStart >= 0
  },
  BYHOUR: (value, draft) => readTimePart('BYHOUR', value, 23, draft),
  BYMINUTE: (value, draft) => readTimePart('BYMINUTE', value, 59, draft),
  BYSECOND: (value, draft) => readTimePart('BYSECOND', value, 60, draft),
}

/**
 * Reads an RFC 5545 RRULE value as the API takes it: upper case, no `RRULE:` prefix, no DTSTART or TZID, daily or
 * coarser. The faults are all there are, so that a sender can mend them at once.
 */
export function parseRecurrenceRule(text: string): { parts: RuleParts; faults: RuleFault[] } {
  const draft: Draft = { parts: emptyParts(), subDaily: false, timeParts: [] }
  const seen = new Set<string>()
  const faults: RuleFault[] = []
  const malformed = (message: string) => faults.push({ kind: 'malformed', message })
  for (const part of text.split(';', MAX_PARTS)) {
    const [, name, value] = /^([A-Z]+)=([A-Z0-9,+-]+)$/.exec(part) ?? []
    if (!name || !value) malformed(`must be NAME=VALUE parts in upper case between semicolons, not "${clip(part)}"`)
    else if (seen.has(name)) malformed(`must have ${name} once`)
    else if (!Object.hasOwn(READERS, name)) malformed(`has ${clip(name)}, which is no part of a recurrence rule`)
    else if (!READERS[name]?.(value, draft)) malformed(`has no valid value for ${name}: "${clip(value)}"`)
    if (name) seen.add(name)
  }
  if (!seen.has('FREQ')) malformed('must have FREQ: DAILY, WEEKLY, MONTHLY or YEARLY')
  faults.push(...impossibleCombinations(draft))
  return { parts: draft.parts, faults }
}

/** What RFC 5545 (3.3.10) forbids together, and what a depot's rule cannot have. */
function impossibleCombinations({ parts, subDaily, timeParts }: Draft): RuleFault[] {
  const { freq, byDay, byWeekNo, byYearDay, byMonthDay, byMonth, bySetPos, count, until } = parts
  const ordinals = byDay.some(({ nth }) => nth !== null)
  const forbidden: [boolean, string][] = [
    [subDaily, 'must recur daily or more seldom: FREQ=DAILY, WEEKLY, MONTHLY or YEARLY'],
    [timeParts.length > 0, `must not have ${timeParts.join(', ')}: the time of day is that of the first arrival`],
    [count !== null && until !== null, 'must not have both COUNT and UNTIL'],
    [byWeekNo.length > 0 && freq !== 'YEARLY', 'must not have BYWEEKNO unless FREQ=YEARLY'],
    [byYearDay.length > 0 && freq !== 'YEARLY', 'must not have BYYEARDAY unless FREQ=YEARLY'],
    [byMonthDay.length > 0 && freq === 'WEEKLY', 'must not have BYMONTHDAY with FREQ=WEEKLY'],
    [
      ordinals && freq !== 'MONTHLY' && freq !== 'YEARLY',
      'must not have numbered weekdays such as 2TU unless FREQ=MONTHLY or YEARLY',
    ],
    [ordinals && byWeekNo.length > 0, 'must not have numbered weekdays such as 2TU with BYWEEKNO'],
    [
      bySetPos.length > 0 &&
        byDay.length + byWeekNo.length + byYearDay.length + byMonthDay.length + byMonth.length === 0,
      'must not have BYSETPOS without another BY part to choose from',
    ],
  ]
  if (subDaily) return forbidden.slice(0, 3).flatMap(([is, message]) => (is ? [{ kind: 'impossible', message }] : []))
  return forbidden.flatMap(([is, message]) => (is ? [{ kind: 'impossible' as const, message }] : []))
}

function emptyParts(): RuleParts {
  const lists = { byMonth: [], byWeekNo: [], byYearDay: [], byMonthDay: [], byDay: [], bySetPos: [] }
  return { freq: 'DAILY', interval: 1, count: null, until: null, ...lists, weekStart: 0 }
}

function assign<T>(value: T | null, set: (value: T) => void): boolean {
  if (value !== null) set(value)
  return value !== null
}

function positive(value: string): number | null {
  const number = /^\d{1,10}$/.test(value) ? Number(value) : 0
  return number >= 1 && number <= MAX_NUMBER ? number : null
}

function numbers(value: string, max: number, signed: boolean, min = 1): number[] | null {
  const form = signed ? /^[+-]?\d{1,3}$/ : /^\d{1,2}$/
  const list = value.split(',')
  if (!list.every((item) => form.test(item))) return null
  const found = list.map(Number)
  return found.every((number) => Math.abs(number) >= min && Math.abs(number) <= max)
    ? [...new Set(found)].sort((a, b) => a - b)
    : null
}

function readTimePart(name: string, value: string, max: number, draft: Draft): boolean {
  draft.timeParts.push(name)
  return numbers(value, max, false, 0) !== null
}

function readWeekdays(value: string): WeekdayPart[] | null {
  const found = new Map<string, WeekdayPart>()
  for (const item of value.split(',')) {
    const [, sign, digits, name] = /^(?:([+-]?)(\d{1,2}))?([A-Z]{2})$/.exec(item) ?? []
    const weekday = WEEKDAYS.indexOf(name ?? '')
    const nth = digits === undefined ? null : Number(digits) * (sign === '-' ? -1 : 1)
    if (weekday < 0 || nth === 0 || Math.abs(nth ?? 1) > 53) return null
    found.set(`${nth} ${weekday}`, { weekday, nth })
  }
  return [...found.values()]
}

function readUntil(value: string): Until | null {
  const form = /^(\d{4})(\d{2})(\d{2})(?:T([01]\d|2[0-3])([0-5]\d)([0-5]\d)(Z?))?$/
  const [year, month, date, hour, minute, second, zulu] = form.exec(value)?.slice(1) ?? []
  if (year === undefined || Number(year) < 100) return null
  const time = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(date),
    Number(hour ?? 0),
    Number(minute ?? 0),
    Number(second ?? 0),
  )
  const written = new Date(time).toISOString().slice(0, 10).replaceAll('-', '')
  if (!value.startsWith(written)) return null
  return { kind: hour === undefined ? 'date' : zulu === 'Z' ? 'instant' : 'wall', value: time }
}

function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
