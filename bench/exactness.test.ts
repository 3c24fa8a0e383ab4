import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lpGaps, missedStages } from '@/bench/highs/lp-gaps'
import { exactProblem } from '@/lib/planner/laws/arbitraries'
import { planDepot } from '@/lib/planner/plan-depot'
import { strategies } from '@/lib/planner/problem'

const { PLANNER_RUNS, PLANNER_SEED } = process.env
const numRuns = Number(PLANNER_RUNS ?? 40)
const seed = PLANNER_SEED === undefined && PLANNER_RUNS !== undefined ? undefined : Number(PLANNER_SEED ?? 1)
const timeoutMs = 60_000 + numRuns * 1000

describe.each(strategies)('%s reaches every optimum of the linear program', (strategy) => {
  it('on random depots of vehicles that can pause', { timeout: timeoutMs }, async () => {
    const property = fc.asyncProperty(exactProblem, async (drawn) => {
      const problem = { ...drawn, strategy }
      expect(missedStages(await lpGaps(problem, planDepot(problem)))).toEqual([])
    })
    await fc.assert(property, { numRuns, seed })
  })
})
