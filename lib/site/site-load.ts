import type { LocationLoad } from '@/lib/contract/location'
import { toTimestamp } from '@/lib/contract/timestamp'
import type { PowerInterval } from '@/lib/planner/problem'
import { quarterMeans, quartersOf, touchedQuarters } from '@/lib/site/quarter-hours'
import { type FleetLoad, rounded, type Site } from '@/lib/site/totals'
import type { Interval } from '@/lib/time/interval'

/** What chargers reported until `until`, at the vehicles, and what the plans had said of the same time. */
export type MeasuredLoad = { until: number; powers: readonly PowerInterval[]; planned: readonly PowerInterval[] }

/** A site in `range`, whose ends lie on quarter-hours. Limits are apart from each other and in order. */
export type SiteLoadInput = Site & {
  limits: readonly PowerInterval[]
  planned: FleetLoad
  uncontrolled: FleetLoad
  measured: MeasuredLoad
}

/**
 * A site's load as 15-minute means of power at the site (vehicles ÷ efficiency). `measuredkW` stands only in a
 * quarter-hour that is over and in which a charger reported, with `plannedkW` beside it.
 */
export function siteIntervals(input: SiteLoadInput): LocationLoad['intervals'] {
  const { range, baseLoad, efficiency, planned, uncontrolled, measured } = input
  const base = quarterMeans(baseLoad, range)
  const ev = quarterMeans(planned.powers, range)
  const free = quarterMeans(uncontrolled.powers, range)
  const limitKw = lowest(input.limits, range)
  const measuredKw = quarterMeans(measured.powers, range)
  const saidKw = quarterMeans(measured.planned, range)
  const reported = touchedQuarters(measured.powers, range)
  const priceOf = pricesOf(input)
  return quartersOf(range).map(({ from, to }, index) => ({
    from: toTimestamp(from),
    to: toTimestamp(to),
    baseLoadkW: rounded(base[index] ?? 0),
    evPowerkW: rounded((ev[index] ?? 0) / efficiency),
    ...(to <= measured.until &&
      reported.has(index) && {
        measuredkW: rounded((measuredKw[index] ?? 0) / efficiency),
        plannedkW: rounded((saidKw[index] ?? 0) / efficiency),
      }),
    ...(limitKw[index] !== undefined && { limitkW: limitKw[index] }),
    ...priceOf(index),
    uncontrolledkW: rounded((base[index] ?? 0) + (free[index] ?? 0) / efficiency),
  }))
}

/** The price of each quarter-hour, and whether any of it is an assumption; nothing where there is no tariff. */
function pricesOf({ prices, range }: SiteLoadInput) {
  const means = quarterMeans(
    prices.map(({ from, to, perkWh }) => ({ from, to, powerkW: perkWh })),
    range,
  )
  const assumed = touchedQuarters(
    prices.filter((price) => price.assumed),
    range,
  )
  return (index: number): Pick<LocationLoad['intervals'][number], 'pricePerkWh' | 'priceIsAssumed'> => {
    if (prices.length === 0) return {}
    const pricePerkWh = rounded(means[index] ?? 0, 6)
    return assumed.has(index) ? { pricePerkWh, priceIsAssumed: true } : { pricePerkWh }
  }
}

/** The lowest of the limits that hold in each quarter-hour of `range`; undefined where none does. */
function lowest(limits: readonly PowerInterval[], range: Interval): (number | undefined)[] {
  const least: (number | undefined)[] = []
  for (const limit of limits) {
    for (const index of touchedQuarters([limit], range)) {
      const known = least[index]
      least[index] = known === undefined ? limit.powerkW : Math.min(known, limit.powerkW)
    }
  }
  return least
}
