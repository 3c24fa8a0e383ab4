import { type DepotLp, depotLp } from '@/bench/highs/depot-lp'
import { highs, type LpSession, openSession } from '@/bench/highs/lp-session'
import type { DepotPlan } from '@/lib/planner/plan'
import type { DepotProblem } from '@/lib/planner/problem'

/** Where the rules put a shortage inside a level, worked out by the linear program one vehicle at a time. */

const roundingKwh = 1e-6

/**
 * The energy that each stay gets below its minimum: level by level, those that can still be made whole by least need,
 * earliest departure, presence and id; then what is left for the others in the same order.
 */
export async function minimumShares(problem: DepotProblem): Promise<number[]> {
  const lp = depotLp(problem)
  const session = openSession(await highs(), lp, 'simplex')
  try {
    const shares = new Array<number>(lp.stays.length).fill(0)
    const most = (stay: number) => -session.minimise(new Map([[session.columns.minimum(stay), -1]]), 'forget')
    const give = (stay: number, kwh: number) => {
      shares[stay] = kwh
      hold(session, session.columns.minimum(stay), kwh)
    }
    for (const members of levels(lp)) {
      const order = members.sort((a, b) => compareUrgency(lp, a, b))
      const late = order.filter((stay) => {
        const needKwh = minimumNeed(lp, stay)
        const canMakeIt = most(stay) >= needKwh - roundingKwh * Math.max(1, needKwh)
        if (canMakeIt) give(stay, needKwh)
        return !canMakeIt
      })
      for (const stay of late) give(stay, most(stay))
    }
    return shares
  } finally {
    session.dispose()
  }
}

/**
 * Whether the largest shortage of some level above the minimums could be smaller by more than a point: a sentence for
 * the first such level, or nothing. Minimums and earlier levels stay as the plan has them.
 */
export async function spreadCouldBeBetter(problem: DepotProblem, plan: DepotPlan): Promise<string | undefined> {
  const lp = depotLp(problem)
  for (const members of levels(lp)) {
    const short = members.map((stay) => points(lp, stay, restNeed(lp, stay) - gotKwh(lp, plan, stay).restKwh))
    const wanted = Math.max(...short) - 1.001
    if (wanted > 0 && (await canSpread(lp, plan, members, wanted)))
      return `${wanted + 1.001} points short, ${wanted} would do`
  }
  return undefined
}

/** Whether a level could have all its energy with no stay more than `wanted` points short. */
async function canSpread(lp: DepotLp, plan: DepotPlan, members: number[], wanted: number): Promise<boolean> {
  const session = openSession(await highs(), lp, 'simplex')
  const { minimum, rest } = session.columns
  try {
    for (const stay of lp.stays.keys()) hold(session, minimum(stay), gotKwh(lp, plan, stay).minimumKwh)
    for (const stay of earlier(lp, members)) hold(session, rest(stay), gotKwh(lp, plan, stay).restKwh)
    for (const stay of members) {
      const minimumPowerKwh = restNeed(lp, stay) - (wanted / 100) * batteryKwh(lp, stay)
      session.addRow(minimumPowerKwh, Number.POSITIVE_INFINITY, new Map([[rest(stay), 1]]))
    }
    const planKwh = members.reduce((sum, stay) => sum + gotKwh(lp, plan, stay).restKwh, 0)
    const least = session.minimumIfAny(new Map(members.map((stay) => [rest(stay), -1])))
    return least !== undefined && -least >= planKwh - roundingKwh * Math.max(1, planKwh)
  } finally {
    session.dispose()
  }
}

function hold(session: LpSession, column: number, kwh: number) {
  session.addRow(kwh - 1e-8 * Math.max(1, kwh), Number.POSITIVE_INFINITY, new Map([[column, 1]]))
}

function levels({ stays }: DepotLp): number[][] {
  const priorities = [...new Set(stays.map(({ facts }) => facts.schedule.priority))].sort((a, b) => b - a)
  return priorities.map((priority) => [...stays.keys()].filter((k) => stays[k]?.facts.schedule.priority === priority))
}

function earlier(lp: DepotLp, members: number[]): number[] {
  const priority = lp.stays[members[0] ?? 0]?.facts.schedule.priority ?? 0
  return [...lp.stays.keys()].filter((stay) => (lp.stays[stay]?.facts.schedule.priority ?? 0) > priority)
}

function compareUrgency(lp: DepotLp, a: number, b: number): number {
  const [one, two] = [lp.stays[a]?.facts, lp.stays[b]?.facts]
  if (!one || !two) return 0
  const byNeed = one.minimumNeedKwh - two.minimumNeedKwh
  if (Math.abs(byNeed) > 1e-9) return byNeed
  const byDeparture = one.schedule.to - two.schedule.to
  return byDeparture || Number(two.isPresent) - Number(one.isPresent) || (one.schedule.id < two.schedule.id ? -1 : 1)
}

const minimumNeed = (lp: DepotLp, stay: number) => lp.stays[stay]?.facts.minimumNeedKwh ?? 0
const restNeed = (lp: DepotLp, stay: number) => lp.stays[stay]?.facts.restNeedKwh ?? 0
const batteryKwh = (lp: DepotLp, stay: number) => lp.stays[stay]?.facts.schedule.ev.batterySizekWh ?? 1
const points = (lp: DepotLp, stay: number, kwh: number) => (kwh / batteryKwh(lp, stay)) * 100

/** What a plan gives one stay below its minimum and above it, in kWh. */
export function gotKwh(lp: DepotLp, plan: DepotPlan, stay: number): { minimumKwh: number; restKwh: number } {
  const schedule = lp.stays[stay]?.facts.schedule
  const endSoc = schedule ? (plan.plans[schedule.id]?.endSoc ?? schedule.startSoc) : 0
  const kwh = ((endSoc - (schedule?.startSoc ?? 0)) / 100) * batteryKwh(lp, stay)
  const minimumKwh = Math.min(kwh, minimumNeed(lp, stay))
  return { minimumKwh, restKwh: kwh - minimumKwh }
}
