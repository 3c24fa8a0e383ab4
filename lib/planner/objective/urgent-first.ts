import { JobHeap } from '@/lib/planner/flow/job-heap'
import { isShort, type Network, push } from '@/lib/planner/flow/network'

/** What tells which job must start first. */
export interface Urgency {
  /** When each interval begins, in hours, and when the last one ends. */
  clock: Float64Array
  waiting: JobHeap
}

export function urgencyIn({ jobs, intervals, hours }: Network): Urgency {
  const clock = new Float64Array(intervals + 1)
  for (let i = 0; i < intervals; i++) clock[i + 1] = clock[i]! + hours[i]!
  return { clock, waiting: new JobHeap(new Float64Array(jobs)) }
}

/** Gives an interval to the jobs that want more, as far as they may draw there: first to the one that must start first. */
export function fillUrgentFirst(network: Network, i: number, { clock, waiting }: Urgency): void {
  const { coverFrom, coverJob, arc, end, needKwh, gotKwh, powerKw, hours, roomKwh, loadKwh, flowKwh, tinyKwh } = network
  for (let c = coverFrom[i]!; c < coverFrom[i + 1]!; c++) {
    const v = coverJob[c]!
    if (isShort(network, v)) waiting.add(v, clock[end[v]!]! - (needKwh[v]! - gotKwh[v]!) / powerKw[v]!)
  }
  while (waiting.size > 0 && roomKwh[i]! - loadKwh[i]! > tinyKwh) {
    const v = waiting.take()
    const spareKwh = powerKw[v]! * hours[i]! - flowKwh[arc[v]! + i]!
    const kwh = Math.min(spareKwh, needKwh[v]! - gotKwh[v]!, roomKwh[i]! - loadKwh[i]!)
    if (kwh > tinyKwh) push(network, v, i, kwh)
  }
  waiting.clear()
}
