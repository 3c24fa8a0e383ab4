import type { ExplainedPlan } from '@/lib/planner/explain/explain-plan'
import type { DepotPlan } from '@/lib/planner/plan'
import type { DepotProblem } from '@/lib/planner/problem'
import { PlannerPool } from '@/lib/planning/worker/planner-pool'
import { PLANNER_THREADS } from '@/lib/planning/worker/turns'

/** The planner's threads of this process. Whoever uses them has a turn (turns.ts), so that there is a thread for each. */
const pool = new PlannerPool(PLANNER_THREADS)

/**
 * Runs `planDepot` in a thread, so that requests are answered meanwhile.
 * @throws Error when the problem is malformed; what `signal` says when it ends the computation
 */
export function planInThread(problem: DepotProblem, signal?: AbortSignal): Promise<DepotPlan> {
  return pool.run('plan', problem, signal)
}

/** `planExplained` in a thread, in the same way. @throws as `planInThread` does */
export function explainInThread(problem: DepotProblem, signal?: AbortSignal): Promise<ExplainedPlan> {
  return pool.run('explain', problem, signal)
}
