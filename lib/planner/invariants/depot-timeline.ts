import type { DepotPlan, Segment } from '@/lib/planner/plan'
import type { DepotProblem } from '@/lib/planner/problem'

/**
 * Problem and plan laid over one another: `now` to the last departure, cut at every boundary of either, so that
 * everything is constant in each moment between two cuts. Powers in kW: base, limit and site at the grid connection,
 * the others at the vehicles.
 */
export interface DepotTimeline {
  cutsMs: Float64Array
  hours: Float64Array
  baseKw: Float64Array
  limitKw: Float64Array
  price: Float64Array
  fixedKw: Float64Array
  chargingKw: Float64Array
  preconditioningKw: Float64Array
  efficiency: number
}

/** The moments that `[fromMs, toMs)` covers, as a range of indices. */
export function momentsBetween({ cutsMs }: DepotTimeline, fromMs: number, toMs: number): [number, number] {
  const first = cutIndex(cutsMs, fromMs)
  return [first, Math.max(first, Math.min(cutsMs.length - 1, cutIndex(cutsMs, toMs)))]
}

/** Site power of one moment. */
export function sitePowerKw(timeline: DepotTimeline, k: number): number {
  const { baseKw, fixedKw, chargingKw, preconditioningKw, efficiency } = timeline
  return at(baseKw, k) + (at(fixedKw, k) + at(chargingKw, k) + at(preconditioningKw, k)) / efficiency
}

/** What vehicles may still add in one moment under the site's limit, at the vehicle; negative where it is exceeded. */
export function roomKw(timeline: DepotTimeline, k: number): number {
  return (at(timeline.limitKw, k) - sitePowerKw(timeline, k)) * timeline.efficiency
}

/**
 * The least of a quantity in the whole seconds that moment `k` touches: plans change on whole seconds, so what a base
 * load or a limit leaves for a part of one is of no use.
 */
export function leastInSeconds({ cutsMs }: DepotTimeline, k: number, quantity: (k: number) => number): number {
  const fromMs = Math.floor(at(cutsMs, k) / 1000) * 1000
  const toMs = Math.ceil(at(cutsMs, k + 1) / 1000) * 1000
  let least = quantity(k)
  for (let j = k - 1; j >= 0 && at(cutsMs, j + 1) > fromMs; j--) least = Math.min(least, quantity(j))
  for (let j = k + 1; j + 1 < cutsMs.length && at(cutsMs, j) < toMs; j++) least = Math.min(least, quantity(j))
  return least
}

/** What vehicles may still add in the whole seconds of a moment, in kW at the vehicle. */
export function usefulRoomKw(timeline: DepotTimeline, k: number): number {
  return leastInSeconds(timeline, k, (j) => roomKw(timeline, j))
}

/** The last departure of a problem, or `now` where there is none later. */
export function lastDepartureMs(problem: DepotProblem): number {
  return problem.schedules.reduce((last, { to }) => Math.max(last, to), problem.now)
}

/**
 * The problem without gaps of up to a second in limits, base load and prices: what ends goes on until the next begins.
 * Plans follow it; the totals of the depot are those of the problem as it is given.
 */
export function withoutSecondGaps(problem: DepotProblem): DepotProblem {
  const closed = <T extends { from: number; to: number }>(spans: T[]): T[] =>
    spans.map((span) => {
      const later = [...spans.map(({ from }) => from), lastDepartureMs(problem)].filter(
        (from) => from > span.to && from <= span.to + 1000,
      )
      return later.length > 0 && span.to > span.from ? { ...span, to: Math.min(...later) } : span
    })
  const { limits, baseLoad, prices } = problem.site
  const site = { ...problem.site, limits: closed(limits), baseLoad: closed(baseLoad), prices: closed(prices) }
  return { ...problem, site }
}

/** Lays problem and plan over one another; `extraCutsMs` adds cuts, such as windows that the plan leaves unused. */
export function depotTimeline(problem: DepotProblem, plan: DepotPlan, extraCutsMs: number[] = []): DepotTimeline {
  const { site, fixedLoads } = problem
  const { limits, baseLoad, prices, powerLimitkW, efficiency } = site
  const segments = Object.values(plan.plans).flatMap((stay) => stay.segments)
  const spans = [...limits, ...baseLoad, ...prices, ...fixedLoads, ...segments]
  const cutsMs = cuts(problem.now, lastDepartureMs(problem), [
    ...spans.flatMap(({ from, to }) => [from, to]),
    ...extraCutsMs,
  ])
  const count = Math.max(0, cutsMs.length - 1)
  const timeline: DepotTimeline = {
    cutsMs,
    hours: Float64Array.from({ length: count }, (_, k) => (at(cutsMs, k + 1) - at(cutsMs, k)) / 3_600_000),
    baseKw: new Float64Array(count),
    limitKw: new Float64Array(count).fill(powerLimitkW ?? Number.POSITIVE_INFINITY),
    price: new Float64Array(count).fill(meanPrice(prices)),
    fixedKw: new Float64Array(count),
    chargingKw: new Float64Array(count),
    preconditioningKw: new Float64Array(count),
    efficiency,
  }
  for (const { from, to, powerkW } of baseLoad) add(timeline, timeline.baseKw, from, to, powerkW)
  for (const { from, to, powerkW } of fixedLoads) add(timeline, timeline.fixedKw, from, to, powerkW)
  for (const { from, to, perkWh } of prices) set(timeline, timeline.price, from, to, perkWh)
  for (const segment of segments) addSegment(timeline, segment)
  for (const { from, to, powerkW } of limits) {
    const [first, end] = momentsBetween(timeline, from, to)
    for (let k = first; k < end; k++) timeline.limitKw[k] = Math.min(at(timeline.limitKw, k), powerkW)
  }
  return timeline
}

/** True for the reserved load; everything else that draws power charges the battery. */
export function isPreconditioning(segment: Segment): boolean {
  return segment.tag.includes('preconditioning')
}

function addSegment(timeline: DepotTimeline, segment: Segment) {
  const load = isPreconditioning(segment) ? timeline.preconditioningKw : timeline.chargingKw
  add(timeline, load, segment.from, segment.to, segment.powerkW)
}

function add(timeline: DepotTimeline, load: Float64Array, fromMs: number, toMs: number, powerKw: number) {
  const [first, end] = momentsBetween(timeline, fromMs, toMs)
  for (let k = first; k < end; k++) load[k] = at(load, k) + powerKw
}

function set(timeline: DepotTimeline, values: Float64Array, fromMs: number, toMs: number, value: number) {
  const [first, end] = momentsBetween(timeline, fromMs, toMs)
  values.fill(value, first, end)
}

/** What holds where no price is given: the time-weighted mean of those given. */
export function meanPrice(prices: DepotProblem['site']['prices']): number {
  const ms = prices.reduce((sum, { from, to }) => sum + (to - from), 0)
  return ms > 0 ? prices.reduce((sum, { from, to, perkWh }) => sum + (perkWh * (to - from)) / ms, 0) : 0
}

function cuts(startMs: number, endMs: number, wanted: number[]): Float64Array {
  const inside = Float64Array.from([startMs, endMs, ...wanted.filter((ms) => ms > startMs && ms < endMs)]).sort()
  return inside.filter((ms, k) => k === 0 || ms > at(inside, k - 1))
}

/** The first cut at or after `ms`. */
function cutIndex(cutsMs: Float64Array, ms: number): number {
  let low = 0
  let high = cutsMs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (at(cutsMs, middle) < ms) low = middle + 1
    else high = middle
  }
  return low
}

function at(values: Float64Array, k: number): number {
  return values[k] ?? 0
}
