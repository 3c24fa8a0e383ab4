import type { Reached } from '@/lib/planner/aim'
import { costOf } from '@/lib/planner/block-cost'
import { blockFlowOf } from '@/lib/planner/block-flow'
import { isUnderWay } from '@/lib/planner/block-in-force'
import type { Background, Block, BlockTask } from '@/lib/planner/block-shapes'
import { placeBlocks } from '@/lib/planner/blocks'
import { energyOf } from '@/lib/planner/cheaper-block'
import { improveBlocks } from '@/lib/planner/improve-blocks'
import type { DepotJob } from '@/lib/planner/jobs'
import { type Network, networkOf } from '@/lib/planner/network'
import type { DepotProblem, PowerInterval, Site, Strategy } from '@/lib/planner/problem'
import type { Served } from '@/lib/planner/readiness'
import type { Piece } from '@/lib/planner/segments'
import type { Stay } from '@/lib/planner/stay'
import type { TimeGrid } from '@/lib/planner/time-grid'

/** Missing more than this, in kWh, is short. */
const shortKwh = 1e-6

/** A depot in which readiness and the strategy's aim are reached: who charges how much when. */
export interface Solved extends Served {
  reached: Reached
}

/** The blocks, and what is left to decide, where they cost the others nothing. */
interface Settled {
  pieces: Map<number, Piece[]>
  rest?: Served
}

/** Places the vehicles that cannot pause around the plan that would be best if they could. */
export function settleBlocks(
  problem: DepotProblem,
  grid: TimeGrid,
  stays: Stay[],
  { jobs, network, reached }: Solved,
  keepsAll: boolean,
): Settled {
  const members = stays.flatMap(({ schedule }, s) => (schedule.ev.supportsPausing ? [] : [s]))
  const tasks = members.map((s) =>
    blockTask(network, grid, jobs, stays[s]!, problem.previous[stays[s]!.schedule.id] ?? []),
  )
  const background = backgroundOf(problem, grid, network, reached)
  const blocks = placeBlocks(grid, tasks, background, keepsAll)
  const isBlock = (s: number) => !stays[s]!.schedule.ev.supportsPausing
  const flow = blockFlowOf(network, grid, jobs, isBlock, background.boundKw)
  improveBlocks(flow, tasks, blocks)
  const isAsRelaxed = flow.missingKwh <= shortKwh && tasks.every((task, k) => isServed(grid, task, blocks[k]))
  return {
    pieces: new Map(members.map((s, k) => [s, piecesOfBlock(grid, blocks[k])])),
    rest: isAsRelaxed ? restOf(network, grid, jobs, isBlock) : undefined,
  }
}

function isServed(grid: TimeGrid, { kwh }: BlockTask, block: Block | undefined): boolean {
  return kwh - (block ? energyOf(grid, block) : 0) <= shortKwh
}

/**
 * What those who can pause get around the blocks: all that the relaxed plan gives them. Nothing where that lies in a
 * margin: their windows may have more room now.
 */
function restOf(
  whole: Network,
  grid: TimeGrid,
  jobs: DepotJob[],
  isBlock: (stay: number) => boolean,
): Served | undefined {
  const kept = jobs.flatMap((job, v) => (isBlock(job.stay) ? [] : [v]))
  const rest = kept.map((v) => jobs[v]!)
  if (rest.some(({ inMargin }) => inMargin)) return undefined
  const network = networkOf(rest, grid.hours)
  network.needKwh.set(kept.map((v) => whole.gotKwh[v]!))
  network.tinyKwh = whole.tinyKwh
  return { jobs: rest, network }
}

function piecesOfBlock({ atS }: TimeGrid, block: Block | undefined): Piece[] {
  if (!block) return []
  return block.powerKw.map((powerKw, k) => ({ fromS: atS[block.first + k]!, toS: atS[block.first + k + 1]!, powerKw }))
}

function backgroundOf(
  { strategy, site }: DepotProblem,
  grid: TimeGrid,
  network: Network,
  reached: Reached,
): Background {
  const siteKw = network.loadKwh.map((kwh, i) => grid.baseKw[i]! + kwh / (grid.hours[i]! * grid.efficiency))
  const peakKw = siteKw.reduce((peak, kw) => Math.max(peak, kw), site.peakSoFarkW)
  const cost = costOf(strategy, grid, reached.strata)
  return {
    siteKw,
    boundKw: holdsPeak(strategy, site) ? grid.limitKw.map((kw) => Math.min(kw, peakKw)) : grid.limitKw,
    cost,
    isRising: (cost?.own ?? siteKw).every((least) => least >= 0),
  }
}

/** True where the aim suffers when the peak rises. */
function holdsPeak(strategy: Strategy, site: Site): boolean {
  if (strategy === 'lowest-cost') return site.demandChargePerkW > 0
  return strategy !== 'as-soon-as-possible'
}

function blockTask(
  network: Network,
  grid: TimeGrid,
  jobs: DepotJob[],
  stay: Stay,
  previous: PowerInterval[],
): BlockTask {
  const relaxedKw = new Float64Array(grid.count)
  let kwh = 0
  let usesMargin = false
  jobs.forEach((job, v) => {
    if (job.stay !== stay.index) return
    kwh += network.gotKwh[v]!
    if (job.inMargin && network.gotKwh[v]! > shortKwh && stay.deadlineS === stay.endS) usesMargin = true
    for (let i = job.first; i < job.end; i++) relaxedKw[i]! += network.flowKwh[network.arc[v]! + i]! / grid.hours[i]!
  })
  return {
    stay,
    kwh: isUnderWay(stay, grid) && kwh < stay.minPowerKw * (grid.hours[0] ?? 0) ? stay.needKwh : kwh,
    usesMargin,
    relaxedKw,
    previous,
  }
}
