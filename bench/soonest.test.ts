import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generateDepot } from '@/bench/depot-generator'
import { planOutcome } from '@/bench/plan-outcome'
import { oneBusLate } from '@/bench/small-event'
import { unpacked } from '@/lib/planner/invariants/certificates'
import { checkPlan } from '@/lib/planner/invariants/check-plan'
import { planDepot } from '@/lib/planner/plan-depot'

const { PLANNER_RUNS, PLANNER_SEED } = process.env
const numRuns = Math.ceil(Number(PLANNER_RUNS ?? 30) / 10)
const seed = PLANNER_SEED === undefined && PLANNER_RUNS !== undefined ? undefined : Number(PLANNER_SEED ?? 1)

/** Depots of whole minutes: here nothing forces a stretch of less than a minute. */
const day = fc.record({
  vehicles: fc.constantFrom(50, 300, 700),
  limit: fc.constantFrom('none' as const, 'loose' as const, 'tight' as const),
  pausing: fc.constantFrom('all' as const, 'most' as const),
  strategy: fc.constant('as-soon-as-possible' as const),
  seed: fc.integer({ min: 1, max: 10_000 }),
})

describe('the soonest plan of hundreds of vehicles', () => {
  it('holds every power for a minute, and packs to the front nevertheless', {
    timeout: 60_000 + numRuns * 5000,
  }, () => {
    const property = fc.property(day, (spec) => {
      const problem = generateDepot(spec)
      const plan = planDepot(problem)
      expect(planOutcome(plan).shortStretches).toBe(0)
      expect(checkPlan(problem, plan)).toEqual([])
      if (spec.pausing === 'all') expect(unpacked(problem, plan)).toEqual([])
    })
    fc.assert(property, { numRuns, seed })
  })
})

describe('a bus that is five minutes late', () => {
  it.each([50, 200])('leaves nearly all soonest plans of %i vehicles that can pause as they were', (vehicles) => {
    for (const limit of ['none', 'loose', 'tight'] as const) {
      for (const seed of [1, 2, 3]) {
        const problem = generateDepot({ vehicles, limit, pausing: 'all', strategy: 'as-soon-as-possible', seed })
        const { plans, changed } = oneBusLate(problem, planDepot(problem))
        expect(plans).toBeGreaterThan(40)
        expect(changed).toBeLessThanOrEqual(2)
      }
    }
  })
})
