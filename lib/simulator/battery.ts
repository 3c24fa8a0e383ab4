/** A simulated vehicle's battery: it takes what it is offered, less and less when it is nearly full. */
export type Battery = { capacityKwh: number; maxPowerKw: number; soc: number }

const TAPER_FROM = 80
/** Part of its power that a battery still takes when it is full. */
const AT_FULL = 0.25
const HOUR_MS = 3_600_000

/** What a battery takes of what is offered, kW: all of it up to 80 %, then ever less. */
export function takenKw({ maxPowerKw, soc }: Battery, offeredKw: number): number {
  if (soc >= 100) return 0
  const part = soc <= TAPER_FROM ? 1 : 1 - ((soc - TAPER_FROM) / (100 - TAPER_FROM)) * (1 - AT_FULL)
  return Math.max(0, Math.min(offeredKw, maxPowerKw * part))
}

/** The battery after it has been charged at a power for some time. */
export function charged(battery: Battery, powerKw: number, ms: number): Battery {
  const gained = ((powerKw * ms) / HOUR_MS / battery.capacityKwh) * 100
  return { ...battery, soc: Math.min(100, battery.soc + gained) }
}
