import { minimumKwhOf, withMinimum } from '@/lib/planner/blocks/block'
import { chargeInBlocks } from '@/lib/planner/blocks/charge-in-blocks'
import { dissolveBlocks } from '@/lib/planner/blocks/dissolve-blocks'
import { inTurns } from '@/lib/planner/blocks/in-turns'
import { inPausingBlocks } from '@/lib/planner/blocks/pausing-blocks'
import { putBackAboveMinimum } from '@/lib/planner/blocks/put-back'
import type { Task } from '@/lib/planner/blocks/task'
import { topUp } from '@/lib/planner/blocks/top-up'
import { type Network, roomUnder } from '@/lib/planner/flow/network'
import { perStay } from '@/lib/planner/model/demands'
import type { Stay } from '@/lib/planner/model/stay'
import { addToBase, type TimeGrid } from '@/lib/planner/model/time-grid'
import type { DepotProblem } from '@/lib/planner/problem'
import type { Served } from '@/lib/planner/readiness/serve'
import { piecesOf } from '@/lib/planner/segments/pieces'
import { inOrder, type Piece, totalKwh } from '@/lib/planner/segments/segments'
import { solveFlow } from '@/lib/planner/solve-flow'
import { isBetter, outcomeOf } from '@/lib/planner/stability/outcome'

/** Missing more than this, in kWh, is short. */
const shortKwh = 1e-6

/** What each stay charges, in order, and how much it gets of its need. */
export interface Decision {
  pieces: Piece[][]
  gotKwh: Float64Array
}

/**
 * Vehicles that can pause and have a minimum power are settled in pausingBlocks, and as the flow has them; the better is taken,
 * because neither is always. Those that are short get the room that is left over, or all of them take turns.
 */
export function settleMinimumPowers(grid: TimeGrid, depot: Task): Decision {
  const { problem, stays } = depot
  const baseKw = grid.baseKw.slice()
  const canBreak = stays.some(({ schedule, minPowerKw }) => schedule.ev.supportsPausing && minPowerKw > 0)
  const pausingBlocks = canBreak ? inPausingBlocks(grid, depot, solveFlow(grid, depot)) : undefined
  const asFlow = settleBlocks(grid, depot)
  if (!pausingBlocks) return asFlow
  const free = { ...grid, baseKw }
  grid.baseKw.set(baseKw)
  const parts = settleBlocks(grid, pausingBlocks.task)
  const inParts = { pieces: stays.map((): Piece[] => []), gotKwh: new Float64Array(stays.length) }
  pausingBlocks.ownerOf.forEach((owner, s) => {
    inParts.pieces[owner]!.push(...parts.pieces[s]!)
    inParts.gotKwh[owner]! += parts.gotKwh[s]!
  })
  const better = (one: Decision, other: Decision) =>
    isBetter(stays, outcomeOf(problem, stays, one.pieces), outcomeOf(problem, stays, other.pieces)) ? one : other
  const asking = new Set(depot.demands.map(({ stay }) => stay))
  const open = stays.filter(({ index }) => asking.has(index))
  const toppedUp = (decision: Decision) => withPieces(decision, topUp(free, open, decision.pieces))
  const settled = better(toppedUp(asFlow), toppedUp(inParts))
  const isShort = open.some(({ needKwh, index }) => needKwh - settled.gotKwh[index]! > shortKwh)
  if (!isShort) return settled
  return better(toppedUp(withPieces(settled, inTurns(free, open, settled.pieces))), settled)
}

/** Other pieces for the same stays. */
function withPieces({ pieces, gotKwh }: Decision, others: Piece[][]): Decision {
  return { pieces: others, gotKwh: gotKwh.map((kwh, s) => kwh + totalKwh(others[s]!) - totalKwh(pieces[s]!)) }
}

/** Reserves the blocks that packing would part, too; each round reserves one more at least, so it ends. */
function settleBlocks(grid: TimeGrid, { problem, demands, stays }: Task): Decision {
  const baseKw = grid.baseKw.slice()
  const isHeldByCurve = ({ curveEndS }: Stay) => curveEndS !== undefined
  const mustReserve = new Set(stays.filter(isHeldByCurve).map(({ index }) => index))
  for (; ; grid.baseKw.set(baseKw)) {
    const depot = { problem, demands, stays, mustReserve }
    const inBlocks = chargeInBlocks(grid, depot, solveFlow)
    const { task, served, blocks } =
      problem.strategy === 'as-soon-as-possible' ? dissolveBlocks(grid, depot, inBlocks) : inBlocks
    const { charged, gotKwh } = settleTask(grid, task, served)
    const whole = charged.map((pieces, s) =>
      blocks.has(s) ? withMinimum(grid, blocks.get(s)!, pieces) : inOrder(pieces),
    )
    const parted = stays.filter(({ index }) => !blocks.has(index) && isParted(stays[index]!, whole[index]!))
    if (parted.length === 0) {
      for (const [s, block] of blocks) gotKwh[s]! += minimumKwhOf(grid, block)
      return { pieces: whole, gotKwh }
    }
    for (const { index } of parted) mustReserve.add(index)
  }
}

/** True where packing left a vehicle that cannot pause with a gap, below its minimum power, or waiting though it charges. */
function isParted({ schedule, minPowerKw, startS, isUnderWay }: Stay, pieces: Piece[]): boolean {
  const [first] = pieces
  if (schedule.ev.supportsPausing || !first) return false
  if (isUnderWay && first.fromS > startS) return true
  return pieces.some(({ fromS, powerKw }, k) => {
    return powerKw < minPowerKw * (1 - 1e-9) || (k > 0 && fromS > pieces[k - 1]!.toS)
  })
}

/**
 * Makes pieces of a flow. Where minimum powers leave energy unused, vehicles that have one stay as they are settled, and the
 * others, which have none and lose nothing, are allocated again around them.
 */
function settleTask(
  grid: TimeGrid,
  task: Task,
  { jobs, network }: Served,
): { charged: Piece[][]; gotKwh: Float64Array } {
  const { problem, demands, stays } = task
  const wantedKwh = network.gotKwh.slice()
  const limitKwh = roomUnder(grid, Number.POSITIVE_INFINITY, new Float64Array(grid.count))
  const parts = putBackAboveMinimum(network, grid, jobs, stays, limitKwh, scoreOf(problem, grid, network))
  const charged = piecesOf(problem, network, grid, jobs, parts, stays)
  const gotKwh = perStay(network.gotKwh, jobs, stays.length)
  if (!network.gotKwh.some((kwh, v) => wantedKwh[v]! - kwh > shortKwh)) return { charged, gotKwh }
  const hasMinimum = (s: number) => stays[s]!.minPowerKw > 0
  const settled = charged.map((pieces, s) => (hasMinimum(s) ? pieces : []))
  for (const piece of settled.flat()) addToBase(grid, piece)
  const others = { problem, stays, demands: demands.filter(({ stay }) => !hasMinimum(stay)) }
  const again = settleTask(grid, others, solveFlow(grid, others))
  return {
    charged: stays.map((_, s) => (hasMinimum(s) ? settled[s]! : again.charged[s]!)),
    gotKwh: gotKwh.map((kwh, s) => (hasMinimum(s) ? kwh : again.gotKwh[s]!)),
  }
}

/** Where a job that is put back costs the aim least. */
function scoreOf(problem: DepotProblem, grid: TimeGrid, network: Network): Float64Array {
  if (problem.strategy === 'as-soon-as-possible') return grid.atS
  if (problem.strategy !== 'balanced') return grid.pricePerKwh
  return grid.baseKw.map((kw, i) => kw + network.loadKwh[i]! / (grid.hours[i]! * grid.efficiency))
}
