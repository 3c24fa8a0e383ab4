import type { Block } from '@/lib/planner/block-shapes'
import type { DepotJob } from '@/lib/planner/jobs'
import { maximize } from '@/lib/planner/max-flow'
import { type Network, setNeed } from '@/lib/planner/network'
import type { TimeGrid } from '@/lib/planner/time-grid'

/**
 * The flow of those who can pause, kept while blocks come and go: a block takes its room from whoever charges there, and
 * augmenting finds room elsewhere. What is then still missing is what the blocks cost, and the minimum cut names the
 * intervals where they cost it: as a function of the rooms the maximum flow is concave and the cut is its supergradient,
 * so a block that draws a kWh less there frees at most a kWh (Ford, Fulkerson 1956).
 */
export interface BlockFlow {
  network: Network
  grid: TimeGrid
  /** The site power that may be reached in each interval: the limit, or the cap that the strategy's aim keeps below it. */
  boundKw: Float64Array
  /** 1 for the intervals where room is missing. */
  isCut: Uint8Array
  /** The same, and those where it would be missing if blocks moved that were refused since. */
  isCostly: Uint8Array
  missingKwh: number
}

/**
 * Starts from the relaxed plan's flow: the blocks' own jobs are taken out of it, and the grid's base load, in which the
 * blocks are by now, takes its room.
 */
export function blockFlowOf(
  network: Network,
  grid: TimeGrid,
  jobs: DepotJob[],
  isBlock: (stay: number) => boolean,
  boundKw: Float64Array,
): BlockFlow {
  jobs.forEach((job, v) => {
    if (isBlock(job.stay)) setNeed(network, v, 0)
  })
  const flow = {
    network,
    grid,
    boundKw,
    isCut: new Uint8Array(grid.count),
    isCostly: new Uint8Array(grid.count),
    missingKwh: 0,
  }
  for (let i = 0; i < grid.count; i++) setRoom(flow, i)
  settle(flow)
  return flow
}

/** Puts blocks in the place of others, and finds room for the rest. */
export function exchange(flow: BlockFlow, moves: { out: Block; into: Block }[]): void {
  for (const move of moves) swapLoads(flow.grid, move)
  for (const { first, powerKw } of moves.flatMap(({ out, into }) => [out, into])) {
    for (let k = 0; k < powerKw.length; k++) setRoom(flow, first + k)
  }
  settle(flow)
}

/** Takes a block out of the grid's base load, and puts another in. */
export function swapLoads(grid: TimeGrid, { out, into }: { out: Block; into: Block }): void {
  addBlock(grid, out, -1)
  addBlock(grid, into, 1)
}

/** Adds a block to the grid's base load, or takes it out. */
export function addBlock(grid: TimeGrid, { first, powerKw }: Block, sign: 1 | -1): void {
  for (let k = 0; k < powerKw.length; k++) grid.baseKw[first + k]! += (sign * powerKw[k]!) / grid.efficiency
}

/** What a block draws where room is missing, in kWh. */
export function kwhWithin(isIn: Uint8Array, { hours }: TimeGrid, { first, powerKw }: Block): number {
  let kwh = 0
  for (let k = 0; k < powerKw.length; k++) if (isIn[first + k] === 1) kwh += powerKw[k]! * hours[first + k]!
  return kwh
}

/** Sets the room of an interval, and takes flow out where there is more. */
function setRoom({ network, grid, boundKw }: BlockFlow, i: number): void {
  const { arc, flowKwh, loadKwh, gotKwh, coverFrom, coverJob, roomKwh } = network
  const kw = boundKw[i]! - grid.baseKw[i]!
  roomKwh[i] = kw > 0 ? kw * grid.efficiency * grid.hours[i]! : 0
  let excessKwh = loadKwh[i]! - roomKwh[i]!
  for (let c = coverFrom[i]!; c < coverFrom[i + 1]! && excessKwh > 0; c++) {
    const v = coverJob[c]!
    const kwh = Math.min(flowKwh[arc[v]! + i]!, excessKwh)
    if (kwh <= 0) continue
    flowKwh[arc[v]! + i]! -= kwh
    gotKwh[v]! -= kwh
    loadKwh[i]! -= kwh
    excessKwh -= kwh
  }
}

function settle(flow: BlockFlow): void {
  const { network, grid, boundKw, isCut } = flow
  isCut.set(maximize(network).interval)
  let missingKwh = 0
  for (let v = 0; v < network.jobs; v++) missingKwh += network.needKwh[v]! - network.gotKwh[v]!
  for (let i = 0; i < grid.count; i++) {
    const overKw = grid.baseKw[i]! - boundKw[i]!
    if (overKw <= 1e-6) continue
    missingKwh += overKw * grid.efficiency * grid.hours[i]!
    isCut[i] = 1
  }
  flow.missingKwh = missingKwh
}
