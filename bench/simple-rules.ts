import { stayFacts } from '@/lib/planner/invariants/stay-facts'
import type { DepotProblem, PowerInterval } from '@/lib/planner/problem'

/** Rules that depots use today, to compare with; each decides anew every minute. */
export const simpleRules = ['uncontrolled', 'earliest deadline first', 'least laxity first'] as const
export type SimpleRule = (typeof simpleRules)[number]

/** What a rule or a plan comes to; powers in kW, energies in kWh, `changes` on average for a stay. */
export interface Outcome {
  unmetKwh: number
  peakKw: number
  cost: number
  changes: number
}

const minuteMs = 60_000

interface Waiting {
  startMs: number
  deadlineMs: number
  maxPowerKw: number
  needKwh: number
  powerKw: number
  changes: number
}

/** Plays a rule through the day. Uncontrolled charging knows no limit; the others divide what it leaves. */
export function playRule(problem: DepotProblem, rule: SimpleRule): Outcome {
  const stays: Waiting[] = problem.schedules.map((schedule) => {
    const { startMs, deadlineMs, maxPowerKw, minimumNeedKwh, restNeedKwh } = stayFacts(problem, schedule)
    return { startMs, deadlineMs, maxPowerKw, needKwh: minimumNeedKwh + restNeedKwh, powerKw: 0, changes: 0 }
  })
  const endMs = Math.max(problem.now, ...problem.schedules.map(({ to }) => to))
  let peakKw = 0
  let cost = 0
  for (let ms = problem.now; ms < endMs; ms += minuteMs) {
    const baseKw = valueAt(problem.site.baseLoad, ms)
    const chargedKw = chargeForMinute(
      stays,
      ms,
      rule === 'uncontrolled' ? Number.POSITIVE_INFINITY : headroomKw(problem, ms, baseKw),
      rule,
    )
    peakKw = Math.max(peakKw, baseKw + chargedKw / problem.site.efficiency)
    const price = problem.site.prices.find(({ from, to }) => from <= ms && ms < to)?.perkWh ?? 0
    cost += (chargedKw / 60 / problem.site.efficiency) * price
  }
  const changes = stays.reduce((sum, stay) => sum + stay.changes + (stay.powerKw > 0 ? 1 : 0), 0)
  return {
    unmetKwh: stays.reduce((sum, { needKwh }) => sum + needKwh, 0),
    peakKw,
    cost: cost + problem.site.demandChargePerkW * Math.max(0, peakKw - problem.site.peakSoFarkW),
    changes: changes / Math.max(1, stays.length),
  }
}

function chargeForMinute(stays: Waiting[], ms: number, roomKw: number, rule: SimpleRule): number {
  const here = stays.filter(({ startMs, deadlineMs }) => startMs <= ms && ms < deadlineMs)
  const laxityMs = ({ deadlineMs, needKwh, maxPowerKw }: Waiting) =>
    deadlineMs - ms - (needKwh / maxPowerKw) * 3_600_000
  const urgency = rule === 'least laxity first' ? laxityMs : ({ deadlineMs }: Waiting) => deadlineMs
  const order = rule === 'uncontrolled' ? here : here.sort((a, b) => urgency(a) - urgency(b))
  let leftKw = roomKw
  for (const stay of order) {
    const powerKw = Math.min(stay.maxPowerKw, leftKw, stay.needKwh * 60)
    leftKw -= powerKw
    stay.needKwh = Math.max(0, stay.needKwh - powerKw / 60)
    setPower(stay, powerKw)
  }
  for (const stay of stays) if (ms >= stay.deadlineMs) setPower(stay, 0)
  return here.reduce((sum, { powerKw }) => sum + powerKw, 0)
}

function setPower(stay: Waiting, powerKw: number) {
  if (Math.abs(powerKw - stay.powerKw) > 1e-6) stay.changes++
  stay.powerKw = powerKw
}

function headroomKw({ site }: DepotProblem, ms: number, baseKw: number): number {
  const limitKw = site.limits
    .filter(({ from, to }) => from <= ms && ms < to)
    .reduce((kw, { powerkW }) => Math.min(kw, powerkW), site.powerLimitkW ?? Number.POSITIVE_INFINITY)
  return Math.max(0, limitKw - baseKw) * site.efficiency
}

function valueAt(steps: PowerInterval[], ms: number): number {
  return steps.find(({ from, to }) => from <= ms && ms < to)?.powerkW ?? 0
}
