import { type ChargeTask, tinyKw, wholePiece } from '@/lib/planner/charge-task'
import { scheduleInOrder } from '@/lib/planner/list-schedule'
import type { Network } from '@/lib/planner/network'
import type { PowerInterval } from '@/lib/planner/problem'
import { RoomSteps } from '@/lib/planner/room-steps'
import type { Piece } from '@/lib/planner/segments'
import { scheduleShared } from '@/lib/planner/shared-schedule'
import type { TimeGrid } from '@/lib/planner/time-grid'

/** What packing must know beside the flow, by job. */
export interface PackRules {
  /** The least power that is not 0. */
  leastKw: Float64Array
  /** The plan in force of each job; undefined where there is none. */
  previous: (PowerInterval[] | undefined)[]
  /** The seconds between which energy may move; cuts of the grid that are not among them are no bounds for it. */
  boundsS: Set<number>
}

/** The pieces that replace the flow. */
export interface Packed {
  /** By the arc with which a stretch begins. */
  pieces: Map<number, Piece[]>
  /** 1 where a stretch begins in which there are such pieces. */
  isPacked: Uint8Array
  /** For each interval the end of its stretch. */
  end: Int32Array
}

/** Energy that differs by less, in kWh, is the same. */
const sameKwh = 1e-7
/** The share of the delay that staying with the plan in force may cost. */
const tolerance = 8e-4

/**
 * Packs each stretch of the grid that is not full to its front: whoever does not charge all through it charges as early
 * and as fast as the room allows, no power for less than a minute, and as in the plan in force where that delays hardly
 * anything. A stretch in which that would not fit keeps its even powers.
 */
export function packToFront(network: Network, grid: TimeGrid, rules: PackRules): Packed {
  const pieces = new Map<number, Piece[]>()
  const isPacked = new Uint8Array(network.intervals)
  const end = stretchEnds(network, grid, rules.boundsS)
  for (let i = 0; i < network.intervals; i = end[i]!) {
    if (grid.atS[end[i]!]! - grid.atS[i]! <= 1 || !hasRoom(network, i, end[i]!)) continue
    const stretch = stretchOf(network, grid, i, end[i]!, rules)
    packStretch(stretch)?.forEach((own, k) => {
      isPacked[i] = 1
      pieces.set(network.arc[stretch.jobs[k]!]! + i, own)
    })
  }
  return { pieces, isPacked, end }
}

/** For each interval the end of its stretch, within which no job comes or goes. */
function stretchEnds({ jobs, intervals, first, end }: Network, { atS }: TimeGrid, boundsS: Set<number>): Int32Array {
  const isBound = new Uint8Array(intervals + 1)
  for (let v = 0; v < jobs; v++) isBound[first[v]!] = isBound[end[v]!] = 1
  const ends = new Int32Array(intervals)
  for (let i = intervals - 1, bound = intervals; i >= 0; i--) {
    ends[i] = bound
    if (isBound[i] || boundsS.has(atS[i]!)) bound = i
  }
  return ends
}

function hasRoom({ roomKwh, loadKwh }: Network, first: number, end: number): boolean {
  for (let i = first; i < end; i++) if (roomKwh[i]! - loadKwh[i]! > 1e-9 * Math.max(1, loadKwh[i]!)) return true
  return false
}

/** A stretch to pack: those who charge in it, and the room that they have. */
interface Stretch {
  jobs: number[]
  tasks: ChargeTask[]
  /** The plan in force, where it gives a task as much. */
  kept: (Piece[] | undefined)[]
  room: RoomSteps
  /** From the beginning of the plan to that of the stretch. */
  sinceS: number
}

function stretchOf(network: Network, grid: TimeGrid, first: number, end: number, rules: PackRules): Stretch {
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
    const task = { kwh, maxKw: powerKw[v]!, leastKw: rules.leastKw[v]!, goesOn }
    if (kwh <= 1e-9 || wholePiece(task, kwh, fromS).powerKw < task.leastKw) continue
    for (let i = first; i < end; i++) elsewhereKwh[i - first]! -= flowKwh[arc[v]! + i]!
    jobs.push(v)
    tasks.push(task)
  }
  const steps = Array.from(elsewhereKwh, (kwh, k) => {
    return { fromS: grid.atS[first + k]!, kw: (roomKwh[first + k]! - Math.max(0, kwh)) / hours[first + k]! }
  })
  const kept = jobs.map((v, k) => inForce(rules.previous[v], tasks[k]!, fromS, toS))
  return { jobs, tasks, kept, room: new RoomSteps(steps, toS), sinceS: fromS - grid.atS[0]! }
}

/** True when the job draws its full power all through the interval. */
function isFull({ arc, flowKwh, powerKw, hours }: Network, v: number, i: number): boolean {
  return flowKwh[arc[v]! + i]! >= powerKw[v]! * hours[i]! * (1 - 1e-9)
}

/** The plan in force in a stretch, where it brings the same energy there at powers that are allowed. */
function inForce(previous: PowerInterval[] | undefined, task: ChargeTask, fromS: number, toS: number) {
  if (!previous) return undefined
  const pieces = previous.flatMap(({ from, to, powerkW }) => {
    const piece = { fromS: Math.max(fromS, from / 1000), toS: Math.min(toS, to / 1000), powerKw: powerkW }
    return powerkW > 0 && piece.toS > piece.fromS ? [piece] : []
  })
  const kwh = pieces.reduce((sum, piece) => sum + kwhOf(piece), 0)
  if (Math.abs(kwh - task.kwh) > sameKwh) return undefined
  const isAllowed = pieces.every((piece) => {
    const isWhole = Number.isInteger(piece.fromS) && Number.isInteger(piece.toS)
    return isWhole && piece.powerKw <= task.maxKw && piece.powerKw >= task.leastKw
  })
  return isAllowed ? pieces : undefined
}

function packStretch(stretch: Stretch): Piece[][] | undefined {
  const anew = () => pack(stretch.room, stretch.tasks)
  if (!stretch.kept.some(Boolean)) return anew()
  const stayed = keep(stretch)
  const packed = anew()
  if (!stayed || !packed) return stayed ?? packed
  return delayOf(stayed, stretch) <= (1 + tolerance) * delayOf(packed, stretch) ? stayed : packed
}

/**
 * Stays with the plan in force as far as it fits, and packs the others around it. Where they do not fit so, more and more
 * of those who draw most are packed with them.
 */
function keep(stretch: Stretch): Piece[][] | undefined {
  const { tasks, kept } = stretch
  const byEnergy = [...tasks.keys()].filter((k) => kept[k]).sort((a, b) => tasks[b]!.kwh - tasks[a]!.kwh || a - b)
  for (let released = 0; released < byEnergy.length; released = Math.max(1, 2 * released)) {
    const free = new Set(byEnergy.slice(0, released))
    const stayed = packAround(
      stretch,
      kept.map((pieces, k) => (free.has(k) ? undefined : pieces)),
    )
    if (stayed) return stayed
  }
  return undefined
}

function packAround({ tasks, room }: Stretch, kept: (Piece[] | undefined)[]): Piece[][] | undefined {
  const rest = room.copy()
  const stayed = kept.map((pieces) => {
    if (!pieces?.every(({ fromS, toS, powerKw }) => rest.least(fromS, toS) >= powerKw - tinyKw)) return undefined
    for (const { fromS, toS, powerKw } of pieces) rest.take(fromS, toS, powerKw)
    return pieces
  })
  const others = tasks.filter((_, k) => !stayed[k])
  const packed = pack(rest, others)?.values()
  return packed && stayed.map((pieces) => pieces ?? packed.next().value ?? [])
}

/**
 * Those who charge go on, and the others begin in the order of the time that they need; where that is too late for one,
 * the order is that of the time alone; and where that is, too, they share the room.
 */
function pack(room: RoomSteps, tasks: ChargeTask[]): Piece[][] | undefined {
  const byTime = [...tasks.keys()].sort((a, b) => hoursOf(tasks[b]!) - hoursOf(tasks[a]!) || a - b)
  const goingOn = byTime.filter((k) => tasks[k]!.goesOn)
  const others = byTime.filter((k) => !tasks[k]!.goesOn)
  return (
    scheduleInOrder(room.copy(), tasks, [...goingOn, ...others]) ??
    (goingOn.length > 0 ? scheduleInOrder(room.copy(), tasks, byTime) : undefined) ??
    scheduleShared(room, tasks)
  )
}

function hoursOf({ kwh, maxKw }: ChargeTask): number {
  return kwh / maxKw
}

function kwhOf({ fromS, toS, powerKw }: Piece): number {
  return (powerKw * (toS - fromS)) / 3600
}

/** How long after the beginning of the plan the energy flows, weighted by energy. */
function delayOf(pieces: Piece[][], { room, sinceS }: Stretch): number {
  let delay = 0
  for (const piece of pieces.flat()) delay += kwhOf(piece) * (sinceS + (piece.fromS + piece.toS) / 2 - room.startS)
  return delay
}
