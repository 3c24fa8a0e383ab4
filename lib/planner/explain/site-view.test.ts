import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { limitReachedIn, momentsOf, reachesPeakIn, siteViewOf } from '@/lib/planner/explain/site-view'
import { parseProblem } from '@/lib/planner/parse-problem'
import { planDepot } from '@/lib/planner/plan-depot'
import type { DepotProblem, PowerInterval } from '@/lib/planner/problem'

const midnight = 1733011200000
const hourMs = 3_600_000
const minuteMs = 60_000

const interval = (mostKw: number) =>
  fc
    .record({
      from: fc.integer({ min: 0, max: 600 }),
      length: fc.integer({ min: 1, max: 240 }),
      kw: fc.integer({ min: 0, max: mostKw }),
    })
    .map(
      ({ from, length, kw }): PowerInterval => ({
        ...{ from: midnight + from * minuteMs, to: midnight + (from + length) * minuteMs, powerkW: kw },
      }),
    )

const depots = fc
  .record({
    powerLimitkW: fc.option(fc.integer({ min: 10, max: 150 }), { nil: null }),
    limits: fc.array(interval(150), { maxLength: 3 }),
    baseLoad: fc.array(interval(30), { maxLength: 1 }),
    stays: fc.array(
      fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 5, max: 85 })),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
  })
  .map(({ stays, ...site }): DepotProblem => {
    const schedules = stays.map(([from, hours, need], k) => ({
      ...{ id: `bus-${k}`, from: midnight + from * hourMs, to: midnight + (from + hours) * hourMs },
      ...{ startSoc: 90 - need, targetSoc: 90, ev: { batterySizekWh: 100, maxPowerkW: 50 } },
    }))
    const parsed = parseProblem({ format: 'depot-problem/1', now: midnight, strategy: 'balanced', site, schedules })
    if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults))
    return parsed.problem
  })

const at = (ms: number) => (part: PowerInterval) => part.from <= ms && ms < part.to
const sumAt = (parts: PowerInterval[], ms: number) => parts.filter(at(ms)).reduce((sum, part) => sum + part.powerkW, 0)

describe('the site under a plan', () => {
  test('has at every minute the power and the limit that the problem and the plan say', () => {
    fc.assert(
      fc.property(depots, fc.integer({ min: 0, max: 13 * 60 }), (problem, minute) => {
        const plan = planDepot(problem)
        const end = Math.max(...problem.schedules.map(({ to }) => to))
        const ms = midnight + minute * minuteMs
        const [moment] = momentsOf(siteViewOf(problem, plan), ms, ms + 1000)
        expect(moment === undefined).toBe(ms >= end)
        if (!moment) return
        const segments = Object.values(plan.plans).flatMap((own) => own.segments)
        expect(moment.siteKw).toBeCloseTo(sumAt(segments, ms) + sumAt(problem.site.baseLoad, ms), 6)
        const holding = problem.site.limits.filter(at(ms)).map(({ powerkW }) => powerkW)
        expect(moment.limitKw).toBe(Math.min(problem.site.powerLimitkW ?? Number.POSITIVE_INFINITY, ...holding))
      }),
    )
  })

  test('is at its limit or its peak in a stretch exactly where one of its moments is', () => {
    const minutes = fc.integer({ min: 0, max: 13 * 60 })
    fc.assert(
      fc.property(depots, minutes, minutes, (problem, a, b) => {
        const plan = planDepot(problem)
        const view = siteViewOf(problem, plan)
        const [from, to] = [midnight + Math.min(a, b) * minuteMs, midnight + (Math.max(a, b) + 1) * minuteMs]
        const moments = momentsOf(view, from, to)
        const isNear = (kw: number, boundKw: number) => kw >= boundKw - 2e-3 * Math.max(1, boundKw)
        const first = moments.find(({ siteKw, limitKw }) => isNear(siteKw, limitKw))
        expect(limitReachedIn(view, from, to)?.limitKw).toBe(first?.limitKw)
        expect(reachesPeakIn(view, from, to)).toBe(moments.some(({ siteKw }) => isNear(siteKw, plan.peakkW)))
      }),
    )
  })
})
