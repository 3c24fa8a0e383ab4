import type { Network } from '@/lib/planner/flow/network'
import type { TimeGrid } from '@/lib/planner/model/time-grid'
import { type ChargeTask, shortestS, tinyKw } from '@/lib/planner/segments/charge-task'
import { scheduleInOrder } from '@/lib/planner/segments/list-schedule'
import type { RoomSteps } from '@/lib/planner/segments/room-steps'
import { kwhOf, type Piece } from '@/lib/planner/segments/segments'
import { scheduleShared } from '@/lib/planner/segments/shared-schedule'
import { hasRoom, type PackRules, type Stretch, stretchEnds, stretchOf } from '@/lib/planner/segments/stretch'

/** The pieces that replace the flow. */
export interface Packed {
  /** By the arc with which a stretch begins. */
  pieces: Map<number, Piece[]>
  /** 1 where a stretch begins in which there are such pieces. */
  isPacked: Uint8Array
  /** For each interval the end of its stretch. */
  end: Int32Array
}

/** The share of the delay that staying with the incumbent plan may cost. */
const tolerance = 8e-4

/**
 * Packs each stretch of the grid that is not full to its front: a vehicle that does not charge all through it charges as early
 * and as fast as the room allows, no power for less than a minute, and as in the incumbent plan where that delays hardly
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

function packStretch(stretch: Stretch): Piece[][] | undefined {
  const pieces = packedOrKept(stretch)
  if (pieces) drawOut(stretch, pieces)
  return pieces
}

/** A vehicle that would rest at its minimum power for less than a minute goes on to the end, at a little less. */
function drawOut({ tasks, room }: Stretch, pieces: Piece[][]): void {
  const restS = (k: number) => room.endS - (pieces[k]!.at(-1)?.toS ?? room.endS)
  const hasty = [...tasks.keys()].filter((k) => tasks[k]!.restsOn && restS(k) > 0 && restS(k) < shortestS)
  if (hasty.length === 0) return
  const rest = room.copy()
  for (const { fromS, toS, powerKw } of pieces.flat()) rest.take(fromS, toS, powerKw)
  for (const k of hasty) {
    const last = pieces[k]!.at(-1)!
    const powerKw = (kwhOf(last) * 3600) / (room.endS - last.fromS)
    if (rest.least(last.toS, room.endS) < powerKw - tinyKw) continue
    rest.take(last.fromS, last.toS, powerKw - last.powerKw)
    rest.take(last.toS, room.endS, powerKw)
    pieces[k]!.splice(-1, 1, { fromS: last.fromS, toS: room.endS, powerKw })
  }
}

function packedOrKept(stretch: Stretch): Piece[][] | undefined {
  const anew = () => pack(stretch.room.copy(), stretch.tasks)
  if (!stretch.kept.some(Boolean)) return anew()
  const stayed = keep(stretch)
  const packed = anew()
  if (!stayed || !packed) return stayed ?? packed
  return delayOf(stayed, stretch) <= (1 + tolerance) * delayOf(packed, stretch) ? stayed : packed
}

/**
 * Stays with the incumbent plan as far as it fits, and packs the others around it. Where they do not fit so, more and more
 * of the vehicles that draw most are packed with them.
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
 * Vehicles that charge go on, and the others begin in the order of the time that they need; where that is too late for one,
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

/** How long after the beginning of the plan the energy flows, weighted by energy. */
function delayOf(pieces: Piece[][], { room, sinceS }: Stretch): number {
  let delay = 0
  for (const piece of pieces.flat()) delay += kwhOf(piece) * (sinceS + (piece.fromS + piece.toS) / 2 - room.startS)
  return delay
}
