import { HOUR, type NightBus } from '@/bench/night/night'

/** Where the curve binds a segment spans so many points of SoC, and its steps are no power changes: the spec, planner.md. */
const STEP_POINTS = 2

/** A change by over 1 kW of what a charger was told: when, to what, and whether the battery takes that much less by itself. */
export type PowerChange = { at: number; toldKw: number; isCurveStep: boolean }

/** A bus as it really is while the night passes. */
export class RealBus {
  soc: number
  /** What flows now, at the outlet, kW. */
  powerKw = 0
  meteredKwh = 0
  /** While it was plugged in. */
  readonly changes: PowerChange[] = []
  leftWith: number | null = null
  private toldKw = 0
  private hasJumped = false

  constructor(readonly bus: NightBus) {
    this.soc = bus.real.soc
  }

  isPlugged(at: number): boolean {
    const { plug, unplug, fault } = this.bus.real
    return plug !== null && at >= plug && at < unplug && !(fault && at >= fault.moved - 20 * 60_000 && at < fault.moved)
  }

  isFailed(at: number): boolean {
    const { fault } = this.bus.real
    return fault !== null && at >= fault.at && at < fault.moved
  }

  /** @param toldKw what its charger may give; Infinity: all that it can */
  pass(at: number, ms: number, toldKw: number): void {
    const { real, batteryKwh, maxKw } = this.bus
    if (real.jump && at >= real.jump.at && !this.hasJumped) {
      this.hasJumped = true
      this.soc += real.jump.points
    }
    const isPlugged = this.isPlugged(at)
    if (isPlugged) this.count(at, Math.min(toldKw, maxKw))
    const takes = isPlugged && !this.isFailed(at) && !(real.deadFrom !== null && at >= real.deadFrom)
    this.powerKw = takes ? Math.min(Math.min(toldKw, maxKw) * real.delivers, takenKw(this.bus, this.soc)) : 0
    const kwh = (this.powerKw * ms) / HOUR
    this.meteredKwh += kwh
    this.soc = Math.min(100, this.soc + ((kwh * (1 - real.lossShare)) / batteryKwh) * 100)
    if (real.plug !== null && at + ms >= real.unplug) this.leftWith ??= this.soc
  }

  private count(at: number, toldKw: number): void {
    if (Math.abs(toldKw - this.toldKw) <= 1) return
    this.changes.push({ at, toldKw, isCurveStep: toldKw < this.toldKw && this.soonTakesAtMost(toldKw) })
    this.toldKw = toldKw
  }

  /** Within a step its battery takes no more than this by itself. */
  private soonTakesAtMost(kw: number): boolean {
    const soonKw = takenKw(this.bus, this.soc + STEP_POINTS)
    return soonKw < this.bus.maxKw && soonKw <= kw
  }
}

/** What the battery takes at a SoC, kW. */
export function takenKw({ maxKw, real: { fullUntil, whenFull } }: NightBus, soc: number): number {
  if (soc >= 100) return 0
  const above = Math.max(0, soc - fullUntil) / (100 - fullUntil)
  return maxKw * (1 - above * (1 - whenFull))
}
