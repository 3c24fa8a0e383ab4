import { sendBlockingFlow } from '@/lib/planner/flow/blocking-flow'
import { layersOf, type Settled, searchLayers } from '@/lib/planner/flow/layers'
import type { Network } from '@/lib/planner/flow/network'

/** The source side of a minimum cut: 1 for each job and interval that unserved energy can reach. */
export interface Cut {
  job: Uint8Array
  interval: Uint8Array
}

/**
 * Augments the flow until no job can get more: Dinic's algorithm (1970) on the arcs that the windows span. What a job
 * has it keeps, and so does an interval; only which job charges when changes. Ends with the minimum cut nearest the source.
 * Where the caller knows that only the intervals from `from` up to `to` matter, or that some jobs and intervals cannot be
 * reached (1 in `settled`), it says so.
 */
export function maximize(network: Network, from = 0, to = network.intervals, settled?: Settled): Cut {
  const layers = layersOf(network, from, to, settled)
  while (searchLayers(network, layers)) sendBlockingFlow(network, layers)
  return { job: reached(layers.job), interval: reached(layers.interval) }
}

function reached(depths: Int32Array): Uint8Array {
  const side = new Uint8Array(depths.length)
  for (let k = 0; k < depths.length; k++) if (depths[k]! >= 0) side[k] = 1
  return side
}
