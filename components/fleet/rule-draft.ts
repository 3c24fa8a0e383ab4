import { monthlyDay } from '@/components/fleet/rule-format'
import { parseRecurrenceRule, type RuleParts } from '@/lib/contract/recurrence-rule'
import { type Day, dayOfWall, formatDay, monthIndexOf, weekdayOf } from '@/lib/time/calendar-day'
import { DAY_MS } from '@/lib/time/interval'

export const RULE_KINDS = ['once', 'daily', 'weekly', 'monthly'] as const
export const RULE_ENDS = ['never', 'on', 'after'] as const
/** Which day of the month, said by the first arrival's date: its date, its nth weekday, its last such weekday, the last day. */
export const MONTH_DAYS = ['date', 'nth', 'last', 'lastDay'] as const
const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const WORKDAYS = [0, 1, 2, 3, 4]

/** How a stay recurs while it is edited: numbers as they are typed, weekdays 0 (Monday) to 6. */
export type RuleDraft = {
  /** `other`: a rule that these fields cannot say; `written` is kept as it is. */
  kind: (typeof RULE_KINDS)[number] | 'other'
  interval: string
  weekdays: readonly number[]
  monthDay: (typeof MONTH_DAYS)[number]
  ends: (typeof RULE_ENDS)[number]
  /** The last local date, `2026-12-31`. */
  until: string
  count: string
  written: string
}
export type RuleFieldFault = 'interval' | 'weekdays' | 'until' | 'count'

/** A stay that does not recur; asked to recur weekly, it does so on workdays. */
export function onceDraft(): RuleDraft {
  return {
    kind: 'once',
    interval: '1',
    weekdays: WORKDAYS,
    monthDay: 'date',
    ends: 'never',
    until: '',
    count: '10',
    written: '',
  }
}

/**
 * The draft that says what a rule says.
 * @param left how many occurrences a rule with COUNT still has
 */
export function ruleDraftOf(rule: string, arrivalDay: Day, left: number | null): RuleDraft {
  const { parts, faults } = parseRecurrenceRule(rule)
  const draft = { ...onceDraft(), interval: String(parts.interval), written: rule, ...endOf(parts, left) }
  const kind = faults.length > 0 ? 'other' : kindOf(parts, draft.interval)
  if (kind === 'weekly') {
    const said = parts.byDay.map(({ weekday }) => weekday).sort((a, b) => a - b)
    return { ...draft, kind, weekdays: said.length > 0 ? said : [weekdayOf(arrivalDay)] }
  }
  return { ...draft, kind, monthDay: monthDayOf(parts) }
}

/** A local UNTIL is its date; as an instant it is said by a rule's own words alone, so that no occurrence is lost or won. */
function endOf({ until }: RuleParts, left: number | null): Partial<RuleDraft> {
  if (left !== null) return { ends: 'after', count: String(left) }
  return until ? { ends: 'on', until: new Date(until.value).toISOString().slice(0, 10) } : {}
}

function kindOf(parts: RuleParts, interval: string): RuleDraft['kind'] {
  const { freq, byMonth, byWeekNo, byYearDay, byMonthDay, bySetPos, byDay, until, weekStart } = parts
  if (until && until.kind !== 'date') return 'other'
  if (interval.length > 2) return 'other'
  if (monthlyDay(parts)) return 'monthly'
  if ([byMonth, byWeekNo, byYearDay, byMonthDay, bySetPos].some((list) => list.length > 0)) return 'other'
  if (freq === 'WEEKLY') return weekStart === 0 || parts.interval === 1 ? 'weekly' : 'other'
  if (freq !== 'DAILY') return 'other'
  if (byDay.length === 0) return 'daily'
  // Every day that is one of these weekdays is every week on them.
  return parts.interval === 1 ? 'weekly' : 'other'
}

function monthDayOf(parts: RuleParts): RuleDraft['monthDay'] {
  const day = monthlyDay(parts)
  if (!day || 'nth' in day) return day?.nth === -1 ? 'last' : day ? 'nth' : 'date'
  return day.date === -1 ? 'lastDay' : 'date'
}

/** Which fields say nothing that a rule could have. */
export function ruleDraftFaults({ kind, interval, weekdays, ends, until, count }: RuleDraft): RuleFieldFault[] {
  if (kind === 'once' || kind === 'other') return []
  const found: [boolean, RuleFieldFault][] = [
    [!/^[1-9]\d?$/.test(interval.trim()), 'interval'],
    [kind === 'weekly' && weekdays.length === 0, 'weekdays'],
    [ends === 'on' && !/^\d{4}-\d{2}-\d{2}$/.test(until), 'until'],
    [ends === 'after' && !/^[1-9]\d{0,2}$/.test(count.trim()), 'count'],
  ]
  return found.flatMap(([is, fault]) => (is ? [fault] : []))
}

/** The RRULE value of a draft without faults, for a first arrival on `day`; null for a stay that does not recur. */
export function ruleOfDraft(draft: RuleDraft, day: Day): string | null {
  if (draft.kind === 'once') return null
  if (draft.kind === 'other') return draft.written
  const interval = Number(draft.interval)
  return [
    `FREQ=${draft.kind.toUpperCase()}`,
    interval > 1 && `INTERVAL=${interval}`,
    draft.kind === 'weekly' && `BYDAY=${draft.weekdays.map((weekday) => CODES[weekday]).join(',')}`,
    draft.kind === 'monthly' && monthPart(draft.monthDay, day),
    draft.ends === 'on' && `UNTIL=${draft.until.replaceAll('-', '')}`,
    draft.ends === 'after' && `COUNT=${Number(draft.count)}`,
  ]
    .filter(Boolean)
    .join(';')
}

/** The rule part that names a month's day, as `monthDay` reads the date of `day`. */
function monthPart(monthDay: RuleDraft['monthDay'], day: Day): string {
  const date = new Date(day * DAY_MS).getUTCDate()
  const weekday = CODES[weekdayOf(day)]
  if (monthDay === 'lastDay') return 'BYMONTHDAY=-1'
  if (monthDay === 'date') return `BYMONTHDAY=${date}`
  return monthDay === 'last' ? `BYDAY=-1${weekday}` : `BYDAY=${Math.ceil(date / 7)}${weekday}`
}

/** The rule, ended with the day before `day`: what stays of it when another takes over. */
export function endedBefore(rule: string, day: Day): string {
  const parts = rule.split(';').filter((part) => !/^(COUNT|UNTIL)=/.test(part))
  return [...parts, `UNTIL=${formatDay(day - 1)}`].join(';')
}

/** The day (days since 1970-01-01) of a wall clock as forms have it; null for none. */
export function dayOfClock(clock: string): Day | null {
  const wall = Date.parse(`${clock.slice(0, 10)}T00:00Z`)
  return Number.isFinite(wall) ? dayOfWall(wall) : null
}

/** Which of the month's days a first arrival on `day` can mean: the last such weekday only where it is one. */
export function monthDaysOf(day: Day): (typeof MONTH_DAYS)[number][] {
  const isIn = (other: Day) => monthIndexOf(other) === monthIndexOf(day)
  return MONTH_DAYS.filter((choice) => {
    if (choice === 'last') return !isIn(day + 7)
    return choice !== 'lastDay' || !isIn(day + 1)
  })
}
