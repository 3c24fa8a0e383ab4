import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparePlans } from '@/lib/planner/compare-plans'
import { applyFix } from '@/lib/planner/explain/apply-fix'
import { segmentReasonsOf } from '@/lib/planner/explain/segment-reasons'
import { shortfallsOf } from '@/lib/planner/explain/shortfall'
import { siteViewOf } from '@/lib/planner/explain/site-view'
import { slackOf } from '@/lib/planner/explain/slack'
import { smallestFixes } from '@/lib/planner/explain/smallest-fixes'
import { parseProblem } from '@/lib/planner/parse-problem'
import { planDepot } from '@/lib/planner/plan-depot'
import type { DepotProblem } from '@/lib/planner/problem'

const midnight = 1733011200000
const hourMs = 3_600_000

function scenario(name: string): DepotProblem {
  const file = join(import.meta.dirname, '..', 'scenarios', `${name}.json`)
  const parsed = parseProblem(JSON.parse(readFileSync(file, 'utf8')))
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults))
  return parsed.problem
}

function depot(limitKw: number | null, stays: [fromHour: number, toHour: number, need: number][]): DepotProblem {
  const schedules = stays.map(([from, to, need], k) => ({
    id: `bus-${k}`,
    from: midnight + from * hourMs,
    to: midnight + to * hourMs,
    startSoc: 90 - need,
    targetSoc: 90,
    ev: { batterySizekWh: 100, maxPowerkW: 50 },
  }))
  const site = { powerLimitkW: limitKw }
  const parsed = parseProblem({ format: 'depot-problem/1', now: midnight, strategy: 'balanced', site, schedules })
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults))
  return parsed.problem
}

describe('a vehicle that is held at the limit', () => {
  const heldBeside = (load: { scheduleId?: string }) => {
    const crowded = depot(60, [
      [0, 2, 40],
      [0, 2, 40],
    ])
    const fixedLoads = [{ from: midnight, to: midnight + 2 * hourMs, powerkW: 19, ...load }]
    const problem = { ...crowded, site: { ...crowded.site, efficiency: 0.95 }, fixedLoads }
    return segmentReasonsOf(siteViewOf(problem, planDepot(problem)), 'bus-0')
  }

  test('is told what vehicles that are in no schedule draw of it, at the site', () => {
    expect(heldBeside({})).toContainEqual(expect.objectContaining({ limitKw: 60, unscheduledKw: 20 }))
  })

  test('but not what a frozen plan draws', () => {
    const reasons = heldBeside({ scheduleId: 'bus-9' })
    expect(reasons).toContainEqual(expect.objectContaining({ limitKw: 60 }))
    expect(JSON.stringify(reasons)).not.toContain('unscheduledKw')
  })
})

describe('the cause of a shortfall', () => {
  const causeOf = (problem: DepotProblem) => shortfallsOf(problem, planDepot(problem)).map(({ cause }) => cause)

  test('is the stay where even full power all the time would not do', () => {
    expect(causeOf(depot(null, [[0, 1, 80]]))).toEqual(['stay-too-short'])
  })

  test('is the late start where the stay as a whole was long enough', () => {
    const problem = depot(null, [[0, 2, 80]])
    expect(causeOf({ ...problem, now: midnight + hourMs })).toEqual(['started-too-late'])
  })

  test('is the site where the vehicle alone would have had time', () => {
    expect(causeOf(depot(20, [[0, 2, 80]]))).toEqual(['site-limit'])
  })

  test('is the missing power where the settings allow none', () => {
    const problem = depot(null, [[0, 9, 80]])
    const [schedule] = problem.schedules
    if (schedule) schedule.settings.evMaxPowerkW = 0
    expect(causeOf(problem)).toEqual(['cannot-charge'])
  })

  test('is told with its numbers', () => {
    const problem = depot(null, [[0, 1, 80]])
    const [shortfall] = shortfallsOf(problem, planDepot(problem))
    expect(shortfall).toMatchObject({ missingPoints: 30, targetSoc: 90, availableMinutes: 60, neededMinutes: 96 })
  })

  test('does not exist for a vehicle that reaches its target', () => {
    expect(shortfallsOf(depot(null, [[0, 3, 80]]), planDepot(depot(null, [[0, 3, 80]])))).toEqual([])
  })
})

describe('a fix', () => {
  test('ends the shortfall when the depot is planned again, whatever its kind', () => {
    const hour = fc.integer({ min: 0, max: 12 })
    const stay = fc.tuple(hour, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 10, max: 85 }))
    const stays = fc.array(
      stay.map(([from, hours, need]): [number, number, number] => [from, from + hours, need]),
      { minLength: 1, maxLength: 5 },
    )
    fc.assert(
      fc.property(stays, fc.integer({ min: 5, max: 120 }), (some, limitKw) => {
        const problem = depot(limitKw, some)
        const plan = planDepot(problem)
        const [shortfall] = shortfallsOf(problem, plan)
        if (!shortfall) return
        for (const fix of smallestFixes(problem, plan, shortfall.scheduleId)) {
          const again = planDepot(applyFix(problem, fix))
          expect(again.plans[shortfall.scheduleId]?.reachedTargetSocInSchedule).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('is the smallest: a kilowatt or a minute less is not enough', () => {
    const problem = depot(20, [[0, 2, 80]])
    const fixes = smallestFixes(problem, planDepot(problem), 'bus-0')
    const limit = fixes.find((fix) => fix.kind === 'raise-limit')
    const later = fixes.find((fix) => fix.kind === 'later-departure')
    expect(limit?.byKw).toBe(20)
    expect(later?.byMinutes).toBe(120)
    expect(fixes.find((fix) => fix.kind === 'lower-target')?.targetSoc).toBe(50)
  })

  test('of a later departure is found, and is the smallest, however little the end of a charging curve takes longer than the stay', () => {
    const chargingCurve = [
      { soc: 80, powerkW: 50 },
      { soc: 100, powerkW: 12.5 },
    ]
    for (let minutes = 60; minutes < 99; minutes += 2) {
      const given = depot(null, [[0, minutes / 60, 80]])
      const problem = {
        ...given,
        schedules: given.schedules.map((one) => ({ ...one, ev: { ...one.ev, chargingCurve } })),
      }
      const later = smallestFixes(problem, planDepot(problem), 'bus-0').find(({ kind }) => kind === 'later-departure')
      if (later?.kind !== 'later-departure') throw new Error(`No later departure is found for ${minutes} minutes.`)
      const isReached = (byMinutes: number) => {
        const fix = { ...later, byMinutes, to: later.to + (byMinutes - later.byMinutes) * 60_000 }
        return planDepot(applyFix(problem, fix)).plans['bus-0']?.reachedTargetSocInSchedule
      }
      expect([isReached(later.byMinutes), isReached(later.byMinutes - 1)], `${minutes} minutes`).toEqual([true, false])
    }
  })

  test('of a lower target never gives up more than a point of what the plan gives now, as others would take the rest', () => {
    const need = fc.integer({ min: 30, max: 85 })
    const buses = fc.array(need, { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(buses, fc.integer({ min: 20, max: 150 }), (needs, limitKw) => {
        const stays = needs.map((points): [number, number, number] => [0, 2, points])
        const problem = depot(limitKw, stays)
        const plan = planDepot(problem)
        for (const { scheduleId, endSoc } of shortfallsOf(problem, plan)) {
          const fix = smallestFixes(problem, plan, scheduleId).find(({ kind }) => kind === 'lower-target')
          if (fix?.kind === 'lower-target') expect(fix.targetSoc).toBeGreaterThanOrEqual(endSoc - 1 - 1e-6)
        }
      }),
      { numRuns: 15 },
    )
  })

  test.each([
    ['alone at a limit is offered what it gets', 20, [80], 50],
    ['sharing a limit is offered none, as its 86.7 % would have to become 80 %', 100, [75, 65, 70], undefined],
  ])('of a lower target: a bus %s', (_rule, limitKw, needs, targetSoc) => {
    const stays = needs.map((need): [number, number, number] => [0, 2, need])
    const problem = depot(limitKw, stays)
    const fixes = smallestFixes(problem, planDepot(problem), 'bus-0')
    expect(fixes.find((fix) => fix.kind === 'lower-target')?.targetSoc).toBe(targetSoc)
  })

  test('of a higher priority says whom it costs', () => {
    const problem = depot(40, [
      [0, 2, 80],
      [0, 2, 80],
    ])
    const fix = smallestFixes(problem, planDepot(problem), 'bus-0').find(({ kind }) => kind === 'higher-priority')
    expect(fix).toMatchObject({ priority: 1, costs: [{ scheduleId: 'bus-1' }] })
    expect(fix).toMatchObject({ priority: 1, costs: [{ scheduleId: 'bus-1', points: expect.closeTo(40, 6) }] })
  })

  test('of the limit leaves the limits outside its time as they were', () => {
    const problem = scenario('a-lower-limit-for-two-hours')
    const from = midnight + 23.5 * hourMs
    const to = midnight + 24 * hourMs
    const fix = { kind: 'raise-limit' as const, scheduleId: 'bus-1', byKw: 10, from, to }
    const { site } = applyFix(problem, fix)
    const limitAt = (ms: number) =>
      site.limits.reduce(
        (least, limit) => (limit.from <= ms && ms < limit.to ? Math.min(least, limit.powerkW) : least),
        site.powerLimitkW ?? Number.POSITIVE_INFINITY,
      )
    expect(limitAt(from - 1)).toBe(60)
    expect(limitAt(from)).toBe(70)
    expect(limitAt(to)).toBe(60)
    expect(limitAt(midnight + 25.5 * hourMs)).toBe(220)
  })
})

describe('the slack', () => {
  test('is the time that full power leaves over', () => {
    expect(slackOf(depot(null, [[0, 3, 50]])).get('bus-0')?.targetMinutes).toBe(120)
  })

  test('is negative where the stay is too short', () => {
    expect(slackOf(depot(null, [[0, 1, 80]])).get('bus-0')?.targetMinutes).toBeCloseTo(-36)
  })
})

describe('the reason for a segment', () => {
  const reasons = (problem: DepotProblem, id: string) => segmentReasonsOf(siteViewOf(problem, planDepot(problem)), id)

  test('names the cheaper hour that a vehicle waits for', () => {
    const problem = scenario('a-frozen-plan-takes-the-cheap-hours')
    expect(reasons(problem, 'bus-1')[0]).toMatchObject({ code: 'waits-for-cheaper' })
  })

  test('names the limit that two vehicles share', () => {
    const problem = scenario('two-buses-share-a-limit-that-serves-one')
    const all = [...reasons(problem, 'bus-1'), ...reasons(problem, 'bus-2')]
    expect(all.some((reason) => 'limitKw' in reason && reason.limitKw === 75)).toBe(true)
  })

  test('names the peak that holds a vehicle back', () => {
    const problem = { ...scenario('ten-identical-buses'), strategy: 'peak-supression' as const }
    const all = problem.schedules.flatMap(({ id }) => reasons(problem, id))
    expect(all.some(({ code }) => code === 'held-at-peak' || code === 'waits-at-peak')).toBe(true)
  })

  test('exists for every segment of every scenario', () => {
    const problem = scenario('preconditioning-in-the-coldest-hour')
    const plan = planDepot(problem)
    for (const { id } of problem.schedules) {
      expect(reasons(problem, id)).toHaveLength(plan.plans[id]?.segments.length ?? -1)
    }
  })
})

describe('a comparison of two plans', () => {
  test('finds nothing between a plan and itself', () => {
    const plan = planDepot(scenario('ten-identical-buses'))
    expect(comparePlans(plan, plan)).toMatchObject({ changes: [], unchanged: 10, peakKw: 0, cost: 0 })
  })

  test('says who gets less under a lower limit', () => {
    const problem = depot(null, [
      [0, 2, 80],
      [0, 5, 20],
    ])
    const lower = { ...problem, site: { ...problem.site, powerLimitkW: 20 } }
    const { changes, unmetKwh } = comparePlans(planDepot(problem), planDepot(lower))
    expect(changes.find(({ scheduleId }) => scheduleId === 'bus-0')?.kind).toBe('worse')
    expect(unmetKwh).toBeGreaterThan(0)
  })

  test('says who is new and who is gone', () => {
    const one = planDepot(depot(null, [[0, 2, 50]]))
    const none = planDepot(depot(null, []))
    expect(comparePlans(none, one).changes[0]?.kind).toBe('appears')
    expect(comparePlans(one, none).changes[0]?.kind).toBe('disappears')
  })
})
