import type { Stay } from '@/lib/planner/model/stay'
import type { TimeGrid } from '@/lib/planner/model/time-grid'
import { RoomSteps } from '@/lib/planner/segments/room-steps'
import { inOrder, type Piece, totalKwh } from '@/lib/planner/segments/segments'

/** Missing less than this, in kWh, is rounding. */
const shortKwh = 1e-6
/** A charge that would be shorter than this, in seconds, is not begun. */
const leastS = 60

/**
 * Gives vehicles that can pause and are short in what was settled the room that all others leave: more power while they charge, then
 * further stretches at their minimum power or above. No vehicle loses anything by it. `grid` knows nothing of what `pieces` draw.
 */
export function topUp(grid: TimeGrid, stays: readonly Stay[], pieces: readonly Piece[][]): Piece[][] {
  const topped = pieces.map((own) => own.map((piece) => ({ ...piece })))
  const short = stays.filter((stay) => mayTopUp(stay) && missingKwh(stay, topped[stay.index]!) > shortKwh)
  if (short.length === 0 || grid.count === 0) return topped
  const room = roomBeside(grid, topped)
  for (const stay of short.toSorted(byRight)) {
    const own = topped[stay.index]!
    raise(stay, own, room)
    for (let second = stay.startS; second < stay.deadlineS; second = nextS(room, own, second))
      add(stay, own, room, second)
    topped[stay.index] = inOrder(own)
  }
  return topped
}

export const mayTopUp = ({ schedule, minPowerKw }: Stay) => schedule.ev.supportsPausing && minPowerKw > 0

const missingKwh = ({ needKwh }: Stay, own: Piece[]) => needKwh - totalKwh(own)

function byRight(a: Stay, b: Stay): number {
  return a.rank - b.rank || b.schedule.priority - a.schedule.priority || a.index - b.index
}

export function roomBeside(grid: TimeGrid, pieces: readonly Piece[][]): RoomSteps {
  const steps = Array.from(grid.hours, (_, i) => ({
    fromS: grid.atS[i]!,
    kw: (grid.limitKw[i]! - grid.baseKw[i]!) * grid.efficiency,
  }))
  const room = new RoomSteps(steps, grid.atS[grid.count]!)
  for (const { fromS, toS, powerKw } of pieces.flat()) room.take(fromS, toS, powerKw)
  return room
}

/** More power where it charges already. */
function raise(stay: Stay, own: Piece[], room: RoomSteps): void {
  for (const piece of own) {
    const hours = (piece.toS - piece.fromS) / 3600
    const moreKw = Math.min(
      stay.maxPowerKw - piece.powerKw,
      room.least(piece.fromS, piece.toS),
      missingKwh(stay, own) / hours,
    )
    if (moreKw * hours <= shortKwh) continue
    piece.powerKw += moreKw
    room.take(piece.fromS, piece.toS, moreKw)
  }
}

/** A further stretch from a second on, as long as the room lasts in which nothing of its own lies. */
function add(stay: Stay, own: Piece[], room: RoomSteps, fromS: number): void {
  const untilS = Math.min(stay.deadlineS, nextS(room, own, fromS))
  const mostKw = Math.min(stay.maxPowerKw, room.least(fromS, untilS))
  const wantedKwh = missingKwh(stay, own)
  if (isCharging(own, fromS) || mostKw < stay.minPowerKw || wantedKwh <= shortKwh) return
  const seconds = Math.min(untilS - fromS, Math.floor((wantedKwh * 3600) / stay.minPowerKw))
  if (seconds < leastS) return
  const piece = { fromS, toS: fromS + seconds, powerKw: Math.min(mostKw, (wantedKwh * 3600) / seconds) }
  own.push(piece)
  room.take(piece.fromS, piece.toS, piece.powerKw)
}

const isCharging = (own: readonly Piece[], second: number) =>
  own.some(({ fromS, toS }) => fromS <= second && second < toS)

/** The next second at which the room changes or something of its own begins or ends. */
function nextS(room: RoomSteps, own: readonly Piece[], second: number): number {
  const ends = own.flatMap(({ fromS, toS }) => [fromS, toS]).filter((end) => end > second)
  return Math.min(room.nextChangeS(second), ...ends)
}
