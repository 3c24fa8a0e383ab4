import { preconditionedKwh } from '@/lib/planner/invariants/check-preconditioning'
import { type DepotTimeline, lastDepartureMs, sitePowerKw } from '@/lib/planner/invariants/depot-timeline'
import type { StayFacts } from '@/lib/planner/invariants/stay-facts'
import { alike, type Violation } from '@/lib/planner/invariants/violation'
import type { DepotPlan, SchedulePlan } from '@/lib/planner/plan'
import type { DepotProblem } from '@/lib/planner/problem'

const quarterMs = 15 * 60_000

/** One schedule's own totals: end, energy, and whether it really reaches its target. */
export function checkOutcome(stay: StayFacts, plan: SchedulePlan): Violation[] {
  const { schedule } = stay
  const found: Violation[] = checkEcho(stay, plan)
  const wrong = (rule: string, text: string) => found.push({ rule, scheduleId: schedule.id, found: text })
  const energyKwh = plan.segments.reduce((sum, segment) => sum + segment.energykWh, 0)
  if (!alike(plan.energyKwh, energyKwh)) wrong('energyKwh is what the plan delivers', `${plan.energyKwh}, ${energyKwh}`)
  const missing = stay.targetSoc - plan.endSoc
  if (plan.reachedTargetSocInSchedule ? missing > 1e-6 : missing < 1e-9) {
    wrong('reachedTargetSocInSchedule is honest', `${plan.reachedTargetSocInSchedule}, ${missing} points missing`)
  }
  const last = plan.segments.filter(({ powerkW }) => powerkW > 0).at(-1)
  if (last && plan.endTime !== last.to)
    wrong('endTime is when the last energy is delivered', `${plan.endTime}, ${last.to}`)
  return found
}

/** A plan repeats the inputs that it was made for, and what they need. */
function checkEcho(
  { schedule, minimumNeedKwh, restNeedKwh, preconditioning }: StayFacts,
  plan: SchedulePlan,
): Violation[] {
  const { id, from, to, startSoc, targetSoc, ev, departureMarginMs } = { ...plan.schedule, ...plan }
  const needKwh = minimumNeedKwh + restNeedKwh
  const sameStay = id === schedule.id && from === schedule.from && to === schedule.to
  const sameSoc = startSoc === schedule.startSoc && targetSoc === schedule.targetSoc
  const sameMargin = alike(departureMarginMs, schedule.settings.departureMarginMinutes * 60_000)
  const preconditioningKwh = [preconditioning.energyKwh, schedule.ev.preconditioning.vehiclePreconditioningEnergykWh]
  const sameNeed =
    alike(ev.batteryEnergyNeedkWh, needKwh) && preconditioningKwh.some((kwh) => alike(ev.energyNeedkWh, needKwh + kwh))
  if (sameStay && sameSoc && sameMargin && sameNeed) return []
  return [
    { rule: 'a plan repeats what it was made for', scheduleId: schedule.id, found: JSON.stringify(plan.schedule) },
  ]
}

/** The depot's totals, each computed anew from the segments. */
export function checkTotals(
  problem: DepotProblem,
  timeline: DepotTimeline,
  stays: StayFacts[],
  plan: DepotPlan,
): Violation[] {
  const found: Violation[] = []
  const expect = (rule: string, is: number, allowed: number[]) => {
    if (!allowed.some((must) => alike(is, must))) found.push({ rule, found: `${is}, must be ${allowed.join(' or ')}` })
  }
  const plans = Object.values(plan.plans)
  const energyKwh = plans.flatMap(({ segments }) => segments).reduce((sum, segment) => sum + segment.energykWh, 0)
  expect('energykWh is what the vehicles get', plan.energykWh, [energyKwh])
  expect('unmetkWh is what the vehicles lack', plan.unmetkWh, [unmetKwh(stays, plan)])
  const peakKw = siteMaximumKw(timeline)
  const rawPeakKw = timeline.hours.reduce(
    (peak, _, k) => Math.max(peak, sitePowerKw(timeline, k)),
    Number.NEGATIVE_INFINITY,
  )
  expect('peakkW is the highest site power', plan.peakkW, [peakKw, rawPeakKw])
  expect('peak15kW is the highest quarter-hour', plan.peak15kW, quarterPeaksKw(problem, timeline))
  const { demandChargePerkW, peakSoFarkW } = problem.site
  const demandCost = demandChargePerkW * Math.max(0, peakKw - peakSoFarkW)
  expect('cost is energy and demand', plan.cost, [energyCost(timeline) + demandCost])
  return found
}

/** Energy that the vehicles miss, preconditioning included, in kWh. */
export function unmetKwh(stays: StayFacts[], plan: DepotPlan): number {
  return stays.reduce((sum, { schedule, targetSoc, preconditioning }) => {
    const own = plan.plans[schedule.id]
    if (!own) return sum
    const missing = (Math.max(0, targetSoc - own.endSoc) / 100) * schedule.ev.batterySizekWh
    const started = targetSoc > schedule.startSoc ? missing : 0
    return sum + started + Math.max(0, preconditioning.energyKwh - preconditionedKwh(own))
  }, 0)
}

/** Highest site power in kW over the timeline; 0 where it is empty, or where the site only feeds in. */
export function siteMaximumKw(timeline: DepotTimeline): number {
  return timeline.hours.reduce((peak, _, k) => Math.max(peak, sitePowerKw(timeline, k)), 0)
}

/** What the vehicles' energy costs at the site's prices. */
export function energyCost({ hours, price, chargingKw, preconditioningKw, efficiency }: DepotTimeline): number {
  const drawnKw = (k: number) => ((chargingKw[k] ?? 0) + (preconditioningKw[k] ?? 0)) / efficiency
  return hours.reduce((sum, length, k) => sum + length * (price[k] ?? 0) * drawnKw(k), 0)
}

/** A quarter that `now` or the last departure cuts may count by its part or as a whole that is empty outside. */
function quarterPeaksKw(problem: DepotProblem, timeline: DepotTimeline): number[] {
  const endMs = lastDepartureMs(problem)
  const energyKwh = new Map<number, number>()
  timeline.hours.forEach((_, k) => {
    const fromMs = timeline.cutsMs[k] ?? 0
    const toMs = timeline.cutsMs[k + 1] ?? fromMs
    for (let quarter = Math.floor(fromMs / quarterMs); quarter * quarterMs < toMs; quarter++) {
      const insideMs = Math.min(toMs, (quarter + 1) * quarterMs) - Math.max(fromMs, quarter * quarterMs)
      energyKwh.set(quarter, (energyKwh.get(quarter) ?? 0) + (sitePowerKw(timeline, k) * insideMs) / 3_600_000)
    }
  })
  const mean = (quarter: number, kwh: number, fromMs: number, toMs: number) => {
    const partMs = Math.min(toMs, (quarter + 1) * quarterMs) - Math.max(fromMs, quarter * quarterMs)
    return (kwh / partMs) * 3_600_000
  }
  const highest = (fromMs: number, toMs: number) =>
    [...energyKwh].reduce(
      (peak, [quarter, kwh]) => Math.max(peak, mean(quarter, kwh, fromMs, toMs)),
      Number.NEGATIVE_INFINITY,
    )
  const whole: [number, number] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  const peaks = [
    highest(problem.now, endMs),
    highest(...whole),
    highest(problem.now, whole[1]),
    highest(whole[0], endMs),
  ]
  return [...peaks, ...peaks.map((peak) => Math.max(0, peak))]
}
