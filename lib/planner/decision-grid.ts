import { blockCutsS, rasterS } from '@/lib/planner/blocks/block-cuts'
import { idealCutsS } from '@/lib/planner/model/ideals'
import type { Stay } from '@/lib/planner/model/stay'
import { type TimeGrid, timeGridOf } from '@/lib/planner/model/time-grid'
import type { DepotProblem } from '@/lib/planner/problem'
import type { Piece } from '@/lib/planner/segments/segments'
import { keptCutsS } from '@/lib/planner/stability/keep-incumbent'

/** By stay: what it charges whatever the others do; undefined or absent where that is to be decided. */
export type Fixed = (Piece[] | undefined)[]

/** Cuts where somebody's ideals, the incumbent plan, what is fixed, or minimum powers need them. */
export function gridOf(
  problem: DepotProblem,
  stays: Stay[],
  follows: boolean[],
  fixed: Fixed,
  curveCuts: number[] = [],
): TimeGrid {
  const idealCuts = stays.flatMap((stay, s) => (follows[s] ? idealCutsS(stay) : []))
  const fixedCuts = fixed.flatMap((pieces) => (pieces ?? []).flatMap(({ fromS, toS }) => [fromS, toS]))
  const cuts = [...keptCutsS(problem, stays), ...idealCuts, ...fixedCuts, ...curveCuts]
  const coarse = timeGridOf(problem, stays, cuts)
  const withMinimumPower = stays.filter(({ minPowerKw }) => minPowerKw > 0)
  if (withMinimumPower.length === 0) return coarse
  const blockCuts = withMinimumPower.flatMap((stay) => blockCutsS(coarse, stay))
  return timeGridOf(problem, stays, [...cuts, ...blockCuts, ...rasterS(problem, coarse, withMinimumPower)])
}
