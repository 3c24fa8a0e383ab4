import { describe, expect, test } from 'vitest'
import { checkPlan } from '@/lib/planner/invariants/check-plan'
import { staysOf } from '@/lib/planner/model/stay'
import { parseProblem } from '@/lib/planner/parse-problem'
import type { DepotPlan } from '@/lib/planner/plan'
import { planDepot } from '@/lib/planner/plan-depot'
import type { DepotProblem } from '@/lib/planner/problem'
import { totalKwh } from '@/lib/planner/segments/segments'
import { incumbentPieces } from '@/lib/planner/stability/incumbent-pieces'

const EVENING = Date.parse('2026-11-23T18:00:00Z')
const MINUTE = 60_000

/** A night of buses with curves and a ready buffer, one in five of which cannot pause. */
function depot(previous: DepotProblem['previous'] = {}): DepotProblem {
  const parsed = parseProblem({
    ...{ format: 'depot-problem/1', now: EVENING, strategy: 'peak-supression', previous },
    site: { powerLimitkW: 3_000, readyBufferMinutes: 30 },
    schedules: Array.from({ length: 40 }, (_, k) => {
      const maxPowerkW = 100 + (k % 2) * 50
      const from = EVENING + (60 + (k % 19) * 17) * MINUTE
      return {
        ...{ id: `bus-${k + 1}`, from, to: from + (480 + (k % 13) * 11) * MINUTE },
        ...{ startSoc: 20 + (k % 40), targetSoc: 85 + (k % 11) },
        ev: {
          ...{ batterySizekWh: 300 + (k % 3) * 60, maxPowerkW, supportsPausing: k % 5 > 0 },
          chargingCurve: [
            { soc: 80, powerkW: maxPowerkW },
            { soc: 100, powerkW: maxPowerkW / 4 },
          ],
        },
      }
    }),
  })
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults))
  return parsed.problem
}

/** The plans as they are stored and given back: powers in millionths of a kW. */
function stored({ plans }: DepotPlan): DepotProblem['previous'] {
  return Object.fromEntries(
    Object.entries(plans).map(([id, { segments }]) => [
      id,
      segments.map(({ from, to, powerkW }) => ({ from, to, powerkW: Math.round(powerkW * 1e6) / 1e6 })),
    ]),
  )
}

describe('plans that were stored, of vehicles with curves and vehicles that cannot pause', () => {
  const before = planDepot(depot())

  test('may stand, and bring what is needed, though their powers were rounded', () => {
    const problem = depot(stored(before))
    for (const stay of staysOf(problem)) {
      const pieces = incumbentPieces(problem, stay, stay.needKwh)
      expect([stay.schedule.id, totalKwh(pieces ?? [])]).toEqual([stay.schedule.id, expect.closeTo(stay.needKwh, 9)])
    }
  })

  test('stand when the depot is planned again', () => {
    const problem = depot(stored(before))
    const after = planDepot(problem)
    expect(checkPlan(problem, after)).toEqual([])
    for (const [id, { segments }] of Object.entries(before.plans)) {
      const again = after.plans[id]?.segments ?? []
      expect([id, again.map(({ from, to }) => [from, to])]).toEqual([id, segments.map(({ from, to }) => [from, to])])
      for (const [k, { powerkW }] of again.entries()) expect(powerkW).toBeCloseTo(segments[k]?.powerkW ?? 0, 3)
    }
  })
})
