import { describe, expect, it } from 'vitest'
import { type DepotSpec, generateDepot } from '@/bench/depot-generator'
import { parseProblem } from '@/lib/planner/parse-problem'

const spec: DepotSpec = { vehicles: 200, limit: 'tight', pausing: 'most', strategy: 'balanced', seed: 1 }
const hourOf = (ms: number) => new Date(ms).getUTCHours()

describe('a generated depot', () => {
  const problem = generateDepot(spec)

  it('is the same for the same seed and another for another', () => {
    expect(generateDepot(spec)).toEqual(problem)
    expect(generateDepot({ ...spec, seed: 2 })).not.toEqual(problem)
  })

  it('is a valid problem', () => {
    expect(parseProblem(JSON.parse(JSON.stringify(problem)))).toHaveProperty('problem')
  })

  it('has an overnight stay for every vehicle, 17:00–01:00 to 04:00–08:00 on whole minutes, and some mid-day returns', () => {
    const overnight = problem.schedules.filter(({ id }) => id.endsWith('overnight'))
    expect(overnight).toHaveLength(200)
    expect(overnight.every(({ from }) => hourOf(from) >= 17 || hourOf(from) <= 1)).toBe(true)
    expect(overnight.every(({ to }) => hourOf(to) >= 4 && hourOf(to) <= 8)).toBe(true)
    expect(problem.schedules.every(({ from, to }) => from % 60_000 === 0 && to % 60_000 === 0)).toBe(true)
    expect(problem.schedules.length).toBeGreaterThan(230)
  })

  it('has vehicles that cannot pause only where asked for', () => {
    const cannotPause = (given: DepotSpec) =>
      generateDepot(given).schedules.filter(({ ev }) => !ev.supportsPausing).length
    expect(cannotPause(spec)).toBeGreaterThan(20)
    expect(cannotPause({ ...spec, pausing: 'all' })).toBe(0)
  })
})
