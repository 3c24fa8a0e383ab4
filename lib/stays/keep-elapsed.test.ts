import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Segment } from '@/lib/contract/plan'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { plan, planElapsed } from '@/lib/db/schema/plan'
import { clearDepots, insertLocation, insertStay, insertVehicle } from '@/lib/planning/fixtures/depot-rows'
import { keepElapsed, storeElapsed } from '@/lib/stays/keep-elapsed'

const HOUR = 3_600_000
const BEGIN = Date.parse('2026-11-22T18:00:00Z')

let scratch: ScratchDatabase
let stayKey: number

beforeAll(async () => {
  scratch = await createScratchDatabase()
})
afterAll(() => scratch.drop())
beforeEach(async () => {
  const { db } = scratch.connection
  await clearDepots(db)
  await insertLocation(db, 'north')
  const vehicleKey = await insertVehicle(db, 'bus')
  const created = new Date(BEGIN)
  stayKey = await insertStay(db, {
    ...{ id: 'stay', vehicleKey, locationUid: 'north', from: BEGIN, to: BEGIN + 10 * HOUR },
    ...{ createdAt: created, updatedAt: created },
  })
})

const segment = (fromHour: number, toHour: number): Segment => ({
  from: BEGIN + fromHour * HOUR,
  to: BEGIN + toHour * HOUR,
  durationMs: (toHour - fromHour) * HOUR,
  powerkW: 30,
  energykWh: (toHour - fromHour) * 30,
  startSoc: 40 + fromHour * 10,
  endSoc: 40 + toHour * 10,
})

async function setPlan(segments: Segment[]): Promise<void> {
  await scratch.connection.db
    .insert(plan)
    .values({ stayKey, plan: { segments }, frozen: false, posted: true, plannedAt: new Date(BEGIN) })
}

async function kept(): Promise<Segment[] | undefined> {
  const [row] = await scratch.connection.db.select().from(planElapsed).where(eq(planElapsed.stayKey, stayKey))
  return row?.segments
}

it('cuts the segment that is going on, with the energy and the SoC of the part', async () => {
  await setPlan([segment(0, 2), segment(2, 4)])
  await keepElapsed(scratch.connection.db, [stayKey], BEGIN + 3 * HOUR)
  expect(await kept()).toEqual([segment(0, 2), segment(2, 3)])
})

it('clips a segment that reaches back into time that is kept already, and does not drop it', async () => {
  await storeElapsed(scratch.connection.db, [{ key: stayKey, segments: [segment(0, 1)] }])
  await setPlan([segment(0, 4)])
  await keepElapsed(scratch.connection.db, [stayKey], BEGIN + 2 * HOUR)
  expect(await kept()).toEqual([segment(0, 1), segment(1, 2)])
})

it('keeps nothing of a plan that has not begun', async () => {
  await setPlan([segment(5, 6)])
  await keepElapsed(scratch.connection.db, [stayKey], BEGIN + HOUR)
  expect(await kept()).toBeUndefined()
})
