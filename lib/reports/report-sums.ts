import type { ReportTotals } from '@/lib/contract/report'
import { toTimestamp } from '@/lib/contract/timestamp'
import type { PowerInterval } from '@/lib/planner/problem'
import type { DemandCharge } from '@/lib/site/cost'
import { atSite, peakQuarter } from '@/lib/site/peak'
import type { SiteLoadInput } from '@/lib/site/site-load'
import { type SiteSums, siteSums, together, totalsOf } from '@/lib/site/totals'
import type { Interval } from '@/lib/time/interval'

/** The sums of one way to charge, and when its highest quarter-hour begins. */
export type ReportSums = { sums: SiteSums; peak: { at: number; powerKw: number } | null }

/** The three ways that a report compares. */
export const WAYS = ['actual', 'planned', 'uncontrolled'] as const
export type Way = (typeof WAYS)[number]

/** What a fleet draws in each of the ways, in a part of the time. */
export function powersOfWays({ planned, uncontrolled, measured }: SiteLoadInput): Record<Way, PowerInterval[]> {
  return { actual: planned.powers, planned: [...measured.planned], uncontrolled: uncontrolled.powers }
}

/** The sums of a part of the time, put together with those of the parts before it. */
export function addSums(
  before: ReportSums | undefined,
  part: SiteLoadInput,
  powers: PowerInterval[],
  demand: DemandCharge | null,
): ReportSums {
  const sums = siteSums({ ...part, demand }, { powers, unmetKwh: 0 })
  const peak = peakQuarter([...part.baseLoad, ...atSite(powers, part.efficiency)], part.range)
  if (!before) return { sums, peak }
  const isHigher = peak !== null && (before.peak === null || peak.powerKw > before.peak.powerKw)
  return { sums: together(before.sums, sums), peak: isHigher ? peak : before.peak }
}

/** As the API says them. Costs are those of the whole time, as its load has them. */
export function totalsView({ sums, peak }: ReportSums, demand: DemandCharge | null): ReportTotals {
  const { unmetkWh: _, ...totals } = totalsOf(sums, demand)
  return { ...totals, ...(peak && peak.powerKw > 0 && { peak15From: toTimestamp(peak.at) }) }
}

/** The sums of a time of which nothing has passed yet. */
export function noSums(site: Parameters<typeof siteSums>[0], range: Interval): ReportSums {
  return {
    sums: siteSums({ ...site, range: { from: range.from, to: range.from } }, { powers: [], unmetKwh: 0 }),
    peak: null,
  }
}
