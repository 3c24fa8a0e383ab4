import type { Piece } from '@/lib/planner/segments'
import type { Stay } from '@/lib/planner/stay'
import { indexAt, type TimeGrid } from '@/lib/planner/time-grid'

/**
 * Preconditioning is a reserved load, taken before charging: its energy evenly over the last minutes before
 * to − margin, clipped to the vehicle's maximum and the headroom. Where stays compete for headroom, the higher priority
 * goes first, then the earlier departure, then the id. Adds what it takes to the grid's base load.
 */
export function reserveConditioning(grid: TimeGrid, stays: Stay[]): Piece[][] {
  const pieces: Piece[][] = stays.map(() => [])
  for (const index of conditioningOrder(stays)) {
    const stay = stays[index]!
    for (let i = indexAt(grid, stay.conditioningFromS); i < grid.count && grid.atS[i]! < stay.endS; i++) {
      const headroomKw = Math.max(0, grid.limitKw[i]! - grid.baseKw[i]!) * grid.efficiency
      const powerKw = Math.min(stay.conditioningKw, headroomKw)
      if (powerKw <= 0) continue
      grid.baseKw[i]! += powerKw / grid.efficiency
      pieces[index]!.push({ fromS: grid.atS[i]!, toS: grid.atS[i + 1]!, powerKw })
    }
  }
  return pieces
}

function conditioningOrder(stays: Stay[]): number[] {
  const order = [...stays.keys()].filter((index) => stays[index]!.conditioningKw > 0)
  return order.sort((a, b) => {
    const one = stays[a]!.schedule
    const other = stays[b]!.schedule
    return other.priority - one.priority || one.to - other.to || (one.id < other.id ? -1 : 1)
  })
}
