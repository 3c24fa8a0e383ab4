import { type Block, reserveMinimum } from '@/lib/planner/blocks/block'
import type { BlockTask, InBlocks } from '@/lib/planner/blocks/task'
import { type Network, push } from '@/lib/planner/flow/network'
import type { TimeGrid } from '@/lib/planner/model/time-grid'

/**
 * Takes back the blocks of vehicles that draw their full power from beginning to end: what is reserved ends with an interval of
 * the grid, and they are done sooner, without a rest at their minimum power.
 */
export function dissolveBlocks(
  grid: TimeGrid,
  { stays, mustReserve }: BlockTask,
  { task, served, blocks }: InBlocks,
): InBlocks {
  const { network, jobs } = served
  const left = new Map(blocks)
  const own = { ...task, stays: task.stays.slice() }
  const powered = jobs.map((job, v) => {
    const block = blocks.get(job.stay)
    if (
      !block ||
      mustReserve.has(job.stay) ||
      job.inMargin ||
      block.stay.isUnderWay ||
      !isFullThrough(network, v, block)
    )
      return job
    const minimumKw = block.stay.minPowerKw
    reserveMinimum(grid, block, -1)
    network.powerKw[v]! += minimumKw
    for (let i = block.first; i < block.end; i++) {
      const kwh = minimumKw * grid.hours[i]!
      network.roomKwh[i]! += kwh
      network.needKwh[v]! += kwh
      push(network, v, i, kwh)
    }
    own.stays[job.stay] = stays[job.stay]!
    left.delete(job.stay)
    return { ...job, powerKw: network.powerKw[v]! }
  })
  return { task: own, served: { network, jobs: powered }, blocks: left }
}

/** True when the job draws all that it can in every interval of its block but the last. */
function isFullThrough({ first, end, arc, flowKwh, powerKw, hours }: Network, v: number, block: Block): boolean {
  if (first[v] !== block.first || end[v] !== block.end) return false
  for (let i = block.first; i + 1 < block.end; i++) {
    if (flowKwh[arc[v]! + i]! < powerKw[v]! * hours[i]! * (1 - 1e-9)) return false
  }
  return true
}
