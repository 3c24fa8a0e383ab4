import { describe, expect, it } from 'vitest'
import { planExplained } from '@/lib/planner/explain/explain-plan'
import type { DepotProblem } from '@/lib/planner/problem'
import { chargeNowObstacle } from '@/lib/planning/charge-now/charge-now-obstacle'
import { depotValue, inForceValue, locationValue, NOW, stayValue } from '@/lib/planning/fixtures/depot-values'
import { type PlanningResult, planBatches } from '@/lib/planning/plan-batches'
import { sortStays } from '@/lib/planning/plannable'
import { standingOf } from '@/lib/stays/standing'

const HOUR = 3_600_000
const solve = async (problem: DepotProblem) => planExplained(problem)
const asked = { since: NOW - HOUR, by: 'Ada' }
/** A bus of 300 kWh and 100 kW that is here, with 40 % of the 90 % that it needs in nine hours: an hour and a half. */
const here = { arrival: NOW - HOUR, departure: NOW + 9 * HOUR }
const curve = [
  { soc: 0, powerkW: 100 },
  { soc: 100, powerkW: 100 },
]
const bus = (key: number, parts: Parameters<typeof stayValue>[0] = {}) =>
  stayValue({
    ...here,
    key,
    vehicleKey: key,
    id: `stay-${key}`,
    vehicle: { id: `bus-${key}`, chargingCurve: curve },
    ...parts,
  })

const planOf = (result: PlanningResult, id: string) => {
  const change = result.changed.find(({ stay }) => stay.id === id)
  if (!change) throw new Error(`no plan of ${id}`)
  return change
}
const powerAt = (result: PlanningResult, id: string, at: number) =>
  planOf(result, id).plan.segments?.find(({ from, to }) => from <= at && at < to)?.powerkW ?? 0

describe('a vehicle that is to charge at once', () => {
  it('has its full power from now until its target, while the others keep to the strategy', async () => {
    const result = await planBatches(depotValue([bus(1, { chargeNow: asked }), bus(2)]), solve)
    expect(powerAt(result, 'stay-1', NOW)).toBe(100)
    expect(powerAt(result, 'stay-1', NOW + 1.4 * HOUR)).toBe(100)
    expect(powerAt(result, 'stay-1', NOW + 1.6 * HOUR)).toBe(0)
    expect(planOf(result, 'stay-1')).toMatchObject({ strategy: 'as-soon-as-possible', plan: { endSoc: 90 } })
    expect(planOf(result, 'stay-2')).toMatchObject({ strategy: 'peak-supression', plan: { endSoc: 90 } })
    expect(result.totals.peakkW).toBeCloseTo(100, 3)
    expect(result.totals.energykWh).toBeCloseTo(300, 3)
    expect(result.planned).toBe(2)
  })

  it('has what the limit leaves beside the base load, and the others have the rest', async () => {
    const week = {
      weekly: (['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const).map((day) => ({
        day,
        from: '00:00',
        to: '24:00',
        powerkW: 20,
      })),
    }
    const depot = depotValue([bus(1, { chargeNow: asked }), bus(2)], { powerLimitKw: 80, baseLoad: week })
    const result = await planBatches(depot, solve)
    expect(powerAt(result, 'stay-1', NOW)).toBeCloseTo(60, 6)
    expect(powerAt(result, 'stay-2', NOW)).toBe(0)
    expect(planOf(result, 'stay-1').plan.endSoc).toBeCloseTo(90, 6)
    expect(planOf(result, 'stay-2').plan.endSoc).toBeCloseTo(90, 6)
    expect(result.totals.peakkW).toBeLessThanOrEqual(80 + 1e-6)
  })

  it('goes before others even where they then leave short', async () => {
    const soon = { departure: NOW + 2 * HOUR }
    const depot = depotValue([bus(1, { ...soon, chargeNow: asked }), bus(2, { ...soon, priority: 9 })], {
      ...{ powerLimitKw: 100, departureMarginMinutes: 0 },
    })
    const result = await planBatches(depot, solve)
    expect(planOf(result, 'stay-1').plan.endSoc).toBeCloseTo(90, 6)
    expect(planOf(result, 'stay-2').plan.endSoc).toBeCloseTo(40 + 100 / 6, 3)
    expect(result.totals.unmetkWh).toBeCloseTo(100, 3)
  })

  it('is planned as before where nobody asked', async () => {
    const stays = [bus(1), bus(2)]
    expect((await planBatches(depotValue(stays), solve)).changed.map(({ strategy }) => strategy)).toEqual([
      'peak-supression',
      'peak-supression',
    ])
  })
})

describe('charging at once ends', () => {
  const connected = { connectedAt: NOW - HOUR, soc: 60, socAt: NOW }
  const ended = (parts: Parameters<typeof stayValue>[0], followsEvents = true) =>
    sortStays(depotValue([bus(1, { chargeNow: asked, ...parts })], {}, { followsEvents })).chargedNow.length === 1

  it.each([
    ['not while the vehicle is here and below its target', { measured: connected }, false],
    ['at the target', { measured: { ...connected, soc: 90 } }, true],
    ['when it is unplugged', { measured: { ...connected, disconnectedAt: NOW } }, true],
    ['at the departure', { departure: NOW, measured: connected }, true],
    ['when its plan is frozen', { measured: connected, incumbent: inForceValue({}, { frozen: true }) }, true],
  ])('%s', (_, parts, over) => {
    expect(ended(parts)).toBe(over)
  })

  it('by the timetable where no charger reports', () => {
    expect(ended({}, false)).toBe(false)
    expect(ended({ arrival: NOW + HOUR }, false)).toBe(true)
  })

  it('leaves the vehicle to the strategy', async () => {
    const stay = bus(1, { chargeNow: asked, measured: { ...connected, disconnectedAt: NOW } })
    const result = await planBatches(depotValue([stay, bus(2)], {}, { followsEvents: true }), solve)
    expect(result.chargedNow).toEqual([stay])
    expect(new Set(result.changed.map(({ strategy }) => strategy))).toEqual(new Set(['peak-supression']))
  })
})

describe('chargeNowObstacle', () => {
  it('counts a minimum above the target as the target', () => {
    const stay = bus(1, { targetSoc: 50, minimumSoc: 80, startSoc: 60 })
    const standing = standingOf(stay, locationValue(), { now: NOW, followsEvents: false })
    expect(chargeNowObstacle(stay, standing, locationValue())).toBeNull()
    expect(chargeNowObstacle({ ...stay, minimumSoc: null }, standing, locationValue())).toBe('at-target')
  })
})
