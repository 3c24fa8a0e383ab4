import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { depotLp } from '@/bench/highs/depot-lp'
import { gotKwh, minimumShares, spreadCouldBeBetter } from '@/bench/highs/shortage'
import { scarceProblem } from '@/lib/planner/invariants/arbitraries'
import { planDepot } from '@/lib/planner/plan-depot'

const { PLANNER_RUNS, PLANNER_SEED } = process.env
const numRuns = Number(PLANNER_RUNS ?? 60)
const seed = PLANNER_SEED === undefined && PLANNER_RUNS !== undefined ? undefined : Number(PLANNER_SEED ?? 1)
const timeout = 60_000 + numRuns * 1000

describe('a shortage that the site forces', () => {
  it('below the minimum falls on one rather than many: who can make it first, by need, departure and id', {
    timeout,
  }, async () => {
    const property = fc.asyncProperty(scarceProblem, async (problem) => {
      const plan = planDepot(problem)
      const lp = depotLp(problem)
      const wanted = await minimumShares(problem)
      const got = wanted.map((_, stay) => gotKwh(lp, plan, stay).minimumKwh)
      const roundingKwh = 1e-5 * Math.max(1, 1e-2 * Math.max(0, ...wanted))
      const apart = wanted.filter((kwh, stay) => Math.abs(kwh - (got[stay] ?? 0)) > Math.max(roundingKwh, 1e-5 * kwh))
      expect(apart, `got ${got}, must be ${wanted}`).toEqual([])
    })
    await fc.assert(property, { numRuns, seed })
  })

  it('above the minimum is spread: the largest in SoC points is within one of the smallest possible', {
    timeout,
  }, async () => {
    const property = fc.asyncProperty(scarceProblem, async (problem) => {
      expect(await spreadCouldBeBetter(problem, planDepot(problem))).toBeUndefined()
    })
    await fc.assert(property, { numRuns, seed })
  })
})
