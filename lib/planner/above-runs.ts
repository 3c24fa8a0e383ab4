import type { Demand } from '@/lib/planner/jobs'
import { type PowerInterval, planInForce } from '@/lib/planner/problem'
import { aboveRun, leastKwhOf, type Run } from '@/lib/planner/runs'
import type { Stay } from '@/lib/planner/stay'
import type { Settled, Task } from '@/lib/planner/task'
import type { TimeGrid } from '@/lib/planner/time-grid'

/** What is left of a depot above the least powers of its runs. */
export function aboveRuns(grid: TimeGrid, { problem, demands, stays }: Task, { runs, promisedKwh }: Settled): Task {
  const previous = { ...problem.previous }
  for (const { stay } of runs.values()) {
    const own = planInForce(problem, stay.schedule.id)
    if (own.length > 0) previous[stay.schedule.id] = own.map((interval) => aboveLeast(interval, stay.minPowerKw))
  }
  return {
    problem: { ...problem, previous },
    stays: stays.map((stay) => {
      const run = runs.get(stay.index)
      if (run) return stayAbove(grid, run)
      return promisedKwh.has(stay.index) ? { ...stay, minPowerKw: 0 } : stay
    }),
    demands: demands.flatMap((demand) => {
      const run = runs.get(demand.stay)
      if (run) return [demandAbove(grid, demand, run)]
      return promisedKwh.has(demand.stay) ? [] : [demand]
    }),
  }
}

/** What is above a run is the same in every stage. */
const stayOfRun = new WeakMap<Run, Stay>()

function stayAbove(grid: TimeGrid, run: Run): Stay {
  const known = stayOfRun.get(run) ?? aboveRun(grid, run)
  stayOfRun.set(run, known)
  return known
}

function aboveLeast(interval: PowerInterval, leastKw: number): PowerInterval {
  return { ...interval, powerkW: Math.max(0, interval.powerkW - leastKw) }
}

function demandAbove(grid: TimeGrid, demand: Demand, run: Run): Demand {
  const { stay, first, end } = run
  const leastKwh = leastKwhOf(grid, run)
  const minimumKwh = Math.max(0, demand.minimumKwh - leastKwh)
  const needKwh = Math.max(0, demand.minimumKwh + demand.restKwh - leastKwh)
  return {
    stay: demand.stay,
    first,
    end: Math.max(first, Math.min(end, demand.end)),
    marginFirst: Math.max(first, demand.marginFirst),
    marginEnd: Math.min(end, demand.marginEnd),
    powerKw: stay.maxPowerKw - stay.minPowerKw,
    minimumKwh,
    restKwh: Math.max(0, needKwh - minimumKwh),
  }
}
