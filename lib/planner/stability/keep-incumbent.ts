import { maximize } from '@/lib/planner/flow/max-flow'
import { clearFlow, isShort, type Network, restoreFlow, savedFlow } from '@/lib/planner/flow/network'
import { startFlowOf, startFrom } from '@/lib/planner/flow/start-flow'
import type { DepotJob } from '@/lib/planner/model/demands'
import type { Stay } from '@/lib/planner/model/stay'
import { indexAt, type TimeGrid } from '@/lib/planner/model/time-grid'
import { packsToFront } from '@/lib/planner/objective/fill-early'
import { type DepotProblem, incumbentPlan, type PowerInterval } from '@/lib/planner/problem'

/** The share of the aim that staying with the incumbent plan may cost. */
const tolerance = 8e-4

/**
 * The seconds at which the incumbent plan changes; with these cuts it can be kept as it is. Only blocks need them as soon
 * as possible: there it is the energy between the depot's own cuts that counts, and packing stays with the incumbent plan
 * inside of them.
 */
export function keptCutsS(problem: DepotProblem, stays: Stay[]): Set<number> {
  const cuts = new Set<number>()
  for (const { schedule } of stays) {
    if (packsToFront(problem) && schedule.ev.supportsPausing) continue
    for (const { from, to } of incumbentPlan(problem, schedule.id)) {
      cuts.add(Math.round(from / 1000)).add(Math.round(to / 1000))
    }
  }
  return cuts
}

/** The incumbent plan as a flow on the network's arcs, not necessarily a feasible one. */
export function incumbentFlow(
  problem: DepotProblem,
  network: Network,
  grid: TimeGrid,
  jobs: DepotJob[],
  stays: Stay[],
): Float64Array {
  const incumbentKwh = new Float64Array(network.flowKwh.length)
  jobs.forEach((job, v) => {
    lay(incumbentKwh, network, grid, v, incumbentPlan(problem, stays[job.stay]!.schedule.id))
  })
  return incumbentKwh
}

function lay(
  into: Float64Array,
  { first, end, arc }: Network,
  grid: TimeGrid,
  v: number,
  previous: PowerInterval[],
): void {
  for (const { from, to, powerkW } of previous) {
    if (powerkW <= 0) continue
    for (let i = Math.max(first[v]!, indexAt(grid, from / 1000) - 1); i < end[v]! && grid.atS[i]! * 1000 < to; i++) {
      const sharedMs = Math.min(to, grid.atS[i + 1]! * 1000) - Math.max(from, grid.atS[i]! * 1000)
      if (sharedMs > 0) into[arc[v]! + i]! += (sharedMs * powerkW) / 3_600_000
    }
  }
}

/**
 * Tries to stay with the incumbent plan: keeps what it gives each job as far as that still fits, and serves what is
 * missing by augmenting, which moves as little as it can. True when every need is served so and `isGoodEnough` says that
 * it costs little; otherwise the network has its own flow back.
 */
export function keepPrevious(
  network: Network,
  incumbentKwh: Float64Array,
  classOf: Int32Array,
  isGoodEnough: () => boolean,
): boolean {
  const best = savedFlow(network)
  clearFlow(network)
  startFrom(network, startFlowOf(network, incumbentKwh))
  serveInOrder(network, classOf)
  if (!network.needKwh.some((_, v) => isShort(network, v)) && isGoodEnough()) return true
  restoreFlow(network, best)
  return false
}

/** True when a value is as good as the best to the share that the incumbent plan may cost. */
export function isNearly(value: number, best: number): boolean {
  return value <= best + tolerance * Math.max(1, Math.abs(best))
}

/** Serves the jobs that are short, opening the cheapest intervals first. */
function serveInOrder(network: Network, classOf: Int32Array): void {
  const roomKwh = network.roomKwh.slice()
  const classes = [...new Set(classOf)].sort((a, b) => a - b)
  network.roomKwh.set(network.loadKwh)
  for (const k of classes) {
    if (!network.needKwh.some((_, v) => isShort(network, v))) break
    classOf.forEach((of, i) => {
      if (of === k) network.roomKwh[i] = Math.max(roomKwh[i]!, network.loadKwh[i]!)
    })
    maximize(network)
  }
  network.roomKwh.set(roomKwh)
}
