import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { requestPlan, requestPlans } from '@/lib/plan-request/request-plan'

let scratch: ScratchDatabase
const PATIENCE = { timeout: 20_000, interval: 50 }

beforeAll(async () => {
  scratch = await createScratchDatabase()
})
afterAll(() => scratch.drop())
beforeEach(async () => {
  const { sql } = scratch.connection
  await sql`delete from plan_request`
  await sql`delete from graphile_worker._private_jobs`
  for (const uid of ['north', 'south', 'east']) {
    await sql`insert into location (uid, time_zone, charging_efficiency, strategy, target_soc, minimum_soc, bulk_soc,
      departure_margin_minutes, ready_buffer_minutes, assumed_arrival_soc, power_rules,
      control_chargers)
      values (${uid}, 'UTC', 1, 'peak-supression', 100, 0, 80, 10, 30, 20, '[]', true) on conflict do nothing`
  }
})

const requests = () =>
  scratch.connection.sql`select location_uid, revision::int, trigger, trigger_description from plan_request order by 1`
const jobs = () =>
  scratch.connection.sql<{ key: string; run_at: Date }[]>`select key, run_at from graphile_worker.jobs order by key`

describe('requestPlan', () => {
  it('exists with the commit of the change, and never was with its rollback', async () => {
    const { db } = scratch.connection
    const rolledBack = db.transaction(async (tx) => {
      await requestPlan(tx, 'north', 'schedule-changed', 'Bus 1 changed.')
      throw new Error('rolled back')
    })
    await expect(rolledBack).rejects.toThrow('rolled back')
    expect(await requests()).toEqual([])
    expect(await jobs()).toEqual([])
    await db.transaction((tx) => requestPlan(tx, 'north', 'schedule-changed', 'Bus 1 changed.'))
    expect(await requests()).toHaveLength(1)
    await expect.poll(jobs, PATIENCE).toMatchObject([{ key: 'plan:north' }])
  })

  it('makes one job of many requests, keeps its time, and takes over the latest cause', async () => {
    const { db } = scratch.connection
    await requestPlan(db, 'north', 'schedule-changed', 'Bus 1 changed.')
    await expect.poll(jobs, PATIENCE).toHaveLength(1)
    const [first] = await jobs()
    await requestPlan(db, 'north', 'vehicle-changed', 'Bus 2 changed.')
    await requestPlan(db, 'north', 'settings-changed', 'The limit changed.')
    expect(await requests()).toEqual([
      { location_uid: 'north', revision: 3, trigger: 'settings-changed', trigger_description: 'The limit changed.' },
    ])
    await requestPlan(db, 'south', 'settings-changed', 'Its job comes no sooner than those before it.')
    await expect.poll(jobs, PATIENCE).toHaveLength(2)
    expect((await jobs())[0]).toEqual(first)
  })

  it('waits since its first request, however many follow', async () => {
    const { db, sql } = scratch.connection
    await requestPlan(db, 'north', 'schedule-changed', 'Bus 1 changed.')
    const [before] = await sql`select waiting_since from plan_request`
    await requestPlan(db, 'north', 'vehicle-changed', 'Bus 2 changed.')
    expect(await sql`select waiting_since from plan_request`).toEqual([before])
  })

  it('adds a job of its own while a worker is at the earlier one', async () => {
    const { db, sql } = scratch.connection
    await requestPlan(db, 'north', 'schedule-changed', 'Bus 1 changed.')
    await expect.poll(jobs, PATIENCE).toHaveLength(1)
    await sql`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'w', attempts = 1`
    await sql`update plan_request set waiting_since = waiting_since - interval '1 min'`
    await requestPlan(db, 'north', 'schedule-changed', 'Bus 2 changed.')
    const open = () => sql`select job.key, extract(epoch from run_at - requested_at)::float8 as after_seconds
      from graphile_worker._private_jobs job, plan_request where locked_at is null`
    await expect.poll(open, PATIENCE).toEqual([{ key: 'plan:north', after_seconds: 1 }])
  })

  it('asks for each location once and leaves out the ones that are not there', async () => {
    await requestPlans(scratch.connection.db, ['south', 'north', 'south', 'nowhere'], 'manual', 'Because.')
    expect(await requests()).toMatchObject([
      { location_uid: 'north', revision: 1 },
      { location_uid: 'south', revision: 1 },
    ])
    await requestPlans(scratch.connection.db, [], 'manual', 'Because.')
    await requestPlans(scratch.connection.db, ['nowhere'], 'manual', 'Because.')
    expect(await requests()).toHaveLength(2)
  })

  it('lets transactions with several locations in any order go on side by side', async () => {
    const { db } = scratch.connection
    const orders = Array.from({ length: 20 }, (_, index) => (index % 2 ? ['north', 'south'] : ['south', 'north']))
    await Promise.all(
      orders.map((uids) => db.transaction((tx) => requestPlans(tx, uids, 'schedule-changed', 'Changed.'))),
    )
    expect(await requests()).toMatchObject([{ revision: 20 }, { revision: 20 }])
    await expect.poll(jobs, PATIENCE).toHaveLength(2)
  })

  it('wakes nobody inside the transaction: that takes a lock of the whole database until its commit', async () => {
    const { db } = scratch.connection
    const jobOf = (tx: Pick<typeof db, 'execute'>) =>
      tx.execute(sql`select key from graphile_worker._private_jobs where key = 'plan:east'`)
    await db.transaction(async (tx) => {
      await requestPlan(tx, 'east', 'schedule-changed', 'Bus 1 changed.')
      expect(await jobOf(tx)).toEqual([])
    })
    await expect.poll(() => jobOf(db), PATIENCE).toHaveLength(1)
  })
})
