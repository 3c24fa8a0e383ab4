import { curveStepPoints, powerAtSoc } from '@/lib/planner/charging-curve'
import { energyOfPointsKwh, type Stay } from '@/lib/planner/model/stay'

/** What a stay's curve allows, by the energy that it has charged since its beginning, in kWh. */
export interface CurvePower {
  maxKw: number
  /** The most power at an energy: the vehicle's maximum or what the curve gives there. */
  at: (kwh: number) => number
}

const steps = 40

/** What the curve of a stay allows. */
export function curvePowerOf({ schedule, maxPowerKw }: Stay): CurvePower {
  const { startSoc, ev } = schedule
  const pointsPerKwh = 100 / ev.batterySizekWh
  return {
    maxKw: maxPowerKw,
    at: (kwh) => Math.min(maxPowerKw, powerAtSoc(ev.chargingCurve, startSoc + kwh * pointsPerKwh)),
  }
}

/** In how many seconds a stay gains at its own power what a stretch of one power may span where the curve binds. */
export function twoPointsS({ schedule, maxPowerKw }: Stay): number {
  return (energyOfPointsKwh(curveStepPoints, schedule.ev.batterySizekWh) / maxPowerKw) * 3600
}

/**
 * The highest power that may hold for some hours from an energy on without ever passing the curve: what the curve gives at
 * the end, where it falls.
 */
export function powerFrom({ maxKw, at }: CurvePower, kwh: number, hours: number): number {
  return highest(Math.min(maxKw, at(kwh)), (kw) => kw <= at(kwh + kw * hours))
}

/** The highest power that may hold for some hours up to an energy. */
export function powerUpTo({ maxKw, at }: CurvePower, kwh: number, hours: number): number {
  return highest(Math.min(maxKw, at(kwh)), (kw) => kw <= at(Math.max(0, kwh - kw * hours)))
}

/** The highest power, up to one, that is allowed, where every lower one is too. */
function highest(mostKw: number, isAllowed: (kw: number) => boolean): number {
  if (isAllowed(mostKw)) return mostKw
  let low = 0
  let high = mostKw
  for (let step = 0; step < steps; step++) {
    const middle = (low + high) / 2
    if (isAllowed(middle)) low = middle
    else high = middle
  }
  return low
}
