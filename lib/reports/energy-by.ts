import type { PowerInterval } from '@/lib/planner/problem'
import { HOUR_MS, type Interval } from '@/lib/time/interval'

/** What something took, at the vehicles, kWh, and what of it was measured; how often it was to leave. */
export type Energy = { energyKwh: number; measuredKwh: number; departures: number }

/** The energies by vehicle or by block. */
export type EnergyBy<K> = Map<K, Energy>

/** Adds to one of them. */
export function addEnergy<K>(energies: EnergyBy<K>, key: K, { energyKwh, measuredKwh, departures }: Energy): void {
  const known = energies.get(key)
  if (!known) energies.set(key, { energyKwh, measuredKwh, departures })
  else {
    known.energyKwh += energyKwh
    known.measuredKwh += measuredKwh
    known.departures += departures
  }
}

/** The energy of powers in a time, kWh. */
export function energyIn(powers: readonly PowerInterval[], { from, to }: Interval): number {
  let energyKwh = 0
  for (const power of powers) {
    const ms = Math.min(power.to, to) - Math.max(power.from, from)
    if (ms > 0) energyKwh += (power.powerkW * ms) / HOUR_MS
  }
  return energyKwh
}
