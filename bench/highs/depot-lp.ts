import { lastDepartureMs, meanPrice, withoutSecondGaps } from '@/lib/planner/invariants/depot-timeline'
import { isFree } from '@/lib/planner/invariants/residual-depot'
import { type StayFacts, stayFacts } from '@/lib/planner/invariants/stay-facts'
import type { DepotProblem, PowerInterval } from '@/lib/planner/problem'

/**
 * A depot as a linear program: on a grid cut at every arrival, deadline and change of load or price, constant power in
 * each interval loses nothing. One column is the energy of one stay in one interval, in kWh at the vehicle.
 */
export interface DepotLp {
  cutsMs: number[]
  hours: number[]
  /** Base and other reserved load of each interval as site power; what the limit leaves for vehicles, in kWh. */
  siteKw: number[]
  headroomKwh: number[]
  price: number[]
  efficiency: number
  peakSoFarKw: number
  demandChargePerKw: number
  stays: LpStay[]
}

/** A stay's columns: one for each interval of its window and of its margin; `marginKwh` bounds what the margin may add. */
export interface LpStay {
  facts: StayFacts
  intervals: number[]
  marginIntervals: number[]
  marginKwh: number
}

/**
 * The relaxation of a problem: minimum powers, blocks and ideals are left out. `reserved` are loads at the vehicle that
 * are taken before charging, such as preconditioning.
 */
export function depotLp(given: DepotProblem, reserved: PowerInterval[] = []): DepotLp {
  const problem = withoutSecondGaps(given)
  const { site } = problem
  const facts = problem.schedules.map((schedule) => stayFacts(problem, schedule))
  const windows = facts.flatMap(({ startMs, deadlineMs, lastMs, endMs }) =>
    [startMs, deadlineMs, lastMs, endMs].filter((ms) => ms >= startMs),
  )
  const loads = [...problem.fixedLoads, ...reserved]
  const spans = [...site.limits, ...site.baseLoad, ...site.prices, ...loads]
  const endMs = lastDepartureMs(problem)
  const wanted = [...windows, ...spans.flatMap(({ from, to }) => [from, to])]
  const inside = wanted.filter((ms) => ms > problem.now && ms < endMs)
  const cutsMs = [...new Set([problem.now, ...inside, endMs])].sort((a, b) => a - b)
  const starts = cutsMs.slice(0, -1)
  const hours = starts.map((ms, k) => ((cutsMs[k + 1] ?? ms) - ms) / 3_600_000)
  const sumAt = (list: PowerInterval[], ms: number) =>
    list.reduce((kw, { from, to, powerkW }) => kw + (from <= ms && ms < to ? powerkW : 0), 0)
  const siteKw = starts.map((ms) => sumAt(site.baseLoad, ms) + sumAt(loads, ms) / site.efficiency)
  const limitAt = (ms: number) =>
    site.limits.reduce(
      (kw, { from, to, powerkW }) => (from <= ms && ms < to ? Math.min(kw, powerkW) : kw),
      site.powerLimitkW ?? Number.POSITIVE_INFINITY,
    )
  return {
    cutsMs,
    hours,
    siteKw,
    headroomKwh: starts.map((ms, k) => Math.max(0, limitAt(ms) - (siteKw[k] ?? 0)) * site.efficiency * (hours[k] ?? 0)),
    price: starts.map(
      (ms) => site.prices.find(({ from, to }) => from <= ms && ms < to)?.perkWh ?? meanPrice(site.prices),
    ),
    efficiency: site.efficiency,
    peakSoFarKw: site.peakSoFarkW,
    demandChargePerKw: site.demandChargePerkW,
    stays: facts.map((stay) => lpStay(stay, starts)),
  }
}

function lpStay(facts: StayFacts, starts: number[]): LpStay {
  const within = (fromMs: number, toMs: number) =>
    [...starts.keys()].filter((k) => (starts[k] ?? 0) >= fromMs && (starts[k] ?? 0) < toMs)
  return {
    facts,
    intervals: within(facts.startMs, facts.deadlineMs),
    marginIntervals: within(Math.max(facts.startMs, facts.lastMs), facts.endMs),
    marginKwh: facts.minimumNeedKwh + facts.restNeedKwh,
  }
}

/** True when the program is the depot itself and no relaxation of it. */
export function isExact(problem: DepotProblem): boolean {
  return problem.schedules.every((schedule) => isFree(stayFacts(problem, schedule)))
}
