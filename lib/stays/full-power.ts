import { HOUR_MS, type Interval } from '@/lib/time/interval'

type Charge = { window: Interval; soc: number; untilSoc: number; batterySizeKwh: number; maxPowerKw: number }

/** How long a vehicle needs from one SoC to another at a constant power, in whole seconds (ms); 0 when it is there. */
export function constantPowerMs({ soc, untilSoc, batterySizeKwh, maxPowerKw }: Omit<Charge, 'window'>): number {
  const energyKwh = (Math.max(0, untilSoc - soc) / 100) * batterySizeKwh
  if (energyKwh === 0) return 0
  return maxPowerKw > 0 ? Math.ceil((energyKwh / maxPowerKw) * 3600) * 1000 : Number.POSITIVE_INFINITY
}

/** A vehicle that nobody controls: full power from the beginning of its window until its SoC is reached or it leaves. */
export function uncontrolledCharge(charge: Charge): (Interval & { powerkW: number }) | null {
  const { window, soc, untilSoc, batterySizeKwh, maxPowerKw } = charge
  const energyKwh = (Math.max(0, untilSoc - soc) / 100) * batterySizeKwh
  const to = Math.min(window.to, window.from + constantPowerMs(charge))
  if (to <= window.from) return null
  const powerkW = Math.min(maxPowerKw, energyKwh / ((to - window.from) / HOUR_MS))
  return { from: window.from, to, powerkW }
}
