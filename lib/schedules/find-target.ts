import { Refusal } from '@/lib/errors'
import type { CanSee } from '@/lib/schedules/match-entries'
import {
  nextOccurrence,
  nextSaid,
  occurrenceOn,
  parseOccurrenceId,
  type RuleOccurrence,
} from '@/lib/schedules/rule-occurrences'
import { currentVersion, type Rule, type ScheduledStay, type ScheduleState } from '@/lib/schedules/schedule-state'

/** What an id of a vehicle means: a dated stay, a rule, or one occurrence of a rule. */
export type Target =
  | { kind: 'stay'; stay: ScheduledStay }
  | { kind: 'rule'; rule: Rule }
  | { kind: 'occurrence'; occurrence: RuleOccurrence }

/** What an id means now, null when it is unknown, hidden, skipped or of another vehicle. */
export function findTarget({ stays, rules }: ScheduleState, id: string, canSee: CanSee): Target | null {
  const stay = stays.get(id)
  if (stay && !stay.occurrence) return canSee(stay.locationUid) ? { kind: 'stay', stay } : null
  const rule = rules.get(id)
  if (rule) return canSee(currentVersion(rule).locationUid) ? { kind: 'rule', rule } : null
  const named = parseOccurrenceId(id)
  const owner = named && rules.get(named.ruleId)
  const occurrence = owner ? occurrenceOn(owner, named.day) : null
  return occurrence && canSee(occurrence.locationUid) ? { kind: 'occurrence', occurrence } : null
}

export function unknownSchedule(vehicleId: string, scheduleId: string): Refusal {
  return new Refusal('notFound', `Vehicle ${vehicleId} has no schedule with the id ${scheduleId}.`)
}

/** Whether nothing of a target is to come: history stays as it is. */
export function hasEnded(target: Target, now: number): boolean {
  if (target.kind === 'rule') {
    const { rule } = target
    return rule.endedAt !== null || (nextSaid(rule, now) === null && nextOccurrence(rule, now) === null)
  }
  return (target.kind === 'stay' ? target.stay : target.occurrence).departure <= now
}
