import { HOUR } from '@/bench/night/night'
import { type RealBus, takenKw } from '@/bench/night/real-bus'

/** What the buses left of what their chargers were told, kWh, by cause. */
export type Undrawn = { givesLess: number; batteryTakesLess: number; takesNothing: number }

export const nothingUndrawn = (): Undrawn => ({ givesLess: 0, batteryTakesLess: 0, takesNothing: 0 })

/** Adds what a bus leaves of its order in a step that it has passed. */
export function addUndrawn(undrawn: Undrawn, { bus, soc, powerKw }: RealBus, toldKw: number, ms: number): void {
  const orderedKw = Math.min(toldKw, bus.maxKw)
  const givenKw = orderedKw * bus.real.delivers
  const kwh = (kw: number) => (Math.max(0, kw) * ms) / HOUR
  if (powerKw === 0) undrawn.takesNothing += kwh(orderedKw)
  else {
    undrawn.givesLess += kwh(orderedKw - givenKw)
    undrawn.batteryTakesLess += kwh(givenKw - takenKw(bus, soc))
  }
}
