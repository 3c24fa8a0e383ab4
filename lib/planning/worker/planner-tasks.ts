import type { Fix } from '@/lib/planner/explain/apply-fix'
import { planExplained } from '@/lib/planner/explain/explain-plan'
import type { Shortfall } from '@/lib/planner/explain/shortfall'
import { type FixLimits, findFixes } from '@/lib/planner/explain/smallest-fixes'
import { planDepot } from '@/lib/planner/plan-depot'
import type { DepotProblem } from '@/lib/planner/problem'

export type FixSearch = { problem: DepotProblem; scheduleId: string; limits: FixLimits }

/** What a search tells before it is done: first the shortfall, where there is one, then each fix when it is found. */
export type SearchPart = { shortfall?: Shortfall; fix?: Fix }

/** What the planner's threads can do. */
export const plannerTasks = { plan: planDepot, explain: planExplained, searchFixes }
export type PlannerTasks = typeof plannerTasks

function searchFixes({ problem, scheduleId, limits }: FixSearch, tell: (part: SearchPart) => void): void {
  const { plan, explanations } = planExplained(problem)
  tell({ shortfall: explanations[scheduleId]?.shortfall })
  for (const fix of findFixes(problem, plan, scheduleId, limits)) tell({ fix })
}
