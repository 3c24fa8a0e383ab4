import type { TimeGrid } from '@/lib/planner/model/time-grid'

/** Something that wants energy in a window of the grid: a stay, or the part of one in its margin or a phase. */
export interface Job {
  /** Index of the stay. */
  stay: number
  /** The window: intervals [first, end) of the grid. */
  first: number
  end: number
  /** Intervals inside the window in which it may not charge: [gapFirst, gapEnd). */
  gapFirst?: number
  gapEnd?: number
  powerKw: number
}

/**
 * The depot as a flow: source → job (`needKwh`) → interval (`powerKw × hours`) → sink (`roomKwh`). Windows are ranges
 * and capacities are products, so an arc is a pair of indices: the flow of job v in interval i lies at
 * `flowKwh[arc[v] + i]`. A flow is feasible when no arc, job or interval holds more than it may; every function here
 * keeps it so. (Horn 1974 and Labetoulle et al. 1984 put preemptive scheduling to such networks.)
 */
export interface Network {
  jobs: number
  intervals: number
  first: Int32Array
  end: Int32Array
  gapFirst: Int32Array
  gapEnd: Int32Array
  powerKw: Float64Array
  needKwh: Float64Array
  gotKwh: Float64Array
  hours: Float64Array
  roomKwh: Float64Array
  loadKwh: Float64Array
  /** Where the flow of a job would lie in interval 0. */
  arc: Int32Array
  flowKwh: Float64Array
  /** The jobs whose window covers interval i: `coverJob[coverFrom[i]]` up to `coverFrom[i + 1]`. */
  coverFrom: Int32Array
  coverJob: Int32Array
  /** The jobs that charge in interval i, and some that do no more, in their order: `userJob[coverFrom[i]]` and the `userCount[i] - 1` after it. */
  userJob: Int32Array
  userCount: Int32Array
  /** 1 for each arc whose job is among the users of its interval. */
  isUser: Uint8Array
  /** Amounts below this are rounding. */
  tinyKwh: number
}

/** A network without flow, needs or room. */
export function networkOf(jobs: Job[], hours: Float64Array): Network {
  const network = emptyNetwork(jobs.length, hours)
  jobs.forEach((job, v) => {
    network.first[v] = job.first
    network.end[v] = Math.max(job.first, job.end)
    network.gapFirst[v] = job.gapFirst ?? 0
    network.gapEnd[v] = job.gapEnd ?? 0
    network.powerKw[v] = job.powerKw
  })
  return withArcs(network)
}

/** Room for vehicles in kWh in each interval, under the limit and a cap on site power. */
export function roomUnder(grid: TimeGrid, capKw: number, into: Float64Array): Float64Array {
  for (let i = 0; i < grid.count; i++) {
    const kw = Math.min(grid.limitKw[i]!, capKw) - grid.baseKw[i]!
    into[i] = kw > 0 ? kw * grid.efficiency * grid.hours[i]! : 0
  }
  return into
}

/** True when the job still wants energy. */
export function isShort(network: Network, v: number): boolean {
  return network.needKwh[v]! - network.gotKwh[v]! > network.tinyKwh
}

/** Takes all flow out. */
export function clearFlow(network: Network): void {
  network.flowKwh.fill(0)
  network.userCount.fill(0)
  network.isUser.fill(0)
  network.gotKwh.fill(0)
  network.loadKwh.fill(0)
}

/** Takes the flow of one job out. */
export function clearJob(network: Network, v: number): void {
  const { first, end, arc, flowKwh, loadKwh, gotKwh } = network
  for (let i = first[v]!; i < end[v]!; i++) {
    loadKwh[i]! -= flowKwh[arc[v]! + i]!
    flowKwh[arc[v]! + i] = 0
  }
  gotKwh[v] = 0
}

/** Sets what a job needs, and takes flow out, the latest first, where it has more. */
export function setNeed(network: Network, v: number, kwh: number): void {
  const { first, end, arc, flowKwh, loadKwh, needKwh, gotKwh } = network
  needKwh[v] = kwh
  if (kwh <= network.tinyKwh) {
    clearJob(network, v)
    return
  }
  let excessKwh = gotKwh[v]! - kwh
  for (let i = end[v]! - 1; i >= first[v]! && excessKwh > 0; i--) {
    const outKwh = Math.min(excessKwh, flowKwh[arc[v]! + i]!)
    flowKwh[arc[v]! + i]! -= outKwh
    loadKwh[i]! -= outKwh
    gotKwh[v]! -= outKwh
    excessKwh -= outKwh
  }
}

/** Sends `kwh` more of a job through an interval; the caller has looked that it fits. */
export function push(network: Network, v: number, i: number, kwh: number): void {
  network.flowKwh[network.arc[v]! + i]! += kwh
  network.loadKwh[i]! += kwh
  network.gotKwh[v]! += kwh
  noteUser(network, v, i)
}

/** Sets the flow of a job in an interval; its load and what the job got are the caller's. */
export function setFlow(network: Network, v: number, i: number, kwh: number): void {
  network.flowKwh[network.arc[v]! + i] = kwh
  noteUser(network, v, i)
}

/** Notes that a job charges in an interval: whatever raises a flow has to. */
export function noteUser({ arc, coverFrom, userJob, userCount, isUser }: Network, v: number, i: number): void {
  const at = arc[v]! + i
  if (isUser[at]) return
  isUser[at] = 1
  const end = coverFrom[i]! + userCount[i]!++
  let c = end
  while (c > coverFrom[i]! && userJob[c - 1]! > v) c--
  userJob.copyWithin(c + 1, c, end)
  userJob[c] = v
}

/** What a flow is, to come back to it. */
export type SavedFlow = Pick<Network, 'flowKwh' | 'loadKwh' | 'gotKwh'>

/** A copy of the flow. */
export function savedFlow({ flowKwh, loadKwh, gotKwh }: Network): SavedFlow {
  return { flowKwh: flowKwh.slice(), loadKwh: loadKwh.slice(), gotKwh: gotKwh.slice() }
}

/** Comes back to a flow of before. */
export function restoreFlow(network: Network, { flowKwh, loadKwh, gotKwh }: SavedFlow): void {
  network.flowKwh.set(flowKwh)
  network.loadKwh.set(loadKwh)
  network.gotKwh.set(gotKwh)
  const { jobs, first, end, arc } = network
  for (let v = 0; v < jobs; v++) {
    for (let i = first[v]!; i < end[v]!; i++) if (flowKwh[arc[v]! + i]! > 0) noteUser(network, v, i)
  }
}

/** A network whose windows are still to be set; `withArcs` then lays out the arcs. */
export function emptyNetwork(jobs: number, hours: Float64Array): Network {
  const intervals = hours.length
  return {
    jobs,
    intervals,
    first: new Int32Array(jobs),
    end: new Int32Array(jobs),
    gapFirst: new Int32Array(jobs),
    gapEnd: new Int32Array(jobs),
    powerKw: new Float64Array(jobs),
    needKwh: new Float64Array(jobs),
    gotKwh: new Float64Array(jobs),
    hours,
    roomKwh: new Float64Array(intervals),
    loadKwh: new Float64Array(intervals),
    arc: new Int32Array(jobs),
    flowKwh: new Float64Array(0),
    coverFrom: new Int32Array(intervals + 1),
    coverJob: new Int32Array(0),
    userJob: new Int32Array(0),
    userCount: new Int32Array(intervals),
    isUser: new Uint8Array(0),
    tinyKwh: 1e-10,
  }
}

/** Lays out the arcs once the windows are known. */
export function withArcs(network: Network): Network {
  const { jobs, intervals, first, end, arc, coverFrom } = network
  let arcs = 0
  for (let v = 0; v < jobs; v++) {
    arc[v] = arcs - first[v]!
    arcs += end[v]! - first[v]!
    for (let i = first[v]!; i < end[v]!; i++) coverFrom[i + 1]!++
  }
  for (let i = 0; i < intervals; i++) coverFrom[i + 1]! += coverFrom[i]!
  const next = coverFrom.slice()
  network.flowKwh = new Float64Array(arcs)
  network.coverJob = new Int32Array(arcs)
  network.userJob = new Int32Array(arcs)
  network.isUser = new Uint8Array(arcs)
  for (let v = 0; v < jobs; v++) {
    for (let i = first[v]!; i < end[v]!; i++) network.coverJob[next[i]!++] = v
  }
  return network
}
