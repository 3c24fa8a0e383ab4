/**
 * A vehicle's most power by SoC, linear between the points and level outside of them: `soc` in percent, rising. All
 * functions here take any curve that the contract allows, and none (undefined or empty: the vehicle takes its maximum at
 * every SoC). They are pure, and the pages use them too.
 */
export interface CurvePoint {
  soc: number
  powerkW: number
}
export type ChargingCurve = readonly CurvePoint[]

/** A stretch of one power, where a curve binds, spans no more SoC than this, in points. */
export const curveStepPoints = 2

/** What the curve gives at a SoC, in kW; Infinity without a curve. */
export function powerAtSoc(curve: ChargingCurve | undefined, soc: number): number {
  const first = curve?.[0]
  if (!curve || !first) return Number.POSITIVE_INFINITY
  let before = first
  for (const point of curve) {
    if (point.soc >= soc) {
      const span = point.soc - before.soc
      return span > 0 ? before.powerkW + ((point.powerkW - before.powerkW) * (soc - before.soc)) / span : point.powerkW
    }
    before = point
  }
  return before.powerkW
}

/** The mean over SoC of what the curve gives from one SoC to another, never above `maxKw`. */
export function meanPowerKw(curve: ChargingCurve | undefined, maxKw: number, fromSoc: number, toSoc: number): number {
  const capped = (soc: number) => Math.min(maxKw, powerAtSoc(curve, soc))
  if (!(toSoc > fromSoc)) return capped(fromSoc)
  const cuts = cutsBetween(curve, maxKw, fromSoc, toSoc)
  let area = 0
  for (let k = 1; k < cuts.length; k++) {
    const [a, b] = [cuts[k - 1] as number, cuts[k] as number]
    area += ((capped(a) + capped(b)) / 2) * (b - a)
  }
  return area / (toSoc - fromSoc)
}

/**
 * How long charging from one SoC to another takes at the most that curve and `maxKw` allow, in hours: step by step at the
 * mean of the curve. Infinity where no power is allowed.
 */
export function hoursToCharge(
  curve: ChargingCurve | undefined,
  maxKw: number,
  batterySizeKwh: number,
  fromSoc: number,
  toSoc: number,
): number {
  return hoursUpTo(curve, maxKw, batterySizeKwh, fromSoc, toSoc)(fromSoc)
}

/** The same for many SoCs on the way, from `leastSoc` on: what lies behind the next bend of the curve is counted once. */
export function hoursUpTo(
  curve: ChargingCurve | undefined,
  maxKw: number,
  batterySizeKwh: number,
  leastSoc: number,
  toSoc: number,
): (fromSoc: number) => number {
  const cuts = cutsBetween(curve, maxKw, leastSoc, toSoc)
  const capped = (soc: number) => Math.min(maxKw, powerAtSoc(curve, soc))
  // Between two cuts the power is linear: the mean of a step is that of its ends.
  const between = (a: number, b: number): number => {
    const [first, last] = [capped(a), capped(b)]
    const isLevel = first >= maxKw && last >= maxKw
    const steps = isLevel ? 1 : Math.max(1, Math.ceil((b - a) / curveStepPoints))
    const stepKwh = ((b - a) / steps / 100) * batterySizeKwh
    let hours = 0
    for (let step = 0; step < steps; step++) hours += stepKwh / (first + ((last - first) * (step + 0.5)) / steps)
    return hours
  }
  const after = cuts.map(() => 0)
  for (let k = cuts.length - 2; k >= 0; k--) after[k] = after[k + 1]! + between(cuts[k]!, cuts[k + 1]!)
  return (fromSoc) => {
    const next = cuts.findIndex((soc) => soc > fromSoc)
    return next < 0 ? 0 : between(fromSoc, cuts[next]!) + after[next]!
  }
}

/** The ends, and between them the SoCs at which the curve bends or meets `maxKw`, in order. */
function cutsBetween(curve: ChargingCurve | undefined, maxKw: number, fromSoc: number, toSoc: number): number[] {
  const cuts = [fromSoc]
  const add = (soc: number) => {
    if (soc > (cuts.at(-1) as number) && soc < toSoc) cuts.push(soc)
  }
  let before: CurvePoint | undefined
  for (const point of curve ?? []) {
    if (before && before.powerkW > maxKw !== point.powerkW > maxKw) {
      const share = (maxKw - before.powerkW) / (point.powerkW - before.powerkW)
      add(before.soc + (point.soc - before.soc) * share)
    }
    add(point.soc)
    before = point
  }
  if (toSoc > fromSoc) cuts.push(toSoc)
  return cuts
}
