import { type ChargeTask, roundedKw, shortestS, tinyKw, wholePiece } from '@/lib/planner/segments/charge-task'
import type { RoomSteps } from '@/lib/planner/segments/room-steps'
import type { Piece } from '@/lib/planner/segments/segments'

/**
 * Lets vehicles charge as early as the room allows by sharing it: a vehicle that needs longer than the room does for all
 * charges at full power from the beginning, and the others share what that leaves in proportion to their energies, so
 * that all of them are done when it is used up. No schedule brings more energy by any moment, and everybody has one power
 * as long as the room stays the same. Gives each task's pieces, or undefined where somebody would not be done at the end
 * or would leave its bounds.
 */
export function scheduleShared(room: RoomSteps, tasks: ChargeTask[]): Piece[][] | undefined {
  const pieces: Piece[][] = tasks.map(() => [])
  const whole = tasks.map((task) => wholePiece({ ...task, goesOn: false }, task.kwh, room.startS))
  const order = [...tasks.keys()].sort((a, b) => whole[b]!.toS - whole[a]!.toS || a - b)
  let sharedKwh = tasks.reduce((sum, { kwh }) => sum + kwh, 0)
  let at = 0
  let shares = sharesOf(room, sharedKwh)
  for (; shares && at < order.length; at++) {
    const longest = whole[order[at]!]!
    if (longest.toS <= (shares.at(-1)?.toS ?? room.startS)) break
    if (longest.toS > room.endS || longest.powerKw < tasks[order[at]!]!.minimumKw) return undefined
    if (room.least(longest.fromS, longest.toS) < longest.powerKw - tinyKw) return undefined
    room.take(longest.fromS, longest.toS, longest.powerKw)
    pieces[order[at]!]!.push(longest)
    sharedKwh -= tasks[order[at]!]!.kwh
    if (at + 1 === order.length) return pieces
    shares = sharesOf(room, sharedKwh)
  }
  if (!shares) return undefined
  for (const step of shares) {
    for (const k of order.slice(at)) {
      const { kwh, maxKw, minimumKw } = tasks[k]!
      const seconds = step.toS - step.fromS
      const powerKw = roundedKw((kwh * step.share * 3600) / seconds, maxKw, seconds)
      if (powerKw <= tinyKw) continue
      if (powerKw < minimumKw || powerKw > maxKw + tinyKw) return undefined
      append(pieces[k]!, { fromS: step.fromS, toS: step.toS, powerKw: Math.min(maxKw, powerKw) })
    }
  }
  return pieces
}

interface RoomShare {
  fromS: number
  toS: number
  share: number
}

/** The steps of the room that an energy uses up, a minute at least, and the share of it that falls on each. */
function sharesOf(room: RoomSteps, kwh: number): RoomShare[] | undefined {
  const shares: RoomShare[] = []
  let left = kwh
  for (let fromS = room.startS; fromS < room.endS && left > 1e-10; ) {
    const stepEndS = room.nextChangeS(fromS)
    const roomKw = Math.max(0, room.least(fromS, stepEndS))
    const neededS = Math.max(shortestS, Math.ceil((left / roomKw) * 3600 - 1e-6))
    const toS = Math.min(stepEndS, fromS + neededS)
    const stepKwh = Math.min(left, (roomKw * (toS - fromS)) / 3600)
    const isLast = left - stepKwh <= 1e-9 * Math.max(1, kwh)
    shares.push({ fromS, toS, share: (isLast ? left : stepKwh) / kwh })
    left = isLast ? 0 : left - stepKwh
    fromS = toS
  }
  return left > 1e-10 ? undefined : shares
}

function append(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1)
  if (last?.toS === piece.fromS && Math.abs(last.powerKw - piece.powerKw) <= tinyKw) last.toS = piece.toS
  else pieces.push(piece)
}
