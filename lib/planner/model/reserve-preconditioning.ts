import type { Stay } from '@/lib/planner/model/stay'
import { indexAt, type TimeGrid } from '@/lib/planner/model/time-grid'
import type { Piece } from '@/lib/planner/segments/segments'

/**
 * Preconditioning is a reserved load, taken before charging: its energy evenly over the last minutes before
 * to − margin, clipped to the vehicle's maximum and the headroom. Where stays compete for headroom, the higher priority
 * goes first, then the earlier departure, then the id. Adds what it takes to the grid's base load.
 */
export function reservePreconditioning(grid: TimeGrid, stays: Stay[]): Piece[][] {
  const pieces: Piece[][] = stays.map(() => [])
  for (const index of preconditioningOrder(stays)) {
    const stay = stays[index]!
    for (let i = indexAt(grid, stay.preconditioningFromS); i < grid.count && grid.atS[i]! < stay.endS; i++) {
      const headroomKw = Math.max(0, grid.limitKw[i]! - grid.baseKw[i]!) * grid.efficiency
      const powerKw = Math.min(stay.preconditioningKw, headroomKw)
      if (powerKw <= 0) continue
      grid.baseKw[i]! += powerKw / grid.efficiency
      pieces[index]!.push({ fromS: grid.atS[i]!, toS: grid.atS[i + 1]!, powerKw })
    }
  }
  return pieces
}

function preconditioningOrder(stays: Stay[]): number[] {
  const order = [...stays.keys()].filter((index) => stays[index]!.preconditioningKw > 0)
  return order.sort((a, b) => {
    const one = stays[a]!.schedule
    const other = stays[b]!.schedule
    return (
      stays[a]!.rank - stays[b]!.rank ||
      other.priority - one.priority ||
      one.to - other.to ||
      Number(stays[b]!.isPresent) - Number(stays[a]!.isPresent) ||
      (one.id < other.id ? -1 : 1)
    )
  })
}
