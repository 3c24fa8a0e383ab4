import { type ChargeTask, shortestS, tinyKw, wholePiece } from '@/lib/planner/segments/charge-task'
import type { RoomSteps } from '@/lib/planner/segments/room-steps'
import type { Piece } from '@/lib/planner/segments/segments'

/** Room for less than this share of a vehicle's power is not worth a step of power. */
const worthShare = 0.05

/**
 * Lets vehicles charge as early as the room allows, each at one power as far as possible: whenever room gets free, the
 * next in `order` begin (list scheduling, Graham 1969), and one of them at less than its power where that fills the room.
 * A vehicle that charges so holds that power for a minute at least before it takes more. Gives each task's pieces, or undefined
 * where somebody is not done at the end. Takes the room.
 */
export function scheduleInOrder(room: RoomSteps, tasks: ChargeTask[], order: number[]): Piece[][] | undefined {
  return new ListSchedule(room, tasks, order).schedule()
}

class ListSchedule {
  private readonly pieces: Piece[][]
  private readonly whole: Piece[]
  private waiting: number[]
  /** The tasks that draw less than they could, and may draw more once a minute is over. */
  private slow: number[] = []

  constructor(
    private readonly room: RoomSteps,
    private readonly tasks: ChargeTask[],
    order: number[],
  ) {
    this.pieces = tasks.map(() => [])
    this.whole = tasks.map((task) => wholePiece(task, task.kwh, 0))
    this.waiting = order
  }

  schedule(): Piece[][] | undefined {
    const { room } = this
    for (let s = room.startS; this.waiting.length > 0 || this.slow.length > 0; s = this.next(s)) {
      if (s >= room.endS || this.waiting.some((k) => s + this.whole[k]!.toS > room.endS)) return undefined
      this.hasten(s)
      this.begin(s)
      if (s === room.startS) this.interrupt()
    }
    return this.pieces.every(([first], k) => first || this.tasks[k]!.kwh <= 0) ? this.pieces : undefined
  }

  /** A task that had to stop at the beginning does not go on any more. */
  private interrupt(): void {
    for (const k of this.waiting) {
      const task = this.tasks[k]!
      if (task.goesOn) this.whole[k] = wholePiece({ ...task, goesOn: false }, task.kwh, 0)
    }
  }

  /** The next second at which room gets free or somebody has held its power for a minute. */
  private next(s: number): number {
    let next = this.room.nextChangeS(s)
    for (const k of this.slow) {
      const heldS = this.last(k).fromS + shortestS
      if (heldS > s) next = Math.min(next, heldS)
    }
    return next
  }

  private last(k: number): Piece {
    return this.pieces[k]!.at(-1)!
  }

  /** A task that draws less than it could takes more where that is worth a step. */
  private hasten(s: number): void {
    this.slow = this.slow.filter((k) => {
      const last = this.last(k)
      if (last.toS <= s) return false
      if (s < last.fromS + shortestS) return true
      return this.takeMore(k, s)
    })
  }

  /** True where it still draws less than it could. */
  private takeMore(k: number, s: number): boolean {
    const { room } = this
    const task = { ...this.tasks[k]!, goesOn: false }
    const last = this.last(k)
    const leftKwh = this.leftKwh(k, s)
    room.take(s, last.toS, -last.powerKw)
    const whole = wholePiece(task, leftKwh, s)
    const isWhole = whole.powerKw >= task.minimumKw && this.fits(whole)
    const more = isWhole ? whole : this.slower(task, leftKwh, s)
    if (!more || more.powerKw < last.powerKw + worthShare * task.maxKw) {
      room.take(s, last.toS, last.powerKw)
      return true
    }
    last.toS = s
    this.place(k, more)
    return !isWhole
  }

  /** The energy that a task has not got before a second. */
  private leftKwh(k: number, s: number): number {
    return this.pieces[k]!.reduce(
      (kwh, { fromS, toS, powerKw }) => kwh - (powerKw * (Math.min(s, toS) - fromS)) / 3600,
      this.tasks[k]!.kwh,
    )
  }

  private begin(s: number): void {
    const { room, tasks } = this
    let freeKw = room.least(s, s + 1)
    const wait = (starts: (k: number) => Piece | undefined) => {
      this.waiting = this.waiting.filter((k) => {
        const piece = freeKw > tinyKw ? starts(k) : undefined
        if (!piece) return true
        this.place(k, piece)
        freeKw -= piece.powerKw
        return false
      })
    }
    wait((k) => {
      const { toS, powerKw } = this.whole[k]!
      if (powerKw > freeKw + tinyKw || powerKw < tasks[k]!.minimumKw) return undefined
      const piece = { fromS: s, toS: s + toS, powerKw }
      return this.fits(piece) ? piece : undefined
    })
    wait((k) => {
      if (freeKw < worthShare * tasks[k]!.maxKw) return undefined
      const piece = this.slower(tasks[k]!, tasks[k]!.kwh, s)
      if (piece) this.slow.push(k)
      return piece
    })
  }

  /**
   * A piece at the power that the room has until it is done, or up to the end where that is not enough to be done;
   * undefined where that is not worth a step of power.
   */
  private slower({ maxKw, minimumKw }: ChargeTask, kwh: number, s: number): Piece | undefined {
    const { room } = this
    const doneS = (powerKw: number) =>
      Math.min(room.endS, s + Math.max(shortestS, Math.ceil((kwh / powerKw) * 3600 - 1e-6)))
    if (s + shortestS > room.endS) return undefined
    let powerKw = Math.min(maxKw, room.least(s, s + shortestS))
    if (powerKw > tinyKw) powerKw = Math.min(powerKw, room.least(s, doneS(powerKw)))
    if (powerKw > tinyKw && room.least(s, doneS(powerKw)) < powerKw) powerKw = room.least(s, room.endS)
    if (powerKw < worthShare * maxKw) return undefined
    const toS = doneS(powerKw)
    const evenKw = Math.min(powerKw, (kwh * 3600) / (toS - s))
    return evenKw < minimumKw ? undefined : { fromS: s, toS, powerKw: evenKw }
  }

  private fits({ fromS, toS, powerKw }: Piece): boolean {
    return toS <= this.room.endS && this.room.least(fromS, toS) >= powerKw - tinyKw
  }

  private place(k: number, piece: Piece): void {
    this.room.take(piece.fromS, piece.toS, piece.powerKw)
    this.pieces[k]!.push(piece)
  }
}
