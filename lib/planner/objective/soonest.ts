import { JobHeap } from '@/lib/planner/flow/job-heap'
import { maximize } from '@/lib/planner/flow/max-flow'
import { isShort, type Network, push } from '@/lib/planner/flow/network'
import type { MinCutLevels } from '@/lib/planner/objective/min-cut-levels'

/**
 * The most energy so far at every boundary of the grid: fills one interval after the other, first with the job that is there
 * and must start first, then by moving others into it (the greedy algorithm on a polymatroid, Edmonds 1970). The
 * network must have its rooms, its needs and no flow; it ends with the flow. Whenever room is left over, the minimum cut
 * closes a cut level.
 */
export function fillSoonest(network: Network): MinCutLevels {
  const { jobs, intervals, needKwh } = network
  const need = needKwh.slice()
  const queue = new ReadyQueue(network)
  const cutLevels: MinCutLevels = {
    count: 0,
    job: new Int32Array(jobs).fill(-1),
    interval: new Int32Array(intervals).fill(-1),
    full: new Uint8Array(intervals),
    heldHours: new Float64Array(0),
  }
  needKwh.fill(0)
  const isSettled = new Uint8Array(jobs)
  let from = 0
  let anyFull = false
  for (let i = 0; i < intervals; i++) {
    queue.serve(i, need)
    const hasRoom = network.roomKwh[i]! - network.loadKwh[i]! > network.tinyKwh
    cutLevels.full[i] = hasRoom ? 0 : 1
    if (!hasRoom) {
      anyFull = true
      continue
    }
    if (!anyFull) from = i
    const cut = anyFull ? maximize(network, from, i + 1, { job: isSettled }) : undefined
    cutLevels.full[i] = network.roomKwh[i]! - network.loadKwh[i]! > network.tinyKwh ? 0 : 1
    anyFull = closeCutLevel(
      network,
      cutLevels,
      isSettled,
      from,
      i,
      (v) => cut?.job[v] === 1,
      (k) => cut?.interval[k] === 1,
    )
    while (from <= i && cutLevels.interval[from]! >= 0) from++
  }
  needKwh.set(need)
  closeCutLevel(
    network,
    cutLevels,
    isSettled,
    0,
    intervals - 1,
    () => false,
    () => false,
  )
  return cutLevels
}

/** What the cut does not reach is settled; true when an interval that is full stays open. */
function closeCutLevel(
  { jobs, needKwh, gotKwh }: Network,
  cutLevels: MinCutLevels,
  isSettled: Uint8Array,
  from: number,
  last: number,
  reachesJob: (v: number) => boolean,
  reachesInterval: (i: number) => boolean,
): boolean {
  const cutLevel = cutLevels.count++
  let anyOpen = false
  for (let i = from; i <= last; i++) {
    if (cutLevels.interval[i]! >= 0) continue
    if (reachesInterval(i)) anyOpen = true
    else cutLevels.interval[i] = cutLevel
  }
  for (let v = 0; v < jobs; v++) {
    if (cutLevels.job[v]! >= 0 || gotKwh[v] === 0 || needKwh[v]! - gotKwh[v]! > 1e-10 || reachesJob(v)) continue
    cutLevels.job[v] = cutLevel
    isSettled[v] = 1
  }
  return anyOpen
}

/** The jobs that are there and want more: the one that must start first is on top. */
class ReadyQueue {
  private readonly clock: Float64Array
  private readonly arrivals: Int32Array
  private arrived = 0
  /** The latest start of each job when it was last looked at: never later than it is now. */
  private readonly key: Float64Array
  private readonly waiting: JobHeap

  constructor(private readonly network: Network) {
    const { jobs, intervals, hours, first } = network
    this.clock = new Float64Array(intervals + 1)
    for (let i = 0; i < intervals; i++) this.clock[i + 1] = this.clock[i]! + hours[i]!
    this.arrivals = Int32Array.from({ length: jobs }, (_, v) => v).sort((a, b) => first[a]! - first[b]! || a - b)
    this.key = new Float64Array(jobs)
    this.waiting = new JobHeap(this.key)
  }

  /** Lets jobs arrive, and gives them the interval: the one that must start first comes first. */
  serve(i: number, need: Float64Array): void {
    const { network, arrivals, waiting } = this
    const { first, end, needKwh, gotKwh, powerKw, hours, roomKwh, loadKwh } = network
    for (; this.arrived < arrivals.length && first[arrivals[this.arrived]!]! <= i; this.arrived++) {
      const v = arrivals[this.arrived]!
      needKwh[v] = need[v]!
      this.await(v, i)
    }
    const served: number[] = []
    while (waiting.size > 0 && roomKwh[i]! > loadKwh[i]!) {
      const v = waiting.take()
      if (this.latestStart(v) > this.key[v]!) {
        this.await(v, i)
        continue
      }
      if (end[v]! <= i) continue
      push(network, v, i, Math.min(powerKw[v]! * hours[i]!, needKwh[v]! - gotKwh[v]!, roomKwh[i]! - loadKwh[i]!))
      served.push(v)
    }
    for (const v of served) this.await(v, i + 1)
  }

  private await(v: number, from: number): void {
    const { end, powerKw } = this.network
    if (end[v]! > from && powerKw[v]! > 0 && isShort(this.network, v)) this.waiting.add(v, this.latestStart(v))
  }

  private latestStart(v: number): number {
    const { end, needKwh, gotKwh, powerKw } = this.network
    return this.clock[end[v]!]! - (needKwh[v]! - gotKwh[v]!) / powerKw[v]!
  }
}
