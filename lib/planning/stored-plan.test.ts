import { describe, expect, it } from 'vitest'
import { planDepot } from '@/lib/planner/plan-depot'
import { batchesOf, buildProblem } from '@/lib/planning/build-problem'
import { depotValue, inForceValue, NOW, stayValue } from '@/lib/planning/fixtures/depot-values'
import { type PlannableStay, sortStays } from '@/lib/planning/plannable'
import { isSamePlan, storedPlan } from '@/lib/planning/stored-plan'

const HOUR = 3_600_000
const STRATEGY = 'peak-supression'

function planOf(parts: Parameters<typeof stayValue>[0] = {}) {
  const depot = depotValue([stayValue(parts)])
  const { plannable } = sortStays(depot)
  const [entry] = plannable as [PlannableStay]
  const [batch] = batchesOf(depot, plannable)
  const planned = planDepot(buildProblem(depot, batch ?? { day: null, strategy: 'balanced' as const, stays: [] }, []))
    .plans.tonight
  if (!planned) throw new Error('The planner gave no plan.')
  return storedPlan(planned, entry)
}

/** As the database gives it back: in another order, without what is undefined. */
function readBack<T>(plan: T): T {
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([name, item]) => [name, reversed(item)]),
    )
  }
  return reversed(JSON.parse(JSON.stringify(plan))) as T
}

describe('storedPlan', () => {
  it('says where the start SoC comes from, and when charging really began and ended', () => {
    expect(planOf().schedule).toMatchObject({ startSocSource: 'posted', tx: {} })
    const measured = { chargingStartedAt: NOW - HOUR, chargingEndedAt: NOW }
    expect(planOf({ startSoc: null, measured }).schedule).toMatchObject({
      startSocSource: 'assumed',
      tx: { chargingStartTime: '2026-11-22T17:00:00.000Z', chargingEndTime: '2026-11-22T18:00:00.000Z' },
    })
  })

  it('leaves the past to whoever knows it', () => {
    expect(planOf()).not.toHaveProperty('pastSegments')
  })
})

describe('isSamePlan', () => {
  const plan = planOf()
  const same = (
    next: typeof plan,
    parts: Parameters<typeof inForceValue>[1] = {},
    strategy = STRATEGY,
    isTight = false,
    othersChange = false,
  ) => isSamePlan(inForceValue(readBack(plan), parts), next, strategy, isTight, othersChange)
  const [first, ...rest] = plan.segments ?? []

  it('knows a plan again that came back from the database', () => {
    expect(same(plan)).toBe(true)
  })

  it('knows a plan again of which some time has passed', () => {
    const middle = ((first?.from ?? 0) + (first?.to ?? 0)) / 2
    const later = {
      ...plan,
      segments: [{ ...first, from: middle, to: first?.to ?? 0, powerkW: first?.powerkW ?? 0 }, ...rest],
    }
    expect(same(later)).toBe(true)
  })

  it('takes an end a minute later for the same, but not where another vehicle’s plan changes and begins then', () => {
    const charging = (plan.segments ?? []).filter(({ powerkW }) => powerkW > 0)
    const last = charging.at(-1)
    const moved = {
      ...plan,
      segments: [...charging.slice(0, -1), { ...last, to: (last?.to ?? 0) - 60_000 }] as typeof charging,
    }
    expect(same(moved)).toBe(true)
    expect(same(moved, {}, STRATEGY, false, true)).toBe(false)
    expect(same(plan, {}, STRATEGY, false, true)).toBe(true)
  })

  it('takes what no charger tells apart for the same, but not where the site has no room to spare', () => {
    const powers = (change: (kw: number) => number) => ({
      ...plan,
      segments: (plan.segments ?? []).map((one) => ({ ...one, powerkW: one.powerkW && change(one.powerkW) })),
    })
    const little = powers((kw) => kw + 0.9)
    expect(same(little)).toBe(true)
    expect(same(little, {}, STRATEGY, true)).toBe(false)
    expect(same(powers((kw) => kw + Math.max(1, 0.03 * kw)))).toBe(false)
  })

  it.each([
    [
      'another power',
      { ...plan, segments: (plan.segments ?? []).map((one) => ({ ...one, powerkW: one.powerkW + 1 })) },
    ],
    ['another end', { ...plan, endSoc: 80 }],
    ['another target', planOf({ targetSoc: 85 })],
    ['another priority', planOf({ priority: 3 })],
    ['another departure', planOf({ departure: NOW + 11 * HOUR })],
    ['another battery', planOf({ vehicle: { batterySizeKwh: 320 } })],
    ['another source of its SoC', planOf({ startSoc: null, estimatedSoc: 40 })],
  ])('is not deceived by %s', (_, next) => {
    expect(same(next)).toBe(false)
  })

  it('replaces what was posted, and what another strategy made', () => {
    expect(same(plan, { posted: true })).toBe(false)
    expect(same(plan, {}, 'balanced')).toBe(false)
  })
})
