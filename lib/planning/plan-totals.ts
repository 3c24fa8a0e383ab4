import type { LoadTotals } from '@/lib/contract/location'
import type { DepotProblem, PowerInterval } from '@/lib/planner/problem'
import type { Depot } from '@/lib/planning/depot'
import { siteOf } from '@/lib/planning/site-of'
import { atSite } from '@/lib/site/peak'
import { siteTotals } from '@/lib/site/totals'

/** What the planner gave for a problem: the vehicles' powers, and the energy that they miss. */
type Solved = { plans: readonly { segments: readonly PowerInterval[] }[]; unmetKwh: number }

/**
 * The sums of a plan from its beginning to the last departure, by the site's own arithmetic: peaks of the whole site,
 * decided loads included; energy and cost of the vehicles that the plan is for.
 * @param problem null: there was nothing to plan
 */
export function planTotals(depot: Depot, problem: DepotProblem | null, { plans, unmetKwh }: Solved): LoadTotals {
  const { location, now, peakSoFarKw } = depot
  const from = problem?.now ?? now
  const range = { from, to: problem?.schedules.reduce((last, { to }) => Math.max(last, to), from) ?? from }
  const site = siteOf(location, range, now, peakSoFarKw)
  const fixed = atSite(problem?.fixedLoads ?? [], site.efficiency)
  const powers = plans.flatMap(({ segments }) => segments).filter(({ powerkW }) => powerkW > 0)
  return siteTotals({ ...site, baseLoad: [...site.baseLoad, ...fixed] }, { powers, unmetKwh })
}
