import type { LoadTotals } from '@/lib/contract/location'
import type { PowerInterval } from '@/lib/planner/problem'
import { type DemandCharge, demandCostOf, energyCostOf, periodPeaksKw } from '@/lib/site/cost'
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

/** What a fleet is at a site in a part of a time, not rounded, so that parts can be put together. Costs: null for none. */
export type SiteSums = {
  peak15Kw: number
  peakKw: number
  energyKwh: number
  unmetKwh: number
  energyCost: number | null
  /** By billing period. */
  periodPeaksKw: number[] | null
}

/** The sums of a fleet at a site, in `range` alone. Without any part before it, its totals are `totalsOf` them. */
export function siteSums(site: Site, { powers, unmetKwh }: FleetLoad): SiteSums {
  const { range, baseLoad, prices, efficiency, demand } = site
  const drawn = clipped(powers, range)
  const load = [...baseLoad, ...atSite(drawn, efficiency)]
  return {
    peak15Kw: highestMean(load, range),
    peakKw: highestPower(load, range),
    energyKwh: drawn.reduce((sum, { from, to, powerkW }) => sum + (powerkW * (to - from)) / HOUR_MS, 0),
    unmetKwh,
    energyCost: prices.length > 0 ? energyCostOf(drawn, prices) / efficiency : null,
    periodPeaksKw: demand && periodPeaksKw(load, range, demand),
  }
}

/** The sums of two parts of a time together. */
export function together(a: SiteSums, b: SiteSums): SiteSums {
  return {
    peak15Kw: Math.max(a.peak15Kw, b.peak15Kw),
    peakKw: Math.max(a.peakKw, b.peakKw),
    energyKwh: a.energyKwh + b.energyKwh,
    unmetKwh: a.unmetKwh + b.unmetKwh,
    energyCost: a.energyCost === null || b.energyCost === null ? null : a.energyCost + b.energyCost,
    periodPeaksKw:
      a.periodPeaksKw && b.periodPeaksKw
        ? a.periodPeaksKw.map((peak, index) => Math.max(peak, b.periodPeaksKw?.[index] ?? peak))
        : null,
  }
}

/**
 * The totals that these sums are. Peaks are the whole site's; energies are the vehicles' and at the vehicles; costs are
 * of the vehicles' energy at the site, and of what the site's peak adds to the bill. A cost of which the tariff says
 * nothing is left out.
 */
export function totalsOf(sums: SiteSums, demand: DemandCharge | null): LoadTotals {
  const { energyCost } = sums
  const demandCost = demand && sums.periodPeaksKw ? demandCostOf(sums.periodPeaksKw, demand) : null
  return {
    peak15kW: rounded(sums.peak15Kw),
    peakkW: rounded(sums.peakKw),
    energykWh: rounded(sums.energyKwh),
    unmetkWh: rounded(sums.unmetKwh),
    ...(energyCost !== null && { energyCost: rounded(energyCost, 4) }),
    ...(demandCost !== null && { demandCost: rounded(demandCost, 4) }),
    ...((energyCost !== null || demandCost !== null) && { cost: rounded((energyCost ?? 0) + (demandCost ?? 0), 4) }),
  }
}

/** The totals of a fleet at a site, in `range` alone. */
export function siteTotals(site: Site, fleet: FleetLoad): LoadTotals {
  return totalsOf(siteSums(site, fleet), site.demand)
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
