import { expect, it } from 'vitest'
import { HOUR, MINUTE, makeNight } from '@/bench/night/night'
import { postedProblem } from '@/bench/night/posted-problem'
import { checkPlan } from '@/lib/planner/invariants/check-plan'
import { planDepot } from '@/lib/planner/plan-depot'

/** Nights in which turns leave somebody short hours later: 25, 8, 2 and 7 changes in the first hour where the whole was planned exactly. */
it.each([3, 4, 6, 7])(
  'in night %d powers change seldom in the hour after ten',
  (seed) => {
    const night = makeNight({ seed, buses: 20, limitKw: 560, pauses: true, deviates: true })
    const problem = postedProblem(night, { minutes: 180, readyBufferMinutes: 30 })
    const plan = planDepot(problem)
    expect(checkPlan(problem, plan)).toEqual([])
    const changes = Object.values(plan.plans).flatMap(({ segments }) =>
      segments.filter(({ from, powerkW }, k) => {
        const before = segments[k - 1]
        return before && from < problem.now + HOUR && Math.abs(powerkW - before.powerkW) > 1
      }),
    )
    expect(changes.length).toBeLessThanOrEqual(6)
  },
  2 * MINUTE,
)
