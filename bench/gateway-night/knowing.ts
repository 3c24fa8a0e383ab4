import { MINUTE, type Night } from '@/bench/night/night'
import { knownProblem } from '@/bench/night/rivals'
import { planDepot } from '@/lib/planner/plan-depot'
import type { Strategy } from '@/lib/planner/problem'

/** With how much each bus leaves by a plan that knows the night beforehand: also which charger dies, and when. */
export function knowingSoc(night: Night, strategy: Strategy): Map<string, number> {
  const problem = knownProblem(night, strategy)
  const schedules = problem.schedules.map((schedule) => {
    const real = night.buses.find(({ id }) => id === schedule.id)?.real
    // Whoever takes nothing any more is as good as gone; the planner keeps its margin before that, which it need not.
    const to = Math.min(
      schedule.to,
      (real?.deadFrom ?? Number.POSITIVE_INFINITY) + schedule.settings.departureMarginMinutes * MINUTE,
    )
    return { ...schedule, to }
  })
  const { plans } = planDepot({ ...problem, schedules })
  return new Map(Object.entries(plans).map(([id, { endSoc }]) => [id, endSoc]))
}
