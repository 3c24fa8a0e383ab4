import { cheapestWithDemandCharge } from '@/lib/planner/cheapest'
import { flatten } from '@/lib/planner/flattest'
import { leastPeakKw } from '@/lib/planner/least-peak'
import { clearFlow, type Network, roomUnder } from '@/lib/planner/network'
import type { DepotProblem } from '@/lib/planner/problem'
import { fillSoonest } from '@/lib/planner/soonest'
import { classesOf, fillInOrder, type Strata } from '@/lib/planner/strata'
import type { TimeGrid } from '@/lib/planner/time-grid'

/**
 * Finds a flow that serves every need and is the best for the strategy, and the strata in which it may still be dealt
 * out differently. Needs must be servable under the limit.
 */
export function reachAim(problem: DepotProblem, network: Network, grid: TimeGrid): Strata {
  clearFlow(network)
  switch (problem.strategy) {
    case 'peak-supression': {
      const capKw = leastPeakKw(network, grid, peakFloorKw(problem, grid))
      clearFlow(network)
      return fillCheapest(network, grid, capKw)
    }
    case 'lowest-cost':
      if (problem.site.demandChargePerkW > 0) {
        return cheapestWithDemandCharge(network, grid, peakFloorKw(problem, grid), problem.site.demandChargePerkW)
      }
      return fillCheapest(network, grid, Number.POSITIVE_INFINITY)
    case 'balanced':
      return flatten(network, grid)
    case 'as-soon-as-possible':
      roomUnder(grid, Number.POSITIVE_INFINITY, network.roomKwh)
      return fillSoonest(network)
  }
}

/** The peak that stands whatever the vehicles do: the billing period's so far, and what is on the site anyway. */
export function peakFloorKw(problem: DepotProblem, grid: TimeGrid): number {
  return grid.baseKw.reduce((peak, kw) => Math.max(peak, kw), problem.site.peakSoFarkW)
}

/** The cheapest flow under a cap on site power. */
export function fillCheapest(network: Network, grid: TimeGrid, capKw: number): Strata {
  roomUnder(grid, capKw, network.roomKwh)
  const { classOf, classes } = classesOf(grid.pricePerKwh)
  return fillInOrder(network, classOf, classes)
}
