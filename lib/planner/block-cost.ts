import type { EnergyCost } from '@/lib/planner/block-shapes'
import type { Strategy } from '@/lib/planner/problem'
import type { Strata } from '@/lib/planner/strata'
import type { TimeGrid } from '@/lib/planner/time-grid'

/**
 * What energy costs the aim where blocks are placed. The strata of the relaxed plan say what a kWh more costs in an
 * interval that is full: who charges there finds room in the dearest interval of its stratum, or in the last one (the
 * dual prices of the flow). Where the load is to be flat energy costs nothing of its own.
 */
export function costOf(strategy: Strategy, grid: TimeGrid, strata: Strata): EnergyCost | undefined {
  if (strategy === 'balanced') return undefined
  return strategy === 'as-soon-as-possible' ? lateness(grid, strata) : prices(grid, strata)
}

/** A stratum of the cheapest plan is numbered as the price at which it ends. */
function prices({ pricePerKwh }: TimeGrid, strata: Strata): EnergyCost {
  const rising = Float64Array.from(new Set(pricePerKwh)).sort()
  return { own: pricePerKwh, marginal: pricePerKwh.map((price, i) => rising[strata.interval[i]!] ?? price) }
}

/** Hours from now to the middle of an interval; a stratum of the soonest plan ends with the interval that has room. */
function lateness({ atS, count }: TimeGrid, strata: Strata): EnergyCost {
  const own = Float64Array.from({ length: count }, (_, i) => (atS[i]! + atS[i + 1]! - 2 * atS[0]!) / 7200)
  const last = new Float64Array(strata.count)
  strata.interval.forEach((k, i) => {
    last[k] = own[i]!
  })
  return { own, marginal: own.map((hours, i) => last[strata.interval[i]!] ?? hours) }
}
