import { maximize } from '@/lib/planner/flow/max-flow'
import { clearFlow, type Network, push, restoreFlow, savedFlow, setFlow } from '@/lib/planner/flow/network'
import { reversed, subNetwork } from '@/lib/planner/flow/sub-network'
import type { MinCutLevels } from '@/lib/planner/objective/min-cut-levels'
import { type DispatchPlace, dispatch } from '@/lib/planner/stability/least-laxity-dispatch'
import { placeRest } from '@/lib/planner/stability/place-rest'

/** A cut level whose stays change their power no more often than this is not allocated a second time. */
const fewChanges = 4

/**
 * Allocates the energy inside each cut level anew, so that vehicles change their power seldom. Which vehicle charges when
 * inside a cut level is free: least-laxity dispatch over time makes long stretches, and augmenting serves what it left over. The
 * network's loads stay as good as they were. `incumbentKwh` is the flow of the incumbent plan, which goes first.
 */
export function allocateAnew(network: Network, cutLevels: MinCutLevels, incumbentKwh?: Float64Array): void {
  const jobsOf = members(cutLevels.job, cutLevels.count)
  const intervalsOf = members(cutLevels.interval, cutLevels.count)
  for (let k = 0; k < cutLevels.count; k++) {
    const jobs = jobsOf[k]!
    const intervals = intervalsOf[k]!
    if (jobs.length > 0 && intervals.length > 0) allocateCutLevel(network, cutLevels, k, jobs, intervals, incumbentKwh)
  }
}

function members(cutLevel: Int32Array, count: number): Int32Array[] {
  const lists: number[][] = Array.from({ length: count }, () => [])
  cutLevel.forEach((k, index) => {
    lists[k]?.push(index)
  })
  return lists.map((list) => Int32Array.from(list))
}

function allocateCutLevel(
  network: Network,
  cutLevels: MinCutLevels,
  k: number,
  jobs: Int32Array,
  intervals: Int32Array,
  incumbentKwh?: Float64Array,
): void {
  const sub = subNetwork(network, jobs, intervals)
  const full = Uint8Array.from(intervals, (i) => cutLevels.full[i]!)
  const roomKwh = Float64Array.from(intervals, (i, at) => {
    return full[at] === 1 ? sub.loadKwh[at]! : sub.loadKwh[at]! + Math.max(0, network.roomKwh[i]! - network.loadKwh[i]!)
  })
  sub.needKwh.set(sub.gotKwh)
  sub.roomKwh.set(roomKwh)
  clearFlow(sub)
  if (incumbentKwh && !canKeepAll(network, sub, jobs, intervals, incumbentKwh, full)) {
    clearFlow(sub)
    keep(network, sub, jobs, intervals, incumbentKwh, (at) => full[at] === 1)
  }
  const backward = reversed(sub)
  const after = {
    full: full.toReversed(),
    before: afterwards(cutLevels, k, intervals),
    apart: apartBackwards(intervals),
  }
  const fromEnd = allocate(backward, after) ? changesOf(backward) : Number.POSITIVE_INFINITY
  const isFew = fromEnd <= fewChanges * jobs.length
  const forward = { full, before: before(cutLevels, k, intervals), apart: apart(intervals) }
  if (!isFew && allocate(sub, forward) && changesOf(sub) < fromEnd) takeOver(network, sub, jobs, intervals)
  else if (Number.isFinite(fromEnd)) takeOver(network, backward, jobs, intervals.toReversed())
}

/** Allocates a cut level: false where rounding left a job short, so that its flow is not to be used. */
function allocate(sub: Network, place: DispatchPlace): boolean {
  const roomKwh = sub.roomKwh.slice()
  dispatch(sub, place)
  for (let at = 0; at < sub.intervals; at++) if (!place.full[at]) sub.roomKwh[at] = sub.loadKwh[at]!
  maximize(sub)
  sub.roomKwh.set(roomKwh)
  placeRest(sub, place)
  maximize(sub)
  return sub.needKwh.every((kwh, j) => kwh - sub.gotKwh[j]! <= 1e-7 * Math.max(1, kwh))
}

/** How often the jobs change their power, all together. */
function changesOf({ jobs, first, end, arc, flowKwh, hours }: Network): number {
  let changes = 0
  for (let j = 0; j < jobs; j++) {
    let powerKw = 0
    for (let at = first[j]!; at <= end[j]!; at++) {
      const nextKw = at < end[j]! ? flowKwh[arc[j]! + at]! / hours[at]! : 0
      if (Math.abs(nextKw - powerKw) > 1e-6) changes++
      powerKw = nextKw
    }
  }
  return changes
}

/**
 * Keeps the incumbent plan wherever it fits; false where what it has in intervals that need not be full leaves too little
 * for those that must be: the load would be worse than the best.
 */
function canKeepAll(
  network: Network,
  sub: Network,
  jobs: Int32Array,
  intervals: Int32Array,
  incumbentKwh: Float64Array,
  full: Uint8Array,
): boolean {
  keep(network, sub, jobs, intervals, incumbentKwh, () => true)
  if (!full.includes(0)) return true
  const trial = savedFlow(sub)
  const roomKwh = sub.roomKwh.slice()
  for (let at = 0; at < sub.intervals; at++) if (!full[at]) sub.roomKwh[at] = sub.loadKwh[at]!
  maximize(sub)
  sub.roomKwh.set(roomKwh)
  const isFilled = roomKwh.every((kwh, at) => full[at] === 0 || kwh - sub.loadKwh[at]! <= 1e-7 * Math.max(1, kwh))
  restoreFlow(sub, trial)
  return isFilled
}

/** Lets jobs have what the incumbent plan gives them in some intervals, as far as it fits. */
function keep(
  network: Network,
  sub: Network,
  jobs: Int32Array,
  intervals: Int32Array,
  incumbentKwh: Float64Array,
  isKept: (at: number) => boolean,
): void {
  jobs.forEach((v, j) => {
    for (let at = sub.first[j]!; at < sub.end[j]!; at++) {
      if (!isKept(at)) continue
      const wantedKwh = Math.min(incumbentKwh[network.arc[v]! + intervals[at]!]!, sub.powerKw[j]! * sub.hours[at]!)
      const kwh = Math.min(wantedKwh, sub.needKwh[j]! - sub.gotKwh[j]!, sub.roomKwh[at]! - sub.loadKwh[at]!)
      if (kwh > sub.tinyKwh) push(sub, j, at, kwh)
    }
  })
}

/** 1 where an interval does not follow on the one before it in the list. */
function apart(intervals: Int32Array): Uint8Array {
  return Uint8Array.from(intervals, (i, at) => (at === 0 || intervals[at - 1] !== i - 1 ? 1 : 0))
}

/** The same, seen from the end. */
function apartBackwards(intervals: Int32Array): Uint8Array {
  return Uint8Array.from(intervals, (i, at) => (intervals[at + 1] !== i + 1 ? 1 : 0)).reverse()
}

/** 1 where all jobs of cut level k that are there draw full power just before the interval. */
function before(cutLevels: MinCutLevels, k: number, intervals: Int32Array): Uint8Array {
  return Uint8Array.from(intervals, (i) => (i > 0 && cutLevels.interval[i - 1]! < k ? 1 : 0))
}

/** The same, seen from the end. */
function afterwards(cutLevels: MinCutLevels, k: number, intervals: Int32Array): Uint8Array {
  const last = cutLevels.interval.length - 1
  return Uint8Array.from(intervals, (i) => (i < last && cutLevels.interval[i + 1]! < k ? 1 : 0)).reverse()
}

function takeOver(network: Network, sub: Network, jobs: Int32Array, intervals: Int32Array): void {
  const { flowKwh, arc, loadKwh, gotKwh } = network
  jobs.forEach((v, j) => {
    for (let at = sub.first[j]!; at < sub.end[j]!; at++) {
      const i = intervals[at]!
      const kwh = sub.flowKwh[sub.arc[j]! + at]!
      const change = kwh - flowKwh[arc[v]! + i]!
      setFlow(network, v, i, kwh)
      loadKwh[i]! += change
      gotKwh[v]! += change
    }
  })
}
