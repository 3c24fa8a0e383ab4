import { parseRecurrenceRule } from '@/lib/contract/recurrence-rule'
import { Limits } from '@/lib/contract/schedule'
import { slices } from '@/lib/slices'
import { dayOfWall } from '@/lib/time/calendar-day'
import { RuleDays } from '@/lib/time/rule-days'

type Sent = { recurrenceRule?: string | null; plannedArrivalTime?: number }

/**
 * Works out which days the rules of a request name, in slices and before its transaction: the decision, which is made in
 * one go, then finds it done. A rule costs up to some milliseconds, and this is nearly all that it costs.
 */
export async function prepareRules(schedules: readonly Sent[]): Promise<void> {
  const pause = slices()
  const rules = schedules.filter(({ recurrenceRule }) => recurrenceRule != null)
  if (rules.length > Limits.rules) return
  for (const { recurrenceRule, plannedArrivalTime = 0 } of rules) {
    const { parts, faults } = parseRecurrenceRule(recurrenceRule ?? '')
    if (faults.length > 0) continue
    for (const _ of new RuleDays(parts, dayOfWall(plannedArrivalTime)).learn()) await pause()
  }
}
