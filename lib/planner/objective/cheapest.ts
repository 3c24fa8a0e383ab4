import { clearFlow, type Network, roomUnder } from '@/lib/planner/flow/network'
import type { StartFlow } from '@/lib/planner/flow/start-flow'
import type { TimeGrid } from '@/lib/planner/model/time-grid'
import { leastPeakKw } from '@/lib/planner/objective/least-peak'
import { classesOf, fillInOrder, type MinCutLevels } from '@/lib/planner/objective/min-cut-levels'

/** The cheapest flow under a cap on site power. */
export function fillCheapest(network: Network, grid: TimeGrid, capKw: number, start?: StartFlow): MinCutLevels {
  roomUnder(grid, capKw, network.roomKwh)
  const { classOf, classes } = classesOf(grid.pricePerKwh)
  return fillInOrder(network, classOf, classes, { start })
}

/** The bill under a cap, and how it changes as the cap rises. */
interface Bill {
  capKw: number
  cost: number
  slope: number
}

/** The bill is found to this share of itself. */
const precision = 1e-4

/**
 * The lowest bill of energy and demand charge. As a function of the cap on site power the bill is convex and piecewise
 * linear: the minimum cuts that the cheapest fill passes give its slope, and where the tangents from both sides meet no
 * bill is lower (Kelley 1960). Between `floorKw` and the needs' least peak no cap is possible.
 */
export function cheapestWithDemandCharge(
  network: Network,
  grid: TimeGrid,
  floorKw: number,
  demandChargePerKw: number,
): { capKw: number; cutLevels: MinCutLevels } {
  const bill = (capKw: number) => billUnder(network, grid, capKw, demandChargePerKw)
  clearFlow(network)
  let low = bill(leastPeakKw(network, grid, floorKw))
  let high = low.slope < 0 ? bill(Math.max(low.capKw, freePeakKw(network, grid))) : low
  for (let round = 0; round < 60 && low.slope < 0 && high.slope > 0; round++) {
    const meetKw = low.capKw + (high.cost - low.cost - high.slope * (high.capKw - low.capKw)) / (low.slope - high.slope)
    const bound = low.cost + low.slope * (meetKw - low.capKw)
    const best = Math.min(low.cost, high.cost)
    if (best - bound <= precision * Math.max(1, Math.abs(best))) break
    const middle = bill(meetKw)
    if (middle.slope < 0) low = middle
    else high = middle
  }
  const best = high.cost <= low.cost ? high : low
  return { capKw: best.capKw, cutLevels: fillUnder(network, grid, best.capKw).cutLevels }
}

function fillUnder(network: Network, grid: TimeGrid, capKw: number): { cutLevels: MinCutLevels; energySlope: number } {
  clearFlow(network)
  roomUnder(grid, capKw, network.roomKwh)
  const { classOf, classes } = classesOf(grid.pricePerKwh)
  const prices = Float64Array.from(new Set(grid.pricePerKwh)).sort()
  const perKw = grid.hours.map((hours, i) => (isHeldBy(grid, capKw, i) ? hours : 0))
  const cutLevels = fillInOrder(network, classOf, classes, { asked: perKw })
  let energySlope = 0
  for (let k = 0; k + 1 < classes; k++) energySlope += (prices[k]! - prices[k + 1]!) * (cutLevels.heldHours[k] ?? 0)
  return { cutLevels, energySlope }
}

/** True when it is the cap, not the limit or the base load, that bounds the room of an interval. */
function isHeldBy(grid: TimeGrid, capKw: number, i: number): boolean {
  return grid.limitKw[i]! > capKw && grid.baseKw[i]! <= capKw
}

function billUnder(network: Network, grid: TimeGrid, capKw: number, demandChargePerKw: number): Bill {
  const { energySlope } = fillUnder(network, grid, capKw)
  let cost = demandChargePerKw * capKw
  for (let i = 0; i < grid.count; i++) cost += (grid.pricePerKwh[i]! * network.loadKwh[i]!) / grid.efficiency
  return { capKw, cost, slope: demandChargePerKw + energySlope }
}

/** The peak of the cheapest flow when the peak costs nothing. */
function freePeakKw(network: Network, grid: TimeGrid): number {
  fillUnder(network, grid, Number.POSITIVE_INFINITY)
  return grid.baseKw.reduce(
    (peak, baseKw, i) => Math.max(peak, baseKw + network.loadKwh[i]! / (grid.efficiency * grid.hours[i]!)),
    Number.NEGATIVE_INFINITY,
  )
}
