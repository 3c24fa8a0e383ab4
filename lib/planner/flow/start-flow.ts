import { type Block, minimumKwhOf } from '@/lib/planner/blocks/block'
import { maximize } from '@/lib/planner/flow/max-flow'
import { clearFlow, type Network, push } from '@/lib/planner/flow/network'
import type { DepotJob } from '@/lib/planner/model/demands'
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
export function flowBeforeKwh(grid: TimeGrid, before: Before, jobs: DepotJob[], network: Network): Float64Array {
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
  startFrom(network, startKwh)
  maximize(network)
  if (network.needKwh.every((kwh, v) => kwh - network.gotKwh[v]! <= nothingKwh)) return true
  clearFlow(network)
  return false
}

/** Puts into an interval what a flow has there, as far as that fits. */
export function startInterval(network: Network, startKwh: Float64Array, i: number): void {
  const { coverFrom, coverJob, arc, needKwh, gotKwh, powerKw, hours, roomKwh, loadKwh, flowKwh, tinyKwh } = network
  for (let c = coverFrom[i]!; c < coverFrom[i + 1]!; c++) {
    const v = coverJob[c]!
    const wantedKwh = Math.min(startKwh[arc[v]! + i]!, powerKw[v]! * hours[i]!) - flowKwh[arc[v]! + i]!
    const kwh = Math.min(wantedKwh, needKwh[v]! - gotKwh[v]!, roomKwh[i]! - loadKwh[i]!)
    if (kwh > tinyKwh) push(network, v, i, kwh)
  }
}

/** Puts into a network what a flow has, as far as that fits; nothing where there is none. */
export function startFrom(network: Network, startKwh: Float64Array | undefined): void {
  if (startKwh) for (let i = 0; i < network.intervals; i++) startInterval(network, startKwh, i)
}
