import type { PowerInterval } from '@/lib/planner/problem'
import { quarterMeans, quartersOf } from '@/lib/site/quarter-hours'
import type { Interval } from '@/lib/time/interval'

/** Vehicles' powers as the site sees them: ÷ efficiency. */
export function atSite(powers: readonly PowerInterval[], efficiency: number): PowerInterval[] {
  return powers.map((one) => ({ ...one, powerkW: one.powerkW / efficiency }))
}

/** The highest mean of a clock quarter-hour in `range`: what grids bill. 0 in an empty range. */
export function highestMean(levels: readonly PowerInterval[], range: Interval): number {
  return peakQuarter(levels, range)?.powerKw ?? 0
}

/** The quarter-hour of `range` with the highest mean, the first of several, and that mean; null in an empty range. */
export function peakQuarter(levels: readonly PowerInterval[], range: Interval): { at: number; powerKw: number } | null {
  const means = quarterMeans(levels, range)
  const powerKw = means.reduce((highest, mean) => Math.max(highest, mean), Number.NEGATIVE_INFINITY)
  const quarter = quartersOf(range)[means.indexOf(powerKw)]
  return quarter ? { at: quarter.from, powerKw } : null
}

/** The highest sum of the levels at any moment of `range`; where no level is, the sum is 0. */
export function highestPower(levels: readonly PowerInterval[], range: Interval): number {
  const steps = [
    { at: range.from, powerkW: 0 },
    { at: range.to, powerkW: 0 },
  ]
  for (const { from, to, powerkW } of levels) {
    const begin = Math.max(from, range.from)
    const end = Math.min(to, range.to)
    if (begin < end && powerkW !== 0) steps.push({ at: begin, powerkW }, { at: end, powerkW: -powerkW })
  }
  steps.sort((a, b) => a.at - b.at)
  let highest = Number.NEGATIVE_INFINITY
  let sum = 0
  steps.forEach(({ at, powerkW }, index) => {
    sum += powerkW
    const next = steps[index + 1]
    if (next && next.at > at) highest = Math.max(highest, sum)
  })
  return Number.isFinite(highest) ? highest : 0
}
