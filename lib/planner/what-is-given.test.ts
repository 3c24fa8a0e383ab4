import { describe, expect, test } from 'vitest'
import { parseProblem } from '@/lib/planner/parse-problem'
import { planDepot } from '@/lib/planner/plan-depot'
import type { DepotProblem } from '@/lib/planner/problem'

const midnight = 1733011200000
const hourMs = 3_600_000
const at = (hour: number) => midnight + hour * hourMs

/** A depot of two buses from midnight to eight; each needs 50 kWh. */
function depot(strategy: string, site: object, own: object = {}): DepotProblem {
  const schedules = ['a', 'b'].map((id) => ({
    ...{ id, from: midnight, to: at(8), startSoc: 40, targetSoc: 90, ...own },
    ev: { batterySizekWh: 100, maxPowerkW: 100 },
  }))
  const parsed = parseProblem({
    ...{ format: 'depot-problem/1', now: midnight, strategy, schedules },
    site: { powerLimitkW: null, ...site },
  })
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults))
  return parsed.problem
}

describe('where a price is absent', () => {
  const price = (from: number, to: number, perkWh: number) => ({ from: at(from), to: at(to), perkWh })

  test('the time-weighted mean of those given holds, in the plan as in its cost', () => {
    const prices = [price(0, 1, 0.4), price(1, 4, 0.2)]
    const plan = planDepot(depot('lowest-cost', { prices }))
    const charging = plan.plans.a?.segments.filter(({ powerkW }) => powerkW > 0) ?? []
    for (const { from, to } of charging) expect([from >= at(1), to <= at(4)]).toEqual([true, true])
    expect(plan.cost).toBeCloseTo(100 * 0.2, 6)
    const anywhere = planDepot(depot('balanced', { prices }))
    expect(anywhere.cost).toBeCloseTo((100 / 8) * (0.4 + 3 * 0.2 + 4 * 0.25), 6)
  })

  test('0 holds if none is given', () => {
    expect(planDepot(depot('lowest-cost', {})).cost).toBe(0)
  })
})

describe('a gap of a second', () => {
  const strategies = ['peak-supression', 'lowest-cost', 'balanced', 'as-soon-as-possible']
  const spans = [0, 1, 2, 3, 4, 5, 6, 7].map((hour) => ({ from: at(hour), to: at(hour + 1) - 1000 }))
  const cases = [
    { what: 'limits', site: { powerLimitkW: 300, limits: spans.map((span) => ({ ...span, powerkW: 15 })) } },
    { what: 'base load', site: { baseLoad: spans.map((span) => ({ ...span, powerkW: 100 })), powerLimitkW: 120 } },
    { what: 'prices', site: { prices: spans.map((span, k) => ({ ...span, perkWh: k % 2 ? 0.3 : 0.31 })) } },
  ]
  test.each(cases)('between $what makes no stretch of a second', ({ site }) => {
    for (const strategy of strategies) {
      const plan = planDepot(depot(strategy, site))
      const shortest = Object.values(plan.plans).flatMap(({ segments }) => segments.map(({ durationMs }) => durationMs))
      expect(Math.min(...shortest)).toBeGreaterThanOrEqual(60_000)
    }
  })

  test('does not let power rise above a lower limit on both its sides', () => {
    const limits = spans.map((span) => ({ ...span, powerkW: 15 }))
    expect(planDepot(depot('as-soon-as-possible', { powerLimitkW: 300, limits })).peakkW).toBeLessThanOrEqual(15 + 1e-6)
  })
})

describe('a minimum above the target', () => {
  test('is what the vehicle is charged to, and what the plan is measured by', () => {
    const plan = planDepot(depot('balanced', {}, { targetSoc: 60, settings: { minimumSoC: 95 } }))
    const own = plan.plans.a
    expect(own?.endSoc).toBe(95)
    expect(own?.reachedTargetSocInSchedule).toBe(true)
    expect(own?.schedule.ev.batteryEnergyNeedkWh).toBeCloseTo(55, 9)
    expect(own?.segments.map(({ tag }) => tag[0])).toEqual(['minimum'])
  })

  test('that cannot be reached is a shortfall, though the target is reached', () => {
    const plan = planDepot(depot('balanced', { powerLimitkW: 10 }, { targetSoc: 60, settings: { minimumSoC: 95 } }))
    expect(plan.plans.b?.endSoc).toBeGreaterThan(60)
    expect(plan.plans.b?.reachedTargetSocInSchedule).toBe(false)
    expect(plan.unmetkWh).toBeCloseTo(30, 6)
  })
})
