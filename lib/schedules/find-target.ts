import type { CanSee } from '@/lib/schedules/match-entries'
import { type Night, nextNight, nextSaid, nightOn, parseNightId } from '@/lib/schedules/rule-nights'
import { currentVersion, type Rule, type ScheduleState, type Stay } from '@/lib/schedules/schedule-state'

/** What an id of a vehicle means: a dated stay, a rule, or one night of a rule. */
export type Target = { kind: 'stay'; stay: Stay } | { kind: 'rule'; rule: Rule } | { kind: 'night'; night: Night }

/** What an id means now, null when it is unknown, hidden, skipped or of another vehicle. */
export function findTarget({ stays, rules }: ScheduleState, id: string, canSee: CanSee): Target | null {
  const stay = stays.get(id)
  if (stay && !stay.night) return canSee(stay.locationUid) ? { kind: 'stay', stay } : null
  const rule = rules.get(id)
  if (rule) return canSee(currentVersion(rule).locationUid) ? { kind: 'rule', rule } : null
  const named = parseNightId(id)
  const owner = named && rules.get(named.ruleId)
  const night = owner ? nightOn(owner, named.day) : null
  return night && canSee(night.locationUid) ? { kind: 'night', night } : null
}

/** Whether nothing of a target is to come: history stays as it is. */
export function hasEnded(target: Target, now: number): boolean {
  if (target.kind === 'rule') {
    const { rule } = target
    return rule.endedAt !== null || (nextSaid(rule, now) === null && nextNight(rule, now) === null)
  }
  return (target.kind === 'stay' ? target.stay : target.night).departure <= now
}
