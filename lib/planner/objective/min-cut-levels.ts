import { maximize } from '@/lib/planner/flow/max-flow'
import type { Network } from '@/lib/planner/flow/network'
import { isShort } from '@/lib/planner/flow/network'
import { type StartFlow, startInterval } from '@/lib/planner/flow/start-flow'
import { fillUrgentFirst, urgencyIn } from '@/lib/planner/objective/urgent-first'

/**
 * What the minimum cuts say about every plan that is as good: a job draws its full power in intervals of an earlier
 * cut level than its own and nothing in those of a later one; only inside its own cut level its energy may move. An
 * interval with `full` is filled to its room in every such plan.
 */
export interface MinCutLevels {
  count: number
  job: Int32Array
  interval: Int32Array
  full: Uint8Array
  /** For each class, the hours that its cut passes, of those that the caller asked for: how a cap bears on it. */
  heldHours: Float64Array
}

/**
 * `asked`: the hours of each interval whose sum by cut is asked for. `start`: a flow to begin each class with. `isEager`: each
 * class is given first to the jobs that must start first, and a cut is looked for only where room is left over: for many classes.
 */
export interface FillOptions {
  asked?: Float64Array
  start?: StartFlow | undefined
  isEager?: boolean
}

/**
 * The most energy in the first class of intervals, then in the first two, and so on: opens the classes in order and
 * augments, which never takes back what an interval got (the greedy algorithm on a polymatroid, Edmonds 1970). With
 * classes by price it gives the cheapest plan, with one class an interval in time the soonest. The network must have
 * its rooms, needs that they can serve, and no flow; it ends with the flow.
 */
export function fillInOrder(
  network: Network,
  classOf: Int32Array,
  classes: number,
  { asked, start, isEager = false }: FillOptions = {},
): MinCutLevels {
  const { jobs, intervals } = network
  const room = network.roomKwh.slice()
  const cutLevels: MinCutLevels = {
    count: classes,
    job: new Int32Array(jobs).fill(classes),
    interval: new Int32Array(intervals).fill(classes),
    full: new Uint8Array(intervals),
    heldHours: new Float64Array(classes),
  }
  network.roomKwh.fill(0)
  const urgency = isEager ? urgencyIn(network) : undefined
  const settled = { job: new Uint8Array(jobs), interval: new Uint8Array(intervals) }
  let unsettled = Int32Array.from({ length: jobs }, (_, v) => v)
  let open = true
  for (let k = 0; k < classes && open; k++) {
    for (let i = 0; i < intervals; i++) {
      if (classOf[i] !== k) continue
      network.roomKwh[i] = room[i]!
      if (start) startInterval(network, start, i)
      if (urgency) fillUrgentFirst(network, i, urgency)
    }
    // Where all that is open is full nothing can be augmented, and the cut is found with that of a later class.
    if (urgency && k < classes - 1 && !hasRoom(network, settled.interval)) continue
    const cut = maximize(network, 0, intervals, settled)
    const isLast = k === classes - 1
    open = false
    for (const v of unsettled) {
      if (isLast || !cut.job[v]) {
        cutLevels.job[v] = k
        settled.job[v] = 1
      }
      if (isShort(network, v)) open = true
    }
    unsettled = unsettled.filter((v) => settled.job[v] === 0)
    for (let i = 0; i < intervals; i++) {
      if (asked && cut.interval[i] && classOf[i]! <= k) cutLevels.heldHours[k]! += asked[i]!
      if (cutLevels.interval[i] !== classes || classOf[i]! > k || (cut.interval[i] && !isLast)) continue
      cutLevels.interval[i] = k
      settled.interval[i] = 1
      cutLevels.full[i] = classOf[i]! < k ? 1 : 0
    }
  }
  network.roomKwh.set(room)
  return cutLevels
}

/** True where an interval that is not settled could take more; those that are not open have no room. */
function hasRoom({ intervals, roomKwh, loadKwh, tinyKwh }: Network, isSettled: Uint8Array): boolean {
  for (let i = 0; i < intervals; i++) if (!isSettled[i] && roomKwh[i]! - loadKwh[i]! > tinyKwh) return true
  return false
}

/** Numbers the distinct values in rising order: the class of each interval, and how many there are. */
export function classesOf(values: Float64Array): { classOf: Int32Array; classes: number } {
  const distinct = Float64Array.from(new Set(values)).sort()
  const rank = new Map(Array.from(distinct, (value, k) => [value, k]))
  const classOf = new Int32Array(values.length)
  for (let i = 0; i < values.length; i++) classOf[i] = rank.get(values[i]!) ?? 0
  return { classOf, classes: distinct.length }
}
