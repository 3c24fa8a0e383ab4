import { isShort, maximize } from '@/lib/planner/max-flow'
import { type Network, push, subNetwork } from '@/lib/planner/network'
import type { Strata } from '@/lib/planner/strata'
import { placeRest, sweep } from '@/lib/planner/sweep'

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
  const gotKwh = sub.gotKwh.slice()
  const full = Uint8Array.from(intervals, (i) => strata.full[i]!)
  const roomKwh = Float64Array.from(intervals, (i, at) => {
    const filled = full[at] === 1
    return filled ? sub.loadKwh[at]! : sub.loadKwh[at]! + Math.max(0, network.roomKwh[i]! - network.loadKwh[i]!)
  })
  sub.needKwh.set(gotKwh)
  sub.roomKwh.set(roomKwh)
  sub.flowKwh.fill(0)
  sub.gotKwh.fill(0)
  sub.loadKwh.fill(0)
  if (inForceKwh) keep(network, sub, jobs, intervals, inForceKwh)
  const place = { full, before: before(network, strata, k, jobs, intervals), apart: apart(intervals) }
  sweep(sub, place)
  for (let at = 0; at < sub.intervals; at++) sub.roomKwh[at] = full[at] === 1 ? roomKwh[at]! : 0
  maximize(sub)
  sub.roomKwh.set(roomKwh)
  placeRest(sub, place)
  maximize(sub)
  for (let j = 0; j < sub.jobs; j++)
    if (isShort(sub, j) && sub.needKwh[j]! - sub.gotKwh[j]! > 1e-8 * Math.max(1, gotKwh[j]!)) return
  takeOver(network, sub, jobs, intervals)
}

/** Lets jobs have what the plan in force gives them, as far as it fits. */
function keep(network: Network, sub: Network, jobs: Int32Array, intervals: Int32Array, inForceKwh: Float64Array): void {
  jobs.forEach((v, j) => {
    for (let at = sub.first[j]!; at < sub.end[j]!; at++) {
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

/** 1 where all jobs of stratum k that are there draw full power just before the interval. */
function before(_network: Network, strata: Strata, k: number, _jobs: Int32Array, intervals: Int32Array): Uint8Array {
  return Uint8Array.from(intervals, (i) => (i > 0 && strata.interval[i - 1]! < k ? 1 : 0))
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
