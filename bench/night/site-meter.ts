import { baseKwAt, HOUR, type Night, priceAt } from '@/bench/night/night'

/** What the meter at the grid sees of a night. */
export class SiteMeter {
  peakKw = 0
  peakAt = 0
  cost = 0
  kwh = 0
  overMs = 0

  constructor(private readonly night: Night) {}

  add(at: number, ms: number, busesKw: number): void {
    const atSite = busesKw / this.night.efficiency
    const kw = baseKwAt(at) + atSite
    if (kw > this.peakKw) Object.assign(this, { peakKw: kw, peakAt: at })
    this.cost += (atSite * ms * priceAt(at)) / HOUR
    this.kwh += (atSite * ms) / HOUR
    if (kw > this.night.limitKw + 0.5) this.overMs += ms
  }
}
