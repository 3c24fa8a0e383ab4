import type { DepotPlan } from '@/lib/planner/plan'
import type { DepotProblem, FixedLoad } from '@/lib/planner/problem'
import { siteLoadOf } from '@/lib/planner/segments/totals'

/** Site power this near, relatively, to the limit or the peak is at it. */
const nearness = 2e-3

/**
 * The site under a plan, looked at many times: make it once for a plan. Step k is [atMs[k], atMs[k + 1]); its limit is
 * Infinity where there is none. `nextAtLimit[k]` is the first step from k on at which the site is at its limit,
 * `nextAtPeak[k]` at its peak; the number of steps where there is none.
 */
export interface SiteView {
  problem: DepotProblem
  plan: DepotPlan
  atMs: Float64Array
  siteKw: Float64Array
  limitKw: Float64Array
  nextAtLimit: Int32Array
  nextAtPeak: Int32Array
}

/** Looks at a depot under its plan. */
export function siteViewOf(problem: DepotProblem, plan: DepotPlan): SiteView {
  const { atMs, siteKw } = stepsOf(problem, plan)
  const limitKw = limitsOf(problem, atMs)
  const avoidsPeak = problem.strategy !== 'as-soon-as-possible'
  const isNear = (kw: number, boundKw: number) => kw >= boundKw - nearness * Math.max(1, boundKw)
  const nextAtLimit = nextOf(siteKw.length, (k) => isNear(siteKw[k]!, limitKw[k]!))
  const nextAtPeak = nextOf(siteKw.length, (k) => avoidsPeak && isNear(siteKw[k]!, plan.peakkW))
  return { problem, plan, atMs, siteKw, limitKw, nextAtLimit, nextAtPeak }
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
export function momentsOf({ atMs, siteKw, limitKw }: SiteView, from: number, to: number): Moment[] {
  const moments: Moment[] = []
  for (let k = stepAt(atMs, from); k < siteKw.length && atMs[k]! < to; k++) {
    const begin = Math.max(from, atMs[k]!)
    const end = Math.min(to, atMs[k + 1]!)
    if (end > begin) moments.push({ from: begin, to: end, siteKw: siteKw[k]!, limitKw: limitKw[k]! })
  }
  return moments
}

/** A limit that the site is at, and what vehicles that are in no schedule draw of it, at the site; absent where that is nothing. */
export interface ReachedLimit {
  limitKw: number
  unscheduledKw?: number
}

/** The limit of the first moment of [from, to) at which the site is at it; nothing where it never is. */
export function limitReachedIn(view: SiteView, from: number, to: number): ReachedLimit | undefined {
  const { atMs, limitKw, nextAtLimit } = view
  const k = firstIn(nextAtLimit, atMs, from, to)
  if (k === undefined) return undefined
  const unscheduledKw = unscheduledKwAt(view, Math.max(from, atMs[k]!))
  return { limitKw: limitKw[k]!, ...(unscheduledKw > 0 && { unscheduledKw }) }
}

function unscheduledKwAt({ problem }: SiteView, ms: number): number {
  const isOfNone = ({ from, to, scheduleId }: FixedLoad) => scheduleId === undefined && from <= ms && ms < to
  const kw = problem.fixedLoads.filter(isOfNone).reduce((sum, { powerkW }) => sum + powerkW, 0)
  return kw / problem.site.efficiency
}

/** Whether the site is at the plan's peak somewhere in [from, to), under a strategy that avoids peaks. */
export function reachesPeakIn({ atMs, nextAtPeak }: SiteView, from: number, to: number): boolean {
  return firstIn(nextAtPeak, atMs, from, to) !== undefined
}

/** The first of the steps named by `next` that touches [from, to). */
function firstIn(next: Int32Array, atMs: Float64Array, from: number, to: number): number | undefined {
  const isOver = from >= (atMs[next.length] ?? Number.NEGATIVE_INFINITY)
  const k = isOver ? undefined : next[stepAt(atMs, from)]
  return k !== undefined && k < next.length && atMs[k]! < to ? k : undefined
}

/** The site's power over time, cut where a limit begins or ends too. */
function stepsOf(problem: DepotProblem, plan: DepotPlan): { atMs: Float64Array; siteKw: Float64Array } {
  const load = siteLoadOf(problem, Object.values(plan.plans))
  const first = load.atMs[0] ?? problem.now
  const end = load.atMs[load.atMs.length - 1] ?? first
  const cuts = problem.site.limits.flatMap(({ from, to }) => [from, to]).filter((at) => at > first && at < end)
  const all = cuts.length > 0 ? Float64Array.from(new Set([...load.atMs, ...cuts])).sort() : load.atMs
  const siteKw = new Float64Array(Math.max(0, all.length - 1))
  for (let k = 0, step = 0; k < siteKw.length; k++) {
    while (load.atMs[step + 1]! <= all[k]!) step++
    siteKw[k] = load.kw[step]!
  }
  return { atMs: all, siteKw }
}

/** The lowest limit that holds in each step. */
function limitsOf({ site }: DepotProblem, atMs: Float64Array): Float64Array {
  const steps = Math.max(0, atMs.length - 1)
  const limitKw = new Float64Array(steps).fill(site.powerLimitkW ?? Number.POSITIVE_INFINITY)
  for (const { from, to, powerkW } of site.limits) {
    for (let k = stepAt(atMs, from); k < steps && atMs[k]! < to; k++) {
      if (atMs[k + 1]! > from) limitKw[k] = Math.min(limitKw[k]!, powerkW)
    }
  }
  return limitKw
}

function nextOf(steps: number, isIt: (k: number) => boolean): Int32Array {
  const next = new Int32Array(steps).fill(steps)
  for (let k = steps - 1; k >= 0; k--) next[k] = isIt(k) ? k : (next[k + 1] ?? steps)
  return next
}

/** The last step that begins at or before `ms`. */
function stepAt(atMs: Float64Array, ms: number): number {
  let low = 0
  let high = Math.max(0, atMs.length - 2)
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (atMs[middle]! <= ms) low = middle
    else high = middle - 1
  }
  return low
}
