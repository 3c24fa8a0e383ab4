import { type Block, hasRoom, minimumKwhOf } from '@/lib/planner/blocks/block'
import type { RelaxedSchedule } from '@/lib/planner/blocks/relaxed-schedule'
import { curveStepsOf } from '@/lib/planner/curve/curve-demands'
import type { Demand } from '@/lib/planner/model/demands'
import { hoursToTarget } from '@/lib/planner/model/stay'
import type { TimeGrid } from '@/lib/planner/model/time-grid'

/** A block is drawn out to so many times what the curve takes at the vehicle's power: each interval has the power of its end. */
const longer = [1.02, 1.1]
/** Energies below this, in kWh, are rounding. */
const roundingKwh = 1e-9

/**
 * A block of a vehicle that its curve holds, drawn out by what the curve takes longer, with what the vehicle asks in it step by
 * step: so the others make room for its end, too. The block as it is where the curve does not bring its energy so.
 */
export function underItsCurve(grid: TimeGrid, block: Block, relaxed: RelaxedSchedule): Block {
  const { curveEndS } = block.stay
  if (curveEndS === undefined || grid.atS[block.end]! > curveEndS) return block
  for (const share of longer) {
    const drawn = drawnOut(grid, block, relaxed.kwh, share * hoursToTarget(block.stay))
    const steps = curveStepsOf(grid, block.stay, drawn, wantedKwh(grid, drawn, relaxed))
    if (steps) return { ...drawn, steps: steps.flatMap((step) => aboveMinimum(grid, drawn, step)) }
  }
  return block
}

function drawnOut(grid: TimeGrid, block: Block, kwh: number, hours: number): Block {
  const { stay, first } = block
  const { minPowerKw, curveEndS = 0 } = stay
  const mayReach = (end: number) => end <= grid.count && grid.atS[end]! <= curveEndS
  const bringsMore = (end: number) => minimumKwhOf(grid, { ...block, end }) > kwh
  let { end } = block
  while (
    (grid.atS[end]! - grid.atS[first]!) / 3600 < hours &&
    mayReach(end + 1) &&
    hasRoom(grid, end, minPowerKw) &&
    !bringsMore(end + 1)
  )
    end++
  return { ...block, end }
}

/** What the vehicle has by the bounds of its block, where it charges as in the plan that lets it pause, and its minimum power always. */
function wantedKwh(grid: TimeGrid, block: Block, { kwh, first, end, flowKwh, at }: RelaxedSchedule): Float64Array {
  const { stay } = block
  const minimumOf = (i: number) => stay.minPowerKw * grid.hours[i]!
  const above = Array.from({ length: block.end - block.first }, (_, k) => {
    const i = block.first + k
    return i >= first && i < end ? Math.max(0, flowKwh[at + i]! - minimumOf(i)) : 0
  })
  const aboveKwh = above.reduce((sum, own) => sum + own, 0)
  const leftKwh = Math.max(0, kwh - minimumKwhOf(grid, block))
  const wanted = new Float64Array(above.length + 1)
  above.forEach((own, k) => {
    const share = aboveKwh > 0 ? own / aboveKwh : 1 / above.length
    wanted[k + 1] = wanted[k]! + minimumOf(block.first + k) + leftKwh * share
  })
  return wanted
}

/** What is left of a step above the minimum power of its block. */
function aboveMinimum({ atS }: TimeGrid, { stay }: Block, step: Demand): Demand[] {
  const reservedKwh = (stay.minPowerKw * (atS[step.end]! - atS[step.first]!)) / 3600
  const minimumKwh = Math.max(0, step.minimumKwh - reservedKwh)
  const restKwh = Math.max(0, step.minimumKwh + step.restKwh - reservedKwh - minimumKwh)
  if (minimumKwh + restKwh <= roundingKwh) return []
  return [{ ...step, powerKw: Math.max(0, step.powerKw - stay.minPowerKw), minimumKwh, restKwh }]
}
