import { checkCurve } from '@/lib/planner/invariants/check-curve'
import { checkFlags, checkIdeals, checkPhases } from '@/lib/planner/invariants/check-phases'
import { checkPower } from '@/lib/planner/invariants/check-power'
import { checkPreconditioning } from '@/lib/planner/invariants/check-preconditioning'
import { checkRoster, checkSegments } from '@/lib/planner/invariants/check-segments'
import { checkCharging, checkSite } from '@/lib/planner/invariants/check-site'
import { checkOutcome, checkTotals } from '@/lib/planner/invariants/check-totals'
import { checkWindow } from '@/lib/planner/invariants/check-window'
import { depotTimeline } from '@/lib/planner/invariants/depot-timeline'
import { stayFacts } from '@/lib/planner/invariants/stay-facts'
import type { Violation } from '@/lib/planner/invariants/violation'
import type { DepotPlan } from '@/lib/planner/plan'
import type { DepotProblem } from '@/lib/planner/problem'

/**
 * Holds a plan to every constraint and bookkeeping rule of the planner, from problem and plan alone: it shares no
 * decision with the code that plans. Empty: the plan keeps them all. How good a plan is, `certificates.ts` says.
 */
export function checkPlan(problem: DepotProblem, plan: DepotPlan): Violation[] {
  const strange = checkRoster(problem, plan)
  const broken = notNumbers(plan)
  if (strange.length > 0 || broken.length > 0) return [...strange, ...broken]
  const timeline = depotTimeline(problem, plan)
  const stays = problem.schedules.map((schedule) => stayFacts(problem, schedule))
  const siteIsLimited = problem.site.powerLimitkW !== null || problem.site.limits.length > 0
  const ofStays = stays.flatMap((stay) => {
    const own = plan.plans[stay.schedule.id]
    if (!own) return []
    return [
      ...checkSegments(stay, own),
      ...checkPower(stay, own),
      ...checkCurve(stay, own),
      ...checkWindow(timeline, stays, stay, own),
      ...checkPreconditioning(timeline, stay, own),
      ...checkPhases(stay, own),
      ...checkFlags(stay, own),
      ...checkIdeals(stay, own, siteIsLimited),
      ...checkOutcome(stay, own),
    ]
  })
  const ofSite = [...checkSite(timeline), ...checkCharging(timeline, stays, plan)]
  return [...ofStays, ...ofSite, ...checkTotals(problem, timeline, stays, plan)]
}

/** Every number of a plan is finite; the paths of those that are not. */
function notNumbers(value: unknown, path = 'plan'): Violation[] {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? [] : [{ rule: 'numbers are finite', found: `${path} is ${value}` }]
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => notNumbers(inner, `${path}.${key}`))
}
