import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { planExplained } from '@/lib/planner/explain/explain-plan'
import type { DepotProblem } from '@/lib/planner/problem'
import type { Depot } from '@/lib/planning/depot'
import { arbitraryDepot } from '@/lib/planning/fixtures/arbitrary-depot'
import { depotValue, inForceValue, NOW, stayValue } from '@/lib/planning/fixtures/depot-values'
import { type PlanningResult, planBatches } from '@/lib/planning/plan-batches'
import { sortStays } from '@/lib/planning/plannable'
import { TookTooLong } from '@/lib/planning/worker/time-budget'
import { highestPower } from '@/lib/site/peak'
import { baseLoadIntervals } from '@/lib/site/week-levels'
import type { Measurements } from '@/lib/stays/depot-stay'

const HOUR = 3_600_000
const solve = async (problem: DepotProblem) => planExplained(problem)

/** The depot as it is read again after `result` was stored. */
function stored(depot: Depot, result: PlanningResult, now = depot.now): Depot {
  const stays = depot.stays.map((stay) => {
    const change = result.changed.find((candidate) => candidate.stay.id === stay.id)
    return change
      ? {
          ...stay,
          incumbent: inForceValue(change.plan, { explanation: change.explanation }),
          elapsed: change.elapsed ?? stay.elapsed,
        }
      : stay
  })
  return { ...depot, now, stays, forecasts: result.forecasts }
}

const later = stayValue({ id: 'later', arrival: NOW + 80 * HOUR, departure: NOW + 90 * HOUR })

describe('planBatches', () => {
  it('gives each stay that can be planned one plan, and keeps the site within its limit through all days together', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDepot(), async (depot) => {
        const result = await planBatches(depot, solve)
        const { plannable, fixedLoads } = sortStays(depot)
        expect(result.changed.map(({ stay }) => stay.id).sort()).toEqual(plannable.map(({ stay }) => stay.id).sort())
        const { powerLimitKw, powerLimits, chargingEfficiency, baseLoad, timeZone } = depot.location
        const range = { from: NOW, to: NOW + 200 * HOUR }
        const base = baseLoadIntervals(baseLoad, timeZone, range)
        const atSite = (powerkW: number) => powerkW / chargingEfficiency
        const fixed = fixedLoads.map((load) => ({ ...load, powerkW: atSite(load.powerkW) }))
        for (const { plan } of result.changed) {
          for (const { from, to, powerkW } of plan.segments ?? []) {
            if (powerkW <= 0) continue
            const others = result.changed.flatMap((change) => change.plan.segments ?? [])
            const loads = [...base, ...fixed, ...others.map((one) => ({ ...one, powerkW: atSite(one.powerkW) }))]
            const dates = powerLimits?.dates ?? []
            const cuts = [from, to, ...dates.flatMap((date) => [date.from, date.to])].sort((a, b) => a - b)
            for (const [index, begin] of cuts.entries()) {
              const end = cuts[index + 1] ?? begin
              if (begin < from || end > to || end === begin) continue
              const date = dates.find((one) => one.from <= begin && begin < one.to)
              const limitKw = date?.powerkW ?? powerLimitKw ?? Number.POSITIVE_INFINITY
              expect(highestPower(loads, { from: begin, to: end })).toBeLessThanOrEqual(limitKw + 1e-3)
            }
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('solves a forecast again only when what it is made from has changed', async () => {
    const depot = depotValue([stayValue(), later])
    const first = await planBatches(depot, solve)
    const counted = vi.fn(solve)
    await planBatches(stored(depot, first, NOW + HOUR / 4), counted)
    expect(counted.mock.calls.map(([{ name }]) => name)).toEqual(['north'])
    const moved = { ...later, departure: later.departure + HOUR }
    const changed = await planBatches({ ...stored(depot, first), stays: [stayValue(), moved] }, counted)
    expect(counted.mock.calls.slice(1).map(([{ name }]) => name)).toEqual(['north', 'north 2026-11-26'])
    expect(changed.changed.map(({ stay }) => stay.id)).toContain('later')
  })

  it('counts what is decided earlier as a load of the days that follow', async () => {
    const long = stayValue({
      id: 'long',
      arrival: NOW + 35 * HOUR,
      departure: NOW + 60 * HOUR,
      startSoc: 0,
      targetSoc: 100,
    })
    const next = stayValue({ id: 'next', arrival: NOW + 37 * HOUR, departure: NOW + 58 * HOUR })
    const solved = vi.fn(solve)
    await planBatches(depotValue([long, next]), solved)
    const forecast = solved.mock.calls[1]?.[0]
    expect(forecast?.fixedLoads.some(({ scheduleId }) => scheduleId === 'long')).toBe(true)
  })

  it('takes plans out of force that can no longer be made, but none that was posted', async () => {
    const unknown = { vehicle: { batterySizeKwh: null } }
    const plan = { segments: [{ from: NOW - HOUR, to: NOW + HOUR, powerkW: 50 }] }
    const own = stayValue({ id: 'own', ...unknown, incumbent: inForceValue(plan) })
    const posted = stayValue({ id: 'posted', ...unknown, incumbent: inForceValue(plan, { posted: true }) })
    const { removed, changed } = await planBatches(depotValue([own, posted]), solve)
    expect(changed).toEqual([])
    expect(removed.map(({ stay }) => stay.id)).toEqual(['own'])
    expect(removed[0]?.elapsed).toEqual([{ from: NOW - HOUR, to: NOW, powerkW: 50 }])
  })

  it('plans what there is time for: a later day keeps its plans and is planned by the next run', async () => {
    const depot = depotValue([stayValue(), later])
    const inTime = async (problem: DepotProblem) => {
      if (problem.schedules.some(({ id }) => id === 'later')) throw new TookTooLong(1_000)
      return planExplained(problem)
    }
    const result = await planBatches(depot, inTime)
    expect(result).toMatchObject({ planned: 1, unfinished: 1, forecasts: new Map() })
    const next = await planBatches(stored(depot, result), solve)
    expect(next).toMatchObject({ planned: 2, unfinished: 0 })
    expect(next.changed.map(({ stay }) => stay.id)).toEqual(['later'])
  })

  it('has failed when there is no time for the near future', async () => {
    const never = async () => Promise.reject(new TookTooLong(1_000))
    await expect(planBatches(depotValue([stayValue(), later]), never)).rejects.toThrow(TookTooLong)
  })

  it.each<[string, Partial<Measurements>]>([
    ['has left', { connectedAt: NOW - 5 * HOUR, disconnectedAt: NOW - 60_000, soc: 90, socAt: NOW }],
    ['is full and late to leave', { connectedAt: NOW - 9 * HOUR, soc: 90, socAt: NOW }],
  ])('leaves a frozen plan as it is when its vehicle %s: it may be plugged in again', async (_, measured) => {
    const times = { arrival: NOW - 9 * HOUR, departure: measured.disconnectedAt ? NOW + HOUR / 2 : NOW - HOUR / 2 }
    const segments = [{ from: NOW - HOUR, to: NOW + 2 * HOUR, powerkW: 20 }]
    const incumbent = inForceValue({ segments }, { frozen: true })
    const depot = { ...depotValue([stayValue({ ...times, measured, incumbent })]), followsEvents: true }
    expect(sortStays(depot)).toEqual({
      plannable: [],
      held: [],
      fixedLoads: [],
      unplannable: [],
      gone: [],
      chargedNow: [],
    })
    const { changed, removed } = await planBatches(depot, solve)
    expect([changed, removed]).toEqual([[], []])
  })
})
