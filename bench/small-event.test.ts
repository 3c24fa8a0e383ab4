import { describe, expect, it } from 'vitest'
import { generateDepot } from '@/bench/depot-generator'
import { oneBusLate } from '@/bench/small-event'
import { planDepot } from '@/lib/planner/plan-depot'
import { strategies } from '@/lib/planner/problem'

describe.each(['all', 'most'] as const)('where %s vehicles can pause', (pausing) => {
  describe.each(['loose', 'tight'] as const)('under a %s limit', (limit) => {
    it.each(['peak-supression', 'lowest-cost', 'balanced'] as const)(
      'a late bus leaves the %s plans of the others',
      (strategy) => {
        const problem = generateDepot({ vehicles: 50, limit, pausing, strategy, seed: 1 })
        const { plans, changed } = oneBusLate(problem, planDepot(problem))
        expect(plans).toBeGreaterThan(40)
        expect(changed).toBe(0)
      },
    )
  })
})

describe.each(['loose', 'tight'] as const)('where blocks compete under a %s limit', (limit) => {
  it.each(['peak-supression', 'lowest-cost', 'balanced'] as const)(
    'a late bus changes few of the %s plans of the others',
    (strategy) => {
      for (const seed of [1, 2, 3, 4]) {
        const problem = generateDepot({ vehicles: 200, limit, pausing: 'most', strategy, seed })
        const { plans, changed } = oneBusLate(problem, planDepot(problem))
        expect(plans).toBeGreaterThan(150)
        expect(changed, `seed ${seed}`).toBeLessThan(20)
      }
    },
  )
})

describe.each(['loose', 'tight'] as const)('where nobody can pause under a %s limit', (limit) => {
  it.each(strategies)('a late bus leaves most of the %s plans of the others', (strategy) => {
    for (const seed of [1, 2, 3]) {
      const problem = generateDepot({ vehicles: 200, limit, pausing: 'none', strategy, seed })
      const { plans, changed } = oneBusLate(problem, planDepot(problem))
      expect(changed, `seed ${seed}`).toBeLessThan(plans / 2)
    }
  })
})

describe('a block that would begin before its bus arrives', () => {
  it('is placed again, and the other blocks stay', () => {
    const problem = generateDepot({ vehicles: 50, limit: 'tight', pausing: 'most', strategy: 'balanced', seed: 8 })
    expect(oneBusLate(problem, planDepot(problem)).changed).toBeLessThan(10)
  })
})

describe('a shortage under the incumbent plan', () => {
  it('stays divided as it was when a late bus changes the total a little', () => {
    const problem = generateDepot({ vehicles: 400, limit: 'tight', pausing: 'most', strategy: 'balanced', seed: 4 })
    const { plans, changed } = oneBusLate(problem, planDepot(problem))
    expect(changed).toBeLessThan(plans / 10)
  })
})

describe('vehicles that cannot pause', () => {
  it('charge in the cheap hours also beside a stay that is too short for its own need', () => {
    const relaxed = generateDepot({ vehicles: 200, limit: 'loose', pausing: 'all', strategy: 'lowest-cost', seed: 1 })
    const blocked = generateDepot({ vehicles: 200, limit: 'loose', pausing: 'most', strategy: 'lowest-cost', seed: 1 })
    const [first] = blocked.schedules
    if (!first) throw new Error('The depot has no stay to shorten')
    const shortened = { ...first, to: first.from + 10 * 60_000 }
    const shorten = (problem: typeof blocked) => ({
      ...problem,
      schedules: problem.schedules.map((schedule) => (schedule.id === shortened.id ? shortened : schedule)),
    })
    const optimum = planDepot(shorten(relaxed))
    const plan = planDepot(shorten(blocked))
    expect(optimum.unmetkWh).toBeGreaterThan(1)
    expect(plan.unmetkWh).toBeCloseTo(optimum.unmetkWh, 6)
    expect(plan.cost).toBeLessThan(optimum.cost * 1.01)
  })
})
