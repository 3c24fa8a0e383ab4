import type { Network } from '@/lib/planner/network'
import type { Piece } from '@/lib/planner/segments'
import type { TimeGrid } from '@/lib/planner/time-grid'

/**
 * Packs each interval that is not full to its front: whoever does not charge all through it charges as early and as fast
 * as the room allows. Gives the new pieces by the arc that they replace. An interval in which that would not fit keeps
 * its even powers.
 */
export function packToFront(network: Network, grid: TimeGrid, leastKw: Float64Array): Map<number, Piece[]> {
  const packed = new Map<number, Piece[]>()
  const { coverFrom, coverJob, arc, flowKwh, roomKwh, loadKwh } = network
  for (let i = 0; i < network.intervals; i++) {
    const hasNoRoom = roomKwh[i]! - loadKwh[i]! <= 1e-9 * Math.max(1, loadKwh[i]!)
    if (hasNoRoom || grid.atS[i + 1]! - grid.atS[i]! <= 1) continue
    const jobs: number[] = []
    for (let c = coverFrom[i]!; c < coverFrom[i + 1]!; c++) {
      if (flowKwh[arc[coverJob[c]!]! + i]! > 1e-9) jobs.push(coverJob[c]!)
    }
    const pieces = packInterval(network, grid, i, jobs, leastKw)
    jobs.forEach((v, k) => {
      if (pieces?.[k]) packed.set(arc[v]! + i, pieces[k])
    })
  }
  return packed
}

/** Nobody draws another power for less than a minute; who goes on at full power may stop at any whole second. */
const shortestS = 60

/** The room left in an interval, as steps in order. */
interface Step {
  fromS: number
  toS: number
  roomKw: number
}

function packInterval(
  network: Network,
  grid: TimeGrid,
  i: number,
  jobs: number[],
  leastKw: Float64Array,
): Piece[][] | undefined {
  const { arc, flowKwh, powerKw, hours, roomKwh, loadKwh } = network
  const elsewhereKwh = jobs.reduce((kwh, v) => kwh - flowKwh[arc[v]! + i]!, loadKwh[i]!)
  const roomKw = (roomKwh[i]! - Math.max(0, elsewhereKwh)) / hours[i]!
  const steps: Step[] = [{ fromS: grid.atS[i]!, toS: grid.atS[i + 1]!, roomKw }]
  const longest = (k: number) => flowKwh[arc[jobs[k]!]! + i]! / powerKw[jobs[k]!]!
  const order = [...jobs.keys()].sort((a, b) => longest(b) - longest(a) || a - b)
  const pieces: Piece[][] = jobs.map(() => [])
  for (const k of order) {
    const v = jobs[k]!
    const neededS = longest(k) * 3600
    const goesOn = i > network.first[v]! && isFull(network, v, i - 1) && Math.abs(neededS - Math.round(neededS)) < 1e-6
    const kwh = flowKwh[arc[v]! + i]!
    const own =
      (goesOn
        ? undefined
        : (drawCalmly(steps, powerKw[v]!, kwh, true) ?? drawCalmly(steps, powerKw[v]!, kwh, false))) ??
      drawEarly(steps, powerKw[v]!, kwh, goesOn ? 1 : shortestS)
    if (!own || own.some((piece) => piece.powerKw < leastKw[v]!)) return undefined
    pieces[k] = own
  }
  return pieces
}

/** True when the job draws its full power all through the interval. */
function isFull({ arc, flowKwh, powerKw, hours }: Network, v: number, i: number): boolean {
  return flowKwh[arc[v]! + i]! >= powerKw[v]! * hours[i]! * (1 - 1e-9)
}

/**
 * Draws an energy early too, but no power for less than a minute: passes over shorter steps before it begins, and then
 * holds what all of a minute's steps allow. Takes nothing and gives undefined where that does not place everything.
 */
function drawCalmly(steps: Step[], maxKw: number, kwh: number, passesOver: boolean): Piece[] | undefined {
  const trial = steps.map((step) => ({ ...step }))
  const pieces: Piece[] = []
  let leftKwh = kwh
  for (let s = 0; s < trial.length && leftKwh > 1e-10; s++) {
    const last = pieces[pieces.length - 1]
    const { fromS, toS } = trial[s]!
    const isAdjacent = last?.toS === fromS
    if (passesOver && toS - fromS < shortestS && !isAdjacent) continue
    const isSame = isAdjacent && Math.abs(Math.min(maxKw, trial[s]!.roomKw) - last.powerKw) <= 1e-9
    const untilS = isSame ? toS : Math.max(toS, fromS + shortestS)
    let powerKw = maxKw
    for (let k = s; k < trial.length && trial[k]!.fromS < untilS; k++) powerKw = Math.min(powerKw, trial[k]!.roomKw)
    if (powerKw <= 1e-9) continue
    const neededS = (leftKwh / powerKw) * 3600
    const seconds = Math.min(untilS - fromS, Math.max(shortestS, Math.ceil(neededS - 1e-6)))
    if (fromS + seconds > trial[trial.length - 1]!.toS) return undefined
    if (seconds >= neededS - 1e-6) powerKw = (leftKwh * 3600) / seconds
    s = take(trial, s, fromS + seconds, powerKw)
    pieces.push({ fromS, toS: fromS + seconds, powerKw })
    leftKwh -= (powerKw * seconds) / 3600
  }
  if (leftKwh > 1e-9) return undefined
  steps.splice(0, steps.length, ...trial)
  return pieces
}

/** Takes a power from the steps from `s` on until a second, where it cuts the last of them; gives that one's index. */
function take(steps: Step[], s: number, untilS: number, powerKw: number): number {
  let k = s
  for (; ; k++) {
    const step = steps[k]!
    if (step.toS > untilS) {
      steps.splice(k + 1, 0, { ...step, fromS: untilS })
      step.toS = untilS
    }
    step.roomKw -= powerKw
    if (step.toS >= untilS) return k
  }
}

/** Draws an energy from the steps as early as it can, on whole seconds, and takes the room; undefined if it cannot. */
function drawEarly(steps: Step[], maxKw: number, kwh: number, leastS: number): Piece[] | undefined {
  const pieces: Piece[] = []
  let leftKwh = kwh
  for (let s = 0; s < steps.length && leftKwh > 1e-10; s++) {
    const step = steps[s]!
    let powerKw = Math.min(maxKw, step.roomKw)
    if (powerKw <= 1e-9) continue
    const neededS = (leftKwh / powerKw) * 3600
    const seconds = Math.min(step.toS - step.fromS, Math.max(leastS, Math.ceil(neededS - 1e-6)))
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
