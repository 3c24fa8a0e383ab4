import type { SolvedFlow, Task } from '@/lib/planner/blocks/task'
import { roomUnder } from '@/lib/planner/flow/network'
import { type Before, keepLoad, startKwhOf } from '@/lib/planner/flow/start-flow'
import type { Stay } from '@/lib/planner/model/stay'
import type { TimeGrid } from '@/lib/planner/model/time-grid'
import { reachAim, settleShares } from '@/lib/planner/objective/aim'
import type { DepotProblem } from '@/lib/planner/problem'
import { type Served, serve } from '@/lib/planner/readiness/serve'
import { keepDivision } from '@/lib/planner/stability/keep-division'
import { type MergeRules, mergeShort } from '@/lib/planner/stability/merge-short'

/** Readiness, then the strategy's aim, then few changes: a flow that serves what can be served. */
export function solveFlow(grid: TimeGrid, task: Task): SolvedFlow {
  const { problem, demands, stays, before } = task
  const served = serve(grid, demands, stays, before)
  const startKwh = served.startKwh ?? startKwhOf(grid, task, served.jobs, served.network)
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

/** Reaches the strategy's aim and settles which vehicle charges when; gives the cap on site power. */
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
