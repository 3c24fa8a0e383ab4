import { isShort, type Network } from '@/lib/planner/flow/network'

/** The layer of what the search has not come to. */
export const unreached = -1
/** The layer of jobs that the caller knows out of reach. */
const outOfReach = -3

/** 1 for the jobs and intervals that the caller knows out of reach: no cut of before is crossed again. */
export interface Settled {
  job: Uint8Array
  interval?: Uint8Array
}

/** Layers of jobs and intervals, by how many times somebody has to make way from a job that is short to them. */
export interface Layers {
  job: Int32Array
  interval: Int32Array
  /** The next arc to try, for each job and interval. */
  jobAt: Int32Array
  intervalAt: Int32Array
  queue: Int32Array
  intervalQueue: Int32Array
  /** Skips intervals already reached: the first not reached at or after i is found by following these. */
  skip: Int32Array
  /** For each layer, skips the intervals that can take nothing there. */
  places: Int32Array[]
  deepest: number
  from: number
  to: number
  settled: Settled | undefined
}

/** The layers of each network, kept so that augmenting again and again allocates nothing. */
const layersByNetwork = new WeakMap<Network, Layers>()

/** The layers of a network, to be searched between two intervals. */
export function layersOf(network: Network, from: number, to: number, settled: Settled | undefined): Layers {
  const { jobs, intervals } = network
  const layers = layersByNetwork.get(network) ?? {
    from,
    to,
    settled,
    job: new Int32Array(jobs),
    interval: new Int32Array(intervals),
    jobAt: new Int32Array(jobs),
    intervalAt: new Int32Array(intervals),
    queue: new Int32Array(jobs),
    intervalQueue: new Int32Array(intervals),
    skip: new Int32Array(intervals + 1),
    places: [],
    deepest: 0,
  }
  layersByNetwork.set(network, layers)
  layers.from = from
  layers.to = to
  layers.settled = settled
  return layers
}

/** Breadth-first layers from the jobs that are short; true when an interval with room was reached. */
export function searchLayers(network: Network, layers: Layers): boolean {
  const { jobs, intervals, first, end, arc, flowKwh, powerKw, hours, roomKwh, loadKwh, tinyKwh } = network
  const { gapFirst, gapEnd } = network
  const { job, interval, queue, intervalQueue, skip, settled } = layers
  job.fill(unreached)
  interval.fill(unreached)
  for (let i = 0; i <= intervals; i++) skip[i] = settled?.interval?.[i] ? i + 1 : i
  let known = 0
  let reachable = 0
  for (let v = 0; v < jobs; v++) {
    if (settled?.job[v]) {
      job[v] = outOfReach
      continue
    }
    reachable++
    if (isShort(network, v)) {
      job[v] = 0
      queue[known++] = v
    }
  }
  let knownIntervals = 0
  let found = false
  for (let begin = 0, depth = 0; begin < known; depth++) {
    const layerEnd = known
    const intervalBegin = knownIntervals
    for (; begin < layerEnd; begin++) {
      const v = queue[begin]!
      const base = arc[v]!
      const stop = Math.min(end[v]!, layers.to)
      const power = powerKw[v]!
      for (let i = unskipped(skip, Math.max(first[v]!, layers.from)); i < stop; i = unskipped(skip, i + 1)) {
        if (i < gapEnd[v]! && i >= gapFirst[v]!) continue
        if (power * hours[i]! - flowKwh[base + i]! <= tinyKwh) continue
        interval[i] = depth
        skip[i] = i + 1
        if (loadKwh[i]! > tinyKwh) intervalQueue[knownIntervals++] = i
        if (roomKwh[i]! - loadKwh[i]! > tinyKwh) found = true
      }
    }
    layers.deepest = depth
    if (found) return true
    for (let k = intervalBegin; k < knownIntervals && known < reachable; k++) {
      known = reachJobs(network, layers, intervalQueue[k]!, depth + 1, known)
    }
  }
  return false
}

/** Puts the jobs that charge in an interval on a layer; those that do no more are no longer listed there. */
function reachJobs(network: Network, layers: Layers, i: number, depth: number, knownJobs: number): number {
  const { arc, flowKwh, coverFrom, userJob, userCount, isUser, tinyKwh } = network
  const { job, queue } = layers
  const begin = coverFrom[i]!
  const end = begin + userCount[i]!
  let known = knownJobs
  let kept = begin
  for (let c = begin; c < end; c++) {
    const u = userJob[c]!
    if (flowKwh[arc[u]! + i]! <= tinyKwh) {
      isUser[arc[u]! + i] = 0
      continue
    }
    userJob[kept++] = u
    if (job[u] !== unreached) continue
    job[u] = depth
    queue[known++] = u
  }
  userCount[i] = kept - begin
  return known
}

/** The first interval at or after one that is not skipped; shortens the way to it for the next call. */
export function unskipped(skip: Int32Array, from: number): number {
  let i = from
  while (skip[i] !== i) {
    const next = skip[i]!
    skip[i] = skip[next]!
    i = next
  }
  return i
}
