import { meanPricePerKwh, pricedHours } from '@/lib/planner/model/prices'
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
  const steps: { at: number; kw: number }[] = [
    { at: now, kw: 0 },
    { at: endMs, kw: 0 },
  ]
  const add = (from: number, to: number, kw: number) => {
    const begin = Math.max(from, now)
    const end = Math.min(to, endMs)
    if (begin < end && kw !== 0) steps.push({ at: begin, kw }, { at: end, kw: -kw })
  }
  for (const load of site.baseLoad) add(load.from, load.to, load.powerkW)
  for (const load of problem.fixedLoads) add(load.from, load.to, load.powerkW / site.efficiency)
  for (const { segments } of plans) {
    for (const segment of segments) add(segment.from, segment.to, segment.powerkW / site.efficiency)
  }
  return summed(steps)
}

function summed(steps: { at: number; kw: number }[]): SiteLoad {
  steps.sort((a, b) => a.at - b.at)
  const atMs: number[] = []
  const kw: number[] = []
  let level = 0
  for (const step of steps) {
    level += step.kw
    if (atMs[atMs.length - 1] === step.at) kw[kw.length - 1] = level
    else {
      atMs.push(step.at)
      kw.push(level)
    }
  }
  return { atMs: Float64Array.from(atMs), kw: Float64Array.from(kw) }
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
