import { reachAim, settleShares } from '@/lib/planner/aim'
import { blockCutsS } from '@/lib/planner/blocks'
import { reserveConditioning } from '@/lib/planner/conditioning'
import { canFollowIdeals, idealCutsS } from '@/lib/planner/ideals'
import { type Demand, demandsOf, perStay } from '@/lib/planner/jobs'
import { keepDivision } from '@/lib/planner/keep-division'
import { keptCutsS } from '@/lib/planner/keep-previous'
import { settleMinimumPowers } from '@/lib/planner/minimum-power'
import { type Network, roomUnder } from '@/lib/planner/network'
import { boundOf, isHardlyWorse, type Outcome, outcomeOf } from '@/lib/planner/outcome'
import { piecesOf } from '@/lib/planner/pieces'
import type { DepotProblem } from '@/lib/planner/problem'
import { serve } from '@/lib/planner/readiness'
import type { Piece } from '@/lib/planner/segments'
import { type Solved, settleBlocks } from '@/lib/planner/settle-blocks'
import type { Stay } from '@/lib/planner/stay'
import { indexAt, type TimeGrid, timeGridOf } from '@/lib/planner/time-grid'

const mostRounds = 3
/** Missing more than this, in kWh, is short. */
const shortKwh = 1e-6

/** What each stay draws when, and what no other plan of these blocks would surpass, where that is known. */
interface Decision {
  pieces: Piece[][]
  bound?: Outcome
}

/**
 * Decides every stay's power over time, in the order of the problem. Around minimum powers and vehicles that cannot
 * pause nothing bounds what staying with the plan in force costs. So a plan that keeps every block that still fits is
 * held against the depot in which all could pause, and if it is not as good as that against a plan made anew; and then
 * one that keeps the blocks that seem worth it.
 */
export function decidePieces(problem: DepotProblem, stays: Stay[]): Piece[][] {
  const isBounded = stays.every(({ minPowerKw }) => minPowerKw <= 0)
  if (isBounded || Object.keys(problem.previous).length === 0) return decideAll(problem, stays, false).pieces
  const hasBlocks = stays.some(({ schedule }) => !schedule.ev.supportsPausing)
  const kept = decideAll(problem, stays, hasBlocks)
  const keptOutcome = outcomeOf(problem, stays, kept.pieces)
  if (kept.bound && isHardlyWorse(keptOutcome, kept.bound)) return kept.pieces
  const anew = decideAll({ ...problem, previous: {} }, stays, false)
  const best = outcomeOf(problem, stays, anew.pieces)
  if (isHardlyWorse(keptOutcome, best)) return kept.pieces
  if (!hasBlocks) return anew.pieces
  const partly = decideAll(problem, stays, false)
  return isHardlyWorse(outcomeOf(problem, stays, partly.pieces), best) ? partly.pieces : anew.pieces
}

/** Ideals are kept by those whom they do not leave short; who loses them loses all, and the depot is solved again. */
function decideAll(problem: DepotProblem, stays: Stay[], keepsAll: boolean): Decision {
  const follows = stays.map(
    (stay) => stay.schedule.ev.supportsPausing && stay.minPowerKw === 0 && canFollowIdeals(stay),
  )
  for (let round = 1; ; round++) {
    const { pieces, gotKwh, bound } = decideOnce(problem, stays, follows, keepsAll)
    const losers = stays.flatMap((stay, s) => (follows[s] && stay.needKwh - gotKwh[s]! > shortKwh ? [s] : []))
    if (losers.length === 0 || round === mostRounds)
      return { pieces, bound: follows.includes(true) ? undefined : bound }
    for (const s of losers) follows[s] = false
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

function decideOnce(problem: DepotProblem, stays: Stay[], follows: boolean[], keepsAll: boolean) {
  const blocks = stays.map((stay) => !stay.schedule.ev.supportsPausing)
  const cuts = [...keptCutsS(problem, stays), ...stays.flatMap((stay, s) => (follows[s] ? idealCutsS(stay) : []))]
  const coarse = timeGridOf(problem, stays, cuts)
  const blockCuts = stays.flatMap((stay, s) => (blocks[s] ? blockCutsS(coarse, stay) : []))
  const grid = blockCuts.length > 0 ? timeGridOf(problem, stays, [...cuts, ...blockCuts]) : coarse
  const reserved = reserveConditioning(grid, stays)
  const demands = stays.flatMap((stay, s) => demandsOf(grid, stay, s, follows[s]!))
  if (!blocks.includes(true)) {
    const { charged, gotKwh } = decideFree(problem, grid, demands, stays)
    return { pieces: stays.map((_, s) => inOrder([...charged[s]!, ...reserved[s]!])), gotKwh }
  }
  const relaxed = solve(problem, grid, demands, stays)
  const hasBound = keepsAll && problem.strategy !== 'as-soon-as-possible'
  const bound = hasBound ? boundOf(problem, stays, grid, relaxed, reserved) : undefined
  const placed = settleBlocks(problem, grid, stays, relaxed, keepsAll)
  const free = demands.filter(({ stay }) => !blocks[stay])
  const { charged, gotKwh } = decideFree(problem, grid, free, stays, placed.rest)
  const pieces = stays.map((_, s) => inOrder([...(placed.pieces.get(s) ?? []), ...charged[s]!, ...reserved[s]!]))
  return { pieces, gotKwh, bound }
}

/**
 * Decides for the vehicles that can pause, once it is known what they get. Where minimum powers leave energy unused,
 * those who have them stay as they are settled, and the others are planned again around them.
 */
function decideFree(
  problem: DepotProblem,
  grid: TimeGrid,
  demands: Demand[],
  stays: Stay[],
  served = serve(grid, demands, stays),
): { charged: Piece[][]; gotKwh: Float64Array } {
  keepDivision(problem, grid, stays, served)
  const { jobs, network } = served
  const reached = reachAim(problem, network, grid)
  settleShares(problem, network, grid, jobs, stays, reached)
  const wantedKwh = network.gotKwh.slice()
  const limitKwh = roomUnder(grid, Number.POSITIVE_INFINITY, new Float64Array(grid.count))
  const runs = settleMinimumPowers(network, grid, jobs, stays, limitKwh, scoreOf(problem, grid, network))
  const charged = piecesOf(problem, network, grid, jobs, runs, stays)
  const gotKwh = perStay(network.gotKwh, jobs, stays.length)
  if (!network.gotKwh.some((kwh, v) => wantedKwh[v]! - kwh > shortKwh)) return { charged, gotKwh }
  const others = demands.filter(({ stay }) => stays[stay]!.minPowerKw <= 0)
  const settled = charged.map((pieces, s) => (stays[s]!.minPowerKw > 0 ? pieces : []))
  for (const piece of settled.flat()) addToBase(grid, piece)
  const again = decideFree(problem, grid, others, stays)
  return {
    charged: stays.map((stay, s) => (stay.minPowerKw > 0 ? settled[s]! : again.charged[s]!)),
    gotKwh: gotKwh.map((kwh, s) => (stays[s]!.minPowerKw > 0 ? kwh : again.gotKwh[s]!)),
  }
}

/** A piece that fills an interval only in part takes its room all through it. */
function addToBase(grid: TimeGrid, { fromS, toS, powerKw }: Piece): void {
  for (let i = indexAt(grid, fromS + 1) - 1; i < grid.count && grid.atS[i]! < toS; i++) {
    grid.baseKw[i]! += powerKw / grid.efficiency
  }
}

function solve(problem: DepotProblem, grid: TimeGrid, demands: Demand[], stays: Stay[]): Solved {
  const { jobs, network } = serve(grid, demands, stays)
  return { jobs, network, reached: reachAim(problem, network, grid) }
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
