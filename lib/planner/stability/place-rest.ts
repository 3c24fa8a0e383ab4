import { type Network, push } from '@/lib/planner/flow/network'
import type { DispatchPlace } from '@/lib/planner/stability/least-laxity-dispatch'

/** Puts what is left into intervals that need not be full: after what a job has, before it, and then the earliest. */
export function placeRest(net: Network, { full, apart }: DispatchPlace): void {
  const top = (v: number, k: number) => {
    if (full[k]) return
    const spareKwh = net.powerKw[v]! * net.hours[k]! - net.flowKwh[net.arc[v]! + k]!
    const kwh = Math.min(net.needKwh[v]! - net.gotKwh[v]!, spareKwh, net.roomKwh[k]! - net.loadKwh[k]!)
    if (kwh > net.tinyKwh) push(net, v, k, kwh)
  }
  const charges = (v: number, k: number) => net.flowKwh[net.arc[v]! + k]! > net.tinyKwh
  for (let v = 0; v < net.jobs; v++) {
    if (net.needKwh[v]! - net.gotKwh[v]! <= net.tinyKwh) continue
    const first = net.first[v]!
    const end = net.end[v]!
    for (let k = first + 1; k < end; k++) if (!apart[k] && charges(v, k - 1)) top(v, k)
    for (let k = end - 2; k >= first; k--) if (!apart[k + 1] && charges(v, k + 1)) top(v, k)
    for (let k = first; k < end; k++) top(v, k)
  }
}
