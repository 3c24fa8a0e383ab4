import { type Network, push } from '@/lib/planner/network'
import { type Run, reserveLeast } from '@/lib/planner/runs'
import type { Depot, InRuns } from '@/lib/planner/task'
import type { TimeGrid } from '@/lib/planner/time-grid'

/**
 * Takes back the runs of those who draw their full power from beginning to end: what is reserved ends with an interval of
 * the grid, and they are done sooner, without a rest at their least power.
 */
export function dissolveRuns(grid: TimeGrid, { stays, mustReserve }: Depot, { task, served, runs }: InRuns): InRuns {
  const { network, jobs } = served
  const left = new Map(runs)
  const own = { ...task, stays: task.stays.slice() }
  const powered = jobs.map((job, v) => {
    const run = runs.get(job.stay)
    if (!run || mustReserve.has(job.stay) || job.inMargin || run.stay.isUnderWay || !isFullThrough(network, v, run))
      return job
    const leastKw = run.stay.minPowerKw
    reserveLeast(grid, run, -1)
    network.powerKw[v]! += leastKw
    for (let i = run.first; i < run.end; i++) {
      const kwh = leastKw * grid.hours[i]!
      network.roomKwh[i]! += kwh
      network.needKwh[v]! += kwh
      push(network, v, i, kwh)
    }
    own.stays[job.stay] = stays[job.stay]!
    left.delete(job.stay)
    return { ...job, powerKw: network.powerKw[v]! }
  })
  return { task: own, served: { network, jobs: powered }, runs: left }
}

/** True when the job draws all that it can in every interval of its run but the last. */
function isFullThrough({ first, end, arc, flowKwh, powerKw, hours }: Network, v: number, run: Run): boolean {
  if (first[v] !== run.first || end[v] !== run.end) return false
  for (let i = run.first; i + 1 < run.end; i++) {
    if (flowKwh[arc[v]! + i]! < powerKw[v]! * hours[i]! * (1 - 1e-9)) return false
  }
  return true
}
