import { type ChargeTask, roundedKw, shortestS, tinyKw } from '@/lib/planner/charge-task'
import type { RoomSteps } from '@/lib/planner/room-steps'
import type { Piece } from '@/lib/planner/segments'

/** Hours that differ by less are the same. */
const tinyHours = 1e-10

/**
 * Lets vehicles charge as early as the room allows when powers are shared: whoever needs most time goes first, and those
 * who need the same time share the room in proportion to their powers (the level algorithm, Muntz and Coffman 1970). It
 * serves whatever can be served and most at every moment, and powers change only where somebody is done or comes level
 * with another. Where that happens within a minute, everybody draws its mean power of that minute. Gives each task's
 * pieces, or undefined where somebody is not done at the end, or would draw less than it may.
 */
export function scheduleByLevel(room: RoomSteps, tasks: ChargeTask[]): Piece[][] | undefined {
  const pieces: Piece[][] = tasks.map(() => [])
  const hours = Float64Array.from(tasks, ({ kwh, maxKw }) => kwh / maxKw)
  const order = [...tasks.keys()].sort((a, b) => hours[b]! - hours[a]! || a - b)
  const levels = new Levels(tasks, hours, order)
  for (let s = room.startS; s < room.endS && levels.isOpen(); ) {
    const toS = slotEndS(room, s, levels.hoursToChange(room.least(s, s + 1)))
    const beforeHours = hours.slice()
    levels.pass(room.least(s, toS), (toS - s) / 3600)
    for (const [k, { maxKw, leastKw }] of tasks.entries()) {
      const meanKw = ((beforeHours[k]! - hours[k]!) * maxKw * 3600) / (toS - s)
      if (meanKw <= tinyKw) continue
      if (meanKw < leastKw) return undefined
      append(pieces[k]!, { fromS: s, toS, powerKw: roundedKw(meanKw, maxKw, toS - s) })
    }
    s = toS
  }
  return levels.isOpen() ? undefined : pieces
}

/** The first whole second past a change, at least a minute on; room that changes ends a slot too. */
function slotEndS(room: RoomSteps, s: number, changeHours: number): number {
  const toS = Math.min(room.nextChangeS(s), s + Math.max(shortestS, Math.ceil(changeHours * 3600 - 1e-6)))
  return room.endS - toS < shortestS ? room.nextChangeS(s) : toS
}

function append(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1)
  if (last?.toS === piece.fromS && Math.abs(last.powerKw - piece.powerKw) <= tinyKw) last.toS = piece.toS
  else pieces.push(piece)
}

/** Tasks that need the same time at full power, at a share of it. */
interface Level {
  first: number
  end: number
  share: number
}

class Levels {
  /** `hours` is the time at full power that each task still needs, `order` the tasks by that, longest first. */
  constructor(
    private readonly tasks: ChargeTask[],
    private readonly hours: Float64Array,
    private readonly order: number[],
  ) {}

  isOpen(): boolean {
    return this.hours[this.order[0]!]! > tinyHours
  }

  /** How long the powers stay as they are under a room. */
  hoursToChange(roomKw: number): number {
    return this.nextChange(this.share(roomKw))
  }

  /** Lets a time pass. */
  pass(roomKw: number, forHours: number): void {
    const { hours, order } = this
    let left = forHours
    while (left > tinyHours && this.isOpen()) {
      const levels = this.share(roomKw)
      const step = Math.min(left, Math.max(tinyHours, this.nextChange(levels)))
      for (const { first, end, share } of levels) {
        const level = Math.max(0, hours[order[first]!]! - share * step)
        for (let at = first; at < end; at++) hours[order[at]!] = level <= tinyHours ? 0 : level
      }
      left -= step
    }
  }

  /** The levels that charge, and the one below them. */
  private share(roomKw: number): Level[] {
    const { tasks, hours, order } = this
    const levels: Level[] = []
    let freeKw = Math.max(0, roomKw)
    for (let first = 0, end = 0; first < order.length && hours[order[first]!]! > tinyHours; first = end) {
      let wantedKw = 0
      for (; end < order.length && hours[order[first]!]! - hours[order[end]!]! <= tinyHours; end++) {
        wantedKw += tasks[order[end]!]!.maxKw
      }
      const share = Math.min(1, freeKw / wantedKw)
      levels.push({ first, end, share })
      if (freeKw <= tinyKw) break
      freeKw -= share * wantedKw
    }
    return levels
  }

  /** The time until a level is done or comes down to the next. */
  private nextChange(levels: Level[]): number {
    let change = Number.POSITIVE_INFINITY
    levels.forEach(({ first, share }, k) => {
      const next = levels[k + 1]
      const fasterBy = share - (next?.share ?? 0)
      const above = this.hours[this.order[first]!]! - (next ? this.hours[this.order[next.first]!]! : 0)
      if (fasterBy > 1e-12) change = Math.min(change, above / fasterBy)
    })
    return change
  }
}
