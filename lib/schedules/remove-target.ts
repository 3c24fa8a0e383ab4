import { Refusal } from '@/lib/errors'
import { hasEnded, type Target } from '@/lib/schedules/find-target'
import { removeOccurrence } from '@/lib/schedules/occurrence-change'
import { removeStay } from '@/lib/schedules/remove-schedules'
import { endRule } from '@/lib/schedules/revise-rule'
import { draftOf, type ScheduleState } from '@/lib/schedules/schedule-state'

/**
 * Decides what a DELETE does: a dated stay goes (closed at `now` when charging has begun), a rule ends with what has
 * begun, one occurrence of a rule is skipped. Pure.
 * @throws Refusal 409 for what has ended: history stays
 */
export function removeTarget(current: ScheduleState, target: Target, now: number): ScheduleState {
  if (hasEnded(target, now))
    throw new Refusal('conflict', 'This schedule has ended. What has ended is history and stays.')
  const draft = draftOf(current)
  if (target.kind === 'stay') removeStay(draft, target.stay, now)
  else if (target.kind === 'occurrence') removeOccurrence(draft, target.occurrence, now)
  else endRule(draft, target.rule, now)
  return draft
}
