import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { flatnessGapKw, unpacked } from '@/lib/planner/invariants/certificates'
import { checkPlan } from '@/lib/planner/invariants/check-plan'
import { checkReadiness } from '@/lib/planner/invariants/check-readiness'
import { isFree } from '@/lib/planner/invariants/residual-depot'
import { stayFacts } from '@/lib/planner/invariants/stay-facts'
import { parseProblem } from '@/lib/planner/parse-problem'
import { planDepot } from '@/lib/planner/plan-depot'
import { type DepotProblem, strategies } from '@/lib/planner/problem'

const folder = new URL('../scenarios/', import.meta.url)
const scenarios = readdirSync(folder).filter((file) => file.endsWith('.json'))

function read(file: string): DepotProblem {
  const parsed = parseProblem(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))
  if ('faults' in parsed) throw new Error(`${file}: ${JSON.stringify(parsed.faults)}`)
  return parsed.problem
}

/** Every invariant over every scenario and every strategy, whatever strategy the scenario was written for. */
describe.each(scenarios)('%s', (file) => {
  it.each(strategies)('keeps every rule for %s', (strategy) => {
    const problem = { ...read(file), strategy }
    const plan = planDepot(problem)
    expect(checkPlan(problem, plan)).toEqual([])
    expect(checkReadiness(problem, plan)).toEqual([])
    expect(JSON.stringify(planDepot(problem))).toBe(JSON.stringify(plan))
    const isExact = problem.schedules.every((schedule) => isFree(stayFacts(problem, schedule)))
    const isNew = Object.keys(problem.previous).length === 0
    if (strategy === 'as-soon-as-possible' && isNew) expect(unpacked(problem, plan)).toEqual([])
    if (strategy === 'balanced' && isExact) {
      expect(flatnessGapKw(problem, plan)).toBeLessThanOrEqual(1e-3 * Math.max(1, plan.peakkW))
    }
  })
})
