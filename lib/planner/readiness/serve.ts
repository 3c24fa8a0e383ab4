import { maximize } from '@/lib/planner/flow/max-flow'
import { clearFlow, isShort, type Network, networkOf, roomUnder, setNeed } from '@/lib/planner/flow/network'
import { type Before, gotBeforeKwh, startFlowOf, startFrom, startKwhOf } from '@/lib/planner/flow/start-flow'
import type { Demand, DepotJob } from '@/lib/planner/model/demands'
import type { Stay } from '@/lib/planner/model/stay'
import type { TimeGrid } from '@/lib/planner/model/time-grid'
import { serveByLevels } from '@/lib/planner/readiness/levels'

/** Less than this, in kWh, is rounding and no reason to use a margin. */
const nothingKwh = 1e-6

/** The jobs that the demands become once it is decided how much each gets, in its window and in its margin. */
export interface Served {
  jobs: DepotJob[]
  /** Each job needs what it gets; rooms and flow are to be set by the caller that reaches the aim. */
  network: Network
  /** Everybody gets what it got before. */
  isAsBefore?: boolean
  /** The flow of before on this network's arcs, where there is one. */
  startKwh?: Float64Array | undefined
}

/**
 * Readiness: how much each demand gets, by levels, and how much of that must lie in its margin. Margins are opened only
 * where windows alone leave a vehicle short. Window and margin are then one demand, so that a vehicle that could use its margin makes
 * way for one that cannot; and then every vehicle charges in its window what it can. Where all can still get what they got
 * `before`, they do.
 */
export function serve(grid: TimeGrid, demands: Demand[], stays: Stay[], before?: Before): Served {
  if (grid.limitKw.every((kw) => kw === Number.POSITIVE_INFINITY)) return serveOwnReach(grid, demands)
  const jobs = demands.map(windowJob)
  const network = networkOf(jobs, grid.hours)
  const startKwh = startKwhOf(grid, { before, demands }, jobs, network)
  if (before && startKwh && canServeAgain(grid, before, jobs, network, startKwh))
    return { jobs, network, isAsBefore: true, startKwh }
  const isContested = ask(network, grid, demands, startKwh)
  if (demands.some((demand, v) => isContested[v] === 1 && hasMargin(demand))) {
    return serveWithMargins(grid, demands, stays)
  }
  serveByLevels(network, demands, stays, isContested)
  return { jobs, network, startKwh }
}

/** True where everybody can still get what it got before, within its window: then there is nothing to divide anew. */
function canServeAgain(
  grid: TimeGrid,
  before: Before,
  jobs: DepotJob[],
  network: Network,
  startKwh: Float64Array,
): boolean {
  if (before.jobs.some(({ inMargin }) => inMargin)) return false
  roomUnder(grid, Number.POSITIVE_INFINITY, network.roomKwh)
  network.needKwh.set(gotBeforeKwh(grid, before, jobs))
  network.tinyKwh = before.network.tinyKwh
  startFrom(network, startFlowOf(network, startKwh))
  maximize(network)
  return !network.needKwh.some((_, v) => isShort(network, v))
}

/** Asks for everything at once; marks the jobs that compete for too little (1). */
function ask(network: Network, grid: TimeGrid, demands: Demand[], startKwh?: Float64Array): Uint8Array {
  roomUnder(grid, Number.POSITIVE_INFINITY, network.roomKwh)
  demands.forEach((demand, v) => {
    network.needKwh[v] = neededKwh(demand)
  })
  network.tinyKwh = Math.max(network.tinyKwh, 1e-14 * network.needKwh.reduce((most, kwh) => Math.max(most, kwh), 0))
  if (startKwh) startFrom(network, startFlowOf(network, startKwh))
  return maximize(network).job
}

/** Without a limit everybody gets what its own power can reach. */
function serveOwnReach(grid: TimeGrid, demands: Demand[]): Served {
  const windowKwh = demands.map((demand) => Math.min(neededKwh(demand), windowReachKwh(grid, demand)))
  const marginKwh = demands.map((demand, v) =>
    Math.min(neededKwh(demand) - windowKwh[v]!, marginReachKwh(grid, demand)),
  )
  return divided(grid, demands, windowKwh, marginKwh)
}

function serveWithMargins(grid: TimeGrid, demands: Demand[], stays: Stay[]): Served {
  const whole = networkOf(demands.map(wholeJob), grid.hours)
  serveByLevels(whole, demands, stays, ask(whole, grid, demands))
  chargeInWindows(whole, grid, demands)
  const windowKwh = demands.map((demand, v) => flowWithin(whole, v, demand.first, demand.end))
  const marginKwh = demands.map((demand, v) => flowWithin(whole, v, demand.marginFirst, demand.marginEnd))
  const served = divided(grid, demands, windowKwh, marginKwh)
  shrinkMargins(served, grid)
  return served
}

/**
 * Makes a flow that brings everybody what it needs, in the windows as far as that is easy: first what its margin cannot
 * bring, then the rest; what is still missing is served by augmenting with the margins open.
 */
function chargeInWindows(network: Network, grid: TimeGrid, demands: Demand[]): void {
  const neededKwh = network.needKwh.slice()
  clearFlow(network)
  demands.forEach((demand, v) => {
    network.end[v] = demand.end
    network.needKwh[v] = Math.max(0, neededKwh[v]! - marginReachKwh(grid, demand))
  })
  maximize(network)
  network.needKwh.set(neededKwh)
  maximize(network)
  demands.forEach((demand, v) => {
    network.end[v] = wholeJob(demand).end
  })
  maximize(network)
}

/**
 * Takes from each margin what its window could hold after all, others moving inside their windows and margins, until no
 * window could hold more: then no plan that gives everybody its shares leaves room in the window of a vehicle that uses its margin.
 */
function shrinkMargins({ network, margins }: Divided, grid: TimeGrid): void {
  roomUnder(grid, Number.POSITIVE_INFINITY, network.roomKwh)
  maximize(network)
  const { needKwh, gotKwh } = network
  for (let gainedKwh = 1; gainedKwh > nothingKwh; ) {
    needKwh.set(gotKwh)
    for (const { window, margin } of margins) needKwh[window]! += gotKwh[margin]!
    const beforeKwh = gotKwh.slice()
    maximize(network)
    gainedKwh = 0
    for (const { window, margin } of margins) {
      const moreKwh = gotKwh[window]! - beforeKwh[window]!
      setNeed(network, margin, Math.max(0, gotKwh[margin]! - moreKwh))
      gainedKwh += moreKwh
    }
  }
  needKwh.set(gotKwh)
}

/** Windows and margins as jobs of their own; `margins` says which window's margin is used. */
interface Divided extends Served {
  margins: { window: number; margin: number }[]
}

/** The jobs of demands of which it is known what they get where. */
function divided(grid: TimeGrid, demands: Demand[], windowKwh: number[], marginKwh: number[]): Divided {
  const users = demands.flatMap((_, v) => (marginKwh[v]! > nothingKwh ? [v] : []))
  const jobs = [...demands.map(windowJob), ...users.map((v) => marginJob(demands[v]!))]
  const network = networkOf(jobs, grid.hours)
  network.needKwh.set([...windowKwh, ...users.map((v) => marginKwh[v]!)])
  network.tinyKwh = Math.max(network.tinyKwh, 1e-14 * network.needKwh.reduce((most, kwh) => Math.max(most, kwh), 0))
  return { jobs, network, margins: users.map((window, k) => ({ window, margin: demands.length + k })) }
}

const hasMargin = ({ marginFirst, marginEnd }: Demand) => marginEnd > marginFirst

const neededKwh = ({ minimumKwh, restKwh }: Demand) => minimumKwh + restKwh

function windowJob({ stay, first, end, powerKw, inMargin = false }: Demand): DepotJob {
  return { stay, first, end, powerKw, inMargin }
}

function marginJob({ stay, marginFirst, marginEnd, powerKw }: Demand): DepotJob {
  return { stay, first: marginFirst, end: marginEnd, powerKw, inMargin: true }
}

/** Window and margin in one, preconditioning between them left out. */
function wholeJob(demand: Demand): DepotJob {
  if (!hasMargin(demand)) return windowJob(demand)
  const { end, marginFirst, marginEnd } = demand
  return { ...windowJob(demand), end: marginEnd, gapFirst: end, gapEnd: marginFirst }
}

function windowReachKwh(grid: TimeGrid, { first, end, powerKw }: Demand): number {
  return reachKwh(grid, first, end, powerKw)
}

function marginReachKwh(grid: TimeGrid, { marginFirst, marginEnd, powerKw }: Demand): number {
  return reachKwh(grid, marginFirst, marginEnd, powerKw)
}

function reachKwh({ atS }: TimeGrid, first: number, end: number, powerKw: number): number {
  return end > first ? ((atS[end]! - atS[first]!) / 3600) * powerKw : 0
}

function flowWithin({ flowKwh, arc }: Network, v: number, first: number, end: number): number {
  let kwh = 0
  for (let i = first; i < end; i++) kwh += flowKwh[arc[v]! + i]!
  return kwh
}
