import type { Network } from '@/lib/planner/flow/network'
import type { TimeGrid } from '@/lib/planner/model/time-grid'
import type { PowerInterval } from '@/lib/planner/problem'
import { type ChargeTask, wholePiece } from '@/lib/planner/segments/charge-task'
import { RoomSteps } from '@/lib/planner/segments/room-steps'
import { kwhOf, type Piece } from '@/lib/planner/segments/segments'

/** What packing must know beside the flow, by job. */
export interface PackRules {
  /** The minimum power that is not 0. */
  minimumKw: Float64Array
  /** 1 where a job is what a vehicle draws above the minimum power of its block. */
  isAboveBlock: Uint8Array
  /** The incumbent plan of each job; undefined where there is none. */
  previous: (PowerInterval[] | undefined)[]
  /** The seconds between which energy may move; cuts of the grid that are not among them are no bounds for it. */
  boundsS: Set<number>
}

/** Energy that differs by less, in kWh, is the same. */
const sameKwh = 1e-7

/** For each interval the end of its stretch, within which no job comes or goes. */
export function stretchEnds(
  { jobs, intervals, first, end }: Network,
  { atS }: TimeGrid,
  boundsS: Set<number>,
): Int32Array {
  const isBound = new Uint8Array(intervals + 1)
  for (let v = 0; v < jobs; v++) isBound[first[v]!] = isBound[end[v]!] = 1
  const ends = new Int32Array(intervals)
  for (let i = intervals - 1, bound = intervals; i >= 0; i--) {
    ends[i] = bound
    if (isBound[i] || boundsS.has(atS[i]!)) bound = i
  }
  return ends
}

/** True where an interval of the stretch is not full. */
export function hasRoom({ roomKwh, loadKwh }: Network, first: number, end: number): boolean {
  for (let i = first; i < end; i++) if (roomKwh[i]! - loadKwh[i]! > 1e-9 * Math.max(1, loadKwh[i]!)) return true
  return false
}

/** A stretch to pack: the vehicles that charge in it, and the room that they have. */
export interface Stretch {
  jobs: number[]
  tasks: ChargeTask[]
  /** The incumbent plan, where it gives a task as much. */
  kept: (Piece[] | undefined)[]
  room: RoomSteps
  /** From the beginning of the plan to that of the stretch. */
  sinceS: number
}

/** The stretch of the intervals [first, end). A vehicle that could not keep its minimum power for a minute stays as it is. */
export function stretchOf(network: Network, grid: TimeGrid, first: number, end: number, rules: PackRules): Stretch {
  const { coverFrom, coverJob, arc, flowKwh, powerKw, hours, roomKwh, loadKwh } = network
  const fromS = grid.atS[first]!
  const toS = grid.atS[end]!
  const elsewhereKwh = loadKwh.slice(first, end)
  const jobs: number[] = []
  const tasks: ChargeTask[] = []
  for (let c = coverFrom[first]!; c < coverFrom[first + 1]!; c++) {
    const v = coverJob[c]!
    let kwh = 0
    for (let i = first; i < end; i++) kwh += flowKwh[arc[v]! + i]!
    const goesOn = first > network.first[v]! && isFull(network, v, first - 1)
    const restsOn = rules.isAboveBlock[v] === 1
    const task = { kwh, maxKw: powerKw[v]!, minimumKw: rules.minimumKw[v]!, goesOn, restsOn }
    if (kwh <= 1e-9 || wholePiece(task, kwh, fromS).powerKw < task.minimumKw) continue
    for (let i = first; i < end; i++) elsewhereKwh[i - first]! -= flowKwh[arc[v]! + i]!
    jobs.push(v)
    tasks.push(task)
  }
  const steps = Array.from(elsewhereKwh, (kwh, k) => {
    return { fromS: grid.atS[first + k]!, kw: (roomKwh[first + k]! - Math.max(0, kwh)) / hours[first + k]! }
  })
  const kept = jobs.map((v, k) => incumbentIn(rules.previous[v], tasks[k]!, fromS, toS))
  return { jobs, tasks, kept, room: new RoomSteps(steps, toS), sinceS: fromS - grid.atS[0]! }
}

/** True when the job draws its full power all through the interval. */
function isFull({ arc, flowKwh, powerKw, hours }: Network, v: number, i: number): boolean {
  return flowKwh[arc[v]! + i]! >= powerKw[v]! * hours[i]! * (1 - 1e-9)
}

/** The incumbent plan in a stretch, where it brings the same energy there at powers that are allowed. */
function incumbentIn(previous: PowerInterval[] | undefined, task: ChargeTask, fromS: number, toS: number) {
  if (!previous) return undefined
  const pieces = previous.flatMap(({ from, to, powerkW }) => {
    const piece = { fromS: Math.max(fromS, from / 1000), toS: Math.min(toS, to / 1000), powerKw: powerkW }
    return powerkW > 0 && piece.toS > piece.fromS ? [piece] : []
  })
  const kwh = pieces.reduce((sum, piece) => sum + kwhOf(piece), 0)
  if (Math.abs(kwh - task.kwh) > sameKwh) return undefined
  const isAllowed = pieces.every((piece) => {
    const isWhole = Number.isInteger(piece.fromS) && Number.isInteger(piece.toS)
    return isWhole && piece.powerKw <= task.maxKw && piece.powerKw >= task.minimumKw
  })
  return isAllowed ? pieces : undefined
}
