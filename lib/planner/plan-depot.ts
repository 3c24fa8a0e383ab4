import { decidePieces } from '@/lib/planner/decide'
import { staysOf } from '@/lib/planner/model/stay'
import { parseProblem } from '@/lib/planner/parse-problem'
import { type DepotPlan, strategyVersion } from '@/lib/planner/plan'
import type { DepotProblem } from '@/lib/planner/problem'
import { schedulePlanOf } from '@/lib/planner/segments/schedule-plan'
import { totalsOf } from '@/lib/planner/segments/totals'

/**
 * Plans a depot: pure and deterministic, the same problem gives the same plan byte for byte. A situation too hard for
 * the site is a result with shortfalls, never an error.
 * @throws MalformedProblem when `parseProblem` would find a fault
 */
export function planDepot(given: DepotProblem): DepotPlan {
  return planParsed(parsedOrThrow(given))
}

/** The problem as `parseProblem` reads it. @throws MalformedProblem where it finds a fault */
export function parsedOrThrow(given: DepotProblem): DepotProblem {
  const parsed = parseProblem(given)
  if ('faults' in parsed) throw new MalformedProblem(parsed.faults)
  return parsed.problem
}

/** Plans a problem that `parseProblem` has read: what is tried many times is not read again each time. */
export function planParsed(problem: DepotProblem): DepotPlan {
  const stays = staysOf(problem)
  const pieces = decidePieces(problem, stays)
  const plans = stays.map((stay, s) => schedulePlanOf(stay, pieces[s]!))
  const askedKwh = stays.reduce((sum, stay) => sum + stay.needKwh + stay.preconditioningNeedKwh, 0)
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
