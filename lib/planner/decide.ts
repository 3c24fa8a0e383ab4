import { reachAim, settleShares } from '@/lib/planner/aim'
import { chargeInRuns, dissolveRuns, type SharedOut, type Task } from '@/lib/planner/charge-in-runs'
import { reserveConditioning } from '@/lib/planner/conditioning'
import { canFollowIdeals, canStayUnderLowestIdeal, idealCutsS, underLowestIdeal } from '@/lib/planner/ideals'
import { demandsOf, perStay } from '@/lib/planner/jobs'
import { keepDivision } from '@/lib/planner/keep-division'
import { keptCutsS } from '@/lib/planner/keep-previous'
import { type MergeRules, mergeShort } from '@/lib/planner/merge-short'
import { settleMinimumPowers } from '@/lib/planner/minimum-power'
import { type Network, roomUnder } from '@/lib/planner/network'
import { isBetter, isHardlyWorse, type Outcome, outcomeOf } from '@/lib/planner/outcome'
import { piecesOf } from '@/lib/planner/pieces'
import type { DepotProblem } from '@/lib/planner/problem'
import { type Served, serve } from '@/lib/planner/readiness'
import { rasterS, runCutsS } from '@/lib/planner/run-cuts'
import { leastKwhOf, withLeast } from '@/lib/planner/runs'
import type { Piece } from '@/lib/planner/segments'
import { inSpells } from '@/lib/planner/spells'
import { kwhOf, reserveStanding, standingPieces } from '@/lib/planner/standing'
import { type Before, flowBeforeKwh, keepLoad } from '@/lib/planner/start-flow'
import type { Stay } from '@/lib/planner/stay'
import { indexAt, type TimeGrid, timeGridOf } from '@/lib/planner/time-grid'

/** By stay: what it charges whatever the others do; undefined or absent where that is to be decided. */
type Fixed = (Piece[] | undefined)[]

const mostRounds = 3
/** Missing more than this, in kWh, is short. */
const shortKwh = 1e-6

/**
 * Decides every stay's power over time, in the order of the problem. Around minimum powers and vehicles that cannot
 * pause nothing bounds what staying with the plan in force costs; there a plan made anew says what can be had, and the
 * plan that changes least of those that are hardly worse is taken.
 */
export function decidePieces(problem: DepotProblem, stays: Stay[]): Piece[][] {
  const isBounded = stays.every(({ minPowerKw }) => minPowerKw <= 0)
  if (isBounded || Object.keys(problem.previous).length === 0) return decideAll(problem, stays)
  const anew = decideAll({ ...problem, previous: {} }, stays)
  const best = outcomeOf(problem, stays, anew)
  let fixed: Fixed = stays.map((stay, s) => standingPieces(problem, stay, best.gotKwh[s]!))
  for (let attempt = 1; attempt <= 3; attempt++) {
    const pieces = decideAll(problem, stays, fixed)
    const outcome = outcomeOf(problem, stays, pieces)
    if (isHardlyWorse(stays, outcome, best)) return pieces
    fixed = attempt === 1 ? makingRoom(stays, fixed, outcome, best) : []
  }
  return anew
}

/** What stands, without those who charge while somebody is there who gets less so than in the best plan. */
function makingRoom(stays: Stay[], fixed: Fixed, outcome: Outcome, best: Outcome): Fixed {
  const losers = stays.filter((_, s) => best.gotKwh[s]! - outcome.gotKwh[s]! > shortKwh)
  const meetsLoser = ({ fromS, toS }: Piece) =>
    losers.some(({ startS, departureS }) => fromS < departureS && startS < toS)
  return fixed.map((pieces) => (pieces?.some(meetsLoser) ? undefined : pieces))
}

/** Ideals are kept by those whom they do not leave short; who loses them loses all, and the depot is solved again. */
function decideAll(problem: DepotProblem, stays: Stay[], fixed: Fixed = []): Piece[][] {
  const hasLeast = ({ minPowerKw }: Stay) => minPowerKw > 0
  const keeps = stays.map((stay) => (hasLeast(stay) ? canStayUnderLowestIdeal(stay) : canFollowIdeals(stay)))
  for (let round = 1; ; round++) {
    const own = stays.map((stay, s) => (keeps[s] && hasLeast(stay) ? underLowestIdeal(stay) : stay))
    const follows = stays.map((stay, s) => keeps[s]! && !hasLeast(stay))
    const { pieces, gotKwh } = decideOnce(problem, own, follows, fixed)
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
  reserveConditioning(grid, stays)
  const demands = stays.flatMap((stay, s) => demandsOf(grid, stay, s, false))
  const { jobs, network } = serve(grid, demands, stays)
  return perStay(network.needKwh, jobs, stays.length)
}

/** What each stay charges, in order, and how much it gets of its need. */
interface Decision {
  pieces: Piece[][]
  gotKwh: Float64Array
}

function decideOnce(problem: DepotProblem, stays: Stay[], follows: boolean[], fixed: Fixed): Decision {
  const grid = gridOf(problem, stays, follows, fixed)
  const reserved = reserveConditioning(grid, stays)
  const stands = reserveStanding(grid, stays, fixed)
  const demands = stays.flatMap((stay, s) => (stands[s] ? [] : demandsOf(grid, stay, s, follows[s]!)))
  const { pieces, gotKwh } = settleLeastPowers(grid, { problem, demands, stays })
  stands.forEach((own, s) => {
    if (own) gotKwh[s] = kwhOf(own)
  })
  return { pieces: pieces.map((own, s) => inOrder([...(stands[s] ?? own), ...reserved[s]!])), gotKwh }
}

/**
 * Vehicles that can pause and have a least power are settled in spells, and as the flow has them; the better is taken,
 * because neither is always.
 */
function settleLeastPowers(grid: TimeGrid, depot: Task): Decision {
  const { problem, stays } = depot
  const baseKw = grid.baseKw.slice()
  const canBreak = stays.some(({ schedule, minPowerKw }) => schedule.ev.supportsPausing && minPowerKw > 0)
  const spells = canBreak ? inSpells(grid, depot, shareOut(grid, depot)) : undefined
  const asFlow = settleRuns(grid, depot)
  if (!spells) return asFlow
  grid.baseKw.set(baseKw)
  const parts = settleRuns(grid, spells.task)
  const inParts = { pieces: stays.map((): Piece[] => []), gotKwh: new Float64Array(stays.length) }
  spells.ownerOf.forEach((owner, s) => {
    inParts.pieces[owner]!.push(...parts.pieces[s]!)
    inParts.gotKwh[owner]! += parts.gotKwh[s]!
  })
  const outcome = ({ pieces }: Decision) => outcomeOf(problem, stays, pieces)
  return isBetter(stays, outcome(asFlow), outcome(inParts)) ? asFlow : inParts
}

/** Reserves the runs of those whom packing would part, too; each round reserves one more at least, so it ends. */
function settleRuns(grid: TimeGrid, { problem, demands, stays }: Task): Decision {
  const baseKw = grid.baseKw.slice()
  for (const mustReserve = new Set<number>(); ; grid.baseKw.set(baseKw)) {
    const depot = { problem, demands, stays, mustReserve }
    const inRuns = chargeInRuns(grid, depot, shareOut)
    const { task, served, runs } =
      problem.strategy === 'as-soon-as-possible' ? dissolveRuns(grid, depot, inRuns) : inRuns
    const { charged, gotKwh } = settleTask(grid, task, served)
    const whole = charged.map((pieces, s) => (runs.has(s) ? withLeast(grid, runs.get(s)!, pieces) : inOrder(pieces)))
    const parted = stays.filter(({ index }) => !runs.has(index) && isParted(stays[index]!, whole[index]!))
    if (parted.length === 0) {
      for (const [s, run] of runs) gotKwh[s]! += leastKwhOf(grid, run)
      return { pieces: whole, gotKwh }
    }
    for (const { index } of parted) mustReserve.add(index)
  }
}

/** True where packing left a vehicle that cannot pause with a gap, below its least power, or waiting though it charges. */
function isParted({ schedule, minPowerKw, startS, isUnderWay }: Stay, pieces: Piece[]): boolean {
  const [first] = pieces
  if (schedule.ev.supportsPausing || !first) return false
  if (isUnderWay && first.fromS > startS) return true
  return pieces.some(({ fromS, powerKw }, k) => {
    return powerKw < minPowerKw * (1 - 1e-9) || (k > 0 && fromS > pieces[k - 1]!.toS)
  })
}

/** Cuts where somebody's ideals, the plan in force, what is fixed, or least powers need them. */
function gridOf(problem: DepotProblem, stays: Stay[], follows: boolean[], fixed: Fixed): TimeGrid {
  const idealCuts = stays.flatMap((stay, s) => (follows[s] ? idealCutsS(stay) : []))
  const fixedCuts = fixed.flatMap((pieces) => (pieces ?? []).flatMap(({ fromS, toS }) => [fromS, toS]))
  const cuts = [...keptCutsS(problem, stays), ...idealCuts, ...fixedCuts]
  const coarse = timeGridOf(problem, stays, cuts)
  const withLeastPower = stays.filter(({ minPowerKw }) => minPowerKw > 0)
  if (withLeastPower.length === 0) return coarse
  const runCuts = withLeastPower.flatMap((stay) => runCutsS(coarse, stay))
  return timeGridOf(problem, stays, [...cuts, ...runCuts, ...rasterS(problem, coarse, withLeastPower)])
}

/** Readiness, then the strategy's aim, then few changes: a flow that serves what can be served. */
function shareOut(grid: TimeGrid, task: Task): SharedOut {
  const { problem, demands, stays, before } = task
  const served = serve(grid, demands, stays, before)
  const startKwh = before && flowBeforeKwh(grid, before, served.jobs, served.network)
  const capKw =
    before && startKwh && staysNear(grid, before, served, startKwh) ? before.capKw : aim(grid, task, served, startKwh)
  if (problem.strategy !== 'as-soon-as-possible') mergeShort(served.network, mergeRules(problem, grid, stays, served))
  return { ...served, capKw }
}

/** Leaves the site's load as it was where that is wanted and possible. */
function staysNear(grid: TimeGrid, before: Before, { network, isAsBefore }: Served, startKwh: Float64Array): boolean {
  if (!before.isNear || !isAsBefore || !keepLoad(grid, before, network, startKwh)) return false
  roomUnder(grid, before.capKw, network.roomKwh)
  return true
}

/** Reaches the strategy's aim and settles who charges when; gives the cap on site power. */
function aim(grid: TimeGrid, { problem, stays, before }: Task, served: Served, startKwh?: Float64Array): number {
  const { jobs, network } = served
  keepDivision(problem, grid, stays, served)
  const leastCapKw = before && served.isAsBefore ? before.capKw : Number.NEGATIVE_INFINITY
  const reached = reachAim(problem, network, grid, { leastCapKw, startKwh })
  settleShares(problem, network, grid, jobs, stays, reached, before?.isNear ? startKwh : undefined)
  return reached.capKw
}

/** Only where cost counts energy is worth the same at the same price; the flattest load is one. */
function mergeRules(
  { strategy }: DepotProblem,
  { pricePerKwh }: TimeGrid,
  stays: Stay[],
  { jobs }: Served,
): MergeRules {
  return {
    mayMove: (v) => stays[jobs[v]!.stay]!.minPowerKw <= 0,
    isSameWorth: (i, j) => strategy !== 'balanced' && pricePerKwh[i] === pricePerKwh[j],
  }
}

/**
 * Makes pieces of a flow. Where minimum powers leave energy unused, those who have them stay as they are settled, and the
 * others, who have none and lose nothing, are shared out again around them.
 */
function settleTask(
  grid: TimeGrid,
  task: Task,
  { jobs, network }: Served,
): { charged: Piece[][]; gotKwh: Float64Array } {
  const { problem, demands, stays } = task
  const wantedKwh = network.gotKwh.slice()
  const limitKwh = roomUnder(grid, Number.POSITIVE_INFINITY, new Float64Array(grid.count))
  const parts = settleMinimumPowers(network, grid, jobs, stays, limitKwh, scoreOf(problem, grid, network))
  const charged = piecesOf(problem, network, grid, jobs, parts, stays)
  const gotKwh = perStay(network.gotKwh, jobs, stays.length)
  if (!network.gotKwh.some((kwh, v) => wantedKwh[v]! - kwh > shortKwh)) return { charged, gotKwh }
  const hasMinimum = (s: number) => stays[s]!.minPowerKw > 0
  const settled = charged.map((pieces, s) => (hasMinimum(s) ? pieces : []))
  for (const piece of settled.flat()) addToBase(grid, piece)
  const others = { problem, stays, demands: demands.filter(({ stay }) => !hasMinimum(stay)) }
  const again = settleTask(grid, others, shareOut(grid, others))
  return {
    charged: stays.map((_, s) => (hasMinimum(s) ? settled[s]! : again.charged[s]!)),
    gotKwh: gotKwh.map((kwh, s) => (hasMinimum(s) ? kwh : again.gotKwh[s]!)),
  }
}

/** A piece that fills an interval only in part takes its room all through it. */
function addToBase(grid: TimeGrid, { fromS, toS, powerKw }: Piece): void {
  for (let i = indexAt(grid, fromS + 1) - 1; i < grid.count && grid.atS[i]! < toS; i++) {
    grid.baseKw[i]! += powerKw / grid.efficiency
  }
}

/** Where a job that is put back costs the aim least. */
function scoreOf(problem: DepotProblem, grid: TimeGrid, network: Network): Float64Array {
  if (problem.strategy === 'as-soon-as-possible') return grid.atS
  if (problem.strategy !== 'balanced') return grid.pricePerKwh
  return grid.baseKw.map((kw, i) => kw + network.loadKwh[i]! / (grid.hours[i]! * grid.efficiency))
}

function inOrder(pieces: Piece[]): Piece[] {
  return pieces.sort((a, b) => a.fromS - b.fromS)
}
