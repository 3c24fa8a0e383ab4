import { type DepotLp, depotLp } from '@/bench/highs/depot-lp'
import { highs, type LpSession, openSession } from '@/bench/highs/lp-session'
import {
  flattestLevelsKw,
  type LevelEnergy,
  leastBill,
  leastEnergyCost,
  leastPeakKw,
  mostEnergyByBoundary,
  mostEnergyByLevel,
} from '@/bench/highs/optima'
import { energyCost, siteMaximumKw } from '@/lib/planner/invariants/check-totals'
import {
  type DepotTimeline,
  depotTimeline,
  isPreconditioning,
  momentsBetween,
  sitePowerKw,
} from '@/lib/planner/invariants/depot-timeline'
import { type StayFacts, stayFacts } from '@/lib/planner/invariants/stay-facts'
import type { DepotPlan } from '@/lib/planner/plan'
import type { DepotProblem, Strategy } from '@/lib/planner/problem'

/** One stage of the lexicographic program: what the plan reached, and the optimum. */
export interface StageGap {
  kind: StageKind
  stage: string
  reached: number
  optimum: number
  /** The difference, relative to the larger of 1 and the optimum's size (for a level: the largest level's). */
  relative: number
}

/** Relative differences that count as equal: a level's energy must be the optimum's, an aim may cost 0.1 %. */
export const tolerances = { level: 1e-6, aim: 1e-3 }

/**
 * Solves the problem's program stage by stage and holds the plan against each optimum. Margins may serve readiness; to
 * reach the aim nobody may use more of its margin than in the plan.
 */
export async function lpGaps(problem: DepotProblem, plan: DepotPlan): Promise<StageGap[]> {
  const lp = depotLp(problem, reservedLoads(plan))
  const session = openSession(await highs(), lp, 'simplex')
  try {
    const most = mostEnergyByLevel(lp, session)
    const largestKwh = Math.max(0, ...most.map(({ energyKwh }) => energyKwh))
    const levels = most.map((level) =>
      gap('level', levelName(level), energyOfLevel(problem, plan, level), level.energyKwh, largestKwh),
    )
    for (const [stay, { facts }] of lp.stays.entries()) session.boundMargin(stay, marginKwh(plan, facts) + 1e-6)
    const timeline = depotTimeline(problem, plan, lp.cutsMs)
    return [...levels, ...aims[problem.strategy](lp, session, timeline)]
  } finally {
    session.dispose()
  }
}

/**
 * The stages that a plan misses by more than their tolerance. A level's energy and a site level must be the optimum's;
 * a peak, cost or energy so far may be better than that, where a stage before it was let go by its own 0.1 %.
 */
export function missedStages(gaps: StageGap[]): StageGap[] {
  return gaps.filter(({ kind, relative }) => {
    if (kind === 'level') return Math.abs(relative) > tolerances.level
    if (kind === 'least') return relative > tolerances.aim
    return kind === 'most' ? -relative > tolerances.aim : Math.abs(relative) > tolerances.aim
  })
}

type StageKind = 'level' | 'least' | 'most' | 'exactly'

function gap(kind: StageKind, stage: string, reached: number, optimum: number, size = Math.abs(optimum)): StageGap {
  return { kind, stage, reached, optimum, relative: (reached - optimum) / Math.max(1, size) }
}

function levelName({ rank, isMinimum, priority }: LevelEnergy): string {
  return `level ${isMinimum ? 'minimum' : 'rest'} of rank ${rank}, priority ${priority}`
}

/** What a plan draws for preconditioning is taken before charging: the program takes it as given. */
function reservedLoads(plan: DepotPlan) {
  return Object.values(plan.plans).flatMap(({ segments }) => segments.filter(isPreconditioning))
}

/** What a plan charges in a stay's margin. */
function marginKwh(plan: DepotPlan, { schedule, lastMs, endMs }: StayFacts): number {
  return (plan.plans[schedule.id]?.segments ?? []).reduce((kwh, { from, to, powerkW }) => {
    return kwh + (Math.max(0, Math.min(to, endMs) - Math.max(from, lastMs)) * powerkW) / 3_600_000
  }, 0)
}

function energyOfLevel(problem: DepotProblem, plan: DepotPlan, { rank, isMinimum, priority }: LevelEnergy): number {
  return problem.schedules.reduce((sum, schedule) => {
    const { minimumNeedKwh, rank: own } = stayFacts(problem, schedule)
    if (schedule.priority !== priority || own !== rank) return sum
    const endSoc = plan.plans[schedule.id]?.endSoc ?? schedule.startSoc
    const gotKwh = ((endSoc - schedule.startSoc) / 100) * schedule.ev.batterySizekWh
    const minimumKwh = Math.min(gotKwh, minimumNeedKwh)
    return sum + (isMinimum ? minimumKwh : gotKwh - minimumKwh)
  }, 0)
}

type Aim = (lp: DepotLp, session: LpSession, timeline: DepotTimeline) => StageGap[]

/** Each strategy's aim, held against the program that readiness has already tightened. */
const aims: Record<Strategy, Aim> = {
  'peak-supression': (lp, session, timeline) => [
    gap('least', 'peak', Math.max(siteMaximumKw(timeline), lp.peakSoFarKw), leastPeakKw(lp, session)),
    gap('least', 'energy cost under the peak', chargingCost(timeline), leastEnergyCost(lp, session)),
  ],
  'lowest-cost': (lp, session, timeline) => {
    const demandCost = lp.demandChargePerKw * Math.max(0, siteMaximumKw(timeline) - lp.peakSoFarKw)
    return [gap('least', 'bill', chargingCost(timeline) + demandCost, leastBill(lp, session))]
  },
  balanced: (lp, session, timeline) =>
    flattestLevelsKw(lp, session).map((level, k) => {
      const [first] = momentsBetween(timeline, lp.cutsMs[k] ?? 0, lp.cutsMs[k + 1] ?? 0)
      const reached = sitePowerKw(timeline, first)
      const isSame = Math.abs(reached - level) * (lp.hours[k] ?? 0) <= energySlackKwh(lp)
      return gap('exactly', `site level from ${lp.cutsMs[k]}`, isSame ? level : reached, level)
    }),
  'as-soon-as-possible': (lp, session, timeline) =>
    mostEnergyByBoundary(lp, session).map((kwh, k) => {
      const [, end] = momentsBetween(timeline, lp.cutsMs[0] ?? 0, lp.cutsMs[k + 1] ?? 0)
      const gotKwh = timeline.hours.slice(0, end).reduce((sum, h, at) => sum + h * (timeline.chargingKw[at] ?? 0), 0)
      return gap('most', `energy until ${lp.cutsMs[k + 1]}`, gotKwh, kwh)
    }),
}

/** What the rows that hold the levels' energies leave open: in an interval of seconds that is a power one could see. */
function energySlackKwh({ stays }: DepotLp): number {
  const askedKwh = stays.reduce((sum, { facts }) => sum + facts.minimumNeedKwh + facts.restNeedKwh, 0)
  return 4 * tolerances.level * Math.max(1, askedKwh)
}

/** Cost of the energy that charges, preconditioning left out. */
function chargingCost(timeline: DepotTimeline): number {
  return energyCost({ ...timeline, preconditioningKw: new Float64Array(timeline.hours.length) })
}
