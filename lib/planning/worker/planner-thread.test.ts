import { describe, expect, it } from 'vitest'
import { planDepot } from '@/lib/planner/plan-depot'
import { batchesOf, buildProblem } from '@/lib/planning/build-problem'
import { depotValue, stayValue } from '@/lib/planning/fixtures/depot-values'
import { sortStays } from '@/lib/planning/plannable'
import { planInThread } from '@/lib/planning/worker/planner-thread'

const depot = depotValue([stayValue()])
const [batch] = batchesOf(depot, sortStays(depot).plannable)
const problem = buildProblem(depot, batch ?? { day: null, strategy: 'balanced' as const, stays: [] }, [])

describe('planInThread', () => {
  it('gives the plan that the planner gives here', async () => {
    expect(await planInThread(problem)).toEqual(planDepot(problem))
  })

  it('fails with the planner’s own sentence, and goes on with the next problem', async () => {
    const malformed = { ...problem, now: Number.NaN }
    await expect(planInThread(malformed)).rejects.toThrow('now must be a finite number')
    await expect(planInThread(problem)).resolves.toBeDefined()
  })

  it('ends with its signal, and starts anew for the next problem', async () => {
    const end = new AbortController()
    const interrupted = planInThread(problem, end.signal)
    end.abort()
    await expect(interrupted).rejects.toThrow()
    await expect(planInThread(problem)).resolves.toBeDefined()
  })
})
