import type { MessagePort } from 'node:worker_threads'
import type { Fix } from '@/lib/planner/explain/apply-fix'
import { planExplained } from '@/lib/planner/explain/explain-plan'
import type { Shortfall } from '@/lib/planner/explain/shortfall'
import { type FixLimits, findFixes } from '@/lib/planner/explain/smallest-fixes'
import { planDepot } from '@/lib/planner/plan-depot'
import type { DepotProblem } from '@/lib/planner/problem'

// The entry of the planner's threads: each export is a task. It is built beforehand (scripts/run.mjs), and a thread loads
// nothing but what the planner needs.

export { planDepot as plan, planExplained as explain }

export type FixSearch = { problem: DepotProblem; scheduleId: string; limits: FixLimits }

/** What a search tells before it is done: first the shortfall, where there is one, then each fix when it is found. */
export type SearchPart = { shortfall?: Shortfall; fix?: Fix }

/** Searches fixes, and tells through `parts` what it has found so far: what was told stays when the search is ended. */
export function searchFixes({ problem, scheduleId, limits, parts }: FixSearch & { parts: MessagePort }): void {
  const tell = (part: SearchPart) => parts.postMessage(part)
  const { plan, explanations } = planExplained(problem)
  tell({ shortfall: explanations[scheduleId]?.shortfall })
  for (const fix of findFixes(problem, plan, scheduleId, limits)) tell({ fix })
}

/** What the planner's threads can do. */
export type PlannerTasks = { plan: typeof planDepot; explain: typeof planExplained; searchFixes: typeof searchFixes }
