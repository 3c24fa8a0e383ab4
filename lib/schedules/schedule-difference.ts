import { isDeepStrictEqual } from 'node:util'
import type { EvSchedule } from '@/lib/contract/schedule'
import { occurrenceView, ruleView, stayView } from '@/lib/schedules/ev-schedule'
import { occurrenceOn, parseOccurrenceId } from '@/lib/schedules/rule-occurrences'
import type { Rule, ScheduledStay, ScheduleState } from '@/lib/schedules/schedule-state'

/** What a decision changes, as a dry run shows it. An occurrence appears when it is changed for itself. */
export type ScheduleDifference = {
  created: EvSchedule[]
  updated: { before: EvSchedule; after: EvSchedule }[]
  removed: EvSchedule[]
}

/** Compares the state before a decision with the one after it. `removed` are the ids that the decision says go. */
export function differenceOf(
  evId: string,
  before: ScheduleState,
  after: ScheduleState,
  removed: readonly string[],
): ScheduleDifference {
  const viewIn = (state: ScheduleState) => (id: string) => viewOf(evId, state, id)
  const [was, will] = [viewIn(before), viewIn(after)]
  const gone = new Set(removed)
  const changed = (ids: Iterable<string>) => [...ids].filter((id) => !gone.has(id) && changedIn(before, after, id))
  const ids = changed(new Set([...after.stays.keys(), ...after.rules.keys()]))
  const difference: ScheduleDifference = { created: [], updated: [], removed: removed.flatMap((id) => was(id) ?? []) }
  for (const id of ids) {
    const [old, now] = [was(id), will(id)]
    if (!old && now) difference.created.push(now)
    else if (old && now && !isDeepStrictEqual(old, now)) difference.updated.push({ before: old, after: now })
  }
  return difference
}

/** An occurrence that only follows its rule is not listed: the rule is. */
function changedIn(before: ScheduleState, after: ScheduleState, id: string): boolean {
  const [was, will] = [before.stays.get(id), after.stays.get(id)]
  if (was === will) return before.rules.get(id) !== after.rules.get(id)
  const occurrence = will?.occurrence ?? was?.occurrence
  if (!occurrence || was?.held !== will?.held) return true
  const exceptionIn = ({ rules }: ScheduleState) => rules.get(occurrence.ruleId)?.exceptions.get(occurrence.day)
  return exceptionIn(before) !== exceptionIn(after)
}

/** A schedule as the API gives it; undefined where there is none of this id. */
export function viewOf(evId: string, { stays, rules }: ScheduleState, id: string): EvSchedule | undefined {
  const stay: ScheduledStay | undefined = stays.get(id)
  if (stay) return stayView(evId, stay)
  const rule: Rule | undefined = rules.get(id)
  if (rule) return ruleView(evId, rule)
  const occurrence = occurrenceWithoutRow(rules, id)
  return occurrence && occurrenceView(evId, occurrence)
}

function occurrenceWithoutRow(rules: ScheduleState['rules'], id: string) {
  const named = parseOccurrenceId(id)
  const rule = named && rules.get(named.ruleId)
  return (rule && occurrenceOn(rule, named.day)) ?? undefined
}
