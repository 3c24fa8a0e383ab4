import { type Decision, settleMinimumPowers } from '@/lib/planner/blocks/settle-minimum-powers'
import { curveCutsS } from '@/lib/planner/curve/bound-times'
import { curveDemandsOf, isFreeUnderCurve } from '@/lib/planner/curve/curve-demands'
import { keepCurves, underCurvePower } from '@/lib/planner/curve/keep-curve'
import { underLeastCap } from '@/lib/planner/curve/least-cap'
import { reserveForced } from '@/lib/planner/curve/reserve-forced'
import { type Fixed, gridOf } from '@/lib/planner/decision-grid'
import { type Demand, demandsOf, perStay } from '@/lib/planner/model/demands'
import { canFollowIdeals, canStayUnderLowestIdeal, underLowestIdeal } from '@/lib/planner/model/ideals'
import { reservePreconditioning } from '@/lib/planner/model/reserve-preconditioning'
import { isBoundByCurve, isLarge, type Stay, staysOf } from '@/lib/planner/model/stay'
import { type TimeGrid, timeGridOf } from '@/lib/planner/model/time-grid'
import { peakCounts } from '@/lib/planner/objective/aim'
import { fillsEarly } from '@/lib/planner/objective/fill-early'
import type { DepotProblem } from '@/lib/planner/problem'
import { serve } from '@/lib/planner/readiness/serve'
import { isHardlyWorseThanFree, relaxedPieces } from '@/lib/planner/relaxed-plan'
import { inOrder, inPreconditioning, type Piece, totalKwh } from '@/lib/planner/segments/segments'
import { incumbentPieces, reserveIncumbent } from '@/lib/planner/stability/incumbent-pieces'
import { isBetter, isHardlyWorse, type Outcome, outcomeOf } from '@/lib/planner/stability/outcome'
import { beginsInTurns } from '@/lib/planner/steady/begins-in-turns'
import { steadyBut, steadyPlan, type Unsteady } from '@/lib/planner/steady/steady-plan'

/** `follows`: which stays follow their ideals; `seeks`: a lower peak is looked for along plans of other aims, once a plan. */
type Given = { follows: boolean[]; fixed: Fixed; seeks: boolean }

const mostRounds = 3
/** From these shares on a plan under curves is tried along another one: below, little can be gained for twice the time. */
const farBehind = { energy: 0.002, peak: 0.02 }
/** A try that lowers the peak by less than this share is the last. */
const littleGain = 0.005
/** Missing more than this, in kWh, is short. */
const shortKwh = 1e-6

/**
 * Decides every stay's power over time, in the order of the problem. Around minimum powers, curves and vehicles that cannot
 * pause nothing bounds what staying with the incumbent plan costs; there a plan made anew says what can be had, and of those
 * that are hardly worse the one that changes least is taken: the incumbent plan, with the others in turn around it where it
 * leaves some out; then a plan in which all take turns; then whatever keeps most.
 */
export function decidePieces(problem: DepotProblem, stays: Stay[]): Piece[][] {
  const isBounded = stays.every((stay) => stay.minPowerKw <= 0 && !isBoundByCurve(stay))
  if (isBounded) return decideAll(problem, stays)
  if (Object.keys(problem.previous).length === 0) {
    const anew = decideAll(problem, stays, [], true)
    return inTurns(problem, stays, [{ pieces: anew, stands: [] }], outcomeOf(problem, stays, anew)) ?? anew
  }
  return decideAgain(problem, stays)
}

function decideAgain(problem: DepotProblem, stays: Stay[]): Piece[][] {
  const whole = stays.map((stay) => incumbentPieces(problem, stay, stay.needKwh))
  const stand = whole.includes(undefined) ? undefined : decideAll(problem, stays, whole)
  if (stand && isHardlyWorseThanFree(problem, stays, stand)) return stand
  const anew = decideAll({ ...problem, previous: {} }, stays, [], true)
  const reached = outcomeOf(problem, stays, anew)
  const incumbent: Fixed = stays.map((stay, s) => whole[s] ?? incumbentPieces(problem, stay, reached.gotKwh[s]!))
  const kept = stand ?? decideAll(problem, stays, incumbent)
  const keeps = outcomeOf(problem, stays, kept)
  const isKeptBetter = isBetter(stays, keeps, reached)
  const [best, pieces] = isKeptBetter ? [keeps, kept] : [reached, anew]
  if (!incumbent.includes(undefined) && isHardlyWorse(stays, keeps, best)) return kept
  const unsteady = [
    { pieces: kept, stands: incumbent },
    { pieces, stands: [] },
  ]
  return inTurns(problem, stays, unsteady, best) ?? leastChanged(problem, stays, { incumbent, kept, best }) ?? pieces
}

/** Plans by turns of which one is hardly worse than the best, in this order; what stands stays as it is. */
function inTurns(problem: DepotProblem, stays: Stay[], given: Unsteady[], best: Outcome): Piece[][] | undefined {
  const isGood = (steady: Piece[][]) => isHardlyWorse(stays, outcomeOf(problem, stays, steady), best)
  const planRest = (rest: DepotProblem, fixed: Fixed) => decideAll(rest, staysOf(rest), fixed)
  const anew = given.at(-1)
  return (
    firstOf(given, (one) => steadyPlan(problem, stays, { ...one, best, isGood })) ??
    (anew && beginsInTurns(problem, stays, { ...anew, best, isGood }, planRest)) ??
    firstOf(given, (one) => steadyBut(problem, stays, { ...one, best, isGood }))
  )
}

function firstOf<T, R>(list: readonly T[], find: (one: T) => R | undefined): R | undefined {
  for (const one of list) {
    const found = find(one)
    if (found) return found
  }
  return undefined
}

/**
 * A plan that is hardly worse than the best and keeps as much as it can; undefined where none is. In a large depot hardly anybody
 * is left where all who charge beside a loser make room.
 */
function leastChanged(
  problem: DepotProblem,
  stays: Stay[],
  { incumbent, kept, best }: { incumbent: Fixed; kept: Piece[][]; best: Outcome },
): Piece[][] | undefined {
  const outcome = outcomeOf(problem, stays, kept)
  if (isHardlyWorse(stays, outcome, best)) return kept
  const fixed = isLarge(stays) ? [[]] : [makingRoom(stays, incumbent, outcome, best), []]
  for (const each of fixed) {
    const pieces = decideAll(problem, stays, each)
    if (isHardlyWorse(stays, outcomeOf(problem, stays, pieces), best)) return pieces
  }
  return undefined
}

/** What stands, without the vehicles that charge while another one is there that gets less so than in the best plan. */
function makingRoom(stays: Stay[], fixed: Fixed, outcome: Outcome, best: Outcome): Fixed {
  const losers = stays.filter((_, s) => best.gotKwh[s]! - outcome.gotKwh[s]! > shortKwh)
  const meetsLoser = ({ fromS, toS }: Piece) =>
    losers.some(({ startS, departureS }) => fromS < departureS && startS < toS)
  return fixed.map((pieces) => (pieces?.some(meetsLoser) ? undefined : pieces))
}

/** Ideals are kept by vehicles that they do not leave short; a vehicle that loses one loses all, and the depot is solved again. */
function decideAll(problem: DepotProblem, stays: Stay[], fixed: Fixed = [], seeks = false): Piece[][] {
  const hasMinimum = ({ minPowerKw }: Stay) => minPowerKw > 0
  const keeps = stays.map((stay) => (hasMinimum(stay) ? canStayUnderLowestIdeal(stay) : canFollowIdeals(stay)))
  for (let round = 1; ; round++) {
    const own = stays.map((given, s) => {
      const stay = hasMinimum(given) && isBoundByCurve(given) ? underCurvePower(given) : given
      return keeps[s] && hasMinimum(stay) ? underLowestIdeal(stay) : stay
    })
    const follows = stays.map((stay, s) => keeps[s]! && !hasMinimum(stay))
    const { pieces, gotKwh } = decideUnderCurves(problem, stays, own, { follows, fixed, seeks })
    const losers = stays.flatMap((stay, s) => (keeps[s] && stay.needKwh - gotKwh[s]! > shortKwh ? [s] : []))
    if (losers.length === 0 || round === mostRounds) return pieces
    for (const s of losers) keeps[s] = false
  }
}

/**
 * The energy in kWh that each stay would get, without deciding when: the readiness of a changed depot at a fraction of a
 * plan's time. Exact for vehicles that can pause and have no minimum power.
 */
export function chargeableKwh(problem: DepotProblem, stays: Stay[]): Float64Array {
  const grid = timeGridOf(problem, stays)
  reservePreconditioning(grid, stays)
  const demands = stays.flatMap((stay, s) => demandsOf(grid, stay, s, false))
  const { jobs, network } = serve(grid, demands, stays)
  return perStay(network.needKwh, jobs, stays.length)
}

function decideUnderCurves(problem: DepotProblem, stays: Stay[], own: Stay[], given: Given): Decision {
  const decided = decideOnce(problem, own, given)
  const pieces = keepCurves(problem, stays, decided.pieces)
  const isSame = (s: number) => pieces[s] === decided.pieces[s]
  const chargedKwh = (s: number) => totalKwh(pieces[s]!.filter(({ fromS }) => !inPreconditioning(stays[s]!, fromS)))
  return { pieces, gotKwh: decided.gotKwh.map((kwh, s) => (isSame(s) ? kwh : chargedKwh(s))) }
}

function decideOnce(problem: DepotProblem, stays: Stay[], { follows, fixed, seeks }: Given): Decision {
  const bound = stays.filter((stay, s) => !fixed[s] && isFreeUnderCurve(stay))
  if (bound.length === 0) return decideOn(gridOf(problem, stays, follows, fixed), problem, stays, follows, fixed)
  const along = (relaxed: Piece[][]) => {
    const grid = gridOf(problem, stays, follows, fixed, curveCutsS(bound, relaxed))
    return decideOn(grid, problem, stays, follows, fixed, relaxed)
  }
  const relaxed = relaxedPieces(problem, stays, follows, fixed)
  const wanted = outcomeOf(problem, stays, relaxed)
  let decided = along(relaxed)
  let reached = outcomeOf(problem, stays, decided.pieces)
  const tryOther = (other: Decision) => {
    const reachedSo = outcomeOf(problem, stays, other.pieces)
    if (isBetter(stays, reachedSo, reached)) [decided, reached] = [other, reachedSo]
  }
  const tryAlong = (others: Piece[][]) => tryOther(along(others))
  if (isShort(reached, wanted) || isHigh(problem, reached, wanted)) tryAlong(decided.pieces)
  if (!seeks) return decided
  const [only] = stays
  const alone = stays.length === 1 && only && peakCounts(problem)
  const lowest = alone && aloneAtLeastPeak(gridOf(problem, stays, follows, fixed), only)
  if (lowest) tryOther(lowest)
  for (const aim of otherAims(problem)) {
    if (!isHigh(problem, reached, wanted)) break
    const peakKw = reached.aims[0]!
    tryAlong(relaxedPieces(aim, stays, follows, fixed))
    if (reached.aims[0]! > (1 - littleGain) * peakKw) break
  }
  return decided
}

/** Where the peak counts: the flattest plan, and the cheapest that fills no peak early; in each the curves bind in other minutes. */
function otherAims(problem: DepotProblem): DepotProblem[] {
  if (!peakCounts(problem)) return []
  const unhurried = { ...problem, site: { ...problem.site, readyBufferMinutes: 0 } }
  return [{ ...problem, strategy: 'balanced' }, ...(fillsEarly(problem) ? [unhurried] : [])]
}

/**
 * The plan along a relaxed one brings clearly less: where all fall behind the relaxed plan at once, what their curves leave them lies
 * in the same minutes. Along the plan that keeps the curves it lies apart.
 */
function isShort(plan: Outcome, relaxed: Outcome): boolean {
  const sum = (kwh: number[]) => kwh.reduce((all, one) => all + one, 0)
  return sum(plan.gotKwh) < (1 - farBehind.energy) * sum(relaxed.gotKwh)
}

/** For the same reason its peak is clearly higher, where that counts. */
function isHigh(problem: DepotProblem, plan: Outcome, relaxed: Outcome): boolean {
  const [peakKw, leastKw] = [plan.aims[0], relaxed.aims[0]]
  if (!peakCounts(problem) || peakKw === undefined || leastKw === undefined) return false
  return peakKw > (1 + farBehind.peak) * leastKw
}

/** One stay alone at its lowest peak: a relaxed plan ends early by what the curve takes longer at full power, which it need not draw. */
function aloneAtLeastPeak(grid: TimeGrid, only: Stay): Decision | undefined {
  const [reserved = []] = reservePreconditioning(grid, [only])
  const own = underLeastCap(grid, only)
  return own && { pieces: [inOrder([...own, ...reserved])], gotKwh: Float64Array.of(totalKwh(own)) }
}

/** In a small depot everything is decided afresh. */
const withoutLikely = ({ likelyKwh: _, ...demand }: Demand): Demand => demand

/** Decides on a grid; `relaxed` says how those whose curve binds would charge without it. */
function decideOn(
  grid: TimeGrid,
  problem: DepotProblem,
  stays: Stay[],
  follows: boolean[],
  fixed: Fixed,
  relaxed?: Piece[][],
): Decision {
  const reserved = reservePreconditioning(grid, stays)
  const stands = reserveIncumbent(grid, stays, fixed)
  const demands = stays.flatMap((stay, s) => {
    if (stands[s]) return []
    return relaxed && isFreeUnderCurve(stay)
      ? curveDemandsOf(grid, stay, s, relaxed[s]!).map((demand) => (isLarge(stays) ? demand : withoutLikely(demand)))
      : demandsOf(grid, stay, s, follows[s]!)
  })
  const { forced, free } = reserveForced(grid, demands, stays.length)
  const nothing = { pieces: stays.map((): Piece[] => []), gotKwh: new Float64Array(stays.length) }
  const { pieces, gotKwh } = free.length > 0 ? settleMinimumPowers(grid, { problem, demands: free, stays }) : nothing
  stands.forEach((own, s) => {
    if (own) gotKwh[s] = totalKwh(own)
  })
  forced.forEach((own, s) => {
    gotKwh[s]! += totalKwh(own)
  })
  const all = (own: Piece[], s: number) => inOrder([...(stands[s] ?? own), ...forced[s]!, ...reserved[s]!])
  return { pieces: pieces.map(all), gotKwh }
}
