import type { EvSchedule } from '@/lib/contract/schedule'
import { occurrenceView, ruleView } from '@/lib/schedules/ev-schedule'
import type { ScheduleText } from '@/lib/schedules/read-stays'
import type { RuleOccurrence } from '@/lib/schedules/rule-occurrences'
import type { Rule } from '@/lib/schedules/schedule-state'
import type { InPieces } from '@/lib/slices'

/** A rule and the id of the vehicle that it is of. */
export type OwnedRule = { evId: string; rule: Rule }

/** What a list is about: of each rule these occurrences, and the rule itself where it shows it. */
type Chosen = { occurrencesOf: (rule: Rule) => RuleOccurrence[]; shows: (rule: Rule) => boolean; withPlans: boolean }

/**
 * The answer of a list: the rules with an occurrence in the range, and every stay, each by arrival, then id. An occurrence
 * that has a row is among the stays already. In pieces, a rule each, because a depot may have thousands.
 * @returns `{ "recurringSchedules": EvSchedule[], "schedules": EvSchedule[] }` as JSON text
 */
export function* scheduleListText(
  stays: readonly ScheduleText[],
  rules: readonly OwnedRule[],
  { occurrencesOf, shows, withPlans }: Chosen,
): InPieces<string> {
  const stored = new Set(rules.length > 0 ? stays.map(({ id }) => id) : [])
  const recurring: EvSchedule[] = []
  const all: Pick<ScheduleText, 'id' | 'arrival' | 'json'>[] = [...stays]
  for (const { evId, rule } of rules) {
    const occurrences = occurrencesOf(rule)
    if (occurrences.length > 0 && shows(rule)) recurring.push(withoutPlan(ruleView(evId, rule), withPlans))
    for (const occurrence of occurrences) {
      const { id, arrival } = occurrence
      if (!stored.has(id)) all.push({ id, arrival, json: JSON.stringify(occurrenceView(evId, occurrence)) })
    }
    yield
  }
  const schedules = all.sort(byArrival).map(({ json }) => json)
  return `{"recurringSchedules":${JSON.stringify(inOrder(recurring))},"schedules":[${schedules.join(',')}]}`
}

function withoutPlan(schedule: EvSchedule, withPlans: boolean): EvSchedule {
  if (withPlans) return schedule
  const { plan, planMeta, ...rest } = schedule
  return rest
}

function byArrival(a: { arrival: number; id: string }, b: { arrival: number; id: string }): number {
  return a.arrival - b.arrival || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/** Views in the order of lists: arrival, then id. */
function inOrder(schedules: EvSchedule[]): EvSchedule[] {
  const time = ({ plannedArrivalTime }: EvSchedule) => Date.parse(plannedArrivalTime)
  return schedules.sort((a, b) => byArrival({ id: a.id, arrival: time(a) }, { id: b.id, arrival: time(b) }))
}
