import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseProblem } from '@/lib/planner/parse-problem'
import { planDepot } from '@/lib/planner/plan-depot'
import { type DepotProblem, strategies } from '@/lib/planner/problem'

const folder = join(import.meta.dirname, 'scenarios')
const files = readdirSync(folder).filter((file) => file.endsWith('.json'))

function readScenario(file: string): DepotProblem {
  const parsed = parseProblem(JSON.parse(readFileSync(join(folder, file), 'utf8')))
  if ('faults' in parsed) throw new Error(`${file}: ${JSON.stringify(parsed.faults)}`)
  return parsed.problem
}

/** Every vehicle can pause and has no minimum power: its plan is exact. */
function isFree({ schedules }: DepotProblem): boolean {
  return schedules.every(({ ev, settings }) => ev.supportsPausing && settings.evMinPowerkW === 0)
}

describe.each(files)('%s', (file) => {
  test.each(strategies)('gives the same bytes twice when planned %s', (strategy) => {
    const problem = { ...readScenario(file), strategy }
    expect(JSON.stringify(planDepot(problem))).toBe(JSON.stringify(planDepot(structuredClone(problem))))
  })

  test.runIf(isFree(readScenario(file)))('serves the same energy whatever the strategy', () => {
    const problem = readScenario(file)
    const [first, ...others] = strategies.map((strategy) => planDepot({ ...problem, strategy }).unmetkWh)
    for (const other of others) expect(other).toBeCloseTo(first ?? 0, 5)
  })

  const aims = strategies.filter((strategy) => strategy !== 'as-soon-as-possible')
  test.runIf(isFree(readScenario(file))).each(aims)(
    'is as good again beside its own incumbent plan, %s',
    (strategy) => {
      const problem = { ...readScenario(file), strategy }
      const plan = planDepot(problem)
      const previous = Object.fromEntries(
        Object.entries(plan.plans).map(([id, { segments }]) => [
          id,
          segments.map(({ from, to, powerkW }) => ({ from, to, powerkW })),
        ]),
      )
      const again = planDepot({ ...problem, previous })
      expect(again.unmetkWh).toBeLessThanOrEqual(plan.unmetkWh + 1e-6)
      expect(again.peakkW).toBeLessThanOrEqual(plan.peakkW + 1e-3 * Math.max(1, plan.peakkW))
    },
  )
})
