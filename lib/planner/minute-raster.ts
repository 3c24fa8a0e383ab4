import { type ChargeTask, roundedKw, shortestS, tinyKw } from '@/lib/planner/charge-task'
import type { RoomSteps } from '@/lib/planner/room-steps'
import type { Piece } from '@/lib/planner/segments'

/** No stretch of time is cut finer than this. */
const mostSlots = 240

/**
 * Lets vehicles charge as early as the room allows on a raster of minutes: powers change only at its marks. In each slot
 * first whoever else could not be done at the end gets what is due, then whoever charges goes on, and then room goes to
 * whoever has least time to spare. Where the room is the same all through, this serves whatever even powers could:
 * what is left then always fits, at even powers, into the rest. Undefined where it does not serve everybody.
 */
export function scheduleOnRaster(room: RoomSteps, tasks: ChargeTask[]): Piece[][] | undefined {
  const pieces: Piece[][] = tasks.map(() => [])
  const leftKwh = tasks.map(({ kwh }) => kwh)
  let drawnKw = tasks.map(({ goesOn, maxKw }) => (goesOn ? maxKw : 0))
  const marks = marksOf(room)
  for (let m = 0; m + 1 < marks.length; m++) {
    const [fromS, toS] = [marks[m]!, marks[m + 1]!]
    const slot = { roomKw: room.least(fromS, toS), hours: (toS - fromS) / 3600, laterHours: (room.endS - toS) / 3600 }
    const powersKw = powersIn(slot, tasks, leftKwh, drawnKw)
    if (!powersKw) return undefined
    drawnKw = powersKw
    for (const [k, powerKw] of powersKw.entries()) {
      if (powerKw <= tinyKw) continue
      if (powerKw < tasks[k]!.leastKw) return undefined
      leftKwh[k]! -= (powerKw * (toS - fromS)) / 3600
      append(pieces[k]!, { fromS, toS, powerKw })
    }
  }
  return leftKwh.every((kwh) => kwh <= 1e-8) ? pieces : undefined
}

/** Marks a minute apart or more; the last slot takes what remains. */
function marksOf({ startS, endS }: RoomSteps): number[] {
  const slots = Math.max(1, Math.min(mostSlots, Math.floor((endS - startS) / shortestS)))
  const slotS = Math.floor((endS - startS) / slots)
  return Array.from({ length: slots + 1 }, (_, m) => (m === slots ? endS : startS + m * slotS))
}

interface Slot {
  roomKw: number
  hours: number
  /** From its end to the end of the stretch. */
  laterHours: number
}

/** Undefined where the room is less than what is due. */
function powersIn(
  { roomKw, hours, laterHours }: Slot,
  tasks: ChargeTask[],
  leftKwh: number[],
  drawnKw: number[],
): number[] | undefined {
  const powerKw = tasks.map(({ maxKw }, k) => Math.max(0, Math.min(maxKw, (leftKwh[k]! - maxKw * laterHours) / hours)))
  let freeKw = roomKw - powerKw.reduce((sum, kw) => sum + kw, 0)
  if (freeKw < -tinyKw) return undefined
  const spareHours = tasks.map(({ maxKw }, k) => hours + laterHours - leftKwh[k]! / maxKw)
  const order = tasks.flatMap((_, k) => (leftKwh[k]! > 1e-10 ? [k] : []))
  order.sort((a, b) => Number(drawnKw[b]! > 0) - Number(drawnKw[a]! > 0) || spareHours[a]! - spareHours[b]! || a - b)
  for (const k of order) {
    const { maxKw } = tasks[k]!
    const wantedKw = roundedKw(Math.min(maxKw, leftKwh[k]! / hours), maxKw, hours * 3600)
    const moreKw = Math.max(0, Math.min(wantedKw - powerKw[k]!, freeKw))
    powerKw[k]! += moreKw
    freeKw -= moreKw
  }
  return powerKw
}

function append(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1)
  if (last?.toS === piece.fromS && Math.abs(last.powerKw - piece.powerKw) <= tinyKw) last.toS = piece.toS
  else pieces.push(piece)
}
