import type { Piece } from '@/lib/planner/segments'
import type { Stay } from '@/lib/planner/stay'
import { indexAt, type TimeGrid } from '@/lib/planner/time-grid'

/** Charges one stay as early as the headroom allows, obeying its power bounds; takes the headroom from the grid. */
export function chargeEarliest(grid: TimeGrid, stay: Stay): Piece[] {
  const pieces: Piece[] = []
  let leftKwh = stay.needKwh
  const canPause = stay.schedule.ev.supportsPausing
  for (let i = indexAt(grid, stay.startS); i < grid.count && grid.atS[i]! < stay.deadlineS && leftKwh > 1e-9; i++) {
    const headroomKw = Math.max(0, grid.limitKw[i]! - grid.baseKw[i]!) * grid.efficiency
    let powerKw = Math.min(stay.maxPowerKw, headroomKw)
    let toS = grid.atS[i + 1]!
    if (powerKw * grid.hours[i]! >= leftKwh) {
      const seconds = Math.min(toS - grid.atS[i]!, Math.max(1, Math.ceil((leftKwh / powerKw) * 3600 - 1e-6)))
      toS = grid.atS[i]! + seconds
      powerKw = (leftKwh * 3600) / seconds
    }
    if (powerKw <= 1e-9 || powerKw < stay.minPowerKw) {
      if (!canPause && pieces.length > 0) break
      continue
    }
    pieces.push({ fromS: grid.atS[i]!, toS, powerKw })
    grid.baseKw[i]! += powerKw / grid.efficiency
    leftKwh -= (powerKw * (toS - grid.atS[i]!)) / 3600
  }
  return pieces
}
