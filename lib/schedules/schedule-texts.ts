import type { EvSchedule } from '@/lib/contract/schedule'
import { occurrenceView } from '@/lib/schedules/ev-schedule'
import type { ScheduleText } from '@/lib/schedules/read-stays'
import { occurrencesIn, type RuleOccurrence } from '@/lib/schedules/rule-occurrences'
import type { Rule } from '@/lib/schedules/schedule-state'
import type { Interval } from '@/lib/time/interval'

/** A rule and the id of the vehicle that it is of. */
export type OwnedRule = { evId: string; rule: Rule }

/** The occurrences of rules in a range, by rule. */
export function occurrencesOf(
  rules: readonly OwnedRule[],
  range: Interval,
): { owned: OwnedRule; occurrences: RuleOccurrence[] }[] {
  return rules.map((owned) => ({ owned, occurrences: occurrencesIn(owned.rule, range) }))
}

/**
 * Puts occurrences without a row among the stored stays, by arrival, then id: an occurrence that has a row is there already.
 * @returns a JSON array as text
 */
export function spliced(
  stored: readonly ScheduleText[],
  occurrences: readonly { evId: string; occurrence: RuleOccurrence }[],
): string {
  const rows = new Set(occurrences.length > 0 ? stored.map(({ id }) => id) : [])
  const expected = occurrences
    .filter(({ occurrence }) => !rows.has(occurrence.id))
    .map(({ evId, occurrence }) => ({
      id: occurrence.id,
      arrival: occurrence.arrival,
      json: JSON.stringify(occurrenceView(evId, occurrence)),
    }))
  const all = [...stored, ...expected].sort(byArrival)
  return `[${all.map(({ json }) => json).join(',')}]`
}

function byArrival(a: { arrival: number; id: string }, b: { arrival: number; id: string }): number {
  return a.arrival - b.arrival || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/** Views in the order of lists: arrival, then id. */
export function inOrder(schedules: EvSchedule[]): EvSchedule[] {
  const time = ({ plannedArrivalTime }: EvSchedule) => Date.parse(plannedArrivalTime)
  return schedules.sort((a, b) => byArrival({ id: a.id, arrival: time(a) }, { id: b.id, arrival: time(b) }))
}
