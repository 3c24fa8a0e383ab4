import type { LoadTotals } from '@/lib/contract/location'
import type { PowerInterval } from '@/lib/planner/problem'
import { type DemandCharge, demandCostOf, energyCostOf } from '@/lib/site/cost'
import { atSite, highestMean, highestPower } from '@/lib/site/peak'
import type { Price } from '@/lib/site/prices'
import { HOUR_MS, type Interval } from '@/lib/time/interval'

/** What a fleet draws, at the vehicles, and what it misses in the end, kWh. */
export type FleetLoad = { powers: PowerInterval[]; unmetKwh: number }

/** A site in a time; `prices` is empty and `demand` null where the tariff says nothing of them. */
export type Site = {
  range: Interval
  /** What the site draws beside the fleet, at the site. */
  baseLoad: readonly PowerInterval[]
  prices: readonly Price[]
  efficiency: number
  demand: DemandCharge | null
}

/**
 * The sums of a fleet at a site, in `range` alone. Peaks are the whole site's; energies are the vehicles' and at the
 * vehicles; costs are of the vehicles' energy at the site, and of what the site's peak adds to the bill. A cost of which
 * the tariff says nothing is left out.
 */
export function siteTotals(site: Site, { powers, unmetKwh }: FleetLoad): LoadTotals {
  const { range, baseLoad, prices, efficiency, demand } = site
  const drawn = clipped(powers, range)
  const load = [...baseLoad, ...atSite(drawn, efficiency)]
  const energyKwh = drawn.reduce((sum, { from, to, powerkW }) => sum + (powerkW * (to - from)) / HOUR_MS, 0)
  const energyCost = prices.length > 0 ? energyCostOf(drawn, prices) / efficiency : undefined
  const demandCost = demand ? demandCostOf(load, range, demand) : undefined
  const costs = [energyCost, demandCost].filter((cost) => cost !== undefined)
  return {
    peak15kW: rounded(highestMean(load, range)),
    peakkW: rounded(highestPower(load, range)),
    energykWh: rounded(energyKwh),
    unmetkWh: rounded(unmetKwh),
    ...(energyCost !== undefined && { energyCost: rounded(energyCost, 4) }),
    ...(demandCost !== undefined && { demandCost: rounded(demandCost, 4) }),
    ...(costs.length > 0 && {
      cost: rounded(
        costs.reduce((sum, cost) => sum + cost, 0),
        4,
      ),
    }),
  }
}

function clipped(powers: readonly PowerInterval[], range: Interval): PowerInterval[] {
  return powers
    .map((one) => ({ ...one, from: Math.max(one.from, range.from), to: Math.min(one.to, range.to) }))
    .filter(({ from, to }) => from < to)
}

/** Sums of floats end in crumbs; a reader's numbers do not. */
export function rounded(value: number, digits = 3): number {
  const factor = 10 ** digits
  // Adding 0 makes a negative zero a plain one.
  return Math.round(value * factor) / factor + 0
}
