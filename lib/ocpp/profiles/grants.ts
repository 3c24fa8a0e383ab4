import { floorOf } from '@/lib/ocpp/profiles/ceiling'
import {
  type Course,
  constant,
  highest,
  lowest,
  mapped,
  minus,
  NO_POWER,
  plus,
  powerAt,
  since,
  sometime,
  sum,
} from '@/lib/ocpp/profiles/course'
import type { DepotInput } from '@/lib/ocpp/profiles/depot-input'
import type { StationInput, Unit } from '@/lib/ocpp/profiles/unit'

/** The room that is left for certain, as profiles are decided one after the other. */
export class Grants {
  private room: Course | null
  /** What all the units of a station that has a maximum may draw, as far as it is decided. */
  private readonly drawn = new Map<StationInput, Course>()
  /** A vehicle is about to draw less: room that is not there yet. */
  isRoomComing: boolean

  constructor(units: readonly Unit[], { headroom, others, now }: DepotInput) {
    const plugged = units.filter(({ isPlugged }) => isPlugged)
    const excessKw = plugged.reduce((total, unit) => total + unit.excessKw, 0)
    const taken = plus(plus(sum(plugged.map(({ ceiling }) => ceiling)), others), constant(excessKw))
    this.room = headroom && since(minus(headroom, taken), now)
    for (const { station, ceiling, excessKw } of plugged)
      if (station.maxPowerKw !== undefined)
        this.drawn.set(station, plus(this.drawn.get(station) ?? NO_POWER, plus(ceiling, constant(excessKw))))
    this.isRoomComing = plugged.some(({ ledger }) => ledger.sent !== undefined)
  }

  /** The most that a unit can be told for certain: what all the others leave, or what it surely holds already. */
  mostFor(unit: Unit): Course {
    return highest(floorOf(unit.told), this.leftFor(unit))
  }

  /** What the others leave to a unit, at the depot and at its station: less than it holds already where they are too many. */
  freeFor(unit: Unit): Course {
    const { station, ceiling } = unit
    const left = this.leftFor(unit)
    const drawn = this.drawn.get(station)
    if (!drawn || station.maxPowerKw === undefined) return left
    return lowest(left, minus(plus(constant(station.maxPowerKw), ceiling), drawn))
  }

  private leftFor({ ceiling, isPlugged }: Unit): Course {
    // Nothing flows there: that a vehicle is plugged in lowers the others at once.
    if (this.room === null || !isPlugged) return constant(Number.POSITIVE_INFINITY)
    return plus(ceiling, this.room)
  }

  /** Whether all that may be drawn is more than the headroom holds, while this is told more than it would be then. */
  isShortFor({ isPlugged }: Unit, told: Course, next: Course, window: { from: number; to: number }): boolean {
    if (this.room === null || !isPlugged) return false
    const short = mapped(this.room, (kw) => (kw < -1e-3 ? 1 : 0))
    const excess = mapped(minus(told, next), (kw) => (kw > 1e-3 ? 1 : 0))
    return sometime(short, excess, window, (a, b) => a > 0 && b > 0)
  }

  take({ station, ceiling, isPlugged }: Unit, course: Course, now: number): void {
    if (!isPlugged) return
    if (powerAt(course, now) < powerAt(ceiling, now)) this.isRoomComing = true
    const more = minus(highest(ceiling, course), ceiling)
    if (this.room !== null) this.room = minus(this.room, more)
    const drawn = this.drawn.get(station)
    if (drawn) this.drawn.set(station, plus(drawn, more))
  }
}
