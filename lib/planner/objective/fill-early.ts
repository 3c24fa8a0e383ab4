import type { Network } from '@/lib/planner/flow/network'
import { clearFlow, roomUnder } from '@/lib/planner/flow/network'
import type { StartFlow } from '@/lib/planner/flow/start-flow'
import type { TimeGrid } from '@/lib/planner/model/time-grid'
import { fillCheapest } from '@/lib/planner/objective/cheapest'
import { classesOf, fillInOrder, type MinCutLevels } from '@/lib/planner/objective/min-cut-levels'
import type { DepotProblem } from '@/lib/planner/problem'

/** Prices so near to one another, as a ratio, are no reason to wait; the smaller ones where the first would cost too much. */
const samePriceRatios = [1.05, 1.01, 1]
/** The share of the cheapest plan's cost that charging early may add. */
const earlyCost = 0.01
/** So many steps of time at most tell early from late: beyond, some intervals share a step. */
const mostSteps = 150

/** Under a peak that is set anyway vehicles that are there charge early, where a buffer is asked for. */
export function fillsEarly({ strategy, site }: DepotProblem): boolean {
  return strategy === 'peak-supression' && (site.readyBufferMinutes ?? 0) > 0
}

/** True where energy inside an interval belongs at its front. */
export function packsToFront(problem: DepotProblem): boolean {
  return problem.strategy === 'as-soon-as-possible' || fillsEarly(problem)
}

/**
 * Fills a cap on site power as early as prices let it: of intervals whose prices differ by hardly anything the earlier
 * come first, so that no site idles below a peak that is set while a vehicle waits. Costs at most a hundredth more than
 * the cheapest plan under the cap. The network must have no flow; `start` is one to begin the cheapest with.
 */
export function fillEarly(network: Network, grid: TimeGrid, capKw: number, start?: StartFlow): MinCutLevels {
  const mostCost = mostCostOf(network, grid, capKw, start)
  for (const ratio of samePriceRatios) {
    clearFlow(network)
    roomUnder(grid, capKw, network.roomKwh)
    const { classOf, classes } = classesOf(earlyOrder(grid, ratio))
    const cutLevels = fillInOrder(network, classOf, classes, { isEager: true })
    if (ratio === 1 || energyCost(network, grid) <= mostCost) return cutLevels
  }
  throw new Error('the last ratio always returns')
}

/** What filling early may cost; where energy costs the same at all times no cheapest plan has to be found for that. */
function mostCostOf(network: Network, grid: TimeGrid, capKw: number, start?: StartFlow): number {
  if (grid.pricePerKwh.every((price) => price === grid.pricePerKwh[0])) return Number.POSITIVE_INFINITY
  fillCheapest(network, grid, capKw, start)
  const cost = energyCost(network, grid)
  return cost + earlyCost * Math.max(1, Math.abs(cost))
}

/** What the energy of a flow costs at the site. */
function energyCost({ loadKwh }: Network, { pricePerKwh, efficiency }: TimeGrid): number {
  return loadKwh.reduce((cost, kwh, i) => cost + (pricePerKwh[i]! * kwh) / efficiency, 0)
}

/** The intervals' places: cheap bands of price first, and within a band in the order of time. */
function earlyOrder({ pricePerKwh, count }: TimeGrid, ratio: number): Float64Array {
  const prices = [...new Set(pricePerKwh)].sort((a, b) => a - b)
  const bandOf = new Map<number, number>()
  let band = 0
  let cheapest = prices[0] ?? 0
  for (const price of prices) {
    if (price > cheapest * ratio && price > cheapest) {
      band++
      cheapest = price
    }
    bandOf.set(price, band)
  }
  const together = Math.ceil(count / mostSteps)
  return pricePerKwh.map((price, i) => bandOf.get(price)! * count + Math.floor(i / together))
}
