import { type ChargingCurve, hoursToCharge, powerAtSoc } from '@/lib/planner/charging-curve'
import type { DepotVehicle } from '@/lib/stays/depot-stay'
import { HOUR_MS } from '@/lib/time/interval'

/** A full battery that nobody described takes this share of the vehicle's power. */
const SHARE_WHEN_FULL = 0.25

/** A vehicle's most power by SoC: as somebody entered it, else assumed. */
export type KnownCurve = { curve: ChargingCurve; source: 'entered' | 'assumed' }

/**
 * The curve that a vehicle is planned with: the one that was entered, else its full power up to `bulkSoc` and falling
 * from there to a quarter of it at 100 %.
 */
export function curveOf(
  { chargingCurve, maxPowerKw }: Pick<DepotVehicle, 'chargingCurve' | 'maxPowerKw'>,
  bulkSoc: number,
): KnownCurve {
  if (chargingCurve) return { curve: chargingCurve, source: 'entered' }
  const powerkW = maxPowerKw ?? 0
  const full = { soc: 100, powerkW: powerkW * SHARE_WHEN_FULL }
  return { curve: bulkSoc < 100 ? [{ soc: bulkSoc, powerkW }, full] : [{ soc: 100, powerkW }], source: 'assumed' }
}

/** A meter and a nameplate differ by so much. */
const METER_SHARE = 0.98
const STEP_POINTS = 0.25

/** The highest SoC at which a battery still takes a power (kW): 100 where it does so when full. */
export function socTaking(curve: ChargingCurve, powerKw: number): number {
  const most = curve.reduce((highest, point) => Math.max(highest, point.powerkW), 0)
  const taken = METER_SHARE * Math.min(powerKw, most)
  let soc = 100
  while (soc > 0 && powerAtSoc(curve, soc) < taken) soc -= STEP_POINTS
  return soc
}

/** What charging at the most that curve and maximum allow is between two SoCs. */
export type FullPower = { curve: ChargingCurve; maxPowerKw: number; batterySizeKwh: number }

/** How long that takes, in whole seconds (ms); 0 when it is there, Infinity where no power is allowed. */
export function fullPowerMs({ curve, maxPowerKw, batterySizeKwh }: FullPower, soc: number, untilSoc: number): number {
  if (untilSoc <= soc) return 0
  if (maxPowerKw <= 0) return Number.POSITIVE_INFINITY
  return Math.ceil((hoursToCharge(curve, maxPowerKw, batterySizeKwh, soc, untilSoc) * HOUR_MS) / 1000) * 1000
}
