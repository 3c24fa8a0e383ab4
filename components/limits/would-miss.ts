import type { PlanComparison, PlanOverridesInput } from '@/lib/contract/plan-overrides'

/**
 * Which vehicles would leave short of their targets because of what is tried: those that leave with less, those that
 * reached theirs, and those that are asked for another one, as in a swap.
 */
export function wouldMiss(
  { changes }: Pick<PlanComparison, 'changes'>,
  { schedules }: Pick<PlanOverridesInput, 'schedules'>,
): PlanComparison['changes'] {
  const asked = new Set(schedules?.flatMap(({ id, targetSoC }) => (targetSoC === undefined ? [] : [id])))
  return changes.filter(
    ({ scheduleId, kind, before, after }) =>
      !after.reachedTargetSoC && (before.reachedTargetSoC || kind === 'worse' || asked.has(scheduleId)),
  )
}
