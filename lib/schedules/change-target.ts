import type { Target } from '@/lib/schedules/find-target'
import { changeOccurrence, type StayTerms, sameTerms } from '@/lib/schedules/occurrence-change'
import type { HeldPlan, ScheduleState } from '@/lib/schedules/schedule-state'

/** A target that is one stay: a dated one, or one occurrence of a rule. */
export type StayTarget = Exclude<Target, { kind: 'rule' }>

/** What a stay is like now. */
export function targetTerms(target: StayTarget): StayTerms {
  return target.kind === 'stay' ? target.stay : target.occurrence
}

/**
 * Makes one stay what `terms` say.
 * @param heldAfter what becomes of its plan
 */
export function changeTarget(
  draft: ScheduleState,
  target: StayTarget,
  terms: StayTerms,
  now: number,
  heldAfter: (held: HeldPlan | null) => HeldPlan | null,
): void {
  if (target.kind === 'occurrence') {
    changeOccurrence(draft, target.occurrence, terms, now, (row) => heldAfter(row?.held ?? null))
    return
  }
  const { stay } = target
  const held = heldAfter(stay.held)
  if (held !== stay.held || !sameTerms(stay, terms)) draft.stays.set(stay.id, { ...stay, ...terms, held })
}
