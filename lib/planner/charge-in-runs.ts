import { bestRun, longestRun, runInForce } from '@/lib/planner/choose-run'
import { type Demand, perStay } from '@/lib/planner/jobs'
import { type DepotProblem, type PowerInterval, planInForce } from '@/lib/planner/problem'
import type { Served } from '@/lib/planner/readiness'
import { isInOneGo, leastKwhOf, type Run, reserveLeast, stillFits } from '@/lib/planner/runs'
import type { Stay } from '@/lib/planner/stay'
import type { TimeGrid } from '@/lib/planner/time-grid'
import { type Wish, wishesOf } from '@/lib/planner/wish'

/** What is to be shared out: a depot, or what is left of it above the runs' least powers. */
export interface Task {
  problem: DepotProblem
  demands: Demand[]
  stays: Stay[]
}

/** A depot with vehicles that cannot pause; the runs of some must be reserved, whether they charge in one go or not. */
export interface Depot extends Task {
  mustReserve: Set<number>
}

/** A depot in which every vehicle that cannot pause charges in one go. */
export interface InRuns {
  /** What is above the runs' least powers, and how it is shared out. */
  task: Task
  served: Served
  /** By stay; a vehicle that charges in one go anyway needs none. */
  runs: Map<number, Run>
}

/** The runs so far; who is settled without one gets nothing. */
interface Settled {
  runs: Map<number, Run>
  /** By stay: what the plan that still let it pause gave it, in kWh. */
  promisedKwh: Map<number, number>
}

/** Runs are settled in two stages where more than this share of the energy would have to move. */
const muchLost = 0.02
/** What is tried, one after the other, for those whom their runs leave short. */
const repairs = [bestRun, longestRun, longestRun]
/** Less than this, in kWh, is rounding. */
const nothingKwh = 1e-6

/**
 * Settles the vehicles that cannot pause. A plan that lets them pause charges most of them in one go as it is; around the
 * energy of the others a run is laid, through which their least power is reserved, and what is above it is shared out
 * again: that is a flow once more, and exact for the runs as they are. (Diving, as in integer programming: fix what the
 * relaxation has decided, and solve again.) Who would be ready if it could pause, and is not in its run,
 * gets another one beside the others', at last as long a one as there can be. Adds what is reserved to the grid's base load.
 */
export function chargeInRuns(grid: TimeGrid, depot: Depot, shareOut: (task: Task) => Served): InRuns {
  const previousOf = ({ stay }: Wish) => planInForce(depot.problem, stay.schedule.id)
  const keptRun: typeof bestRun = (at, wish) => runInForce(at, wish, previousOf(wish)) ?? bestRun(at, wish)
  let best = settle(grid, depot, { runs: new Map(), promisedKwh: new Map() }, keptRun, shareOut)
  for (const runFor of repairs) {
    const failing = failingIn(grid, best)
    if (failing.length === 0) return best
    const baseKw = grid.baseKw.slice()
    const again = settle(grid, depot, without(grid, best, failing), runFor, shareOut)
    if (energyOf(grid, again) > energyOf(grid, best) + nothingKwh) best = again
    else grid.baseKw.set(baseKw)
  }
  return best
}

/** Lays runs for all who have none, those first that lose least where much would be lost. */
function settle(
  grid: TimeGrid,
  depot: Depot,
  { runs, promisedKwh }: Settled,
  runFor: typeof bestRun,
  shareOut: (task: Task) => Served,
): InRuns & Settled {
  for (let stage = 1; ; stage++) {
    const task = above(grid, depot, { runs, promisedKwh })
    const served = shareOut(task)
    const open = depot.stays.filter(({ schedule, index }) => !schedule.ev.supportsPausing && !promisedKwh.has(index))
    const wishes = wishesOf(depot.problem, served, grid, open)
    const choices = wishes.map((wish) => ({ wish, run: runFor(grid, wish) }))
    if (choices.every((choice) => isSettled(depot, choice))) return { task, served, runs, promisedKwh }
    for (const { wish, run } of chosen(depot, choices, stage)) {
      promisedKwh.set(wish.stay.index, wish.kwh)
      const fitting = run && stillFits(grid, run) ? run : runFor(grid, wish)
      if (!fitting) continue
      runs.set(wish.stay.index, fitting)
      reserveLeast(grid, fitting, 1)
    }
  }
}

/** The stays that would be ready if they could pause, and whose runs leave them short. */
function failingIn(grid: TimeGrid, { runs, promisedKwh, served, task }: InRuns & Settled): number[] {
  const gotKwh = perStay(served.network.gotKwh, served.jobs, task.stays.length)
  return [...promisedKwh].flatMap(([stay, kwh]) => {
    const run = runs.get(stay)
    const roundingKwh = nothingKwh * Math.max(1, kwh)
    const missingKwh = kwh - gotKwh[stay]! - (run ? leastKwhOf(grid, run) : 0)
    const { needKwh } = run?.stay ?? task.stays[stay]!
    return kwh >= needKwh - roundingKwh && missingKwh > roundingKwh ? [stay] : []
  })
}

/** Takes the runs of some stays back. */
function without(grid: TimeGrid, { runs, promisedKwh }: Settled, stays: number[]): Settled {
  const left = { runs: new Map(runs), promisedKwh: new Map(promisedKwh) }
  for (const stay of stays) {
    const run = runs.get(stay)
    if (run) reserveLeast(grid, run, -1)
    left.runs.delete(stay)
    left.promisedKwh.delete(stay)
  }
  return left
}

function energyOf(grid: TimeGrid, { runs, served }: InRuns): number {
  const aboveKwh = served.network.gotKwh.reduce((sum, kwh) => sum + kwh, 0)
  return [...runs.values()].reduce((sum, run) => sum + leastKwhOf(grid, run), aboveKwh)
}

interface Choice {
  wish: Wish
  run: Run | undefined
}

function isSettled({ mustReserve }: Depot, { wish, run }: Choice): boolean {
  if (!run) return wish.kwh <= 0
  return isInOneGo(run) && !mustReserve.has(wish.stay.index)
}

/**
 * Those whose runs are reserved in a stage. As soon as possible those who charge in one go anyway stay as they are, for as
 * long as they do: what is reserved ends with an interval of the grid, and they are done sooner.
 */
function chosen(depot: Depot, choices: Choice[], stage: number): Choice[] {
  const staysOpen = depot.problem.strategy === 'as-soon-as-possible' && stage < 3
  const now = staysOpen
    ? choices.filter((choice) => !isSettled(depot, choice))
    : stage === 1
      ? foremost(choices)
      : choices
  return now.toSorted(byRight)
}

/** Those to settle first: all, or where much energy would have to move those under way and the half that loses least. */
function foremost(choices: Choice[]): Choice[] {
  const sumOf = (kwhOf: (choice: Choice) => number) => choices.reduce((sum, choice) => sum + kwhOf(choice), 0)
  if (sumOf(lostKwhOf) <= muchLost * sumOf(({ wish }) => wish.kwh)) return choices
  const order = choices.toSorted((a, b) => lostKwhOf(a) - lostKwhOf(b) || a.wish.stay.index - b.wish.stay.index)
  const inOneGo = order.filter(({ run }) => run && isInOneGo(run)).length
  const most = inOneGo + Math.ceil((order.length - inOneGo) / 2)
  return order.filter(({ wish }, k) => k < most || wish.isUnderWay)
}

function lostKwhOf({ wish, run }: Choice): number {
  return run?.lostKwh ?? wish.kwh
}

/** Who gets room first: who is charging and has to go on, then by priority, then who loses least. */
function byRight(a: Choice, b: Choice): number {
  const [one, two] = [a.wish, b.wish]
  const underWay = Number(two.isUnderWay) - Number(one.isUnderWay)
  const priority = two.stay.schedule.priority - one.stay.schedule.priority
  return underWay || priority || lostKwhOf(a) - lostKwhOf(b) || one.stay.index - two.stay.index
}

/** What is left of a depot above the least powers of its runs. */
function above(grid: TimeGrid, { problem, demands, stays }: Task, { runs, promisedKwh }: Settled): Task {
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

function stayAbove(grid: TimeGrid, run: Run): Stay {
  const { stay } = run
  const leastKwh = leastKwhOf(grid, run)
  const needKwh = Math.max(0, stay.needKwh - leastKwh)
  return { ...stay, minPowerKw: 0, needKwh, minimumNeedKwh: Math.max(0, stay.minimumNeedKwh - leastKwh) }
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
    ...demand,
    first,
    end: Math.max(first, Math.min(end, demand.end)),
    marginFirst: Math.max(first, demand.marginFirst),
    marginEnd: Math.min(end, demand.marginEnd),
    powerKw: stay.maxPowerKw - stay.minPowerKw,
    minimumKwh,
    restKwh: Math.max(0, needKwh - minimumKwh),
  }
}
