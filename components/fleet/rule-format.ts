import { dayOf, type Reading } from '@/components/format/instant-format'
import type { LabelKey, Text } from '@/components/messages/text'
import { parseRecurrenceRule, type RuleParts } from '@/lib/contract/recurrence-rule'

const EVERY_DAY = 7
export const DAY_NAMES: readonly LabelKey[] = ['day.MO', 'day.TU', 'day.WE', 'day.TH', 'day.FR', 'day.SA', 'day.SU']

const NTH_NAMES: readonly LabelKey[] = ['rule.nth.1', 'rule.nth.2', 'rule.nth.3', 'rule.nth.4', 'rule.nth.5']

/**
 * How often a rule recurs, in words: `Mon–Fri`, `every 2 weeks on Tue, Sat, until Thu 31 Dec`, `monthly on the second
 * Tue`. A rule of a seldom kind is shown as it is written.
 */
export function ruleWords(rule: string, reading: Reading): string {
  const { parts, faults } = parseRecurrenceRule(rule)
  const often = faults.length === 0 ? wordsOf(parts, reading.text) : null
  if (!often) return rule
  if (parts.count !== null) return reading.text('rule.count', { often, count: parts.count })
  if (!parts.until) return often
  const zone = parts.until.kind === 'instant' ? reading.zone : 'UTC'
  return reading.text('rule.until', { often, day: dayOf(parts.until.value, { ...reading, zone }) })
}

function wordsOf(parts: RuleParts, text: Text): string | null {
  const day = monthlyDay(parts)
  if (day) return text('rule.monthly', { count: parts.interval, when: monthlyWords(day, text) })
  return isPlain(parts) ? oftenWords(parts, text) : null
}

/** The one day of a month that a monthly rule names: a date (−1 is the last day), or the nth weekday (−1 is the last). */
export type MonthlyDay = { date: number } | { nth: number; weekday: number }

/** The day that a rule names which recurs monthly on one day; null for every other rule. */
export function monthlyDay({
  freq,
  byMonth,
  byWeekNo,
  byYearDay,
  byMonthDay,
  bySetPos,
  byDay,
}: RuleParts): MonthlyDay | null {
  if (freq !== 'MONTHLY' || [byMonth, byWeekNo, byYearDay, bySetPos].some((list) => list.length > 0)) return null
  const [date, weekday] = [byMonthDay[0], byDay[0]]
  if (byMonthDay.length === 1 && byDay.length === 0 && date !== undefined && date >= -1) return { date }
  if (byDay.length !== 1 || byMonthDay.length > 0 || !weekday?.nth || weekday.nth < -1 || weekday.nth > 5) return null
  return { nth: weekday.nth, weekday: weekday.weekday }
}

/** `on day 15`, `on the last day`, `on the second Tue`. */
export function monthlyWords(day: MonthlyDay, text: Text): string {
  if ('date' in day) return day.date === -1 ? text('rule.lastDay') : text('rule.onDate', { date: String(day.date) })
  return text('rule.onNth', {
    nth: text(NTH_NAMES[day.nth - 1] ?? 'rule.nth.last'),
    day: text(DAY_NAMES[day.weekday] ?? 'day.MO'),
  })
}

/** Whether frequency, interval and weekdays alone say it. */
function isPlain({ byMonth, byWeekNo, byYearDay, byMonthDay, bySetPos, byDay, freq }: RuleParts): boolean {
  const others = [byMonth, byWeekNo, byYearDay, byMonthDay, bySetPos]
  if (others.some((list) => list.length > 0) || byDay.some(({ nth }) => nth !== null)) return false
  return freq === 'DAILY' || (freq === 'WEEKLY' && byDay.length > 0)
}

function oftenWords({ freq, interval, byDay }: RuleParts, text: Text): string | null {
  const weekdays = [...new Set(byDay.map(({ weekday }) => weekday))].sort((a, b) => a - b)
  const days = weekdayWords(weekdays, text)
  const all = weekdays.length === 0 || weekdays.length === EVERY_DAY
  if (interval === 1) return all ? text('rule.daily') : days
  if (freq === 'DAILY') return all ? text('rule.everyDays', { count: interval }) : null
  return text('rule.everyWeeks', { count: interval, days })
}

/** Three days or more in a row are a range: `Mon–Fri`, `Mon, Wed, Sat`. */
function weekdayWords(weekdays: readonly number[], text: Text): string {
  const name = (weekday: number | undefined) => text(DAY_NAMES[weekday ?? 0] ?? 'day.MO')
  const inRow =
    weekdays.length > 2 && weekdays.every((day, index) => index === 0 || day === (weekdays[index - 1] ?? 0) + 1)
  return inRow ? `${name(weekdays[0])}–${name(weekdays.at(-1))}` : weekdays.map(name).join(', ')
}
