import { cpuMs } from '@/bench/cpu-time'
import { generateDepot } from '@/bench/depot-generator'
import { fleetDepot } from '@/bench/fleet/fleet-depot'
import { busThatComesLate, whenOneIsLate } from '@/bench/small-event'
import type { DepotPlan } from '@/lib/planner/plan'
import { planDepot } from '@/lib/planner/plan-depot'
import type { DepotProblem } from '@/lib/planner/problem'

/** A depot whose plans are timed. */
export type TimedDepot = { name: string; bufferMinutes: number; problem: DepotProblem }

const BULK_SOC = 80
const SHARE_WHEN_FULL = 0.25

/** The benchmark's depots with and without curves and a ready buffer, and one of the fleet's. */
export function timedDepots(sizes: readonly number[]): TimedDepot[] {
  const fleet = { name: 'one of the fleet, curves', bufferMinutes: 30, problem: fleetDepot() }
  const generated = sizes.flatMap((vehicles) =>
    (['all', 'most'] as const).flatMap((pausing) =>
      (['loose', 'tight'] as const).flatMap((limit) =>
        [false, true].flatMap((curves) =>
          [0, 30].map((bufferMinutes) => {
            const plain = generateDepot({ vehicles, limit, pausing, strategy: 'peak-supression', seed: 1 })
            const problem = withBuffer(curves ? withCurves(plain) : plain, bufferMinutes)
            const name = `${vehicles}, ${limit}, ${pausing} can pause${curves ? ', curves' : ''}`
            return { name, bufferMinutes, problem }
          }),
        ),
      ),
    ),
  )
  return [fleet, ...generated]
}

/** Full power up to 80 %, falling to a quarter of it at 100 %: what is assumed of a battery that nobody described. */
export function withCurves(problem: DepotProblem): DepotProblem {
  const schedules = problem.schedules.map((schedule) => {
    const { maxPowerkW } = schedule.ev
    const chargingCurve = [
      { soc: BULK_SOC, powerkW: maxPowerkW },
      { soc: 100, powerkW: SHARE_WHEN_FULL * maxPowerkW },
    ]
    return { ...schedule, ev: { ...schedule.ev, chargingCurve } }
  })
  return { ...problem, schedules }
}

function withBuffer(problem: DepotProblem, readyBufferMinutes: number): DepotProblem {
  return { ...problem, site: { ...problem.site, readyBufferMinutes } }
}

/** What is planned of a depot: all anew, again when one bus is five minutes late, and under a limit a twentieth lower. */
export function timedProblems({ problem }: TimedDepot): {
  first: DepotProblem
  late: DepotProblem
  limit: DepotProblem
} {
  const plan = planDepot(problem)
  const late = busThatComesLate(problem)
  const { powerLimitkW } = problem.site
  return {
    first: problem,
    late: late ? whenOneIsLate(problem, plan, late) : problem,
    limit: {
      ...problem,
      site: { ...problem.site, powerLimitkW: powerLimitkW && Math.round(powerLimitkW * 0.95) },
      previous: incumbentOf(plan),
    },
  }
}

function incumbentOf({ plans }: DepotPlan): DepotProblem['previous'] {
  const powers = Object.entries(plans).map(([id, { segments }]) => {
    return [id, segments.map(({ from, to, powerkW }) => ({ from, to, powerkW }))]
  })
  return Object.fromEntries(powers)
}

/** Processor time of a plan in ms: the median of some runs after one that nobody counts. */
export function planMs(problem: DepotProblem, runs: number): number {
  planDepot(problem)
  const times = Array.from({ length: runs }, () => {
    const startedMs = cpuMs()
    planDepot(problem)
    return cpuMs() - startedMs
  })
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0
}
