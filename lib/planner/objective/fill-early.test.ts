import { describe, expect, test } from 'vitest'
import { checkPlan } from '@/lib/planner/invariants/check-plan'
import { parseProblem } from '@/lib/planner/parse-problem'
import { planDepot } from '@/lib/planner/plan-depot'
import type { DepotProblem } from '@/lib/planner/problem'

const midnight = 1733011200000
const at = (hour: number) => midnight + hour * 3_600_000

/** One bus that needs 100 kW until two sets the peak; another has until ten, and needs 100 kWh. */
function depot(site: object, own: object = {}): DepotProblem {
  const bus = (id: string, to: number, points: number) => ({
    ...{ id, from: midnight, to: at(to), startSoc: 90 - points, targetSoc: 90, ...own },
    ev: { batterySizekWh: 400, maxPowerkW: 100 },
  })
  const parsed = parseProblem({
    ...{ format: 'depot-problem/1', now: midnight, strategy: 'peak-supression' },
    ...{ site: { powerLimitkW: null, ...site }, schedules: [bus('early', 2, 50), bus('late', 10, 25)] },
  })
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults))
  return parsed.problem
}

const lateOf = (problem: DepotProblem) => planDepot(problem).plans.late

describe('a buffer with peak suppression', () => {
  test('charges under the peak that is set as soon as it has room', () => {
    const problem = depot({ readyBufferMinutes: 30 })
    const plan = planDepot(problem)
    expect(checkPlan(problem, plan)).toEqual([])
    expect(plan.peakkW).toBeCloseTo(100, 6)
    expect(plan.plans.late?.endTime).toBe(at(3))
  })

  test('waits for a price that is lower by over a twentieth, and not for one that hardly is', () => {
    const prices = (later: number) => [
      { from: at(0), to: at(5), perkWh: 0.3 },
      { from: at(5), to: at(10), perkWh: later },
    ]
    expect(lateOf(depot({ readyBufferMinutes: 30, prices: prices(0.2) }))?.endTime).toBeGreaterThan(at(5))
    expect(lateOf(depot({ readyBufferMinutes: 30, prices: prices(0.299) }))?.endTime).toBe(at(3))
  })

  test('of no minutes changes nothing', () => {
    expect(planDepot(depot({ readyBufferMinutes: 0 }))).toEqual(planDepot(depot({})))
  })
})
