import type { DepotJob } from '@/lib/planner/jobs'
import type { ShortRun } from '@/lib/planner/minimum-power'
import type { Network } from '@/lib/planner/network'
import { packToFront } from '@/lib/planner/pack'
import type { Strategy } from '@/lib/planner/problem'
import type { Piece } from '@/lib/planner/segments'
import type { Stay } from '@/lib/planner/stay'
import type { TimeGrid } from '@/lib/planner/time-grid'

/** Energy below this, in kWh, is rounding of the flow and not charged. */
const nothingKwh = 1e-9

/** The flow as each stay's pieces of constant power, in order. */
export function piecesOf(
  strategy: Strategy,
  network: Network,
  grid: TimeGrid,
  jobs: DepotJob[],
  runs: ShortRun[],
  stays: Stay[],
): Piece[][] {
  const pieces: Piece[][] = Array.from({ length: stays.length }, () => [])
  const leastKw = Float64Array.from(jobs, (job) => stays[job.stay]!.minPowerKw)
  const packed = strategy === 'as-soon-as-possible' ? packToFront(network, grid, leastKw) : undefined
  jobs.forEach((job, v) => {
    const own = pieces[job.stay]!
    for (let i = network.first[v]!; i < network.end[v]!; i++) {
      const at = network.arc[v]! + i
      const kwh = network.flowKwh[at]!
      if (kwh <= nothingKwh) continue
      const front = packed?.get(at)
      if (front) own.push(...front)
      else extend(own, grid, i, nearFull(kwh / grid.hours[i]!, job.powerKw))
    }
  })
  for (const { v, piece } of runs) pieces[jobs[v]!.stay]!.push(piece)
  return pieces
}

/** A power within rounding of the maximum is the maximum. */
function nearFull(powerKw: number, fullKw: number): number {
  return Math.abs(powerKw - fullKw) <= 1e-9 * fullKw ? fullKw : powerKw
}

function extend(pieces: Piece[], grid: TimeGrid, i: number, powerKw: number): void {
  const last = pieces[pieces.length - 1]
  const fromS = grid.atS[i]!
  const toS = grid.atS[i + 1]!
  if (last?.toS !== fromS || Math.abs(last.powerKw - powerKw) > 1e-8 * Math.max(1, powerKw)) {
    pieces.push({ fromS, toS, powerKw })
    return
  }
  if (last.powerKw !== powerKw) {
    last.powerKw = (last.powerKw * (last.toS - last.fromS) + powerKw * (toS - fromS)) / (toS - last.fromS)
  }
  last.toS = toS
}
