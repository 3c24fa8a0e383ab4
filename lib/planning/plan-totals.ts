import type { LoadTotals } from '@/lib/contract/location'
import type { DepotPlan } from '@/lib/planner/plan'
import type { DepotProblem, FixedLoad, PowerInterval } from '@/lib/planner/problem'
import type { Depot } from '@/lib/planning/depot'
import { siteOf } from '@/lib/planning/site-of'
import { atSite } from '@/lib/site/peak'
import { siteTotals } from '@/lib/site/totals'

/** What the planner gave for a problem: the vehicles' powers, and the energy that they miss. */
export type Totalled = {
  problem: Pick<DepotProblem, 'now' | 'fixedLoads'> & { schedules: { id: string; to: number }[] }
  plan: Pick<DepotPlan, 'unmetkWh'> & { plans: Record<string, Powers> }
}
type Powers = { segments: readonly PowerInterval[] }

/**
 * The sums of a plan from its beginning to the last departure, by the site's own arithmetic: peaks of the whole site,
 * decided loads included; energy and cost of the vehicles that the plan is for.
 * @param parts what was solved one after the other, each with the loads of those before it; none: there was nothing to plan
 */
export function planTotals(depot: Depot, parts: readonly Totalled[]): LoadTotals {
  const { location, now, peakSoFarKw } = depot
  const problems = parts.map(({ problem }) => problem)
  const schedules = problems.flatMap((problem) => problem.schedules)
  const from = problems[0]?.now ?? now
  const range = { from, to: schedules.reduce((last, { to }) => Math.max(last, to), from) }
  const site = siteOf(location, range, now, peakSoFarKw)
  const fixed = atSite(decidedLoads(problems), site.efficiency)
  const plans = parts.flatMap(({ plan }) => Object.values(plan.plans))
  const unmetKwh = parts.reduce((sum, { plan }) => sum + plan.unmetkWh, 0)
  const powers = plans.flatMap(({ segments }) => segments).filter(({ powerkW }) => powerkW > 0)
  return siteTotals({ ...site, baseLoad: [...site.baseLoad, ...fixed] }, { powers, unmetKwh })
}

/** The loads that were decided before all of these problems: no plan of one of them, and each once. */
function decidedLoads(problems: readonly Totalled['problem'][]): FixedLoad[] {
  const planned = new Set(problems.flatMap(({ schedules }) => schedules.map(({ id }) => id)))
  const loads = new Set(problems.flatMap(({ fixedLoads }) => fixedLoads))
  return [...loads].filter(({ scheduleId }) => scheduleId === undefined || !planned.has(scheduleId))
}
