import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyFix } from '@/lib/planner/explain/apply-fix'
import { findSwap } from '@/lib/planner/explain/find-swap'
import { parseProblem } from '@/lib/planner/parse-problem'
import { planDepot } from '@/lib/planner/plan-depot'
import type { DepotProblem } from '@/lib/planner/problem'

const midnight = 1733011200000
const hourMs = 3_600_000

type Bus = { from?: number; to: number; startSoc: number; targetSoc?: number; minimumSoC?: number; kwh?: number }

/** Buses of 100 kWh and 50 kW; times are hours from midnight. */
function depot(buses: Bus[], powerLimitkW: number | null = null): DepotProblem {
  const schedules = buses.map(({ from = 0, to, startSoc, targetSoc = 90, minimumSoC = 0, kwh = 100 }, k) => ({
    ...{ id: `bus-${k}`, from: midnight + from * hourMs, to: midnight + to * hourMs, startSoc, targetSoc },
    ev: { batterySizekWh: kwh, maxPowerkW: 50 },
    settings: { minimumSoC },
  }))
  const site = { powerLimitkW }
  const parsed = parseProblem({ format: 'depot-problem/1', now: midnight, strategy: 'balanced', site, schedules })
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults))
  return parsed.problem
}

function partnerOf(problem: DepotProblem, among?: string[]): string | undefined {
  const [short] = problem.schedules
  return short && findSwap(problem, planDepot(problem), short, among)?.withScheduleId
}

const short: Bus = { to: 1, startSoc: 20 }

describe('the vehicle that takes over the duty of one that is short', () => {
  test.each<[string, Bus[], string | undefined]>([
    ['is ready and leaves later', [{ to: 4, startSoc: 90 }], 'bus-1'],
    ['need not be ready if it can be', [{ to: 4, startSoc: 60 }], 'bus-1'],
    ['is not one that would be short itself', [{ to: 4, startSoc: 30 }], undefined],
    ['is not one whose duty the short one cannot do either', [{ to: 1.3, startSoc: 95 }], undefined],
    ['is not one that leaves before it', [{ to: 0.5, startSoc: 95 }], undefined],
    ['is not one that comes only after it', [{ from: 1, to: 4, startSoc: 95 }], undefined],
    ['leaves with it and asks for less', [{ to: 1, startSoc: 95, targetSoc: 60 }], 'bus-1'],
    ['has a battery of about the same size', [{ to: 4, startSoc: 90, kwh: 60 }], undefined],
    [
      'is rather there and charged than soon to leave',
      [
        { to: 3, startSoc: 60 },
        { to: 5, startSoc: 92 },
      ],
      'bus-2',
    ],
    [
      'of two that are ready is the one that leaves first',
      [
        { to: 6, startSoc: 92 },
        { to: 5, startSoc: 92 },
      ],
      'bus-2',
    ],
  ])('%s', (_rule, others, expected) => {
    expect(partnerOf(depot([short, ...others]))).toBe(expected)
  })

  test('is one of those that may be swapped with', () => {
    const problem = depot([short, { to: 4, startSoc: 95 }, { to: 5, startSoc: 95 }])
    expect(partnerOf(problem, ['bus-2'])).toBe('bus-2')
    expect(partnerOf(problem, [])).toBeUndefined()
  })

  test('takes the minimum along: the higher of it and the target counts', () => {
    expect(
      partnerOf(
        depot([
          { to: 1, startSoc: 20, targetSoc: 0, minimumSoC: 85 },
          { to: 4, startSoc: 86 },
        ]),
      ),
    ).toBe('bus-1')
  })
})

test('a swap leaves both with their targets and no other with less, whatever the depot', () => {
  const bus = fc.record({
    from: fc.integer({ min: 0, max: 3 }),
    hours: fc.integer({ min: 1, max: 5 }),
    startSoc: fc.integer({ min: 5, max: 90 }),
    targetSoc: fc.integer({ min: 50, max: 95 }),
  })
  const buses = fc.array(
    bus.map(({ from, hours, ...rest }): Bus => ({ ...rest, from, to: from + hours })),
    { minLength: 2, maxLength: 6 },
  )
  let found = 0
  fc.assert(
    fc.property(buses, fc.integer({ min: 20, max: 200 }), (some, limitKw) => {
      const problem = depot(some, limitKw)
      const before = planDepot(problem)
      for (const schedule of problem.schedules) {
        if (before.plans[schedule.id]?.reachedTargetSocInSchedule !== false) continue
        const fix = findSwap(problem, before, schedule)
        if (!fix) continue
        found++
        const swapped = applyFix(problem, fix)
        expect(applyFix(swapped, fix)).toEqual(problem)
        const after = planDepot(swapped)
        for (const { id } of problem.schedules) {
          const [was, will] = [before.plans[id], after.plans[id]]
          const isOwn = id === fix.scheduleId || id === fix.withScheduleId
          if (isOwn) expect(will?.reachedTargetSocInSchedule).toBe(true)
          else if (!will?.reachedTargetSocInSchedule)
            expect(will?.endSoc).toBeGreaterThanOrEqual((was?.endSoc ?? 0) - 0.05)
        }
      }
    }),
    { numRuns: 40, seed: 12 },
  )
  expect(found).toBeGreaterThan(0)
})
