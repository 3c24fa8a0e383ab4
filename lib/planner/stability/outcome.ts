import { energyOfPointsKwh, type Stay } from '@/lib/planner/model/stay'
import { fillsEarly } from '@/lib/planner/objective/fill-early'
import type { DepotProblem } from '@/lib/planner/problem'
import { levelsOf } from '@/lib/planner/readiness/levels'
import { inPreconditioning, type Piece, totalKwh } from '@/lib/planner/segments/segments'
import { energyCostOf, peaksOf, type SiteLoad, siteLoadOf } from '@/lib/planner/segments/totals'

/**
 * What a plan reaches, in the order in which it counts: what is missing by level in kWh, then the aim; less is better.
 * `gotKwh` is what each stay gets.
 */
export interface Outcome {
  gotKwh: number[]
  missingKwh: number[]
  aims: number[]
  /** The last aim is how early energy flows under a peak that is set. */
  isEarliest: boolean
  /** No more power than the site has drawn before; a little above that each time would climb without end. */
  isUnderPeakSoFar: boolean
}

/** The share of an aim that staying with the incumbent plan may cost, a little below a thousandth for rounding. */
const sameAim = 9e-4
/**
 * Where blocks lie is searched for, and no search ends with the best that there is. Differences that another search might
 * make as well are no reason to change everybody's plan: this share of what a level is missing anyway, and so many SoC
 * points of one vehicle.
 */
const sameMissing = 0.1
const samePoints = 2
/** Missing less by this share of it is better, whatever it costs. */
const lessMissing = 0.01
/** Plans that differ by less than this share of all energy, or of an aim, are told apart by what counts next. */
const trifle = 1e-5
/** What a level is missing more than that, in kWh a stay and as a share of what it is missing, is rounding below this. */
const nothingKwh = 1e-6

/** Where a ready buffer is asked for, charging early and steadily may cost this share of an aim. */
const earlyAim = 9.5e-3
/** Charging early is worth a change where it comes that much earlier, as a share of the delay. */
const sameDelay = 0.1

/** This share of a power is rounding. */
const nothingShare = 1e-6

/** Judges the pieces that a plan is made of. */
export function outcomeOf(problem: DepotProblem, stays: Stay[], pieces: Piece[][]): Outcome {
  const plans = pieces.map((own) => ({ segments: own.map(segmentOf) }))
  const load = siteLoadOf(problem, plans)
  const gotKwh = stays.map((stay, s) => totalKwh(pieces[s]!.filter(({ fromS }) => !inPreconditioning(stay, fromS))))
  const aims = aimsOf(problem, plans, load, pieces)
  return {
    gotKwh,
    missingKwh: missingByLevel(stays, gotKwh),
    aims,
    isEarliest: fillsEarly(problem),
    isUnderPeakSoFar: isUnder(peaksOf(load).peakKw, problem.site.peakSoFarkW),
  }
}

/**
 * True when a plan is as good as another or hardly worse: no level is missing more, the rest above the minimums but for a
 * little of what it is missing anyway and of each vehicle's, and its aims cost hardly more.
 */
export function isHardlyWorse(stays: Stay[], plan: Outcome, best: Outcome): boolean {
  const levels = levelsOf(stays)
  for (const [k, bestKwh] of best.missingKwh.entries()) {
    const isMinimum = levels[k]?.isMinimum === true
    const roundingKwh = nothingKwh * Math.max(stays.length, bestKwh)
    const moreKwh = plan.missingKwh[k]! - bestKwh
    if (moreKwh < -lessMissing * bestKwh - roundingKwh) return true
    if (moreKwh > (isMinimum ? 0 : sameMissing * bestKwh) + roundingKwh) return false
  }
  if (stays.some((stay, s) => best.gotKwh[s]! - plan.gotKwh[s]! > pointsKwh(stay, samePoints))) return false
  for (const [k, aim] of best.aims.entries()) {
    const slack = slackShare(best, k) * Math.max(1, Math.abs(aim))
    const more = plan.aims[k]! - aim
    if (more < -slack) return true
    if (more > slack) return false
  }
  return true
}

/** True for a plan that is more than hardly worse than any whose peak is the lowest, `leastKw`, and that misses as little. */
export function isPeakWorse({ aims, isEarliest }: Outcome, leastKw: number, { site }: DepotProblem): boolean {
  const isUnderPeakSoFar = isUnder(leastKw, site.peakSoFarkW)
  const slack = slackShare({ aims, isEarliest, isUnderPeakSoFar }, 0) + nothingShare
  return aims[0]! - leastKw > slack * Math.max(1, leastKw)
}

/** The share of an aim that a plan may cost more than the best. */
function slackShare(
  { aims, isEarliest, isUnderPeakSoFar }: Pick<Outcome, 'aims' | 'isEarliest' | 'isUnderPeakSoFar'>,
  k: number,
): number {
  if (!isEarliest) return sameAim
  if (k === aims.length - 1) return sameDelay
  return k === 0 && isUnderPeakSoFar ? sameAim : earlyAim
}

/** True when a plan is better than another: a level is missing less, and not by a trifle, or else its aims cost less. */
export function isBetter(stays: Stay[], plan: Outcome, other: Outcome): boolean {
  const trifleKwh =
    trifle *
    Math.max(
      1,
      stays.reduce((sum, { needKwh }) => sum + needKwh, 0),
    )
  for (const [k, kwh] of other.missingKwh.entries()) {
    if (Math.abs(plan.missingKwh[k]! - kwh) > trifleKwh) return plan.missingKwh[k]! < kwh
  }
  for (const [k, aim] of other.aims.entries()) {
    if (Math.abs(plan.aims[k]! - aim) > trifle * Math.max(1, Math.abs(aim))) return plan.aims[k]! < aim
  }
  return false
}

function isUnder(kw: number, peakSoFarKw: number): boolean {
  return kw <= peakSoFarKw * (1 + nothingShare)
}

function pointsKwh({ schedule }: Stay, points: number): number {
  return energyOfPointsKwh(points, schedule.ev.batterySizekWh)
}

function segmentOf({ fromS, toS, powerKw }: Piece) {
  return { from: fromS * 1000, to: toS * 1000, powerkW: powerKw }
}

/** What is missing in each level, in the order in which they are served. */
function missingByLevel(stays: Stay[], gotKwh: number[]): number[] {
  return levelsOf(stays).map(({ rank, isMinimum, priority }) =>
    stays.reduce((kwh, { rank: own, schedule, minimumNeedKwh, needKwh }, s) => {
      if (own !== rank || schedule.priority !== priority) return kwh
      const missingKwh = isMinimum ? minimumNeedKwh - gotKwh[s]! : needKwh - Math.max(minimumNeedKwh, gotKwh[s]!)
      return kwh + Math.max(0, missingKwh)
    }, 0),
  )
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
      return [peakKw, energyCostOf(problem, plans), ...(fillsEarly(problem) ? [delayOf(pieces, now / 1000)] : [])]
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
