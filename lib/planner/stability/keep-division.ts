import { maximize } from '@/lib/planner/flow/max-flow'
import { clearFlow, type Network, roomUnder } from '@/lib/planner/flow/network'
import { startFlowOf, startFrom } from '@/lib/planner/flow/start-flow'
import type { DepotJob } from '@/lib/planner/model/demands'
import type { Stay } from '@/lib/planner/model/stay'
import type { TimeGrid } from '@/lib/planner/model/time-grid'
import { type DepotProblem, incumbentPlan } from '@/lib/planner/problem'
import type { Served } from '@/lib/planner/readiness/serve'
import { incumbentFlow } from '@/lib/planner/stability/keep-incumbent'

/** Differences below this, in kWh, are none. */
const nothingKwh = 1e-6
/** A shortage may lie this far from the even one: half of what two may differ by, in SoC points. */
const keptPoints = 0.5

/** A job that is short: what it would get of an even division, and what the incumbent plan gives it. */
interface DividedShare {
  v: number
  /** Rank and priority: only inside a level may a shortage be divided otherwise. */
  level: string
  evenKwh: number
  hadKwh: number
  /** What it may get at least and at most. */
  leastKwh: number
  mostKwh: number
}

/**
 * Keeps how the incumbent plan divides a shortage, where that is as even to a point and the site gives as much in all: an
 * even division alone would move everybody a little whenever the total changes a little. Only what is missing goes to
 * any vehicle that can take it, and only those lose whose energy is no longer there. Sets what the jobs need.
 */
export function keepDivision(problem: DepotProblem, grid: TimeGrid, stays: Stay[], { jobs, network }: Served): void {
  if (Object.keys(problem.previous).length === 0) return
  const incumbentKwh = incumbentFlow(problem, network, grid, jobs, stays)
  const shares = sharesOf(problem, network, jobs, stays, incumbentKwh)
  const [first] = shares
  if (!first || !shares.every(({ level, evenKwh, leastKwh }) => level === first.level && evenKwh >= leastKwh)) return
  const evenKwh = network.needKwh.slice()
  const { needKwh, gotKwh } = network
  clearFlow(network)
  roomUnder(grid, Number.POSITIVE_INFINITY, network.roomKwh)
  for (const { v } of shares) needKwh[v] = 0
  serveFrom(network, incumbentKwh)
  for (const { v, hadKwh, leastKwh, mostKwh } of shares) needKwh[v] = Math.min(mostKwh, Math.max(leastKwh, hadKwh))
  serveFrom(network, incumbentKwh)
  for (const { v, mostKwh } of shares) needKwh[v] = mostKwh
  maximize(network)
  const isAsGood = total(gotKwh) >= total(evenKwh) - nothingKwh
  const isAsEven = shares.every(({ v, leastKwh }) => gotKwh[v]! >= leastKwh - nothingKwh)
  needKwh.set(isAsGood && isAsEven ? gotKwh : evenKwh)
}

/** The vehicles that are short and got something else before. One that charges in its margin too has two jobs, and is left alone. */
function sharesOf(
  problem: DepotProblem,
  network: Network,
  jobs: DepotJob[],
  stays: Stay[],
  incumbentKwh: Float64Array,
): DividedShare[] {
  const jobsOf = new Int32Array(stays.length)
  for (const { stay } of jobs) jobsOf[stay]!++
  return jobs.flatMap((job, v) => {
    const { rank, schedule, needKwh, minimumNeedKwh } = stays[job.stay]!
    const evenKwh = network.needKwh[v]!
    if (jobsOf[job.stay] !== 1 || needKwh - evenKwh <= nothingKwh || incumbentPlan(problem, schedule.id).length === 0)
      return []
    const hadKwh = within(network, incumbentKwh, v)
    if (hadKwh <= nothingKwh || Math.abs(hadKwh - evenKwh) <= nothingKwh) return []
    const slackKwh = (keptPoints * schedule.ev.batterySizekWh) / 100
    const leastKwh = Math.max(minimumNeedKwh, evenKwh - slackKwh)
    return [
      {
        v,
        level: `${rank} ${schedule.priority}`,
        evenKwh,
        hadKwh,
        leastKwh,
        mostKwh: Math.min(needKwh, evenKwh + slackKwh),
      },
    ]
  })
}

function within({ first, end, arc }: Network, kwh: Float64Array, v: number): number {
  let sum = 0
  for (let i = first[v]!; i < end[v]!; i++) sum += kwh[arc[v]! + i]!
  return sum
}

function serveFrom(network: Network, incumbentKwh: Float64Array): void {
  startFrom(network, startFlowOf(network, incumbentKwh))
  maximize(network)
}

function total(kwh: Float64Array): number {
  return kwh.reduce((sum, one) => sum + one, 0)
}
