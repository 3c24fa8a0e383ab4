import { describe, expect, it } from 'vitest'
import { generateDepot } from '@/bench/depot-generator'
import { planDepot } from '@/lib/planner/plan-depot'
import { PlannerPool } from '@/lib/planning/worker/planner-pool'
import { TookTooLong, withinBudget } from '@/lib/planning/worker/time-budget'

const depot = (vehicles: number) =>
  generateDepot({ vehicles, limit: 'tight', pausing: 'none', strategy: 'peak-supression', seed: 1 })
const small = depot(1)
/** Many seconds of work on any machine; every test ends it. */
const large = depot(5_000)

describe('PlannerPool', () => {
  it('gives the plan of a small depot while a large one is still being planned', async () => {
    const pool = new PlannerPool(2)
    const end = new AbortController()
    const settled: string[] = []
    const long = pool.run('plan', large, end.signal).finally(() => settled.push('large'))
    expect(await pool.run('plan', small)).toEqual(planDepot(small))
    expect(settled).toEqual([])
    end.abort(new Error('enough'))
    await expect(long).rejects.toThrow('enough')
  })

  it('ends what takes longer than its budget, and goes on with the next in another thread', async () => {
    const pool = new PlannerPool(1)
    const tooLong = withinBudget(50, [], (signal) => pool.run('plan', large, signal))
    await expect(tooLong).rejects.toThrow(new TookTooLong(50))
    expect(await pool.run('plan', small)).toEqual(planDepot(small))
  })

  it('does no task whose time is over before it begins', async () => {
    const pool = new PlannerPool(1)
    await expect(pool.run('plan', small, AbortSignal.abort(new Error('over')))).rejects.toThrow('over')
  })
})

describe('withinBudget', () => {
  it('hands on what else ends the work, and leaves nothing behind when it is done', async () => {
    const outer = new AbortController()
    let inner: AbortSignal | undefined
    const done = await withinBudget(60_000, [outer.signal, undefined], async (signal) => {
      inner = signal
      return 'done'
    })
    expect(done).toBe('done')
    outer.abort(new Error('the process ends'))
    expect(inner?.aborted).toBe(false)
    await expect(withinBudget(60_000, [outer.signal], async (signal) => signal.throwIfAborted())).rejects.toThrow(
      'the process ends',
    )
  })
})
