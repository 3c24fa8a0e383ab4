import type { Outcome } from '@/bench/simple-rules'
import { cheapestGap, flatnessGapKw } from '@/lib/planner/invariants/certificates'
import type { DepotPlan, SchedulePlan, Segment } from '@/lib/planner/plan'
import type { DepotProblem } from '@/lib/planner/problem'

/** What a plan comes to, in the terms of the simple rules, and how it treats the vehicles. */
export interface PlanOutcome extends Outcome {
  /** Stretches of one power that last less than a minute, over all stays. */
  shortStretches: number
}

/** The plan's own totals, which the checker has verified, and its power changes. */
export function planOutcome(plan: DepotPlan): PlanOutcome {
  const stays = Object.values(plan.plans).map(stretchesOf)
  const changes = stays.reduce((sum, stretches) => sum + changesOf(stretches), 0)
  const isShort = ({ from, to, powerkW }: Stretch) => powerkW > 0 && to - from < 60_000
  return {
    unmetKwh: plan.unmetkWh,
    peakKw: plan.peakkW,
    cost: plan.cost,
    changes: changes / Math.max(1, stays.length),
    shortStretches: stays.flat().filter(isShort).length,
  }
}

type Stretch = Pick<Segment, 'from' | 'to' | 'powerkW'>

/** The stretches of one power: segments that only a phase separates are one. */
function stretchesOf({ segments }: SchedulePlan): Stretch[] {
  const stretches: Stretch[] = []
  for (const { from, to, powerkW } of segments) {
    const last = stretches.at(-1)
    if (last && Math.abs(last.powerkW - powerkW) < 1e-6) last.to = to
    else stretches.push({ from, to, powerkW })
  }
  return stretches
}

/** Steps of power, the first start and the last stop included. */
function changesOf(stretches: Stretch[]): number {
  const first = stretches[0]
  const last = stretches.at(-1)
  if (!first || !last) return 0
  return stretches.length - 1 + (first.powerkW > 0 ? 1 : 0) + (last.powerkW > 0 ? 1 : 0)
}

/** The certificate of a plan's own aim: kW for `balanced`, price per kWh where cost counts; nothing for the others. */
export function certificate(problem: DepotProblem, plan: DepotPlan): number | undefined {
  const capKw = Math.max(plan.peakkW, problem.site.peakSoFarkW)
  if (problem.strategy === 'balanced') return flatnessGapKw(problem, plan)
  if (problem.strategy === 'peak-supression') return cheapestGap(problem, plan, capKw)
  if (problem.strategy !== 'lowest-cost') return undefined
  return cheapestGap(problem, plan, problem.site.demandChargePerkW > 0 ? capKw : undefined)
}
