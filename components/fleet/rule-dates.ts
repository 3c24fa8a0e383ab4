import { endedBefore, type RuleDraft, ruleOfDraft } from '@/components/fleet/rule-draft'
import { parseRecurrenceRule } from '@/lib/contract/recurrence-rule'
import { type Day, dayOfWall, formatDay } from '@/lib/time/calendar-day'
import { DAY_MS, type Interval } from '@/lib/time/interval'
import { type Occurrence, Recurrence } from '@/lib/time/recurrence'
import { timeZone } from '@/lib/time/time-zone'

export const SHOWN_DATES = 8
/** Eight dates of a rule lie within this; of a more seldom one fewer are shown. */
const AHEAD_MS = 3 * 366 * DAY_MS

/** One date of a rule: `day` as occurrences' ids name it, and how much longer (ms) a change of the clock makes the stay. */
export type RuleDate = { day: string; arrival: number; departure: number; longerMs: number }
/** A recurring stay by its first times (epoch ms) and its RRULE value. */
export type RuleTimes = Interval & { rule: string }

/** The recurrence of a rule in its depot's zone; null where it cannot be read. */
function recurrence({ rule, from, to }: RuleTimes, zone: string): Recurrence | null {
  const { parts, faults } = parseRecurrenceRule(rule)
  return faults.length > 0 || to <= from
    ? null
    : new Recurrence({ rule, arrival: from, departure: to, timeZone: zone }, parts)
}

/** The dates of a rule that arrive after `after`, at most `most`. */
export function ruleDates(times: RuleTimes, zone: string, after: number, most = SHOWN_DATES): RuleDate[] {
  const dates: RuleDate[] = []
  const begin = Math.max(after, times.from - 1)
  for (const occurrence of recurrence(times, zone)?.walk({ from: begin, to: begin + AHEAD_MS }) ?? []) {
    if (occurrence.arrival > begin) dates.push(dateOf(occurrence, zone))
    if (dates.length === most) break
  }
  return dates
}

function dateOf({ day, arrival, departure }: Occurrence, zone: string): RuleDate {
  const clock = timeZone(zone)
  const longerMs = departure - arrival - (clock.toWall(departure) - clock.toWall(arrival))
  return { day: formatDay(day), arrival, departure, longerMs }
}

/**
 * The first times and the rule that a draft says: a first arrival on no day of the rule moves to the next one that is.
 * @param typed the times as they are typed, in the depot's zone; the draft has no faults
 */
export function firstOfRule(draft: RuleDraft, typed: Interval, zone: string): RuleTimes | null {
  const day = dayOfWall(timeZone(zone).toWall(typed.from))
  const rule = ruleOfDraft(draft, day)
  if (rule === null) return null
  const simple = ruleOfDraft({ ...draft, interval: '1', ends: 'never' }, day)
  if (simple === null) return null
  const [first] = ruleDates({ ...typed, rule: simple }, zone, typed.from - 1, 1)
  return first ? { from: first.arrival, to: first.departure, rule } : null
}

/** How many occurrences a rule with COUNT has from `day` on; null without COUNT. */
export function countLeft(times: RuleTimes, zone: string, day: Day): number | null {
  const { count } = parseRecurrenceRule(times.rule).parts
  if (count === null) return null
  const before = { ...times, rule: endedBefore(times.rule, day) }
  const past =
    dayOfWall(timeZone(zone).toWall(times.from)) >= day ? 0 : ruleDates(before, zone, times.from - 1, count).length
  return Math.max(0, count - past)
}
