import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { planLease } from '@/lib/db/schema/plan'
import { LeaseLost, type PlanLease, withPlanLease } from '@/lib/planning/plan-lease'

let scratch: ScratchDatabase

beforeAll(async () => {
  scratch = await createScratchDatabase()
})
afterAll(() => scratch.drop())
beforeEach(() => scratch.connection.db.delete(planLease))

const lease = <T>(busy: 'wait' | 'skip', work: (lease: PlanLease) => Promise<T>) =>
  withPlanLease(scratch.connection.db, 'north', busy, work)
const store = ({ hold }: PlanLease) => scratch.connection.db.transaction((tx) => hold(tx))
const runOut = () =>
  scratch.connection.db.execute(sql`update plan_lease set until = clock_timestamp() - interval '1 s'`)

describe('the right to plan a location', () => {
  it('belongs to one at a time, is skipped or waited for by the others, and is free when its work has ended', async () => {
    const order: string[] = []
    const results = await lease('skip', async () => {
      const waiting = lease('wait', async () => order.push('second'))
      const skipped = await lease('skip', async () => order.push('never'))
      order.push('first')
      return { waiting, skipped }
    })
    expect(results?.skipped).toBeNull()
    await results?.waiting
    expect(order).toEqual(['first', 'second'])
    expect(await scratch.connection.db.select().from(planLease)).toEqual([])
  })

  it('is free when its work has failed', async () => {
    await expect(lease('skip', async () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(await lease('skip', async () => 'ours')).toBe('ours')
  })

  it('takes no connection while a plan is made', async () => {
    const open = await lease('skip', () =>
      scratch.connection.db.execute(sql`select pid from pg_stat_activity where datname = current_database()
        and pid <> pg_backend_pid() and state <> 'idle'`),
    )
    expect(open).toHaveLength(0)
  })

  it('goes to another when it is not renewed, and then nothing of the stale run is stored', async () => {
    const refused = await lease('skip', async (stale) => {
      await runOut()
      expect(await lease('skip', (fresh) => store(fresh).then(() => 'taken over'))).toBe('taken over')
      await expect(store(stale)).rejects.toThrow(LeaseLost)
      return store(stale)
    })
    expect(refused).toBeNull()
    const told = lease('wait', async (stale) => {
      await runOut()
      await lease('skip', async () => undefined)
      return store(stale)
    })
    await expect(told).rejects.toMatchObject({ code: 'unavailable' })
  })

  it('cannot be taken over while something is being stored', async () => {
    await lease('skip', (ours) =>
      scratch.connection.db.transaction(async (tx) => {
        await ours.hold(tx)
        await tx.execute(sql`update plan_lease set until = clock_timestamp() - interval '1 s'`)
      }),
    )
    expect(await lease('skip', async () => 'free')).toBe('free')
  })
})
