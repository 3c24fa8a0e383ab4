import { meanPricePerKwh } from '@/lib/planner/model/prices'
import { firstAtLeast } from '@/lib/planner/model/rising'
import type { Stay } from '@/lib/planner/model/stay'
import type { DepotProblem, PowerInterval } from '@/lib/planner/problem'

/**
 * Time cut at every arrival, deadline, load, limit and price change: on this grid constant power per interval loses
 * nothing in energy, peak, flatness or cost. Interval i is [atS[i], atS[i + 1]), in whole epoch seconds.
 */
export interface TimeGrid {
  count: number
  atS: Float64Array
  hours: Float64Array
  /** Site power that is there anyway: base load, and fixed loads ÷ efficiency. */
  baseKw: Float64Array
  /** The site's limit; Infinity where there is none. */
  limitKw: Float64Array
  pricePerKwh: Float64Array
  efficiency: number
}

/** Builds the grid from `now` to the last departure; `extraS` are further cuts. */
export function timeGridOf(problem: DepotProblem, stays: Stay[], extraS: Iterable<number> = []): TimeGrid {
  const site = withoutSecondGaps(problem)
  const atS = cutsOf({ ...problem, site }, stays, extraS)
  const count = Math.max(0, atS.length - 1)
  const hours = new Float64Array(count)
  for (let i = 0; i < count; i++) hours[i] = (atS[i + 1]! - atS[i]!) / 3600
  const meanPerKwh = meanPricePerKwh(site.prices)
  const grid: TimeGrid = {
    count,
    atS,
    hours,
    baseKw: new Float64Array(count),
    limitKw: new Float64Array(count).fill(site.powerLimitkW ?? Number.POSITIVE_INFINITY),
    pricePerKwh: new Float64Array(count).fill(meanPerKwh),
    efficiency: site.efficiency,
  }
  fillBase(grid, site.baseLoad)
  for (const load of problem.fixedLoads) {
    eachInterval(grid, load, (i) => {
      grid.baseKw[i]! += load.powerkW / site.efficiency
    })
  }
  for (const limit of site.limits) {
    eachInterval(grid, limit, (i) => {
      grid.limitKw[i] = Math.min(grid.limitKw[i]!, limit.powerkW)
    })
  }
  for (const price of site.prices) {
    eachInterval(grid, price, (i, share) => {
      grid.pricePerKwh[i]! += (price.perkWh - meanPerKwh) * share
    })
  }
  return grid
}

/** A value that ends no longer before the next one begins goes on until then: people write 23:59:59. In ms. */
const gapMs = 1000

/** The site whose limits, base load and prices have no gaps of a second, nor one at the end: each would become a pulse. */
function withoutSecondGaps({ site, now, schedules }: DepotProblem): DepotProblem['site'] {
  const endMs = schedules.reduce((last, { to }) => Math.max(last, to), now)
  const bridged = <T extends { from: number; to: number }>(spans: T[]) => bridgedUntil(spans, endMs)
  const { limits, baseLoad, prices } = site
  return { ...site, limits: bridged(limits), baseLoad: bridged(baseLoad), prices: bridged(prices) }
}

function bridgedUntil<T extends { from: number; to: number }>(spans: readonly T[], endMs: number): T[] {
  const starts = Float64Array.from([...spans.map(({ from }) => from), endMs]).sort()
  return spans.map((span) => {
    const next = starts.find((from) => from > span.to)
    return next !== undefined && span.to > span.from && next - span.to <= gapMs ? { ...span, to: next } : span
  })
}

/** The index of the interval that begins at `second`, which must be a cut (or the end). */
export function indexAt({ atS, count }: TimeGrid, second: number): number {
  return firstAtLeast(atS, second, count)
}

/** Adds a power at the vehicle to what is there anyway. A piece that fills an interval only in part takes its room all through it. */
export function addToBase(
  grid: TimeGrid,
  { fromS, toS, powerKw }: { fromS: number; toS: number; powerKw: number },
): void {
  for (let i = indexAt(grid, fromS + 1) - 1; i < grid.count && grid.atS[i]! < toS; i++) {
    grid.baseKw[i]! += powerKw / grid.efficiency
  }
}

function cutsOf(problem: DepotProblem, stays: Stay[], extraS: Iterable<number>): Float64Array {
  const startS = Math.ceil(problem.now / 1000)
  const endS = stays.reduce((last, stay) => Math.max(last, stay.departureS), startS)
  const cuts: number[] = [startS, endS, ...extraS]
  for (const stay of stays)
    cuts.push(stay.startS, stay.deadlineS, stay.preconditioningFromS, stay.endS, stay.departureS)
  const { limits, baseLoad, prices } = problem.site
  for (const { from, to } of [...limits, ...baseLoad, ...prices, ...problem.fixedLoads]) {
    cuts.push(Math.floor(from / 1000), Math.ceil(from / 1000), Math.floor(to / 1000), Math.ceil(to / 1000))
  }
  const inside = Float64Array.from(cuts.filter((second) => second >= startS && second <= endS)).sort()
  return inside.filter((second, k) => k === 0 || second !== inside[k - 1])
}

/**
 * Base load changes within a second only when its own times have fractions; that second then counts the highest, so
 * that the limit holds all through it.
 */
function fillBase(grid: TimeGrid, baseLoad: PowerInterval[]): void {
  const covered = new Float64Array(grid.count)
  const highestKw = new Float64Array(grid.count).fill(Number.NEGATIVE_INFINITY)
  for (const load of baseLoad) {
    eachInterval(grid, load, (i, share) => {
      covered[i]! += share
      highestKw[i] = Math.max(highestKw[i]!, load.powerkW)
    })
  }
  for (let i = 0; i < grid.count; i++) {
    grid.baseKw[i] = covered[i]! > 1 - 1e-9 ? highestKw[i]! : Math.max(0, highestKw[i]!)
  }
}

/** Visits every interval that [from, to) touches, with the share of it that is covered. */
function eachInterval(
  grid: TimeGrid,
  span: { from: number; to: number },
  visit: (i: number, share: number) => void,
): void {
  if (span.to <= span.from) return
  for (let i = indexAt(grid, Math.floor(span.from / 1000)); i < grid.count; i++) {
    const beginMs = grid.atS[i]! * 1000
    const endMs = grid.atS[i + 1]! * 1000
    if (beginMs >= span.to) return
    visit(i, (Math.min(endMs, span.to) - Math.max(beginMs, span.from)) / (endMs - beginMs))
  }
}
