import { describe, expect, it } from 'vitest'
import { depotShapes, shapedDepot } from '@/bench/depot-shapes'
import { checkPlan } from '@/lib/planner/invariants/check-plan'
import { checkReadiness } from '@/lib/planner/invariants/check-readiness'
import { planDepot } from '@/lib/planner/plan-depot'
import { type DepotProblem, strategies } from '@/lib/planner/problem'

const { PLANNER_RUNS } = process.env
const seeds = Math.max(6, Math.floor(Number(PLANNER_RUNS ?? 0) / 100))

/** Every second depot has margins, minimums, and a fifth less power: here many are short and margins are fought over. */
function madeScarce(problem: DepotProblem): DepotProblem {
  const { site } = problem
  const powerLimitkW = site.powerLimitkW === null ? null : site.powerLimitkW * 0.8
  const schedules = problem.schedules.map((stay, k) => ({
    ...stay,
    settings: {
      ...stay.settings,
      departureMarginMinutes: [0, 10, 30][k % 3] ?? 0,
      minimumSoC: [0, 40, 60][(k >> 1) % 3] ?? 0,
    },
  }))
  return { ...problem, site: { ...site, powerLimitkW }, schedules }
}

describe.each(depotShapes)('a depot like a %s', (shape) => {
  it.each(strategies)(
    'keeps every rule and leaves no better exchange for %s',
    { timeout: 60_000 + seeds * 5000 },
    (strategy) => {
      for (let seed = 1; seed <= seeds; seed++) {
        const drawn = shapedDepot(shape, 45, seed, strategy)
        const problem = seed % 2 === 1 ? madeScarce(drawn) : drawn
        const plan = planDepot(problem)
        expect(checkPlan(problem, plan), `seed ${seed}`).toEqual([])
        expect(checkReadiness(problem, plan), `seed ${seed}`).toEqual([])
      }
    },
  )
})
