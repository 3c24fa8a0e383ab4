import { hoursUpTo } from '@/lib/planner/charging-curve'
import { type CurvePower, curvePowerOf } from '@/lib/planner/curve/curve-power'
import { energyOfPointsKwh, type Stay } from '@/lib/planner/model/stay'
import { leastPoints, longPoints, lookPoints, shortPoints } from '@/lib/planner/steady/steady-rules'

/** A power, and the energy up to which the curve lets a stay hold it, in kWh since its beginning. */
export interface HeldPower {
  kw: number
  untilKwh: number
}

const roundingKwh = 1e-9

/** The powers that a stay may hold under its curve on the way to a goal (kWh since its beginning). */
export class HeldPowers {
  private readonly power: CurvePower
  private readonly lookKwh: number
  /** A fuller battery never takes more: most curves. */
  private readonly isFalling: boolean
  private readonly hoursFrom: (soc: number) => number
  private asked: { kwh: number; isHurried: boolean; most: HeldPower } | null = null

  constructor(
    private readonly stay: Stay,
    private readonly goalKwh: number,
  ) {
    this.power = curvePowerOf(stay)
    this.lookKwh = this.points(lookPoints)
    const { startSoc, ev } = stay.schedule
    this.isFalling = (ev.chargingCurve ?? []).every(
      ({ powerkW }, k, all) => powerkW <= (all[k - 1]?.powerkW ?? powerkW),
    )
    this.hoursFrom = hoursUpTo(ev.chargingCurve, stay.maxPowerKw, ev.batterySizekWh, startSoc, this.socAt(goalKwh))
  }

  /** How long it takes from an energy to the goal at the most that the curve allows, in hours. */
  hoursToGoal(kwh: number): number {
    return this.hoursFrom(this.socAt(kwh))
  }

  /** How far a power may be held from an energy on; null where the curve gives less there. */
  hold(kw: number, kwh: number): HeldPower | null {
    if (this.power.at(kwh) < kw * (1 - roundingKwh)) return null
    const untilKwh = Math.min(this.goalKwh, kwh + this.stepsHeld(kw, kwh) * this.lookKwh)
    return untilKwh > kwh + roundingKwh ? { kw, untilKwh } : null
  }

  /** In how many steps from an energy on, one after another, the curve gives a power. */
  private stepsHeld(kw: number, kwh: number): number {
    const gives = (steps: number) => this.power.at(Math.min(this.goalKwh, kwh + steps * this.lookKwh)) >= kw
    let low = 0
    let high = Math.max(0, Math.ceil((this.goalKwh - kwh) / this.lookKwh - roundingKwh))
    if (!this.isFalling) {
      while (low < high && gives(low + 1)) low++
      return low
    }
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (gives(middle)) low = middle
      else high = middle - 1
    }
    return low
  }

  /** The most power that is worth beginning at an energy: what the curve gives, in steps where it falls. */
  most(kwh: number, isHurried: boolean): HeldPower {
    // A stay that waits is asked again and again.
    if (this.asked?.kwh !== kwh || this.asked.isHurried !== isHurried)
      this.asked = { kwh, isHurried, most: this.findMost(kwh, isHurried) }
    return this.asked.most
  }

  /** How much longer short steps under a falling curve take than the curve itself, in hours: half a step more at its lower end. */
  stepsHours(kwh: number): number {
    const [first, last] = [this.power.at(kwh), this.power.at(this.goalKwh)]
    return last > 0 && last < first ? (this.points(shortPoints) / 2) * (1 / last - 1 / first) : 0
  }

  private findMost(kwh: number, isHurried: boolean): HeldPower {
    const now = this.power.at(kwh)
    const held = this.hold(now, kwh)
    if (held && held.untilKwh - kwh >= Math.min(this.goalKwh - kwh, this.points(leastPoints)) - roundingKwh) return held
    const restKwh = this.goalKwh - kwh
    const stepKwh = isHurried ? this.points(shortPoints) : this.points(longPoints)
    const untilKwh = kwh + restKwh / Math.max(1, Math.ceil(restKwh / stepKwh - 1e-6))
    return { kw: this.least(kwh, untilKwh), untilKwh }
  }

  private least(fromKwh: number, toKwh: number): number {
    let kw = Math.min(this.power.at(fromKwh), this.power.at(toKwh))
    if (this.isFalling) return kw
    for (let kwh = fromKwh; kwh < toKwh; kwh += this.lookKwh) kw = Math.min(kw, this.power.at(kwh))
    return kw
  }

  private socAt(kwh: number): number {
    const { startSoc, ev } = this.stay.schedule
    return startSoc + (kwh / ev.batterySizekWh) * 100
  }

  private points(points: number): number {
    return energyOfPointsKwh(points, this.stay.schedule.ev.batterySizekWh)
  }
}
