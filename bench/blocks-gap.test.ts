import { describe, expect, it } from 'vitest'
import { generateDepot } from '@/bench/depot-generator'
import { lpGaps } from '@/bench/highs/lp-gaps'
import type { DepotPlan } from '@/lib/planner/plan'
import { planDepot } from '@/lib/planner/plan-depot'
import { strategies } from '@/lib/planner/problem'

const seeds = [1, 2, 3, 4, 5]

/** What blocks may cost at most, relative to the optimum of the linear program in which every vehicle can pause. */
const most = { energy: 5e-4, aim: 1e-2 }

/** How long after `now` the mean kWh comes, in ms. */
function latenessOf(now: number, { plans, energykWh }: DepotPlan): number {
  const segments = Object.values(plans).flatMap((plan) => plan.segments)
  return segments.reduce((sum, { from, to, energykWh: kwh }) => sum + kwh * ((from + to) / 2 - now), 0) / energykWh
}

describe.each(['loose', 'tight'] as const)('under a %s limit vehicles that cannot pause', (limit) => {
  it.each([
    { strategy: 'peak-supression', demandChargePerkW: 0 },
    { strategy: 'lowest-cost', demandChargePerkW: 0 },
    { strategy: 'lowest-cost', demandChargePerkW: 0.5 },
    { strategy: 'lowest-cost', demandChargePerkW: 10 },
  ] as const)('cost $strategy hardly anything at $demandChargePerkW a kW', { timeout: 300_000 }, async (row) => {
    for (const seed of seeds) {
      const depot = generateDepot({ vehicles: 50, limit, pausing: 'most', strategy: row.strategy, seed })
      const problem = { ...depot, site: { ...depot.site, demandChargePerkW: row.demandChargePerkW } }
      const gaps = await lpGaps(problem, planDepot(problem))
      for (const { kind, stage, relative } of gaps) {
        if (kind === 'level') expect(-relative, `${stage}, seed ${seed}`).toBeLessThan(most.energy)
        else expect(relative, `${stage}, seed ${seed}`).toBeLessThan(most.aim)
      }
    }
  })

  it('lift the flattest peak hardly, and make nobody wait', () => {
    for (const seed of seeds) {
      const planned = (pausing: 'all' | 'most') =>
        planDepot(generateDepot({ vehicles: 50, limit, pausing, strategy: 'balanced', seed }))
      const [relaxed, plan] = [planned('all'), planned('most')]
      expect(plan.peakkW).toBeLessThan(relaxed.peakkW * (1 + most.aim))
      expect(plan.energykWh).toBeGreaterThan(relaxed.energykWh * (1 - most.energy))
    }
  })

  it('hold up the soonest energy hardly', () => {
    for (const seed of seeds) {
      const lateness = (pausing: 'all' | 'most') => {
        const problem = generateDepot({ vehicles: 50, limit, pausing, strategy: 'as-soon-as-possible', seed })
        return latenessOf(problem.now, planDepot(problem))
      }
      expect(lateness('most'), `seed ${seed}`).toBeLessThan(lateness('all') * 1.005)
    }
  })
})

/** What the relaxation costs at most where nobody can pause: what the specification grants minimum powers and blocks. */
const mostOfNone = { energy: 1e-2, aim: 3e-2 }

describe.each(['loose', 'tight'] as const)('under a %s limit a depot in which nobody can pause', (limit) => {
  it.each(['peak-supression', 'lowest-cost', 'balanced'] as const)('is within three percent for %s', (strategy) => {
    for (const seed of seeds) {
      const planned = (pausing: 'all' | 'none') =>
        planDepot(generateDepot({ vehicles: 50, limit, pausing, strategy, seed }))
      const [relaxed, plan] = [planned('all'), planned('none')]
      const lostKwh = relaxed.energykWh - plan.energykWh
      expect(lostKwh, `seed ${seed}`).toBeLessThan((limit === 'loose' ? 1e-6 : mostOfNone.energy) * relaxed.energykWh)
      if (strategy === 'lowest-cost') expect(plan.cost).toBeLessThan(relaxed.cost * (1 + mostOfNone.aim))
      else expect(plan.peakkW).toBeLessThan(relaxed.peakkW * (1 + mostOfNone.aim))
    }
  })

  it('charges hardly later as soon as possible', () => {
    for (const seed of seeds) {
      const [relaxed, lateness] = (['all', 'none'] as const).map((pausing) => {
        const problem = generateDepot({ vehicles: 50, limit, pausing, strategy: 'as-soon-as-possible', seed })
        return latenessOf(problem.now, planDepot(problem))
      })
      expect(lateness, `seed ${seed}`).toBeLessThan((relaxed ?? 0) * (1 + mostOfNone.aim))
    }
  })

  it.each(strategies)('holds every power for a minute for %s', (strategy) => {
    for (const seed of seeds) {
      for (const vehicles of [50, 200]) {
        const { plans } = planDepot(generateDepot({ vehicles, limit, pausing: 'none', strategy, seed }))
        const hasty = Object.values(plans).filter(({ segments }) =>
          segments.some(({ durationMs }) => durationMs < 60_000),
        )
        expect(
          hasty.map(({ schedule }) => schedule.id),
          `seed ${seed}, ${vehicles} vehicles`,
        ).toEqual([])
      }
    }
  })
})
