import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { depotShapes, shapedDepot } from '@/bench/depot-shapes'
import { isExact } from '@/bench/highs/depot-lp'
import { lpGaps, missedStages } from '@/bench/highs/lp-gaps'
import { exactProblem } from '@/lib/planner/invariants/arbitraries'
import { parseProblem } from '@/lib/planner/parse-problem'
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

const folder = new URL('../lib/planner/scenarios/', import.meta.url)
const scenarios = readdirSync(folder).filter((file) => file.endsWith('.json'))

describe.each(scenarios)('%s', (file) => {
  const parsed = parseProblem(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))

  it.each(strategies)('%s reaches every optimum where the program is the depot itself', async (strategy) => {
    if ('faults' in parsed) throw new Error(`${file}: ${JSON.stringify(parsed.faults)}`)
    const problem = { ...parsed.problem, strategy }
    if (isExact(problem)) expect(missedStages(await lpGaps(problem, planDepot(problem)))).toEqual([])
  })
})

describe.each(depotShapes)('%s', (shape) => {
  it.each(strategies)('%s reaches every optimum of the linear program', { timeout: 60_000 }, async (strategy) => {
    for (const seed of [1, 2, 3]) {
      const problem = shapedDepot(shape, 12, seed, strategy)
      expect(missedStages(await lpGaps(problem, planDepot(problem)))).toEqual([])
    }
  })
})
