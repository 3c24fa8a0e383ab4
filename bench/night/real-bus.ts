import { HOUR, type NightBus } from '@/bench/night/night'

/** A bus as it really is while the night passes. */
export class RealBus {
  soc: number
  /** What flows now, at the outlet, kW. */
  powerKw = 0
  meteredKwh = 0
  /** Changes by over 1 kW of what its charger was told while it was plugged in: when, and to what. */
  readonly changes: { at: number; toldKw: number }[] = []
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
    this.changes.push({ at, toldKw })
    this.toldKw = toldKw
  }
}

/** What the battery takes at a SoC, kW. */
export function takenKw({ maxKw, real: { fullUntil, whenFull } }: NightBus, soc: number): number {
  if (soc >= 100) return 0
  const above = Math.max(0, soc - fullUntil) / (100 - fullUntil)
  return maxKw * (1 - above * (1 - whenFull))
}
