import type { DepotPlan } from '@/lib/planner/plan'
import type { DepotProblem } from '@/lib/planner/problem'
import { type SiteLoad, siteLoadOf } from '@/lib/planner/totals'

/** The site under a plan, looked at many times: make it once for a plan. */
export interface SiteView {
  problem: DepotProblem
  plan: DepotPlan
  load: SiteLoad
}

/** Looks at a depot under its plan. */
export function siteViewOf(problem: DepotProblem, plan: DepotPlan): SiteView {
  return { problem, plan, load: siteLoadOf(problem, Object.values(plan.plans)) }
}

/** A stretch of time in which site power is the same. */
export interface Moment {
  from: number
  to: number
  siteKw: number
  /** The limit that holds, Infinity where there is none. */
  limitKw: number
}

/** The moments of [from, to), in order. */
export function momentsOf({ problem, load }: SiteView, from: number, to: number): Moment[] {
  const moments: Moment[] = []
  for (let k = firstAt(load.atMs, from); k + 1 < load.atMs.length && load.atMs[k]! < to; k++) {
    const begin = Math.max(from, load.atMs[k]!)
    const end = Math.min(to, load.atMs[k + 1]!)
    if (end > begin) moments.push({ from: begin, to: end, siteKw: load.kw[k]!, limitKw: limitAt(problem, begin, end) })
  }
  return moments
}

/** The lowest limit that holds somewhere in [from, to). */
function limitAt({ site }: DepotProblem, from: number, to: number): number {
  return site.limits.reduce(
    (least, limit) => (limit.from < to && limit.to > from ? Math.min(least, limit.powerkW) : least),
    site.powerLimitkW ?? Number.POSITIVE_INFINITY,
  )
}

/** The last step that begins at or before `ms`. */
function firstAt(atMs: Float64Array, ms: number): number {
  let low = 0
  let high = atMs.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (atMs[middle]! <= ms) low = middle
    else high = middle - 1
  }
  return low
}
