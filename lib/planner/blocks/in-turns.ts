import { mayTopUp, roomBeside } from '@/lib/planner/blocks/top-up'
import type { Stay } from '@/lib/planner/model/stay'
import type { TimeGrid } from '@/lib/planner/model/time-grid'
import { kwhOf, type Piece } from '@/lib/planner/segments/segments'

/** A stay that takes its turn, what it draws now, and what it has. */
type Turn = { stay: Stay; kw: number; leftKwh: number; pieces: Piece[] }

/**
 * Lays all that vehicles with a minimum power that can pause need anew, beside what the others charge: as many at a time as their
 * minimum powers allow share the room evenly, and the next begins when one is done. So no vehicle waits in front of room that is too
 * small for one more but large enough for those that charge.
 */
export function inTurns(grid: TimeGrid, stays: readonly Stay[], pieces: readonly Piece[][]): Piece[][] {
  const laid = pieces.slice()
  const turns = stays.filter(mayTopUp).map((stay): Turn => {
    const own: Piece[] = []
    laid[stay.index] = own
    return { stay, kw: 0, leftKwh: stay.needKwh, pieces: own }
  })
  const room = roomBeside(grid, laid)
  for (let second = room.startS; second < room.endS; ) {
    const there = turns.filter((turn) => isThere(turn, second))
    share(there.toSorted(byRight), room.least(second, second + 1))
    const toS = nextS(turns, there, second, room.nextChangeS(second))
    for (const turn of there) draw(turn, second, toS)
    second = toS
  }
  return laid
}

/** What is less than a second at its minimum power is no more to be had. */
function isThere({ stay, leftKwh }: Turn, second: number): boolean {
  return stay.startS <= second && second < stay.deadlineS && leftKwh * 3600 >= stay.minPowerKw
}

/** Higher rank and priority first, then one that charges, then the least time to spare. */
function byRight(a: Turn, b: Turn): number {
  const [one, other] = [a.stay, b.stay]
  const right = one.rank - other.rank || other.schedule.priority - one.schedule.priority
  return right || Number(b.kw > 0) - Number(a.kw > 0) || lastStartS(a) - lastStartS(b) || one.index - other.index
}

const lastStartS = ({ stay, leftKwh }: Turn) => stay.deadlineS - (leftKwh * 3600) / stay.maxPowerKw

/** As many as the room holds at their minimum powers, and what is left over in equal parts. */
function share(order: readonly Turn[], roomKw: number): void {
  let leftKw = roomKw
  const charging: Turn[] = []
  for (const turn of order) {
    turn.kw = turn.stay.minPowerKw <= leftKw ? turn.stay.minPowerKw : 0
    leftKw -= turn.kw
    if (turn.kw > 0) charging.push(turn)
  }
  charging.sort((a, b) => a.stay.maxPowerKw - a.kw - (b.stay.maxPowerKw - b.kw))
  charging.forEach((turn, k) => {
    const moreKw = Math.min(turn.stay.maxPowerKw - turn.kw, leftKw / (charging.length - k))
    turn.kw += moreKw
    leftKw -= moreKw
  })
}

function nextS(turns: readonly Turn[], there: readonly Turn[], second: number, changesS: number): number {
  const comes = turns.map(({ stay }) => stay.startS).filter((startS) => startS > second)
  const ends = there.flatMap((turn) => {
    return turn.kw > 0 ? [turn.stay.deadlineS, second + secondsLeft(turn)] : [turn.stay.deadlineS]
  })
  return Math.min(changesS, ...comes, ...ends)
}

/** Whole seconds until it is done, at hardly less than its power, or without its last moment where that would be below its minimum. */
function secondsLeft({ stay, kw, leftKwh }: Turn): number {
  const exactS = (leftKwh * 3600) / kw
  const seconds = Math.ceil(exactS - 1e-9)
  return (leftKwh * 3600) / seconds >= stay.minPowerKw ? seconds : Math.floor(exactS)
}

function draw(turn: Turn, fromS: number, toS: number): void {
  if (turn.kw <= 0) return
  const powerKw = Math.min(turn.kw, (turn.leftKwh * 3600) / (toS - fromS))
  if (powerKw < turn.stay.minPowerKw) return
  turn.pieces.push({ fromS, toS, powerKw })
  turn.leftKwh -= kwhOf({ fromS, toS, powerKw })
}
