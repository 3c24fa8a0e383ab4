import type { Stay } from '@/lib/planner/model/stay'
import { indexAt, type TimeGrid } from '@/lib/planner/model/time-grid'
import type { DepotProblem } from '@/lib/planner/problem'

/** A vehicle with a minimum power should be able to begin and end this often, in seconds: half an hour. */
const rasterStepS = 1800
/** So near to a cut of the depot's own no other is needed, in seconds. */
const nearestS = 300
/** So many cuts at most: in a depot with many stays their own are dense enough. */
const mostRasterCuts = 300
/** As soon as possible a cut more can leave a stretch of seconds behind, and is made only in a depot with fewer than these. */
const denseIntervals = 150

/**
 * Further cuts where intervals are long. Constant power in each interval loses nothing only for vehicles that may draw any
 * power: a minimum power has to begin and end somewhere, and one after another they need many places to do so. The cuts lie
 * on the clock, so that a plan made anew finds the same.
 */
export function rasterS({ strategy }: DepotProblem, grid: TimeGrid, stays: Stay[]): number[] {
  if (strategy === 'as-soon-as-possible' && grid.count >= denseIntervals) return []
  const isUsed = (i: number) => stays.some((stay) => stay.startS < grid.atS[i + 1]! && grid.atS[i]! < stay.departureS)
  const stepS = rasterStepS * Math.ceil((grid.atS[grid.count]! - grid.atS[0]!) / (rasterStepS * mostRasterCuts))
  const cutsS: number[] = []
  for (let i = 0; i < grid.count; i++) {
    if (grid.atS[i + 1]! - grid.atS[i]! <= rasterStepS || !isUsed(i)) continue
    const fromS = grid.atS[i]! + nearestS
    const toS = grid.atS[i + 1]! - nearestS
    for (let cutS = Math.ceil(fromS / stepS) * stepS; cutS <= toS; cutS += stepS) cutsS.push(cutS)
  }
  return cutsS
}

/**
 * The seconds at which a block of this stay has to end because the grid has no cut at which it could: too fast until the
 * one before, below its minimum power until the one after.
 */
export function blockCutsS(grid: TimeGrid, stay: Stay): number[] {
  if (stay.maxPowerKw <= 0 || stay.needKwh <= 0) return []
  const fastS = Math.ceil((stay.needKwh / stay.maxPowerKw) * 3600 - 1e-6)
  const slowS = Math.floor((stay.needKwh / stay.minPowerKw) * 3600 + 1e-6)
  const next = grid.atS[indexAt(grid, stay.startS + fastS)]
  if (next !== undefined && next <= Math.min(stay.deadlineS, stay.startS + slowS)) return []
  return [stay.startS + fastS, stay.startS + slowS, stay.deadlineS - fastS].filter(
    (second) => second > stay.startS && second < stay.deadlineS,
  )
}
