import { describe, expect, test } from 'vitest'
import { checkPlan } from '@/lib/planner/invariants/check-plan'
import { parseProblem } from '@/lib/planner/parse-problem'
import { planDepot } from '@/lib/planner/plan-depot'
import { type DepotProblem, strategies } from '@/lib/planner/problem'

const midnight = 1733011200000
const hourMs = 3_600_000

interface Vehicle {
  id?: string
  hours: number
  needKwh: number
  minimumKw: number
  mostKw: number
  pauses?: boolean
  priority?: number
  charging?: boolean
  idealKw?: number
}

/** A depot of batteries of 100 kWh that all arrive at midnight. */
function depot(site: object, vehicles: Vehicle[], strategy: string = 'balanced'): DepotProblem {
  const schedules = vehicles.map((vehicle, k) => ({
    id: vehicle.id ?? `bus-${k + 1}`,
    from: midnight,
    to: midnight + vehicle.hours * hourMs,
    startSoc: 0,
    targetSoc: vehicle.needKwh,
    priority: vehicle.priority ?? 0,
    charging: vehicle.charging ?? false,
    ev: { batterySizekWh: 100, maxPowerkW: vehicle.mostKw, supportsPausing: vehicle.pauses ?? false },
    settings: {
      evMinPowerkW: vehicle.minimumKw,
      ...(vehicle.idealKw ? { powerRules: [{ tag: 'bulk', idealPowerkW: vehicle.idealKw }] } : {}),
    },
  }))
  const parsed = parseProblem({ format: 'depot-problem/1', now: midnight, strategy, site, schedules })
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults))
  return parsed.problem
}

describe.each(strategies)('vehicles with a minimum power, %s', (strategy) => {
  test('charge one after another where the limit holds one at a time', () => {
    const six = Array.from({ length: 6 }, () => ({ hours: 24, needKwh: 100, minimumKw: 40, mostKw: 50 }))
    const problem = depot({ powerLimitkW: 60 }, six, strategy)
    const plan = planDepot(problem)
    expect(plan.unmetkWh).toBeCloseTo(0, 6)
    expect(checkPlan(problem, plan)).toEqual([])
  })

  test('take turns also when they can pause', () => {
    const two = Array.from({ length: 2 }, () => ({ hours: 4, needKwh: 50, minimumKw: 30, mostKw: 50, pauses: true }))
    expect(planDepot(depot({ powerLimitkW: 50 }, two, strategy)).unmetkWh).toBeCloseTo(0, 6)
  })

  test.each([120, 125, 130, 135])(
    'take what room others leave at %d kW, where pairs in turn would serve all',
    (powerLimitkW) => {
      const six = Array.from({ length: 6 }, () => {
        return { hours: 4, needKwh: 80, minimumKw: 50, mostKw: 100, pauses: true }
      })
      const problem = depot({ powerLimitkW }, six, strategy)
      const plan = planDepot(problem)
      expect(plan.unmetkWh).toBeCloseTo(0, 6)
      expect(checkPlan(problem, plan)).toEqual([])
    },
  )

  test('start as soon as there is room where they are under way and there is none', () => {
    const baseLoad = [{ from: midnight, to: midnight + hourMs, powerkW: 70 }]
    const one = [{ hours: 6, needKwh: 50, minimumKw: 0, mostKw: 50, charging: true }]
    expect(planDepot(depot({ powerLimitkW: 60, baseLoad }, one, strategy)).unmetkWh).toBeCloseTo(0, 6)
  })

  test('get all they need when they are alone', () => {
    const one = [{ hours: 3.75, needKwh: 5, minimumKw: 10, mostKw: 80 }]
    expect(planDepot(depot({ powerLimitkW: 60 }, one, strategy)).unmetkWh).toBeCloseTo(0, 6)
  })

  test('stay at or below their ideal where that leaves them time', () => {
    const one = [{ hours: 10, needKwh: 80, minimumKw: 10, mostKw: 50, idealKw: 20 }]
    const { segments = [] } = planDepot(depot({ powerLimitkW: null }, one, strategy)).plans['bus-1'] ?? {}
    expect(Math.max(...segments.map(({ powerkW }) => powerkW))).toBeLessThanOrEqual(20 + 1e-9)
  })
})

describe('a minimum power', () => {
  test('lets the higher priority go first', () => {
    const two = [1, 0].map((priority) => ({ hours: 1, needKwh: 50, minimumKw: 30, mostKw: 50, pauses: true, priority }))
    const { plans } = planDepot(depot({ powerLimitkW: 50 }, two, 'peak-supression'))
    expect(plans['bus-1']?.endSoc).toBeGreaterThanOrEqual(plans['bus-2']?.endSoc ?? 0)
    expect(plans['bus-1']?.endSoc).toBeGreaterThan(0)
  })

  test('costs one that is alone no more of the peak than that power', () => {
    const one = [{ hours: 4, needKwh: 5, minimumKw: 10, mostKw: 80 }]
    expect(planDepot(depot({ powerLimitkW: null }, one, 'peak-supression')).peakkW).toBeCloseTo(10, 6)
  })
})

test('one that cannot pause waits for two cheap hours in a row, rather than to charge through dear ones', () => {
  const price = (from: number, to: number, perkWh: number) => ({
    from: midnight + from * hourMs,
    to: midnight + to * hourMs,
    perkWh,
  })
  const prices = [price(0, 1, 0.1), price(1, 3, 0.9), price(3, 5, 0.2), price(5, 6, 0.9)]
  const one = [{ hours: 6, needKwh: 100, minimumKw: 10, mostKw: 50 }]
  expect(planDepot(depot({ powerLimitkW: null, prices }, one, 'lowest-cost')).cost).toBeCloseTo(20, 6)
})

test('an id may be the name of something that every object has', () => {
  const named = ['constructor', 'toString', '__proto__'].map((id) => ({
    id,
    hours: 2,
    needKwh: 20,
    minimumKw: 0,
    mostKw: 50,
  }))
  const { plans, unmetkWh } = planDepot(depot({ powerLimitkW: 50 }, named))
  expect(unmetkWh).toBeCloseTo(0, 6)
  expect(Object.keys(plans)).toEqual(['constructor', 'toString', '__proto__'])
})
