import type { Network } from '@/lib/planner/network'
import type { Piece } from '@/lib/planner/segments'
import type { TimeGrid } from '@/lib/planner/time-grid'

/**
 * Packs each interval that is not full to its front: whoever does not charge all through it charges as early and as fast
 * as the room allows. Gives the new pieces by the arc that they replace. An interval in which that would not fit keeps
 * its even powers.
 */
export function packToFront(network: Network, grid: TimeGrid): Map<number, Piece[]> {
  const packed = new Map<number, Piece[]>()
  const { coverFrom, coverJob, arc, flowKwh, roomKwh, loadKwh } = network
  for (let i = 0; i < network.intervals; i++) {
    const isFull = roomKwh[i]! - loadKwh[i]! <= 1e-9 * Math.max(1, roomKwh[i]!)
    if (isFull || grid.atS[i + 1]! - grid.atS[i]! <= 1) continue
    const jobs: number[] = []
    for (let c = coverFrom[i]!; c < coverFrom[i + 1]!; c++) {
      if (flowKwh[arc[coverJob[c]!]! + i]! > 1e-9) jobs.push(coverJob[c]!)
    }
    const pieces = packInterval(network, grid, i, jobs)
    jobs.forEach((v, k) => {
      if (pieces?.[k]) packed.set(arc[v]! + i, pieces[k])
    })
  }
  return packed
}

/** The room left in an interval, as steps in order. */
interface Step {
  fromS: number
  toS: number
  roomKw: number
}

function packInterval(network: Network, grid: TimeGrid, i: number, jobs: number[]): Piece[][] | undefined {
  const { arc, flowKwh, powerKw, hours, roomKwh } = network
  const steps: Step[] = [{ fromS: grid.atS[i]!, toS: grid.atS[i + 1]!, roomKw: roomKwh[i]! / hours[i]! }]
  const longest = (k: number) => flowKwh[arc[jobs[k]!]! + i]! / powerKw[jobs[k]!]!
  const order = [...jobs.keys()].sort((a, b) => longest(b) - longest(a) || a - b)
  const pieces: Piece[][] = jobs.map(() => [])
  for (const k of order) {
    const v = jobs[k]!
    const own = drawEarly(steps, powerKw[v]!, flowKwh[arc[v]! + i]!)
    if (!own) return undefined
    pieces[k] = own
  }
  return pieces
}

/** Draws an energy from the steps as early as it can, on whole seconds, and takes the room; undefined if it cannot. */
function drawEarly(steps: Step[], maxKw: number, kwh: number): Piece[] | undefined {
  const pieces: Piece[] = []
  let leftKwh = kwh
  for (let s = 0; s < steps.length && leftKwh > 1e-10; s++) {
    const step = steps[s]!
    let powerKw = Math.min(maxKw, step.roomKw)
    if (powerKw <= 1e-9) continue
    const neededS = (leftKwh / powerKw) * 3600
    const seconds = Math.min(step.toS - step.fromS, Math.max(1, Math.ceil(neededS - 1e-6)))
    if (seconds >= neededS - 1e-6) powerKw = (leftKwh * 3600) / seconds
    if (seconds < step.toS - step.fromS) {
      steps.splice(s + 1, 0, { ...step, fromS: step.fromS + seconds })
      step.toS = step.fromS + seconds
    }
    step.roomKw -= powerKw
    pieces.push({ fromS: step.fromS, toS: step.toS, powerKw })
    leftKwh -= (powerKw * seconds) / 3600
  }
  return leftKwh > 1e-9 ? undefined : pieces
}
