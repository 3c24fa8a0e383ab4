import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Context, SYSTEM } from '@/lib/context'
import type { Plan, Segment } from '@/lib/contract/plan'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { meteredInterval } from '@/lib/db/schema/charging'
import { plan, planElapsed, planRun, planVersion } from '@/lib/db/schema/plan'
import { clearDepots, insertLocation, insertStay, insertVehicle } from '@/lib/planning/fixtures/depot-rows'
import { getLoad } from '@/lib/planning/get-load'
import { removeOldPlans } from '@/lib/planning/remove-old-plans'
import { readStays } from '@/lib/schedules/read-stays'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/time/interval'

const NOW = Date.UTC(2026, 10, 22, 20)
const RETENTION = { detailDays: 90, days: 396 }

let scratch: ScratchDatabase
let vehicleKey: number

beforeAll(async () => {
  scratch = await createScratchDatabase()
}, 120_000)
afterAll(() => scratch?.drop())
beforeEach(async () => {
  const { db } = scratch.connection
  await clearDepots(db)
  await db.execute(sql`delete from app_state`)
  await insertLocation(db, 'north')
  vehicleKey = await insertVehicle(db, 'bus-1')
})

const segment = (from: number, to: number, powerkW: number): Segment => ({
  ...{ from, to, durationMs: to - from, powerkW },
  energykWh: (powerkW * (to - from)) / HOUR_MS,
  tag: ['bulk'],
})

/** A stay of four hours that departed so many days ago: the first hour of its plan was replaced. */
async function pastStay(daysAgo: number) {
  const { db } = scratch.connection
  const to = NOW - daysAgo * DAY_MS - HOUR_MS
  const from = to - 4 * HOUR_MS
  const planned: Plan = {
    endSoc: 90,
    energyKwh: 70,
    segments: [segment(from + HOUR_MS, from + 1.4 * HOUR_MS, 100), segment(from + 1.4 * HOUR_MS, to, 10)],
    schedule: { ev: { energyNeedkWh: 80 }, settings: { bulkSoC: 80 } },
  }
  const stayKey = await insertStay(db, { id: `stay-${daysAgo}`, vehicleKey, locationUid: 'north', from, to })
  const meta = { plannedAt: new Date(from + HOUR_MS), trigger: 'ev-connected', strategy: 'peak-supression' }
  await db.insert(plan).values({ stayKey, plan: planned, frozen: false, posted: false, ...meta })
  await db.insert(planElapsed).values({ stayKey, segments: [segment(from, from + HOUR_MS, 20)] })
  await db.insert(planVersion).values({ stayKey, version: 1, plan: planned, ...meta })
  return { stayKey, from, to }
}

async function remove(now = NOW): Promise<void> {
  for await (const _ of removeOldPlans(scratch.connection.db, RETENTION, now));
}

const context = (): Context => ({ who: SYSTEM, now: NOW, db: scratch.connection.db })

async function readPlan(stayKey: number) {
  const [row] = await readStays(scratch.connection.db, sql`s.key = ${stayKey}`, { withPlans: true })
  return JSON.parse(row?.json ?? 'null')
}
const inHours = (segments: Segment[], begin: number) =>
  segments.map(({ from, to, powerkW }) => [(from - begin) / HOUR_MS, (to - begin) / HOUR_MS, powerkW])

describe('removeOldPlans', () => {
  it('leaves of a plan over 90 days old what it was made from, what it gave, and means of quarter-hours', async () => {
    const { stayKey, from } = await pastStay(90)
    await remove()
    const { plan: read, planMeta } = await readPlan(stayKey)
    expect(inHours(read.pastSegments, from)).toEqual([
      [0, 1, 20],
      [1, 1.25, 100],
      [1.25, 1.5, 64],
      [1.5, 4, 10],
    ])
    expect(read).toMatchObject({ segments: [], endSoc: 90, energyKwh: 70, schedule: { ev: { energyNeedkWh: 80 } } })
    expect(planMeta).toMatchObject({ trigger: 'ev-connected', strategy: 'peak-supression' })
  })

  it('leaves younger plans as they are', async () => {
    const { stayKey } = await pastStay(89)
    const before = await readPlan(stayKey)
    await remove()
    expect(await readPlan(stayKey)).toEqual(before)
  })

  it('leaves the load of the depot as it was, to the watt', async () => {
    const { from, to } = await pastStay(90)
    const read = () => getLoad(context(), { locationUid: 'north', from: from - HOUR_MS, to: to + HOUR_MS })
    const before = await read()
    await remove()
    const after = await read()
    expect(after.intervals).toEqual(before.intervals)
    expect(after.totals.unmetkWh).toBe(before.totals.unmetkWh)
    expect(after.totals.energykWh).toBeCloseTo(before.totals.energykWh, 6)
  })

  it('goes on to give what was measured before what was planned', async () => {
    const { db } = scratch.connection
    const { stayKey, from } = await pastStay(90)
    await db.execute(sql`update stay set connected_at = arrival, disconnected_at = departure where key = ${stayKey}`)
    const quarter = { from: new Date(from), to: new Date(from + 15 * MINUTE_MS) }
    await db.insert(meteredInterval).values({ vehicleKey, ...quarter, locationUid: 'north', energyKwh: 3 })
    await remove()
    const { plan: read } = await readPlan(stayKey)
    expect(inHours(read.pastSegments, from).slice(0, 2)).toEqual([
      [0, 0.25, 12],
      [0.25, 1, 20],
    ])
  })

  it('removes the plan after 13 months, and never the schedule', async () => {
    const { stayKey } = await pastStay(396)
    await remove()
    const { id, plan: read } = await readPlan(stayKey)
    expect([id, read]).toEqual(['stay-396', undefined])
    expect(await scratch.connection.db.select().from(planElapsed)).toEqual([])
  })

  it('removes versions after 30 days, and runs after 90', async () => {
    const { db } = scratch.connection
    const kept = await pastStay(29)
    await pastStay(30)
    const run = { locationUid: 'north', trigger: 'manual', triggerDescription: 'By hand.', planned: 1, changed: 1 }
    const finished = [91, 89].map((days) => new Date(NOW - days * DAY_MS))
    await db.insert(planRun).values(finished.map((at) => ({ ...run, startedAt: at, finishedAt: at })))
    await remove()
    expect((await db.select().from(planVersion)).map(({ stayKey }) => stayKey)).toEqual([kept.stayKey])
    expect((await db.select().from(planRun)).map(({ finishedAt }) => finishedAt)).toEqual(finished.slice(1))
  })
})
