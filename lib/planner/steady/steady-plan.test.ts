import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPlan } from '@/lib/planner/invariants/check-plan'
import { parseProblem } from '@/lib/planner/parse-problem'
import type { DepotPlan } from '@/lib/planner/plan'
import { planDepot } from '@/lib/planner/plan-depot'
import type { DepotProblem } from '@/lib/planner/problem'

const HOUR = 3_600_000
const MINUTE = 60_000
const EVENING = Date.parse('2026-11-23T18:00:00Z')

type Bus = { comes: number; leaves: number; soc: number; maxKw: number }

/** A night of buses whose curves fall from 80 % on, under a peak that all of them share. */
function depot(buses: readonly Bus[], { now = EVENING, previous = {} }: Partial<DepotProblem> = {}): DepotProblem {
  const parsed = parseProblem({
    ...{ format: 'depot-problem/1', now, strategy: 'peak-supression', previous },
    site: { powerLimitkW: 2_000, readyBufferMinutes: 30 },
    schedules: buses.map(({ comes, leaves, soc, maxKw }, k) => ({
      ...{
        id: `bus-${k + 1}`,
        from: EVENING + comes * MINUTE,
        to: EVENING + leaves * MINUTE,
        startSoc: soc,
        targetSoc: 95,
      },
      ev: {
        batterySizekWh: 300,
        maxPowerkW: maxKw,
        chargingCurve: [
          { soc: 80, powerkW: maxKw },
          { soc: 100, powerkW: maxKw / 4 },
        ],
      },
    })),
  })
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults))
  return parsed.problem
}

const NIGHT: Bus[] = Array.from({ length: 10 }, (_, k) => ({
  ...{ comes: (k * 37) % 150, leaves: 540 + ((k * 53) % 120), soc: 25 + ((k * 17) % 25) },
  maxKw: [90, 120, 150][k % 3] ?? 90,
}))

/** Changes of power by over 1 kW, the first start and the last stop included, a vehicle. */
function changesOf({ plans }: DepotPlan): number {
  const each = Object.values(plans).map(({ segments }) => {
    let changes = 0
    let kw = 0
    for (const { powerkW } of [...segments, { powerkW: 0 }]) {
      if (Math.abs(powerkW - kw) > 1) changes += 1
      kw = powerkW
    }
    return changes
  })
  return each.reduce((sum, changes) => sum + changes, 0) / each.length
}

/** How often a vehicle begins to draw power. */
function startsOf({ plans }: DepotPlan): number {
  const each = Object.values(plans).map(
    ({ segments }) => segments.filter(({ powerkW }, k) => powerkW > 1 && (segments[k - 1]?.powerkW ?? 0) <= 1).length,
  )
  return each.reduce((sum, starts) => sum + starts, 0) / each.length
}

const powersOf = ({ plans }: DepotPlan) =>
  Object.fromEntries(
    Object.entries(plans).map(([id, { segments }]) => [
      id,
      segments.map(({ from, to, powerkW }) => ({ from, to, powerkW })),
    ]),
  )

describe('vehicles with a curve and a ready buffer charge in turn', () => {
  it('in a night of ten buses with nine changes of power each at most, where there were twenty', () => {
    const problem = depot(NIGHT)
    const plan = planDepot(problem)
    expect(checkPlan(problem, plan)).toEqual([])
    expect(plan.unmetkWh).toBeLessThan(1e-6)
    expect(changesOf(plan)).toBeLessThanOrEqual(9)
  })

  it('and one that has begun goes on to its target, also where its curve falls, but for one whose time is tight', () => {
    expect(startsOf(planDepot(depot(NIGHT)))).toBeLessThanOrEqual(1.4)
  })

  it('at a peak hardly above that of a plan without a buffer', () => {
    const problem = depot(NIGHT)
    const least = planDepot({ ...problem, site: { ...problem.site, readyBufferMinutes: 0 } })
    expect(planDepot(problem).peakkW).toBeLessThanOrEqual(1.015 * least.peakkW)
  })

  it('and go on at the power of now when the plan is made again', () => {
    const first = planDepot(depot(NIGHT))
    const now = EVENING + 3 * HOUR
    const schedules = depot(NIGHT).schedules.map((stay) => {
      const reached = first.plans[stay.id]?.segments.findLast(({ from }) => from <= now)
      if (!reached) return stay
      const share = (Math.min(now, reached.to) - reached.from) / (reached.to - reached.from)
      return { ...stay, startSoc: reached.startSoc + share * (reached.endSoc - reached.startSoc) - 0.4 }
    })
    const again = planDepot({ ...depot(NIGHT, { now, previous: powersOf(first) }), schedules })
    for (const [id, { segments }] of Object.entries(again.plans)) {
      const was = first.plans[id]?.segments.find(({ from, to }) => from <= now && now < to)?.powerkW ?? 0
      if (was > 0) expect(segments[0]?.powerkW).toBeGreaterThan(was - 2)
    }
  })

  it('whatever the night, and every rule of a plan holds', { timeout: 120_000 }, () => {
    const bus = fc.record({
      comes: fc.integer({ min: 0, max: 240 }),
      leaves: fc.integer({ min: 300, max: 700 }),
      soc: fc.integer({ min: 5, max: 94 }),
      maxKw: fc.constantFrom(50, 90, 150, 300),
    })
    const property = fc.property(fc.array(bus, { minLength: 1, maxLength: 8 }), (buses) => {
      const problem = depot(buses)
      expect(checkPlan(problem, planDepot(problem))).toEqual([])
    })
    fc.assert(property, { numRuns: 60, seed: 1 })
  })
})
