import { maximize } from '@/lib/planner/max-flow'
import { clearFlow, type Network, push } from '@/lib/planner/network'
import { placeRest } from '@/lib/planner/place-rest'
import type { Strata } from '@/lib/planner/strata'
import { reversed, subNetwork } from '@/lib/planner/sub-network'
import { type SweepPlace, sweep } from '@/lib/planner/sweep'

/** A stratum whose stays change their power no more often than this is not dealt out a second time. */
const fewChanges = 4

/**
 * Deals the energy inside each stratum out anew, so that vehicles change their power seldom. Which vehicle charges when
 * inside a stratum is free: a sweep over time makes long runs, and augmenting serves what it left over. The
 * network's loads stay as good as they were. `inForceKwh` is the flow of the plan in force, which goes first.
 */
export function dealAnew(network: Network, strata: Strata, inForceKwh?: Float64Array): void {
  const jobsOf = members(strata.job, strata.count)
  const intervalsOf = members(strata.interval, strata.count)
  for (let k = 0; k < strata.count; k++) {
    const jobs = jobsOf[k]!
    const intervals = intervalsOf[k]!
    if (jobs.length > 0 && intervals.length > 0) dealStratum(network, strata, k, jobs, intervals, inForceKwh)
  }
}

function members(stratum: Int32Array, count: number): Int32Array[] {
  const lists: number[][] = Array.from({ length: count }, () => [])
  stratum.forEach((k, index) => {
    lists[k]?.push(index)
  })
  return lists.map((list) => Int32Array.from(list))
}

function dealStratum(
  network: Network,
  strata: Strata,
  k: number,
  jobs: Int32Array,
  intervals: Int32Array,
  inForceKwh?: Float64Array,
): void {
  const sub = subNetwork(network, jobs, intervals)
  const full = Uint8Array.from(intervals, (i) => strata.full[i]!)
  const roomKwh = Float64Array.from(intervals, (i, at) => {
    return full[at] === 1 ? sub.loadKwh[at]! : sub.loadKwh[at]! + Math.max(0, network.roomKwh[i]! - network.loadKwh[i]!)
  })
  sub.needKwh.set(sub.gotKwh)
  sub.roomKwh.set(roomKwh)
  clearFlow(sub)
  if (inForceKwh && !canKeepAll(network, sub, jobs, intervals, inForceKwh, full)) {
    clearFlow(sub)
    keep(network, sub, jobs, intervals, inForceKwh, (at) => full[at] === 1)
  }
  const backward = reversed(sub)
  const after = { full: full.toReversed(), before: afterwards(strata, k, intervals), apart: apartBackwards(intervals) }
  const fromEnd = deal(backward, after) ? changesOf(backward) : Number.POSITIVE_INFINITY
  const isFew = fromEnd <= fewChanges * jobs.length
  const forward = { full, before: before(strata, k, intervals), apart: apart(intervals) }
  if (!isFew && deal(sub, forward) && changesOf(sub) < fromEnd) takeOver(network, sub, jobs, intervals)
  else if (Number.isFinite(fromEnd)) takeOver(network, backward, jobs, intervals.toReversed())
}

/** Deals a stratum out: false where rounding left a job short, so that its flow is not to be used. */
function deal(sub: Network, place: SweepPlace): boolean {
  const roomKwh = sub.roomKwh.slice()
  sweep(sub, place)
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
 * Keeps the plan in force wherever it fits; false where what it has in intervals that need not be full leaves too little
 * for those that must be: the load would be worse than the best.
 */
function canKeepAll(
  network: Network,
  sub: Network,
  jobs: Int32Array,
  intervals: Int32Array,
  inForceKwh: Float64Array,
  full: Uint8Array,
): boolean {
  keep(network, sub, jobs, intervals, inForceKwh, () => true)
  if (!full.includes(0)) return true
  const trial = { flowKwh: sub.flowKwh.slice(), loadKwh: sub.loadKwh.slice(), gotKwh: sub.gotKwh.slice() }
  const roomKwh = sub.roomKwh.slice()
  for (let at = 0; at < sub.intervals; at++) if (!full[at]) sub.roomKwh[at] = sub.loadKwh[at]!
  maximize(sub)
  sub.roomKwh.set(roomKwh)
  const isFilled = roomKwh.every((kwh, at) => full[at] === 0 || kwh - sub.loadKwh[at]! <= 1e-7 * Math.max(1, kwh))
  sub.flowKwh.set(trial.flowKwh)
  sub.loadKwh.set(trial.loadKwh)
  sub.gotKwh.set(trial.gotKwh)
  return isFilled
}

/** Lets jobs have what the plan in force gives them in some intervals, as far as it fits. */
function keep(
  network: Network,
  sub: Network,
  jobs: Int32Array,
  intervals: Int32Array,
  inForceKwh: Float64Array,
  isKept: (at: number) => boolean,
): void {
  jobs.forEach((v, j) => {
    for (let at = sub.first[j]!; at < sub.end[j]!; at++) {
      if (!isKept(at)) continue
      const wantedKwh = Math.min(inForceKwh[network.arc[v]! + intervals[at]!]!, sub.powerKw[j]! * sub.hours[at]!)
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

/** 1 where all jobs of stratum k that are there draw full power just before the interval. */
function before(strata: Strata, k: number, intervals: Int32Array): Uint8Array {
  return Uint8Array.from(intervals, (i) => (i > 0 && strata.interval[i - 1]! < k ? 1 : 0))
}

/** The same, seen from the end. */
function afterwards(strata: Strata, k: number, intervals: Int32Array): Uint8Array {
  const last = strata.interval.length - 1
  return Uint8Array.from(intervals, (i) => (i < last && strata.interval[i + 1]! < k ? 1 : 0)).reverse()
}

function takeOver(network: Network, sub: Network, jobs: Int32Array, intervals: Int32Array): void {
  const { flowKwh, arc, loadKwh, gotKwh } = network
  jobs.forEach((v, j) => {
    for (let at = sub.first[j]!; at < sub.end[j]!; at++) {
      const i = intervals[at]!
      const kwh = sub.flowKwh[sub.arc[j]! + at]!
      const change = kwh - flowKwh[arc[v]! + i]!
      flowKwh[arc[v]! + i] = kwh
      loadKwh[i]! += change
      gotKwh[v]! += change
    }
  })
}
