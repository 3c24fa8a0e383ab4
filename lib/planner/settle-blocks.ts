import type { Reached } from '@/lib/planner/aim'
import type { BlockTask } from '@/lib/planner/block-shapes'
import { isUnderWay, placeBlocks } from '@/lib/planner/blocks'
import { type DepotJob, perStay } from '@/lib/planner/jobs'
import type { Network } from '@/lib/planner/network'
import type { DepotProblem, PowerInterval } from '@/lib/planner/problem'
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

/** Places the vehicles that cannot pause around the plan that would be best if they could. */
export function settleBlocks(
  problem: DepotProblem,
  grid: TimeGrid,
  stays: Stay[],
  { jobs, network, reached }: Solved,
  keepsAll: boolean,
): Map<number, Piece[]> {
  const loadKw = network.loadKwh.map((kwh, i) => kwh / grid.hours[i]!)
  const members = stays.flatMap(({ schedule }, s) => (schedule.ev.supportsPausing ? [] : [s]))
  const tasks = members.map((s) =>
    blockTask(network, grid, jobs, stays[s]!, problem.previous[stays[s]!.schedule.id] ?? []),
  )
  const capKw = loadKw.reduce(
    (peak, kw, i) => Math.max(peak, grid.baseKw[i]! + kw / grid.efficiency),
    problem.site.peakSoFarkW,
  )
  const gotKwh = perStay(network.gotKwh, jobs, stays.length)
  const caps = problem.strategy === 'peak-supression' || problem.site.demandChargePerkW > 0
  const isScarce = stays.some((stay, s) => Math.min(stay.needKwh, reachKwh(stay)) - gotKwh[s]! > shortKwh)
  const strategy = isScarce ? 'balanced' : problem.strategy
  const background = {
    strategy,
    loadKw,
    capKw: caps ? capKw : Number.POSITIVE_INFINITY,
    marginalPricePerKwh: strategy === 'lowest-cost' && !caps ? marginalPrices(grid, reached) : undefined,
  }
  const pieces = placeBlocks(grid, tasks, background, keepsAll)
  return new Map(members.map((s, k) => [s, pieces[k]!]))
}

/** The price at which those who charge in an interval of the cheapest plan would charge otherwise. */
function marginalPrices(grid: TimeGrid, { strata }: Reached): Float64Array {
  const prices = Float64Array.from(new Set(grid.pricePerKwh)).sort()
  return grid.pricePerKwh.map((price, i) => prices[strata.interval[i]!] ?? price)
}

/** The energy that a stay's own power could bring, its margin included: what it misses beyond that is not the site's. */
function reachKwh({ startS, deadlineS, endS, departureS, maxPowerKw }: Stay): number {
  return ((deadlineS - startS + departureS - endS) / 3600) * maxPowerKw
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
