import { floorOf } from '@/lib/ocpp/profiles/ceiling'
import {
  type Course,
  constant,
  highest,
  mapped,
  minus,
  plus,
  powerAt,
  since,
  sometime,
  sum,
} from '@/lib/ocpp/profiles/course'
import type { DepotInput } from '@/lib/ocpp/profiles/depot-input'
import type { Unit } from '@/lib/ocpp/profiles/unit'

/** The room that is left for certain, as profiles are decided one after the other. */
export class Grants {
  private room: Course | null
  /** A vehicle is about to draw less: room that is not there yet. */
  isRoomComing: boolean

  constructor(units: readonly Unit[], { headroom, others, now }: DepotInput) {
    const plugged = units.filter(({ isPlugged }) => isPlugged)
    const excessKw = plugged.reduce((total, unit) => total + unit.excessKw, 0)
    const taken = plus(plus(sum(plugged.map(({ ceiling }) => ceiling)), others), constant(excessKw))
    this.room = headroom && since(minus(headroom, taken), now)
    this.isRoomComing = plugged.some(({ ledger }) => ledger.sent !== undefined)
  }

  /** The most that a unit can be told for certain: what all the others leave, or what it surely holds already. */
  mostFor({ ceiling, isPlugged, told }: Unit): Course {
    // Nothing flows there: that a vehicle is plugged in lowers the others at once.
    if (this.room === null || !isPlugged) return constant(Number.POSITIVE_INFINITY)
    return highest(floorOf(told), plus(ceiling, this.room))
  }

  /** Whether all that may be drawn is more than the headroom holds, while this is told more than it would be then. */
  isShortFor({ isPlugged }: Unit, told: Course, next: Course, window: { from: number; to: number }): boolean {
    if (this.room === null || !isPlugged) return false
    const short = mapped(this.room, (kw) => (kw < -1e-3 ? 1 : 0))
    const excess = mapped(minus(told, next), (kw) => (kw > 1e-3 ? 1 : 0))
    return sometime(short, excess, window, (a, b) => a > 0 && b > 0)
  }

  take({ ceiling, isPlugged }: Unit, course: Course, now: number): void {
    if (!isPlugged) return
    if (powerAt(course, now) < powerAt(ceiling, now)) this.isRoomComing = true
    if (this.room !== null) this.room = minus(this.room, minus(highest(ceiling, course), ceiling))
  }
}
