import type { PowerInterval, PriceInterval } from '@/lib/planner/problem'
import { highestMean } from '@/lib/site/peak'
import { HOUR_MS, type Interval } from '@/lib/time/interval'

/** A billing period, and the highest quarter-hour mean that it had before the time in question (kW). */
export type BilledPeriod = Interval & { peakBeforeKw: number }

/** What a tariff asks for a peak: per kW of each period's highest quarter-hour mean. */
export type DemandCharge = { perKw: number; periods: readonly BilledPeriod[] }

/** The highest quarter-hour mean in `range` of each of the charge's periods; of one that it does not touch minus infinity. */
export function periodPeaksKw(levels: readonly PowerInterval[], range: Interval, { periods }: DemandCharge): number[] {
  return periods.map(({ from, to }) => {
    const part = { from: Math.max(from, range.from), to: Math.min(to, range.to) }
    return part.from < part.to ? highestMean(levels, part) : Number.NEGATIVE_INFINITY
  })
}

/** What these peaks add to the bills of their periods: the charge for what lies above the peak that the period had before. */
export function demandCostOf(peaksKw: readonly number[], { perKw, periods }: DemandCharge): number {
  return periods.reduce((cost, { peakBeforeKw }, index) => {
    return cost + perKw * Math.max(0, (peaksKw[index] ?? Number.NEGATIVE_INFINITY) - peakBeforeKw)
  }, 0)
}

/** What the energy of `powers` costs, in the tariff's currency. `prices` are in order and apart from each other. */
export function energyCostOf(powers: readonly PowerInterval[], prices: readonly PriceInterval[]): number {
  let cost = 0
  for (const { from, to, powerkW } of powers) {
    for (let index = firstEndingAfter(prices, from); index < prices.length; index += 1) {
      const price = prices[index]
      if (!price || price.from >= to) break
      const hours = (Math.min(to, price.to) - Math.max(from, price.from)) / HOUR_MS
      cost += powerkW * hours * price.perkWh
    }
  }
  return cost
}

function firstEndingAfter(prices: readonly PriceInterval[], instant: number): number {
  let low = 0
  let high = prices.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((prices[middle]?.to ?? 0) <= instant) low = middle + 1
    else high = middle
  }
  return low
}
