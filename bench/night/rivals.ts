import { NIGHT_MS } from '@/bench/night/chargers'
import { baseKwAt, EVENING, HOUR, MINUTE, type Night, type NightBus, priceAt } from '@/bench/night/night'
import { RealBus, takenKw } from '@/bench/night/real-bus'
import { SiteMeter } from '@/bench/night/site-meter'
import type { DepotPlan } from '@/lib/planner/plan'
import { planDepot } from '@/lib/planner/plan-depot'
import type { DepotProblem, PowerInterval, Strategy } from '@/lib/planner/problem'

const STEP_MS = 10_000

/** The simplest rule that keeps the limit: who came first charges at full power until the target, who came last waits. */
export function firstComeFirstServed(night: Night): RealBus[] {
  const buses = night.buses.map((bus) => new RealBus(bus))
  const byArrival = buses
    .filter(({ bus }) => bus.real.plug !== null)
    .sort((a, b) => (a.bus.real.plug ?? 0) - (b.bus.real.plug ?? 0))
  for (let at = EVENING; at < EVENING + NIGHT_MS; at += STEP_MS) {
    let roomKw = (night.limitKw - baseKwAt(at)) * night.efficiency
    for (const one of byArrival) {
      const wants = one.isPlugged(at) && one.soc < one.bus.posted.targetSoc
      one.pass(at, STEP_MS, wants ? Math.max(0, roomKw) : 0)
      roomKw -= one.powerKw
    }
  }
  return buses
}

/** The peak and the energy cost of a plan that knows the night beforehand: who comes when, with what, and takes what. */
export function knowingPlanner(night: Night, strategy: Strategy): { peakKw: number; costPerKwh: number } {
  const plan = knowingPlan(knownProblem(night, strategy))
  const meter = new SiteMeter(night)
  const plans = Object.values(plan.plans)
  for (let at = EVENING; at < EVENING + NIGHT_MS; at += STEP_MS) {
    const kw = plans.reduce((sum, { segments }) => sum + powerAt(segments, at), 0)
    meter.add(at, STEP_MS, kw)
  }
  return { peakKw: meter.peakKw, costPerKwh: meter.cost / meter.kwh }
}

/** With curves what is found of the least peak hangs a little on what a plan aims at beside it: the lower of two. */
function knowingPlan(problem: DepotProblem): DepotPlan {
  const plan = planDepot(problem)
  if (problem.strategy !== 'peak-supression') return plan
  const early = planDepot({ ...problem, site: { ...problem.site, readyBufferMinutes: 30 } })
  return early.peakkW < plan.peakkW ? early : plan
}

const powerAt = (segments: readonly PowerInterval[], at: number) =>
  segments.find(({ from, to }) => from <= at && at < to)?.powerkW ?? 0

export function knownProblem(night: Night, strategy: Strategy): DepotProblem {
  const to = EVENING + NIGHT_MS
  return {
    format: 'depot-problem/1',
    name: night.uid,
    now: EVENING,
    strategy,
    site: {
      powerLimitkW: night.limitKw,
      limits: [],
      baseLoad: byHour(to, baseKwAt).map(({ value, ...time }) => ({ ...time, powerkW: value })),
      prices: byHour(to, priceAt).map(({ value, ...time }) => ({ ...time, perkWh: value })),
      efficiency: night.efficiency,
      demandChargePerkW: 8,
      peakSoFarkW: 0,
      readyBufferMinutes: 0,
    },
    schedules: night.buses.flatMap((bus) => (bus.real.plug === null ? [] : [knownSchedule(bus, bus.real.plug)])),
    fixedLoads: [],
    previous: {},
  }
}

/** As the battery sees it: what is lost on the way makes it larger. */
function knownSchedule(bus: NightBus, plug: number): DepotProblem['schedules'][number] {
  const { real, posted } = bus
  const to = Math.min(real.unplug, posted.departure)
  return {
    id: bus.id,
    from: plug,
    to,
    startSoc: real.soc + (real.jump?.points ?? 0),
    targetSoc: Math.max(posted.targetSoc, real.soc),
    priority: 0,
    charging: false,
    ev: {
      batterySizekWh: bus.batteryKwh / (1 - real.lossShare),
      maxPowerkW: bus.maxKw * real.delivers,
      supportsPausing: bus.supportsPausing,
      chargingCurve: [0, real.fullUntil, 99.9].map((soc) => ({ soc, powerkW: takenKw(bus, soc) })),
      preconditioning: {
        vehiclePreconditioningEnergykWh: 0,
        vehiclePreconditioningTimeMs: 0,
        batteryPreconditioningTimeMs: 0,
      },
    },
    settings: {
      evMinPowerkW: 0,
      evMaxPowerkW: bus.maxKw * real.delivers,
      departureMarginMinutes: 10,
      minimumSoC: posted.minimumSoc,
      bulkSoC: 80,
      powerRules: [],
    },
  }
}

function byHour(until: number, valueAt: (at: number) => number): { from: number; to: number; value: number }[] {
  const hours = Math.ceil((until - EVENING) / HOUR)
  return Array.from({ length: hours }, (_, n) => EVENING + n * HOUR).map((from) => ({
    from,
    to: from + HOUR,
    value: valueAt(from + MINUTE),
  }))
}
