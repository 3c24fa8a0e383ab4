import { clearFlow, type Network, roomUnder } from '@/lib/planner/flow/network'
import { startFlowOf } from '@/lib/planner/flow/start-flow'
import type { DepotJob } from '@/lib/planner/model/demands'
import type { Stay } from '@/lib/planner/model/stay'
import type { TimeGrid } from '@/lib/planner/model/time-grid'
import { cheapestWithDemandCharge, fillCheapest } from '@/lib/planner/objective/cheapest'
import { fillEarly, fillsEarly } from '@/lib/planner/objective/fill-early'
import { flatten } from '@/lib/planner/objective/flattest'
import { leastPeakKw } from '@/lib/planner/objective/least-peak'
import { classesOf, type MinCutLevels } from '@/lib/planner/objective/min-cut-levels'
import { fillSoonest } from '@/lib/planner/objective/soonest'
import type { DepotProblem } from '@/lib/planner/problem'
import { allocateAnew } from '@/lib/planner/stability/allocate'
import { incumbentFlow, isNearly, keepPrevious } from '@/lib/planner/stability/keep-incumbent'

/** Half of what the third aim may cost the peak. */
const capTolerance = 5e-4

/** A flow that is the best for the strategy: the cap that it keeps, and the cut levels in which energy may be allocated anew. */
export interface Reached {
  capKw: number
  cutLevels: MinCutLevels
}

/** What is known from before: a cap that is not too high, and a flow that may be nearly the best. */
export interface Start {
  leastCapKw: number
  startKwh: Float64Array | undefined
}

/** Finds a flow that serves every need and is the best for the strategy. Needs must be servable under the limit. */
export function reachAim(
  problem: DepotProblem,
  network: Network,
  grid: TimeGrid,
  { leastCapKw, startKwh }: Start,
): Reached {
  clearFlow(network)
  const start = startKwh && startFlowOf(network, startKwh)
  const anyKw = Number.POSITIVE_INFINITY
  switch (problem.strategy) {
    case 'peak-supression': {
      const floorKw = Math.max(peakFloorKw(problem, grid), leastCapKw)
      const capKw = leastPeakKw(network, grid, floorKw, start)
      clearFlow(network)
      const fill = fillsEarly(problem) ? fillEarly : fillCheapest
      return { capKw, cutLevels: fill(network, grid, capKw, start) }
    }
    case 'lowest-cost':
      if (problem.site.demandChargePerkW > 0) {
        return cheapestWithDemandCharge(network, grid, peakFloorKw(problem, grid), problem.site.demandChargePerkW)
      }
      return { capKw: anyKw, cutLevels: fillCheapest(network, grid, anyKw, start) }
    case 'balanced':
      return { capKw: anyKw, cutLevels: flatten(network, grid) }
    case 'as-soon-as-possible':
      roomUnder(grid, anyKw, network.roomKwh)
      return { capKw: anyKw, cutLevels: fillSoonest(network) }
  }
}

/** The peak that stands whatever the vehicles do: the billing period's so far, and what is on the site anyway. */
export function peakFloorKw(problem: DepotProblem, grid: TimeGrid): number {
  return grid.baseKw.reduce((peak, kw) => Math.max(peak, kw), problem.site.peakSoFarkW)
}

/**
 * The third aim: stays with the incumbent plan where that costs almost nothing, and else allocates the energy anew so that
 * vehicles change their power seldom. Only `peak-supression` and `lowest-cost` measure that in the site's money; the
 * other aims admit one load only, and it is allocated anew.
 */
export function settleShares(
  problem: DepotProblem,
  network: Network,
  grid: TimeGrid,
  jobs: DepotJob[],
  stays: Stay[],
  { capKw, cutLevels }: Reached,
  nearKwh?: Float64Array,
): void {
  const isCosted = problem.strategy === 'peak-supression' || problem.strategy === 'lowest-cost'
  const hasPrevious = Object.keys(problem.previous).length > 0
  const incumbentKwh = nearKwh ?? (hasPrevious ? incumbentFlow(problem, network, grid, jobs, stays) : undefined)
  if (isCosted && hasPrevious && incumbentKwh && !fillsEarly(problem)) {
    const bestBill = billOf(problem, network, grid)
    roomUnder(grid, capKw + capTolerance * Math.max(1, Math.abs(capKw)), network.roomKwh)
    const isGoodEnough = () => isNearly(billOf(problem, network, grid), bestBill)
    if (keepPrevious(network, incumbentKwh, classesOf(grid.pricePerKwh).classOf, isGoodEnough)) return
    roomUnder(grid, capKw, network.roomKwh)
  }
  allocateAnew(network, cutLevels, incumbentKwh)
}

function billOf({ strategy, site }: DepotProblem, network: Network, grid: TimeGrid): number {
  let cost = 0
  let peakKw = site.peakSoFarkW
  for (let i = 0; i < grid.count; i++) {
    cost += (grid.pricePerKwh[i]! * network.loadKwh[i]!) / grid.efficiency
    peakKw = Math.max(peakKw, grid.baseKw[i]! + network.loadKwh[i]! / (grid.efficiency * grid.hours[i]!))
  }
  return strategy === 'lowest-cost' ? cost + site.demandChargePerkW * (peakKw - site.peakSoFarkW) : cost
}

/** Where the peak is the first aim. */
export function peakCounts({ strategy }: DepotProblem): boolean {
  return strategy === 'peak-supression'
}
