import { decidePieces } from '@/lib/planner/decide'
import { parseProblem } from '@/lib/planner/parse-problem'
import { type DepotPlan, strategyVersion } from '@/lib/planner/plan'
import type { DepotProblem } from '@/lib/planner/problem'
import { schedulePlanOf } from '@/lib/planner/schedule-plan'
import { staysOf } from '@/lib/planner/stay'
import { totalsOf } from '@/lib/planner/totals'

/**
 * Plans a depot: pure and deterministic, the same problem gives the same plan byte for byte. A night too hard for the
 * site is a result with shortfalls, never an error.
 * @throws MalformedProblem when `parseProblem` would find a fault
 */
export function planDepot(given: DepotProblem): DepotPlan {
  const parsed = parseProblem(given)
  if ('faults' in parsed) throw new MalformedProblem(parsed.faults)
  const { problem } = parsed
  const stays = staysOf(problem)
  const pieces = decidePieces(problem, stays)
  const plans = stays.map((stay, s) => schedulePlanOf(stay, pieces[s]!))
  const askedKwh = stays.reduce((sum, stay) => sum + stay.needKwh + stay.conditioningNeedKwh, 0)
  return {
    format: 'depot-plan/1',
    strategy: problem.strategy,
    strategyVersion,
    ...totalsOf(problem, plans, askedKwh),
    plans: Object.fromEntries(plans.map((plan) => [plan.schedule.id, plan])),
  }
}

/** The problem itself is wrong; `faults` says where. */
export class MalformedProblem extends Error {
  constructor(readonly faults: { path: string; message: string }[]) {
    super(`The problem cannot be planned: ${faults.map(({ path, message }) => `${path} ${message}`).join('; ')}`)
    this.name = 'MalformedProblem'
  }
}
