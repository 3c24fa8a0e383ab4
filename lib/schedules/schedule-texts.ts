import type { EvSchedule } from '@/lib/contract/schedule'
import { occurrenceView, ruleView } from '@/lib/schedules/ev-schedule'
import type { ScheduleText } from '@/lib/schedules/read-stays'
import type { RuleOccurrence } from '@/lib/schedules/rule-occurrences'
import type { Rule } from '@/lib/schedules/schedule-state'

/** A rule and the id of the vehicle that it is of. */
export type OwnedRule = { evId: string; rule: Rule }

/** A rule and its occurrences in a range that the list is about. */
export type RuleInRange = { owned: OwnedRule; occurrences: RuleOccurrence[] }

/**
 * The answer of a list: the rules with an occurrence in the range, and every stay, each by arrival, then id.
 * @param shows whether a rule itself is in the list, besides its occurrences
 * @returns `{ "recurringSchedules": EvSchedule[], "schedules": EvSchedule[] }` as JSON text
 */
export function scheduleListText(
  stays: readonly ScheduleText[],
  rules: readonly RuleInRange[],
  shows: (rule: Rule) => boolean,
  withPlans: boolean,
): string {
  const recurring = rules
    .filter(({ owned: { rule }, occurrences }) => occurrences.length > 0 && shows(rule))
    .map(({ owned: { evId, rule } }) => withoutPlan(ruleView(evId, rule), withPlans))
  const occurrences = rules.flatMap(({ owned: { evId }, occurrences: ofRule }) =>
    ofRule.map((occurrence) => ({ evId, occurrence })),
  )
  return `{"recurringSchedules":${JSON.stringify(inOrder(recurring))},"schedules":${spliced(stays, occurrences)}}`
}

function withoutPlan(schedule: EvSchedule, withPlans: boolean): EvSchedule {
  if (withPlans) return schedule
  const { plan, planMeta, ...rest } = schedule
  return rest
}

/**
 * Puts occurrences without a row among the stored stays, by arrival, then id: an occurrence that has a row is there already.
 * @returns a JSON array as text
 */
function spliced(
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
function inOrder(schedules: EvSchedule[]): EvSchedule[] {
  const time = ({ plannedArrivalTime }: EvSchedule) => Date.parse(plannedArrivalTime)
  return schedules.sort((a, b) => byArrival({ id: a.id, arrival: time(a) }, { id: b.id, arrival: time(b) }))
}
