import type { DepotProblem } from '@/lib/planner/problem'
import type { Piece } from '@/lib/planner/segments'
import type { Stay } from '@/lib/planner/stay'
import { energyCostOf, peaksOf, type SiteLoad, siteLoadOf } from '@/lib/planner/totals'

/** What a plan reaches, in the order in which it counts: energy by level in kWh, more is better; then the aim, less is. */
export interface Outcome {
  levelsKwh: number[]
  aims: number[]
}

/** The share of an aim that staying with the plan in force may cost, a little below a thousandth for rounding. */
const tolerance = 9e-4
/**
 * The share of a level's energy by which two plans may differ and count as equal. Where runs lie is searched for, and
 * neither search ends with the most that there is: a difference that nobody notices is no reason to change every plan.
 */
const sameEnergy = 5e-5

/** Judges the pieces that a plan is made of. */
export function outcomeOf(problem: DepotProblem, stays: Stay[], pieces: Piece[][]): Outcome {
  const plans = pieces.map((own) => ({ segments: own.map(segmentOf) }))
  const load = siteLoadOf(problem, plans)
  return { levelsKwh: levelsOf(stays, pieces), aims: aimsOf(problem, plans, load, pieces) }
}

/** True when a plan gives every level as much as another, and its aims cost hardly more. */
export function isHardlyWorse(plan: Outcome, best: Outcome): boolean {
  for (const [k, bestKwh] of best.levelsKwh.entries()) {
    const sameKwh = sameEnergy * Math.max(1, bestKwh)
    const moreKwh = plan.levelsKwh[k]! - bestKwh
    if (moreKwh > sameKwh) return true
    if (moreKwh < -sameKwh) return false
  }
  for (const [k, aim] of best.aims.entries()) {
    const slack = tolerance * Math.max(1, Math.abs(aim))
    const more = plan.aims[k]! - aim
    if (more < -slack) return true
    if (more > slack) return false
  }
  return true
}

function segmentOf({ fromS, toS, powerKw }: Piece) {
  return { from: fromS * 1000, to: toS * 1000, powerkW: powerKw }
}

/** First the energy below each minimum, by priority, then the rest. */
function levelsOf(stays: Stay[], pieces: Piece[][]): number[] {
  const priorities = [...new Set(stays.map(({ schedule }) => schedule.priority))].sort((a, b) => b - a)
  const minimumKwh = priorities.map(() => 0)
  const restKwh = priorities.map(() => 0)
  stays.forEach((stay, s) => {
    const level = priorities.indexOf(stay.schedule.priority)
    let kwh = 0
    for (const { fromS, toS, powerKw } of pieces[s]!) {
      const isConditioning = fromS >= stay.deadlineS && fromS < stay.endS
      if (!isConditioning) kwh += ((toS - fromS) * powerKw) / 3600
    }
    const below = Math.min(kwh, stay.minimumNeedKwh)
    minimumKwh[level]! += below
    restKwh[level]! += kwh - below
  })
  return [...minimumKwh, ...restKwh]
}

function aimsOf(
  problem: DepotProblem,
  plans: { segments: { from: number; to: number; powerkW: number }[] }[],
  load: SiteLoad,
  pieces: Piece[][],
): number[] {
  const { site, now } = problem
  const peakKw = Math.max(peaksOf(load).peakKw, site.peakSoFarkW)
  switch (problem.strategy) {
    case 'peak-supression':
      return [peakKw, energyCostOf(problem, plans)]
    case 'lowest-cost':
      return [energyCostOf(problem, plans) + site.demandChargePerkW * (peakKw - site.peakSoFarkW)]
    case 'balanced':
      return [peakKw, squaresOf(load)]
    case 'as-soon-as-possible':
      return [delayOf(pieces, now / 1000)]
  }
}

/** The integral of the site's power squared: of two loads of the same energy, the flatter has the lower one. */
function squaresOf({ atMs, kw }: SiteLoad): number {
  let sum = 0
  for (let k = 0; k + 1 < atMs.length; k++) sum += (kw[k]! ** 2 * (atMs[k + 1]! - atMs[k]!)) / 3_600_000
  return sum
}

/** How long after `now` the energy flows, weighted by energy: kWh times hours. */
function delayOf(pieces: Piece[][], nowS: number): number {
  let sum = 0
  for (const { fromS, toS, powerKw } of pieces.flat()) {
    sum += (powerKw * (toS - fromS) * ((fromS + toS) / 2 - nowS)) / 3600 ** 2
  }
  return sum
}
