import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Context, SYSTEM } from '@/lib/context'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { location } from '@/lib/db/schema/location'
import { plan, planRequest, planRun } from '@/lib/db/schema/plan'
import { requestHorizonMoves } from '@/lib/plan-request/request-horizon-moves'
import { requestPlan } from '@/lib/plan-request/request-plan'
import { clearDepots, insertLocation, insertStay, insertVehicle } from '@/lib/planning/fixtures/depot-rows'
import { planLocation } from '@/lib/planning/plan-location'
import { listDueLocations } from '@/lib/planning/worker/due-locations'

const HOUR = 3_600_000
// A worker begins within seconds, and within a minute beside other work.
const PATIENCE = { timeout: 90_000, interval: 100 }
vi.setConfig({ testTimeout: 240_000 })

let scratch: ScratchDatabase
let workers: ChildProcess[] = []

beforeAll(async () => {
  scratch = await createScratchDatabase()
})
afterAll(() => scratch.drop())
beforeEach(async () => {
  const { db } = scratch.connection
  await clearDepots(db)
  await insertLocation(db, 'north')
  const vehicleKey = await insertVehicle(db, 'bus-1')
  const now = Date.now()
  await insertStay(db, { id: 'tonight', vehicleKey, locationUid: 'north', from: now + HOUR, to: now + 9 * HOUR })
})
afterEach(async () => {
  const running = workers.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
  await Promise.all(running.map((worker) => end(worker, 'SIGKILL')))
  workers = []
})

/** The worker as the launcher starts it, bundled and imported by run.mjs. */
function startWorker(): ChildProcess {
  const env = { ...process.env, DATABASE_URL: scratch.url, APP_SECRET: 's'.repeat(32), LOG_LEVEL: 'silent' }
  const worker = spawn(process.execPath, ['scripts/run.mjs', 'worker'], { env, stdio: 'inherit' })
  workers.push(worker)
  return worker
}

async function end(worker: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const ended = once(worker, 'exit')
  worker.kill(signal)
  return (await ended)[0]
}

/** The sessions that wait for a lock with a statement like this. */
const waitingFor = (statement: string) => scratch.connection.sql`select pid from pg_stat_activity
  where datname = current_database() and wait_event_type = 'Lock' and query like ${statement}`
const now = (): Context => ({ who: SYSTEM, now: Date.now(), db: scratch.connection.db })
const planned = () => scratch.connection.db.select({ trigger: plan.trigger }).from(plan)
const asked = () => scratch.connection.db.select().from(planRequest)
const due = async () => (await listDueLocations(scratch.connection.db)).map(({ locationUid }) => locationUid)
const runs = () => scratch.connection.db.select({ failure: planRun.failure }).from(planRun).orderBy(planRun.key)

describe('a worker', () => {
  it('plans what is asked for, and a series of changes together', async () => {
    const { db } = scratch.connection
    startWorker()
    await vi.waitFor(async () => expect(await planned()).toHaveLength(1), PATIENCE)
    const before = (await runs()).length
    for (let change = 0; change < 20; change += 1)
      await requestPlan(db, 'north', 'schedule-changed', `Change ${change}.`)
    await vi.waitFor(async () => expect(await asked()).toEqual([]), PATIENCE)
    expect((await runs()).length - before).toBeLessThan(10)
  })

  it('that is killed in the middle of a plan loses nothing: another takes over', async () => {
    const { db, sql } = scratch.connection
    await requestPlan(db, 'north', 'schedule-changed', 'The schedules of bus-1 changed.')
    await sql.begin(async (tx) => {
      await tx`lock table plan_run in share mode`
      const first = startWorker()
      await vi.waitFor(async () => expect(await waitingFor('%insert into plan_run%')).toHaveLength(1), PATIENCE)
      await end(first, 'SIGKILL')
    })
    expect(await asked()).toHaveLength(1)
    expect(await planned()).toEqual([])
    startWorker()
    await vi.waitFor(async () => expect(await asked()).toEqual([]), PATIENCE)
    expect(await planned()).toEqual([{ trigger: 'schedule-changed' }])
  })

  it('ends in order when it is told to, and hands back what it has not begun', async () => {
    const worker = startWorker()
    await vi.waitFor(async () => expect(await planned()).toHaveLength(1), PATIENCE)
    expect(await end(worker, 'SIGTERM')).toBe(0)
    await requestPlan(scratch.connection.db, 'north', 'manual', 'Because.')
    expect(await asked()).toHaveLength(1)
  })

  it('goes on when the database closes all its connections, also while the queue says that a job is done', async () => {
    const { db, sql } = scratch.connection
    const worker = startWorker()
    await vi.waitFor(async () => expect(await planned()).toHaveLength(1), PATIENCE)
    let isCut = false
    const cut = async () => {
      await vi.waitFor(async () => expect(await waitingFor('%delete from%_private_jobs%')).not.toEqual([]), PATIENCE)
      isCut = true
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`
    }
    await sql
      .begin(async (plans) => {
        await plans`lock table plan_run in share mode`
        await requestPlan(db, 'north', 'manual', 'Because.')
        await vi.waitFor(async () => expect(await waitingFor('%insert into plan_run%')).toHaveLength(1), PATIENCE)
        await sql.begin(async (jobs) => {
          await jobs`lock table graphile_worker._private_jobs in share mode`
          await plans`rollback`
          await cut()
        })
      })
      // Their own connections are cut, too.
      .catch(() => {})
    expect(isCut).toBe(true)
    await vi.waitFor(() => requestPlan(db, 'north', 'manual', 'Because.'), PATIENCE)
    await vi.waitFor(async () => expect(await asked()).toEqual([]), PATIENCE)
    expect([worker.exitCode, worker.signalCode]).toEqual([null, null])
  })
})

describe('listDueLocations', () => {
  it('names what waits longer than changes are gathered, and what failed again only after a pause that grows', async () => {
    const { db, sql } = scratch.connection
    await requestPlan(db, 'north', 'manual', 'Because.')
    expect(await due()).toEqual([])
    await sql`update plan_request set waiting_since = now() - interval '3 s'`
    expect(await due()).toEqual(['north'])

    await db.update(location).set({ strategy: 'no such strategy' })
    for (const pause of [5, 10, 20]) {
      await expect(planLocation(now(), { locationUid: 'north', trigger: 'manual', description: '' })).rejects.toThrow()
      await sql`update plan_run set finished_at = clock_timestamp() - ${pause / 2} * interval '1 s'`
      expect(await due()).toEqual([])
      await sql`update plan_run set finished_at = clock_timestamp() - ${pause} * interval '1 s'`
      expect(await due()).toEqual(['north'])
    }
  })
})

describe('the order of what is due', () => {
  const waitsSince = (seconds: number, uid: string) => scratch.connection.sql`
    update plan_request set waiting_since = now() - ${seconds} * interval '1 s' where location_uid = ${uid}`
  const tookLast = (seconds: number, uid: string) => scratch.connection.sql`
    insert into plan_run (location_uid, started_at, finished_at, trigger, trigger_description, planned, changed)
    values (${uid}, now() - interval '1 hour', now() - interval '1 hour' + ${seconds} * interval '1 s', 'manual', '', 1, 1)`

  it('is small and late depots first, and leaves out those that somebody is at', async () => {
    const { db, sql } = scratch.connection
    for (const uid of ['large', 'small']) await insertLocation(db, uid)
    for (const uid of ['large', 'north', 'small']) {
      await requestPlan(db, uid, 'manual', 'Because.')
      await waitsSince(10, uid)
    }
    await tookLast(40, 'large')
    await tookLast(3, 'north')
    expect(await due()).toEqual(['small', 'north', 'large'])
    await waitsSince(90, 'large')
    expect(await due()).toEqual(['large', 'small', 'north'])
    await sql`insert into plan_lease values ('small', 'somebody', now(), now() + interval '1 hour')`
    expect(await due()).toEqual(['large', 'north'])
    await sql`delete from plan_lease`
  })
})

describe('requestHorizonMoves', () => {
  it('asks for what was not planned for five minutes, and leaves alone what is asked for already', async () => {
    const { db, sql } = scratch.connection
    await insertLocation(db, 'empty')
    expect(await requestHorizonMoves(db)).toBe(1)
    expect(await asked()).toMatchObject([{ locationUid: 'north', trigger: 'horizon-moved' }])
    expect(await requestHorizonMoves(db)).toBe(0)
    await planLocation(now(), { locationUid: 'north', trigger: 'manual', description: '' })
    expect(await requestHorizonMoves(db)).toBe(0)
    await sql`update plan_run set finished_at = finished_at - interval '5 min'`
    await requestPlan(db, 'north', 'schedule-changed', 'A bus changed.')
    expect(await requestHorizonMoves(db)).toBe(0)
    expect(await asked()).toMatchObject([{ trigger: 'schedule-changed' }])
  })
})
