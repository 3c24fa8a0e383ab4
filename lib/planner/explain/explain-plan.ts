import { type SegmentReason, segmentReasonsOf } from '@/lib/planner/explain/segment-reasons'
import { type Shortfall, shortfallsOf } from '@/lib/planner/explain/shortfall'
import { siteViewOf } from '@/lib/planner/explain/site-view'
import { type Slack, slackOf } from '@/lib/planner/explain/slack'
import type { DepotPlan } from '@/lib/planner/plan'
import { planDepot } from '@/lib/planner/plan-depot'
import type { DepotProblem } from '@/lib/planner/problem'

/** What there is to say about one schedule's plan; `reasons` has one for each of its segments, in order. */
export interface PlanExplanation {
  slack: Slack
  shortfall?: Shortfall
  reasons: SegmentReason[]
}

/** A depot's plan with the explanation of each schedule's, by its id. */
export interface ExplainedPlan {
  plan: DepotPlan
  explanations: Record<string, PlanExplanation>
}

/** Plans a depot and explains the plan. @throws MalformedProblem as `planDepot` does */
export function planExplained(problem: DepotProblem): ExplainedPlan {
  const plan = planDepot(problem)
  return { plan, explanations: explainPlan(problem, plan) }
}

/** Explains the plan of every schedule, by its id: a small part of what planning itself costs. */
export function explainPlan(problem: DepotProblem, plan: DepotPlan): Record<string, PlanExplanation> {
  const view = siteViewOf(problem, plan)
  const shortfalls = new Map(shortfallsOf(problem, plan).map((shortfall) => [shortfall.scheduleId, shortfall]))
  const entries = [...slackOf(problem)].map(([id, slack]): [string, PlanExplanation] => {
    const shortfall = shortfalls.get(id)
    return [id, { slack, ...(shortfall && { shortfall }), reasons: segmentReasonsOf(view, id) }]
  })
  return Object.fromEntries(entries)
}
