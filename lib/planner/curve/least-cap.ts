import { type CurvePower, curvePowerOf, powerFrom } from '@/lib/planner/curve/curve-power'
import type { Stay } from '@/lib/planner/model/stay'
import { indexAt, type TimeGrid } from '@/lib/planner/model/time-grid'
import type { Piece } from '@/lib/planner/segments/segments'

/** A power that follows the curve holds for so long at most, in seconds. */
const stepS = 60
/** So often the span in which the least cap lies is halved. */
const halvings = 24
/** Energies below this, in kWh, are rounding. */
const roundingKwh = 1e-6

/**
 * How one vehicle charges under the lowest cap on site power under which it is served, where there is no other: at once all that cap
 * and curve leave it. Undefined where its window does not serve it.
 */
export function underLeastCap(grid: TimeGrid, stay: Stay): Piece[] | undefined {
  const power = curvePowerOf(stay)
  const under = (capKw: number) => earliestUnder(capKw, grid, stay, power)
  let high = grid.baseKw.reduce((most, kw) => Math.max(most, kw), 0) + stay.maxPowerKw / grid.efficiency
  let best = under(high)
  if (!best) return undefined
  for (let [halving, low] = [0, 0]; halving < halvings; halving++) {
    const middle = (low + high) / 2
    const pieces = under(middle)
    if (pieces) [high, best] = [middle, pieces]
    else low = middle
  }
  return best
}

/** Undefined where the cap leaves too little. */
function earliestUnder(capKw: number, grid: TimeGrid, stay: Stay, power: CurvePower): Piece[] | undefined {
  const { startS, deadlineS, needKwh } = stay
  const pieces: Piece[] = []
  let kwh = 0
  for (let i = indexAt(grid, startS); i < grid.count && grid.atS[i]! < deadlineS; i++) {
    const roomKw = (Math.min(grid.limitKw[i]!, capKw) - grid.baseKw[i]!) * grid.efficiency
    if (roomKw <= 0) continue
    const endS = Math.min(deadlineS, grid.atS[i + 1]!)
    for (let fromS = Math.max(startS, grid.atS[i]!); fromS < endS; fromS = Math.min(endS, fromS + stepS)) {
      const hours = (Math.min(endS, fromS + stepS) - fromS) / 3600
      const powerKw = Math.min(roomKw, powerFrom(power, kwh, hours), (needKwh - kwh) / hours)
      pieces.push({ fromS, toS: Math.min(endS, fromS + stepS), powerKw })
      kwh += powerKw * hours
      if (needKwh - kwh <= roundingKwh) return pieces
    }
  }
  return undefined
}
