import type { Demand } from '@/lib/planner/model/demands'
import type { TimeGrid } from '@/lib/planner/model/time-grid'
import type { Piece } from '@/lib/planner/segments/segments'

/** This share of an energy is rounding. */
const rounding = 1e-9

/**
 * Along a trajectory, which says what is likely, most demands have one interval, or need all that they may draw: they leave nothing to decide. Where the site
 * has room for all of those they are taken from it before the rest is decided. Gives what is taken, by stay, and the demands that are `free`.
 */
export function reserveForced(grid: TimeGrid, demands: Demand[], stays: number): { forced: Piece[][]; free: Demand[] } {
  const forced: Piece[][] = Array.from({ length: stays }, () => [])
  const isForced = Uint8Array.from(demands, (demand) => (leavesNothing(grid, demand) ? 1 : 0))
  const askedKw = grid.baseKw.slice()
  demands.forEach((demand, v) => {
    if (!isForced[v]) return
    const kw = powerOf(grid, demand) / grid.efficiency
    for (let i = demand.first; i < demand.end; i++) askedKw[i]! += kw
  })
  const free = demands.filter((demand, v) => {
    if (!isForced[v] || !fits(grid, demand, askedKw)) return true
    const powerKw = powerOf(grid, demand)
    for (let i = demand.first; i < demand.end; i++) grid.baseKw[i]! += powerKw / grid.efficiency
    forced[demand.stay]!.push({ fromS: grid.atS[demand.first]!, toS: grid.atS[demand.end]!, powerKw })
    return false
  })
  return { forced, free }
}

function leavesNothing(grid: TimeGrid, demand: Demand): boolean {
  const { first, end, powerKw, likelyKwh } = demand
  if (!likelyKwh) return false
  return end === first + 1 || powerOf(grid, demand) >= powerKw * (1 - rounding)
}

function fits({ limitKw }: TimeGrid, { first, end }: Demand, askedKw: Float64Array): boolean {
  for (let i = first; i < end; i++) if (askedKw[i]! > limitKw[i]!) return false
  return true
}

/** The power of a demand that charges all through its window, in kW. */
function powerOf({ atS }: TimeGrid, { first, end, minimumKwh, restKwh }: Demand): number {
  return ((minimumKwh + restKwh) * 3600) / (atS[end]! - atS[first]!)
}
