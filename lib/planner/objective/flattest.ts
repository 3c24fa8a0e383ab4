import { maximize } from '@/lib/planner/flow/max-flow'
import { clearFlow, isShort, type Network, push } from '@/lib/planner/flow/network'
import { subNetwork } from '@/lib/planner/flow/sub-network'
import type { TimeGrid } from '@/lib/planner/model/time-grid'
import { raisedKw } from '@/lib/planner/objective/least-peak'
import type { MinCutLevels } from '@/lib/planner/objective/min-cut-levels'

/** Part of the depot: which jobs and intervals of the whole it holds, and the site power that is there already. */
interface Part {
  network: Network
  jobs: Int32Array
  intervals: Int32Array
  baseKw: Float64Array
  limitKw: Float64Array
}

/**
 * The flattest site load that serves every need under the limit: its highest level as low as possible, then the next.
 * The loads that serve all needs are the base of a polymatroid, so one load is the flattest (Fujishige 1980). Divide
 * and conquer on minimum cuts finds it, as the critical intervals of speed scaling do (Yao, Demers, Shenker 1995):
 * level the whole part, and where that does not fit, the cut names the jobs and intervals that lie higher. Needs must be
 * servable under the limit; the network ends with the flow, one cut level a level.
 */
export function flatten(whole: Network, grid: TimeGrid): MinCutLevels {
  clearFlow(whole)
  const cutLevels: MinCutLevels = {
    count: 0,
    job: new Int32Array(whole.jobs),
    interval: new Int32Array(whole.intervals),
    full: new Uint8Array(whole.intervals).fill(1),
    heldHours: new Float64Array(0),
  }
  const part: Part = {
    network: subNetwork(whole, indices(whole.jobs), indices(whole.intervals)),
    jobs: indices(whole.jobs),
    intervals: indices(whole.intervals),
    baseKw: grid.baseKw.slice(),
    limitKw: grid.limitKw,
  }
  const parts = [part]
  for (let next = parts.pop(); next !== undefined; next = parts.pop()) {
    const halves = split(next, grid.efficiency)
    if (halves) {
      pushFull(whole, halves.low, halves.high)
      parts.push(halves.high, halves.low)
    } else settle(whole, cutLevels, next)
  }
  whole.roomKwh.set(whole.loadKwh)
  return cutLevels
}

function indices(count: number): Int32Array {
  return Int32Array.from({ length: count }, (_, index) => index)
}

/** Levels a part; where some job does not fit under the level, gives what lies above and what lies below. */
function split(part: Part, efficiency: number): { high: Part; low: Part } | undefined {
  const { network, baseKw, limitKw } = part
  const { intervals, hours, roomKwh } = network
  const levelKw = levelOf(part, efficiency)
  for (let i = 0; i < intervals; i++) {
    roomKwh[i] = Math.max(0, Math.min(levelKw, limitKw[i]!) - baseKw[i]!) * hours[i]! * efficiency
  }
  const cut = maximize(network)
  const anyShort = network.needKwh.some((_, v) => isShort(network, v))
  const isProper = cut.interval.some((reached) => reached === 1) && !cut.interval.every((reached) => reached === 1)
  if (!anyShort || !isProper) return undefined
  return { high: above(part, cut.job, cut.interval), low: below(part, cut.job, cut.interval, efficiency) }
}

function levelOf({ network, baseKw, limitKw }: Part, efficiency: number): number {
  const grid = { count: network.intervals, hours: network.hours, baseKw, limitKw, efficiency }
  const needKwh = network.needKwh.reduce((sum, kwh) => sum + kwh, 0)
  const lowestKw = baseKw.reduce((least, kw) => Math.min(least, kw), Number.POSITIVE_INFINITY)
  return raisedKw(grid, new Uint8Array(network.intervals).fill(1), lowestKw, needKwh)
}

/** The source side of the cut: its jobs draw full power outside it, and keep their flow inside. */
function above(part: Part, job: Uint8Array, interval: Uint8Array): Part {
  const high = choose(part, job, interval, 1)
  chosen(job, 1).forEach((v, j) => {
    high.network.needKwh[j] = Math.max(0, high.network.needKwh[j]! - fullKwhOutside(part.network, v, interval))
  })
  return high
}

/** The other side: its jobs draw nothing above, and its intervals carry the full power of those above. */
function below(part: Part, job: Uint8Array, interval: Uint8Array, efficiency: number): Part {
  const { network } = part
  const low = choose(part, job, interval, 0)
  const places = chosen(interval, 0)
  clearFlow(low.network)
  places.forEach((i, k) => {
    for (let c = network.coverFrom[i]!; c < network.coverFrom[i + 1]!; c++) {
      const v = network.coverJob[c]!
      if (job[v]) low.baseKw[k]! += network.powerKw[v]! / efficiency
    }
  })
  return low
}

function chosen(side: Uint8Array, which: 0 | 1): Int32Array {
  const list: number[] = []
  side.forEach((value, index) => {
    if (value === which) list.push(index)
  })
  return Int32Array.from(list)
}

function choose(part: Part, job: Uint8Array, interval: Uint8Array, which: 0 | 1): Part {
  const jobs = chosen(job, which)
  const intervals = chosen(interval, which)
  return {
    network: subNetwork(part.network, jobs, intervals),
    jobs: jobs.map((v) => part.jobs[v]!),
    intervals: intervals.map((i) => part.intervals[i]!),
    baseKw: Float64Array.from(intervals, (i) => part.baseKw[i]!),
    limitKw: Float64Array.from(intervals, (i) => part.limitKw[i]!),
  }
}

function fullKwhOutside({ first, end, powerKw, hours }: Network, v: number, interval: Uint8Array): number {
  let hoursOutside = 0
  for (let i = first[v]!; i < end[v]!; i++) if (!interval[i]) hoursOutside += hours[i]!
  return hoursOutside * powerKw[v]!
}

/** Every job above draws its full power in the intervals of the part below that its window covers. */
function pushFull(whole: Network, low: Part, high: Part): void {
  const isLow = new Uint8Array(whole.intervals)
  for (const i of low.intervals) isLow[i] = 1
  for (const v of high.jobs) {
    for (let i = whole.first[v]!; i < whole.end[v]!; i++) {
      if (isLow[i]) push(whole, v, i, whole.powerKw[v]! * whole.hours[i]!)
    }
  }
}

/** A level part is a cut level: its flow is the plan's. */
function settle(whole: Network, cutLevels: MinCutLevels, { network, jobs, intervals }: Part): void {
  const cutLevel = cutLevels.count++
  jobs.forEach((v, j) => {
    cutLevels.job[v] = cutLevel
    for (let k = network.first[j]!; k < network.end[j]!; k++) {
      const kwh = network.flowKwh[network.arc[j]! + k]!
      if (kwh > 0) push(whole, v, intervals[k]!, kwh)
    }
  })
  for (const i of intervals) cutLevels.interval[i] = cutLevel
}
