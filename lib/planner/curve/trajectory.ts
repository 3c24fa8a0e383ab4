import { type CurvePower, powerFrom, powerUpTo } from '@/lib/planner/curve/curve-power'

/** Energies below this, in kWh, are rounding. */
const roundingKwh = 1e-9

/**
 * The energy that a vehicle has charged at the bounds of some intervals, as near to `wantedKwh` (at the same bounds, from 0,
 * never falling) as its curve allows. Forward it falls behind where the curve gives less than is wanted; backward from the
 * end it must have so much that the curve still lets it be done. The higher of the two keeps the curve, for a curve that
 * falls gives less to a battery that holds more. `hours` are the intervals' lengths.
 */
export function trajectoryOf(power: CurvePower, hours: ArrayLike<number>, wantedKwh: Float64Array): Float64Array {
  const count = hours.length
  const behind = new Float64Array(count + 1)
  for (let i = 0; i < count; i++) {
    behind[i + 1] = behind[i]! + stepKwh(power, behind[i]!, hours[i]!, wantedKwh[i + 1]! - behind[i]!)
  }
  const endKwh = wantedKwh[count]!
  if (endKwh - behind[count]! <= roundingKwh * Math.max(1, endKwh)) return behind
  const needed = new Float64Array(count + 1)
  needed[count] = endKwh
  for (let i = count - 1; i >= 0 && needed[i + 1]! > 0; i--) {
    needed[i] = Math.max(0, needed[i + 1]! - powerUpTo(power, needed[i + 1]!, hours[i]!) * hours[i]!)
  }
  const kwh = new Float64Array(count + 1)
  for (let i = 0; i < count; i++) {
    const nextKwh = Math.max(behind[i + 1]!, needed[i + 1]!)
    kwh[i + 1] = kwh[i]! + stepKwh(power, kwh[i]!, hours[i]!, nextKwh - kwh[i]!)
  }
  return kwh
}

/** As much of an energy as the curve lets through in an interval. */
function stepKwh(power: CurvePower, kwh: number, hours: number, wantedKwh: number): number {
  if (wantedKwh <= 0) return 0
  const ownKwh = wantedKwh / hours <= power.at(kwh + wantedKwh) && wantedKwh / hours <= power.at(kwh)
  return ownKwh ? wantedKwh : Math.min(wantedKwh, powerFrom(power, kwh, hours) * hours)
}
