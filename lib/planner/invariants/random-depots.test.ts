import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  anyProblem,
  curvedProblem,
  pausableProblem,
  scarceProblem,
  wholeSecondProblem,
} from '@/lib/planner/invariants/arbitraries'
import { flatnessGapKw, unpacked } from '@/lib/planner/invariants/certificates'
import { checkPlan } from '@/lib/planner/invariants/check-plan'
import { checkReadiness } from '@/lib/planner/invariants/check-readiness'
import { planDepot } from '@/lib/planner/plan-depot'
import { type DepotProblem, strategies } from '@/lib/planner/problem'

/**
 * How many random depots each invariant is tried on: always the same few, or with `PLANNER_RUNS=10000` as many others;
 * `PLANNER_SEED` repeats a run.
 */
const { PLANNER_RUNS, PLANNER_SEED } = process.env
const numRuns = Number(PLANNER_RUNS ?? 150)
const seed = PLANNER_SEED === undefined && PLANNER_RUNS !== undefined ? undefined : Number(PLANNER_SEED ?? 1)
const timeoutMs = 60_000 + numRuns * 500

/** A problem that a plan may not touch: writing to it throws. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) frozen(inner)
    Object.freeze(value)
  }
  return value
}

function holds(arbitrary: fc.Arbitrary<DepotProblem>, invariant: (problem: DepotProblem) => void) {
  const property = fc.property(arbitrary.map(frozen), (problem) => {
    invariant(problem)
  })
  fc.assert(property, { numRuns, seed })
}

describe.each(strategies)('every plan for %s', (strategy) => {
  const any = anyProblem.map((problem) => ({ ...problem, strategy }))
  const pausable = pausableProblem.map((problem) => ({ ...problem, strategy }))

  it('keeps every constraint and adds up', { timeout: timeoutMs }, () => {
    holds(any, (problem) => expect(checkPlan(problem, planDepot(problem))).toEqual([]))
  })

  it('keeps every constraint with charging curves too', { timeout: timeoutMs }, () => {
    const curved = curvedProblem.map((problem) => ({ ...problem, strategy }))
    holds(curved, (problem) => expect(checkPlan(problem, planDepot(problem))).toEqual([]))
  })

  it('is the same plan when made again', { timeout: timeoutMs }, () => {
    holds(any, (problem) => expect(JSON.stringify(planDepot(problem))).toBe(JSON.stringify(planDepot(problem))))
  })

  it('places no shortage that an exchange could improve', { timeout: timeoutMs }, () => {
    holds(pausable, (problem) => expect(checkReadiness(problem, planDepot(problem))).toEqual([]))
  })
})

/** The problem with its own incumbent plan, somewhat later: every other stay has come, and nobody has charged yet. */
function withItsPlan(problem: DepotProblem): DepotProblem {
  const { plans } = planDepot(problem)
  const previous = Object.fromEntries(
    Object.entries(plans).map(([id, { segments }]) => [
      id,
      segments.map(({ from, to, powerkW }) => ({ from, to, powerkW })),
    ]),
  )
  return { ...problem, now: problem.now + 17 * 60_000, previous }
}

describe.each(strategies)('a plan for %s made anew beside the incumbent one', (strategy) => {
  it('keeps every constraint and adds up', { timeout: timeoutMs }, () => {
    holds(
      anyProblem.map((problem) => withItsPlan({ ...problem, strategy, previous: {} })),
      (problem) => expect(checkPlan(problem, planDepot(problem))).toEqual([]),
    )
  })

  it('places no shortage that an exchange could improve', { timeout: timeoutMs }, () => {
    holds(
      scarceProblem.map((problem) => withItsPlan({ ...problem, strategy, previous: {} })),
      (problem) => expect(checkReadiness(problem, planDepot(problem))).toEqual([]),
    )
  })
})

describe('the cheapest plan', () => {
  it('costs at most a thousandth more for staying with the incumbent plan', { timeout: timeoutMs }, () => {
    holds(
      anyProblem.map((problem) => ({ ...problem, strategy: 'lowest-cost' as const })),
      (problem) => {
        const plan = planDepot(problem)
        const anew = planDepot({ ...problem, previous: {} })
        if (Math.max(plan.unmetkWh, anew.unmetkWh) > 1e-6) return
        expect(plan.cost - anew.cost).toBeLessThanOrEqual(1e-3 * Math.max(1, Math.abs(anew.cost)))
      },
    )
  })
})

describe('the soonest plan', () => {
  it('charges at full power while the site has room', { timeout: timeoutMs }, () => {
    holds(
      wholeSecondProblem.map((problem) => ({ ...problem, strategy: 'as-soon-as-possible' as const, previous: {} })),
      (problem) => expect(unpacked(problem, planDepot(problem))).toEqual([]),
    )
  })
})

describe('the flattest plan', () => {
  it('charges in no moment while a lower one has room', { timeout: timeoutMs }, () => {
    holds(
      wholeSecondProblem.map((problem) => ({ ...problem, strategy: 'balanced' as const })),
      (problem) => {
        const plan = planDepot(problem)
        expect(flatnessGapKw(problem, plan)).toBeLessThanOrEqual(1e-3 * Math.max(1, plan.peakkW))
      },
    )
  })
})
