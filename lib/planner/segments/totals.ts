import { meanPricePerKwh, pricedHours } from '@/lib/planner/model/prices'
import { firstAtLeast } from '@/lib/planner/model/rising'
import type { DepotPlan, SchedulePlan } from '@/lib/planner/plan'
import type { DepotProblem, PowerInterval } from '@/lib/planner/problem'

const quarterMs = 15 * 60_000

/** A vehicle's powers over time: its segments, or what they are made of. */
export interface PlannedPowers {
  segments: PowerInterval[]
}

/** Site power over time as steps: `kw[k]` holds from `atMs[k]` to `atMs[k + 1]`. */
export interface SiteLoad {
  atMs: Float64Array
  kw: Float64Array
}

/** The site's power from `now` to the last departure under these plans: base + (fixed + vehicles) ÷ efficiency. */
export function siteLoadOf(problem: DepotProblem, plans: Iterable<PlannedPowers>): SiteLoad {
  const { site, now } = problem
  const endMs = problem.schedules.reduce((last, { to }) => Math.max(last, to), now)
  const atMs: number[] = [now, endMs]
  const changeKw: number[] = [0, 0]
  const add = (from: number, to: number, kw: number) => {
    const begin = Math.max(from, now)
    const end = Math.min(to, endMs)
    if (begin >= end || kw === 0) return
    atMs.push(begin, end)
    changeKw.push(kw, -kw)
  }
  for (const load of site.baseLoad) add(load.from, load.to, load.powerkW)
  for (const load of problem.fixedLoads) add(load.from, load.to, load.powerkW / site.efficiency)
  for (const { segments } of plans) {
    for (const segment of segments) add(segment.from, segment.to, segment.powerkW / site.efficiency)
  }
  return summed(atMs, changeKw)
}

/** Sums changes of power in the order of time; there may be tens of thousands, so that no object is made for one. */
function summed(changesMs: number[], changeKw: number[]): SiteLoad {
  const sorted = Float64Array.from(changesMs).sort()
  const atMs = sorted.filter((at, k) => k === 0 || at !== sorted[k - 1])
  const kw = new Float64Array(atMs.length)
  changesMs.forEach((at, k) => {
    kw[firstAtLeast(atMs, at)]! += changeKw[k]!
  })
  for (let k = 1; k < kw.length; k++) kw[k]! += kw[k - 1]!
  return { atMs, kw }
}

/** The highest power, and the highest mean of a clock quarter-hour (of the part of it that the load covers). */
export function peaksOf({ atMs, kw }: SiteLoad): { peakKw: number; peak15Kw: number } {
  let peakKw = Number.NEGATIVE_INFINITY
  let peak15Kw = Number.NEGATIVE_INFINITY
  let quarter = Number.NEGATIVE_INFINITY
  let sum = 0
  let covered = 0
  const close = () => {
    if (covered > 0) peak15Kw = Math.max(peak15Kw, sum / covered)
    sum = 0
    covered = 0
  }
  for (let k = 0; k + 1 < atMs.length; k++) {
    const toMs = atMs[k + 1]!
    peakKw = Math.max(peakKw, kw[k]!)
    for (let fromMs = atMs[k]!; fromMs < toMs; ) {
      const current = Math.floor(fromMs / quarterMs)
      if (current !== quarter) close()
      quarter = current
      const untilMs = Math.min(toMs, (current + 1) * quarterMs)
      sum += kw[k]! * (untilMs - fromMs)
      covered += untilMs - fromMs
      fromMs = untilMs
    }
  }
  close()
  return Number.isFinite(peakKw) ? { peakKw, peak15Kw } : { peakKw: 0, peak15Kw: 0 }
}

/** What the vehicles' energy costs at the site: energy ÷ efficiency × price, without demand charge. */
export function energyCostOf(problem: DepotProblem, plans: Iterable<PlannedPowers>): number {
  const prices = [...problem.site.prices].sort((a, b) => a.from - b.from)
  const meanPerKwh = meanPricePerKwh(prices)
  let cost = 0
  for (const { segments } of plans) {
    for (const segment of segments) {
      if (segment.powerkW > 0) cost += segment.powerkW * pricedHours(prices, meanPerKwh, segment.from, segment.to)
    }
  }
  return cost / problem.site.efficiency
}

/** The sums of a depot plan. */
export function totalsOf(
  problem: DepotProblem,
  plans: SchedulePlan[],
  askedKwh: number,
): Pick<DepotPlan, 'peakkW' | 'peak15kW' | 'energykWh' | 'unmetkWh' | 'cost'> {
  const { peakKw, peak15Kw } = peaksOf(siteLoadOf(problem, plans))
  const energyKwh = plans.reduce((sum, plan) => sum + plan.energyKwh, 0)
  const { demandChargePerkW, peakSoFarkW } = problem.site
  return {
    peakkW: peakKw,
    peak15kW: peak15Kw,
    energykWh: energyKwh,
    unmetkWh: Math.max(0, askedKwh - energyKwh),
    cost: energyCostOf(problem, plans) + demandChargePerkW * Math.max(0, peakKw - peakSoFarkW),
  }
}
