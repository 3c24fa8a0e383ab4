import { expect, it } from 'vitest'
import { generateDepot } from '@/bench/depot-generator'
import { checkPlan } from '@/lib/planner/invariants/check-plan'
import { planDepot } from '@/lib/planner/plan-depot'
import { strategies } from '@/lib/planner/problem'

/** Without curves everybody could get at least as much: the exact plan of the same depot without them is a bound. */
it.each(strategies)(
  'with curves for all %s serves within 1 %% of what there is without',
  (strategy) => {
    for (const limit of ['loose', 'tight'] as const) {
      for (const vehicles of [8, 50, 150]) {
        const flat = generateDepot({ vehicles, limit, seed: 1, pausing: 'all', strategy })
        const schedules = flat.schedules.map((stay) => ({ ...stay, ev: { ...stay.ev, chargingCurve: taper(stay.ev) } }))
        const problem = { ...flat, schedules }
        const plan = planDepot(problem)
        expect(checkPlan(problem, plan)).toEqual([])
        expect(plan.energykWh).toBeGreaterThanOrEqual(0.99 * planDepot(flat).energykWh)
      }
    }
  },
  120_000,
)

function taper({ maxPowerkW }: { maxPowerkW: number }) {
  return [
    { soc: 80, powerkW: maxPowerkW },
    { soc: 100, powerkW: maxPowerkW / 4 },
  ]
}
