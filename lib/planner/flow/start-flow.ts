import { type Block, minimumKwhOf } from '@/lib/planner/blocks/block'
import { maximize } from '@/lib/planner/flow/max-flow'
import { clearFlow, type Network, push } from '@/lib/planner/flow/network'
import type { Demand, DepotJob } from '@/lib/planner/model/demands'
import type { TimeGrid } from '@/lib/planner/model/time-grid'

/**
 * How a depot was allocated before the minimum powers of more blocks were reserved. To begin where that ended spares most of
 * the augmenting, and where energy may move without a cost it stays where it was.
 */
export interface Before {
  jobs: DepotJob[]
  network: Network
  /** The lowest cap on site power that was found: with more reserved none is lower. */
  capKw: number
  /** The blocks reserved since, by stay. */
  reserved: Map<number, Block>
  /** Energy is to stay where it was. */
  isNear: boolean
}

/** Less than this, in kWh, is rounding. */
const nothingKwh = 1e-7

/** What each job got before, less what is reserved of it since: by job, in kWh. */
export function gotBeforeKwh(grid: TimeGrid, before: Before, jobs: DepotJob[]): Float64Array {
  const was = placesBefore(before, jobs)
  return Float64Array.from(jobs, (job, v) => {
    const block = before.reserved.get(job.stay)
    const step = block?.steps?.find(({ first }) => first === job.first)
    if (step) return step.minimumKwh + step.restKwh
    const kwh = before.network.needKwh[was[v]!] ?? 0
    return block ? Math.max(0, kwh - minimumKwhOf(grid, block)) : kwh
  })
}

/** The flow of before on the arcs of a network, less what is reserved since; it need not fit any more. */
function flowBeforeKwh(grid: TimeGrid, before: Before, jobs: DepotJob[], network: Network): Float64Array {
  const startKwh = new Float64Array(network.flowKwh.length)
  const was = placesBefore(before, jobs)
  jobs.forEach((job, v) => {
    const u = was[v]!
    if (u < 0) return
    const { first, end, arc, flowKwh } = before.network
    const reservedKw = before.reserved.get(job.stay)?.stay.minPowerKw ?? 0
    for (let i = Math.max(first[u]!, network.first[v]!); i < Math.min(end[u]!, network.end[v]!); i++) {
      const kwh = flowKwh[arc[u]! + i]! - reservedKw * grid.hours[i]!
      if (kwh > 0) startKwh[network.arc[v]! + i] = kwh
    }
  })
  return startKwh
}

/** A flow to begin with, on the arcs of a network: the one of before, else what the demands hold likely; undefined where there is none. */
export function startKwhOf(
  grid: TimeGrid,
  { before, demands }: { before?: Before | undefined; demands: Demand[] },
  jobs: DepotJob[],
  network: Network,
): Float64Array | undefined {
  return before ? flowBeforeKwh(grid, before, jobs, network) : likelyFlowKwh(demands, network)
}

/** What demands hold likely, on the arcs of a network of which they are the first jobs. */
function likelyFlowKwh(demands: Demand[], { arc, first, flowKwh }: Network): Float64Array | undefined {
  if (!demands.some(({ likelyKwh }) => likelyKwh)) return undefined
  const startKwh = new Float64Array(flowKwh.length)
  demands.forEach(({ likelyKwh }, v) => {
    if (likelyKwh) startKwh.set(likelyKwh, arc[v]! + first[v]!)
  })
  return startKwh
}

/** Where each job was before; -1 where it was not. A stay may have several jobs, in its window or in its margin; their order stays. */
function placesBefore(before: Before, jobs: DepotJob[]): Int32Array {
  const firstOf = new Int32Array(2 * (1 + lastStay(jobs, lastStay(before.jobs, 0)))).fill(-1)
  const nextOf = new Int32Array(before.jobs.length)
  for (let u = before.jobs.length - 1; u >= 0; u--) {
    const place = placeOf(before.jobs[u]!)
    nextOf[u] = firstOf[place]!
    firstOf[place] = u
  }
  return Int32Array.from(jobs, (job) => {
    const place = placeOf(job)
    const u = firstOf[place]!
    // What was one job is now in steps.
    if (u >= 0 && !before.reserved.get(job.stay)?.steps) firstOf[place] = nextOf[u]!
    return u
  })
}

const placeOf = ({ stay, inMargin }: DepotJob) => 2 * stay + Number(inMargin)

const lastStay = (jobs: DepotJob[], least: number) => jobs.reduce((last, { stay }) => Math.max(last, stay), least)

/**
 * Serves everybody so that the site's load stays what it was before, reserved powers included: then no aim loses anything,
 * and only which job charges when changes. True where that is possible; otherwise the network is left without flow.
 */
export function keepLoad(grid: TimeGrid, before: Before, network: Network, startKwh: Float64Array): boolean {
  network.roomKwh.set(before.network.loadKwh)
  for (const { stay, first, end } of before.reserved.values()) {
    for (let i = first; i < end; i++) network.roomKwh[i]! -= stay.minPowerKw * grid.hours[i]!
  }
  clearFlow(network)
  if (network.roomKwh.some((kwh) => kwh < -nothingKwh)) return false
  startFrom(network, startFlowOf(network, startKwh))
  maximize(network)
  if (network.needKwh.every((kwh, v) => kwh - network.gotKwh[v]! <= nothingKwh)) return true
  clearFlow(network)
  return false
}

/** A flow to begin with, by interval: of job `job[k]` there are `kwh[k]`, for k from `from[i]` up to `from[i + 1]`. */
export interface StartFlow {
  from: Int32Array
  job: Int32Array
  kwh: Float64Array
}

/** What of a flow on the arcs of a network is there to begin with. */
export function startFlowOf({ jobs, intervals, first, end, arc, tinyKwh }: Network, startKwh: Float64Array): StartFlow {
  const from = new Int32Array(intervals + 1)
  for (let v = 0; v < jobs; v++) {
    for (let i = first[v]!; i < end[v]!; i++) if (startKwh[arc[v]! + i]! > tinyKwh) from[i + 1]!++
  }
  for (let i = 0; i < intervals; i++) from[i + 1]! += from[i]!
  const next = from.slice()
  const start = { from, job: new Int32Array(from[intervals]!), kwh: new Float64Array(from[intervals]!) }
  for (let v = 0; v < jobs; v++) {
    for (let i = first[v]!; i < end[v]!; i++) {
      const kwh = startKwh[arc[v]! + i]!
      if (kwh <= tinyKwh) continue
      start.job[next[i]!] = v
      start.kwh[next[i]!++] = kwh
    }
  }
  return start
}

/** Puts into an interval what a flow has there, as far as that fits. */
export function startInterval(network: Network, { from, job, kwh }: StartFlow, i: number): void {
  const { arc, needKwh, gotKwh, powerKw, hours, roomKwh, loadKwh, flowKwh, tinyKwh } = network
  for (let k = from[i]!; k < from[i + 1]!; k++) {
    const v = job[k]!
    const wantedKwh = Math.min(kwh[k]!, powerKw[v]! * hours[i]!) - flowKwh[arc[v]! + i]!
    const moreKwh = Math.min(wantedKwh, needKwh[v]! - gotKwh[v]!, roomKwh[i]! - loadKwh[i]!)
    if (moreKwh > tinyKwh) push(network, v, i, moreKwh)
  }
}

/** Puts into a network what a flow has, as far as that fits; nothing where there is none. */
export function startFrom(network: Network, start: StartFlow | undefined): void {
  if (start) for (let i = 0; i < network.intervals; i++) startInterval(network, start, i)
}
