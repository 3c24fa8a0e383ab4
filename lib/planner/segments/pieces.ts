import { isAboveBlock } from '@/lib/planner/blocks/block'
import type { PartOfInterval } from '@/lib/planner/blocks/put-back'
import type { Network } from '@/lib/planner/flow/network'
import type { DepotJob } from '@/lib/planner/model/demands'
import type { Stay } from '@/lib/planner/model/stay'
import { indexAt, type TimeGrid, timeGridOf } from '@/lib/planner/model/time-grid'
import { packsToFront } from '@/lib/planner/objective/fill-early'
import { type DepotProblem, incumbentPlan } from '@/lib/planner/problem'
import { packToFront } from '@/lib/planner/segments/pack'
import type { Piece } from '@/lib/planner/segments/segments'
import type { PackRules } from '@/lib/planner/segments/stretch'

/** Energy below this, in kWh, is rounding of the flow and not charged. */
const nothingKwh = 1e-9

/** The flow as each stay's pieces of constant power, in order. */
export function piecesOf(
  problem: DepotProblem,
  network: Network,
  grid: TimeGrid,
  jobs: DepotJob[],
  blocks: PartOfInterval[],
  stays: Stay[],
): Piece[][] {
  const pieces: Piece[][] = Array.from({ length: stays.length }, () => [])
  const packed = packsToFront(problem)
    ? packToFront(network, grid, packRulesOf(problem, grid, jobs, blocks, stays))
    : undefined
  jobs.forEach((job, v) => {
    const own = pieces[job.stay]!
    for (let i = network.first[v]!; i < network.end[v]!; i++) {
      const at = network.arc[v]! + i
      const front = packed?.isPacked[i] ? packed.pieces.get(at) : undefined
      if (packed && front) {
        own.push(...front)
        i = packed.end[i]! - 1
        continue
      }
      const kwh = network.flowKwh[at]!
      if (kwh > nothingKwh) extend(own, grid, i, nearFull(kwh / grid.hours[i]!, job.powerKw))
    }
  })
  for (const { v, piece } of blocks) pieces[jobs[v]!.stay]!.push(piece)
  return pieces
}

/**
 * Energy is packed between the cuts of the depot itself; those that blocks or ideals add are no bounds for it, but for an
 * interval in which somebody draws its minimum for a part.
 */
function packRulesOf(
  problem: DepotProblem,
  grid: TimeGrid,
  jobs: DepotJob[],
  blocks: PartOfInterval[],
  stays: Stay[],
): PackRules {
  const around = blocks.flatMap(({ piece }) => [piece.fromS, grid.atS[indexAt(grid, piece.fromS) + 1]!])
  return {
    minimumKw: Float64Array.from(jobs, (job) => stays[job.stay]!.minPowerKw),
    isAboveBlock: Uint8Array.from(jobs, (job) => (isAboveBlock(stays[job.stay]!) ? 1 : 0)),
    previous: jobs.map((job) => incumbentPlan(problem, stays[job.stay]!.schedule.id)),
    boundsS: new Set([...timeGridOf(problem, stays).atS, ...around]),
  }
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
