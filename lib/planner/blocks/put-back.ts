import { clearJob, type Network, push } from '@/lib/planner/flow/network'
import type { DepotJob } from '@/lib/planner/model/demands'
import type { Stay } from '@/lib/planner/model/stay'
import type { TimeGrid } from '@/lib/planner/model/time-grid'
import type { Piece } from '@/lib/planner/segments/segments'

/** Energies below this, in kWh, are rounding. */
const nothingKwh = 1e-9

/** The part of an interval in which a job draws its minimum, because less energy is left than the interval would take. */
export interface PartOfInterval {
  v: number
  piece: Piece
}

/**
 * Settles minimum powers around the flow: a job that would draw less than its minimum somewhere is taken out and put
 * back at 0 or at its minimum and above, first where it was, then where `score` is low; under `roomKwh` where that is
 * enough, and else as far as the limit allows. Changes the network's flow.
 */
export function putBackAboveMinimum(
  network: Network,
  grid: TimeGrid,
  jobs: DepotJob[],
  stays: Stay[],
  limitKwh: Float64Array,
  score: Float64Array,
): PartOfInterval[] {
  const blocks: PartOfInterval[] = []
  for (let v = 0; v < network.jobs; v++) {
    const minimumKw = stays[jobs[v]!.stay]!.minPowerKw
    if (minimumKw <= 0 || !breaksMinimum(network, v, minimumKw)) continue
    const block = putBack(network, grid, v, minimumKw, limitKwh, score)
    if (block) blocks.push({ v, piece: block })
  }
  return blocks
}

function breaksMinimum({ first, end, arc, flowKwh, hours, tinyKwh }: Network, v: number, minimumKw: number): boolean {
  for (let i = first[v]!; i < end[v]!; i++) {
    const kwh = flowKwh[arc[v]! + i]!
    if (kwh > tinyKwh && kwh < minimumKw * hours[i]! - nothingKwh) return true
  }
  return false
}

function putBack(
  network: Network,
  grid: TimeGrid,
  v: number,
  minimumKw: number,
  limitKwh: Float64Array,
  score: Float64Array,
): Piece | undefined {
  const { first, end, arc, powerKw, hours } = network
  const wasKwh = network.flowKwh.slice(arc[v]! + first[v]!, arc[v]! + end[v]!)
  let leftKwh = network.gotKwh[v]!
  clearJob(network, v)
  if (powerKw[v]! < minimumKw) return undefined
  const order = Array.from(wasKwh, (_, k) => first[v]! + k).sort((a, b) => {
    const kept =
      Number(wasKwh[b - first[v]!]! >= minimumKw * hours[b]!) - Number(wasKwh[a - first[v]!]! >= minimumKw * hours[a]!)
    return kept || score[a]! - score[b]! || a - b
  })
  for (const roomKwh of [network.roomKwh, limitKwh]) {
    for (const i of order) {
      const kwh = Math.min(powerKw[v]! * hours[i]!, roomKwh[i]! - network.loadKwh[i]! + network.flowKwh[arc[v]! + i]!)
      if (leftKwh <= network.tinyKwh) return undefined
      const heldKwh = network.flowKwh[arc[v]! + i]!
      if (kwh < minimumKw * hours[i]! || kwh <= heldKwh) continue
      if (heldKwh + leftKwh < minimumKw * hours[i]!) continue
      const moreKwh = Math.min(leftKwh, kwh - heldKwh)
      push(network, v, i, moreKwh)
      leftKwh -= moreKwh
    }
  }
  return leftKwh > network.tinyKwh ? finish(network, grid, v, minimumKw, leftKwh, order, limitKwh) : undefined
}

/** Places an energy too small for a whole interval: at about the minimum power for a part of one. */
function finish(
  network: Network,
  grid: TimeGrid,
  v: number,
  minimumKw: number,
  leftKwh: number,
  order: number[],
  limitKwh: Float64Array,
): Piece | undefined {
  const { arc, flowKwh, powerKw, hours } = network
  let kwh = leftKwh
  for (const i of order) {
    const lendKwh = flowKwh[arc[v]! + i]! - minimumKw * hours[i]!
    if (kwh * 3600 >= minimumKw * 60 || lendKwh <= 0) continue
    const lentKwh = Math.min(lendKwh, (minimumKw * 60) / 3600)
    push(network, v, i, -lentKwh)
    kwh += lentKwh
  }
  const seconds = Math.floor((kwh / minimumKw) * 3600 + 1e-9)
  if (seconds < 1) return undefined
  const drawnKw = (kwh * 3600) / seconds
  for (const i of order) {
    const spareKw = Math.min(powerKw[v]!, (limitKwh[i]! - network.loadKwh[i]!) / hours[i]!)
    if (flowKwh[arc[v]! + i]! > 0 || drawnKw > spareKw + 1e-9 || seconds > hours[i]! * 3600) continue
    network.loadKwh[i]! += drawnKw * hours[i]!
    return { fromS: grid.atS[i]!, toS: grid.atS[i]! + seconds, powerKw: drawnKw }
  }
  return undefined
}
