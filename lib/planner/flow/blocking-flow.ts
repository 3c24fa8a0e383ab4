import { type Layers, unskipped } from '@/lib/planner/flow/layers'
import { type Network, noteUser } from '@/lib/planner/flow/network'

/** Marks a job that can send nothing more through its layer. */
const spent = -2

/** Sends a blocking flow through the layers: as much as fits along the shortest ways from jobs that are short to room. */
export function sendBlockingFlow(network: Network, layers: Layers): void {
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
    noteUser(network, v, i)
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
    if (sentKwh > 0) {
      flowKwh[base + i]! += sentKwh
      noteUser(network, v, i)
    }
    leftKwh -= sentKwh
    if (leftKwh <= tinyKwh) break
  }
  layers.jobAt[v] = i
  if (i >= stop) layers.job[v] = spent
  return wantedKwh - leftKwh
}

/** Makes up to `wantedKwh` of an interval free by moving jobs that charge there to intervals one layer on. */
function displace(network: Network, layers: Layers, i: number, wantedKwh: number): number {
  const { arc, flowKwh, userJob, tinyKwh } = network
  const { job } = layers
  const depth = layers.interval[i]! + 1
  // Others may come to charge here meanwhile.
  const stop = () => network.coverFrom[i]! + network.userCount[i]!
  let leftKwh = wantedKwh
  let c = layers.intervalAt[i]!
  for (; c < stop(); c++) {
    const u = userJob[c]!
    if (job[u] !== depth) continue
    const at = arc[u]! + i
    if (flowKwh[at]! <= tinyKwh) continue
    const movedKwh = send(network, layers, u, Math.min(leftKwh, flowKwh[at]!))
    flowKwh[at]! -= movedKwh
    leftKwh -= movedKwh
    if (leftKwh <= tinyKwh) break
  }
  layers.intervalAt[i] = c
  if (c === stop()) layers.places[depth - 1]![i] = i + 1
  return wantedKwh - leftKwh
}
