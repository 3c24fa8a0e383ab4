import type { Network } from '@/lib/planner/network'

/** The source side of a minimum cut: 1 for each job and interval that unserved energy can reach. */
export interface Cut {
  job: Uint8Array
  interval: Uint8Array
}

const unreached = -1
/** Marks a job that can send nothing more through its layer. */
const spent = -2

/**
 * Augments the flow until no job can get more: Dinic's algorithm (1970) on the arcs that the windows span. What a job
 * has it keeps, and so does an interval; only who charges when changes. Ends with the minimum cut nearest the source.
 * Where the caller knows that only the intervals from `from` up to `to` matter, it says so.
 */
export function maximize(network: Network, from = 0, to = network.intervals): Cut {
  const layers = layersOf(network, from, to)
  while (search(network, layers)) block(network, layers)
  return { job: reached(layers.job), interval: reached(layers.interval) }
}

function reached(depths: Int32Array): Uint8Array {
  const side = new Uint8Array(depths.length)
  for (let k = 0; k < depths.length; k++) if (depths[k] !== unreached) side[k] = 1
  return side
}

/** True when the job still wants energy. */
export function isShort(network: Network, v: number): boolean {
  return network.needKwh[v]! - network.gotKwh[v]! > network.tinyKwh
}

interface Layers {
  job: Int32Array
  interval: Int32Array
  /** The next arc to try, for each job and interval. */
  jobAt: Int32Array
  intervalAt: Int32Array
  queue: Int32Array
  /** The jobs that may not be reached yet, up to `restCount`. */
  rest: Int32Array
  restCount: number
  intervalQueue: Int32Array
  /** Skips intervals already reached: the first not reached at or after i is found by following these. */
  skip: Int32Array
  /** For each layer, skips the intervals that can take nothing there. */
  places: Int32Array[]
  deepest: number
  from: number
  to: number
}

/** The layers of each network, kept so that augmenting again and again allocates nothing. */
const layersByNetwork = new WeakMap<Network, Layers>()

function layersOf(network: Network, from: number, to: number): Layers {
  const { jobs, intervals } = network
  const layers = layersByNetwork.get(network) ?? {
    from,
    to,
    job: new Int32Array(jobs),
    interval: new Int32Array(intervals),
    jobAt: new Int32Array(jobs),
    intervalAt: new Int32Array(intervals),
    queue: new Int32Array(jobs),
    rest: new Int32Array(jobs),
    restCount: 0,
    intervalQueue: new Int32Array(intervals),
    skip: new Int32Array(intervals + 1),
    places: [],
    deepest: 0,
  }
  layersByNetwork.set(network, layers)
  layers.from = from
  layers.to = to
  return layers
}

/** Breadth-first layers from the jobs that are short; true when an interval with room was reached. */
function search(network: Network, layers: Layers): boolean {
  const { jobs, intervals, first, end, arc, flowKwh, powerKw, hours, roomKwh, loadKwh, tinyKwh } = network
  const { gapFirst, gapEnd } = network
  const { job, interval, queue, intervalQueue, skip } = layers
  job.fill(unreached)
  interval.fill(unreached)
  for (let i = 0; i <= intervals; i++) skip[i] = i
  let known = 0
  layers.restCount = 0
  for (let v = 0; v < jobs; v++) {
    if (isShort(network, v)) {
      job[v] = 0
      queue[known++] = v
    } else layers.rest[layers.restCount++] = v
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
    for (let k = intervalBegin; k < knownIntervals && known < jobs; k++) {
      known = reachJobs(network, layers, intervalQueue[k]!, depth + 1, known)
    }
  }
  return false
}

/** Puts the jobs that charge in an interval on a layer: looks through those who cover it, or those not yet reached. */
function reachJobs(network: Network, layers: Layers, i: number, depth: number, knownJobs: number): number {
  const { first, end, arc, flowKwh, coverFrom, coverJob, tinyKwh } = network
  const { job, queue, rest } = layers
  const coverEnd = coverFrom[i + 1]!
  let known = knownJobs
  if (layers.restCount >= coverEnd - coverFrom[i]!) {
    for (let c = coverFrom[i]!; c < coverEnd; c++) {
      const u = coverJob[c]!
      if (job[u] !== unreached || flowKwh[arc[u]! + i]! <= tinyKwh) continue
      job[u] = depth
      queue[known++] = u
    }
    return known
  }
  let kept = 0
  for (let r = 0; r < layers.restCount; r++) {
    const u = rest[r]!
    if (job[u] !== unreached) continue
    if (i >= first[u]! && i < end[u]! && flowKwh[arc[u]! + i]! > tinyKwh) {
      job[u] = depth
      queue[known++] = u
    } else rest[kept++] = u
  }
  layers.restCount = kept
  return known
}

function unskipped(skip: Int32Array, from: number): number {
  let i = from
  while (skip[i] !== i) {
    const next = skip[i]!
    skip[i] = skip[next]!
    i = next
  }
  return i
}

/** Sends a blocking flow through the layers. */
function block(network: Network, layers: Layers): void {
  const { jobs, first, coverFrom, needKwh, gotKwh } = network
  layers.jobAt.set(first)
  layers.intervalAt.set(coverFrom.subarray(0, network.intervals))
  findPlaces(network, layers)
  for (let v = 0; v < jobs; v++) {
    if (layers.job[v] === 0) gotKwh[v]! += send(network, layers, v, needKwh[v]! - gotKwh[v]!)
  }
}

/** Sets up, for each layer, the way from one interval to the next that can take something: room in the deepest, else load. */
function findPlaces({ intervals, roomKwh, loadKwh, tinyKwh }: Network, layers: Layers): void {
  const { interval, deepest, places } = layers
  while (places.length <= deepest) places.push(new Int32Array(intervals + 1))
  for (let depth = 0; depth <= deepest; depth++) {
    const next = places[depth]!
    next[intervals] = intervals
    for (let i = intervals - 1; i >= 0; i--) {
      const takesKwh = depth === deepest ? roomKwh[i]! - loadKwh[i]! : loadKwh[i]!
      next[i] = interval[i] === depth && takesKwh > tinyKwh ? i : next[i + 1]!
    }
  }
}

/** Moves up to `wantedKwh` of a job into intervals one layer on; gives what it could. */
function send(network: Network, layers: Layers, v: number, wantedKwh: number): number {
  return layers.job[v] === layers.deepest
    ? fillRoom(network, layers, v, wantedKwh)
    : takePlaces(network, layers, v, wantedKwh)
}

/** Sends a job of the deepest layer into intervals that have room. */
function fillRoom(network: Network, layers: Layers, v: number, wantedKwh: number): number {
  const { arc, flowKwh, hours, roomKwh, loadKwh, tinyKwh } = network
  const next = layers.places[layers.deepest]!
  const base = arc[v]!
  const stop = network.end[v]!
  const gapFirst = network.gapFirst[v]!
  const gapEnd = network.gapEnd[v]!
  const power = network.powerKw[v]!
  let leftKwh = wantedKwh
  let i = unskipped(next, layers.jobAt[v]!)
  for (; i < stop; i = unskipped(next, i + 1)) {
    if (i < gapEnd && i >= gapFirst) continue
    const spareKwh = power * hours[i]! - flowKwh[base + i]!
    if (spareKwh <= tinyKwh) continue
    const freeKwh = roomKwh[i]! - loadKwh[i]!
    if (freeKwh <= tinyKwh) {
      next[i] = i + 1
      continue
    }
    const sentKwh = Math.min(leftKwh, spareKwh, freeKwh)
    flowKwh[base + i]! += sentKwh
    loadKwh[i]! += sentKwh
    leftKwh -= sentKwh
    if (leftKwh <= tinyKwh) break
  }
  layers.jobAt[v] = i
  if (i >= stop) layers.job[v] = spent
  return wantedKwh - leftKwh
}

/** Sends a job into the places of others, which make way. */
function takePlaces(network: Network, layers: Layers, v: number, wantedKwh: number): number {
  const { arc, flowKwh, hours, tinyKwh } = network
  const depth = layers.job[v]!
  const next = layers.places[depth]!
  const base = arc[v]!
  const stop = network.end[v]!
  const gapFirst = network.gapFirst[v]!
  const gapEnd = network.gapEnd[v]!
  const power = network.powerKw[v]!
  let leftKwh = wantedKwh
  let i = unskipped(next, layers.jobAt[v]!)
  for (; i < stop; i = unskipped(next, i + 1)) {
    if (i < gapEnd && i >= gapFirst) continue
    const spareKwh = power * hours[i]! - flowKwh[base + i]!
    if (spareKwh <= tinyKwh) continue
    const sentKwh = displace(network, layers, i, Math.min(leftKwh, spareKwh))
    flowKwh[base + i]! += sentKwh
    leftKwh -= sentKwh
    if (leftKwh <= tinyKwh) break
  }
  layers.jobAt[v] = i
  if (i >= stop) layers.job[v] = spent
  return wantedKwh - leftKwh
}

/** Makes up to `wantedKwh` of an interval free by moving jobs that charge there to intervals one layer on. */
function displace(network: Network, layers: Layers, i: number, wantedKwh: number): number {
  const { arc, flowKwh, coverJob, tinyKwh } = network
  const { job } = layers
  const depth = layers.interval[i]! + 1
  const stop = network.coverFrom[i + 1]!
  let leftKwh = wantedKwh
  let c = layers.intervalAt[i]!
  for (; c < stop; c++) {
    const u = coverJob[c]!
    if (job[u] !== depth) continue
    const at = arc[u]! + i
    if (flowKwh[at]! <= tinyKwh) continue
    const movedKwh = send(network, layers, u, Math.min(leftKwh, flowKwh[at]!))
    flowKwh[at]! -= movedKwh
    leftKwh -= movedKwh
    if (leftKwh <= tinyKwh) break
  }
  layers.intervalAt[i] = c
  if (c === stop) layers.places[depth - 1]![i] = i + 1
  return wantedKwh - leftKwh
}
