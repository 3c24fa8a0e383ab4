import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { SYSTEM } from '@/lib/context'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { insertVehicle } from '@/lib/planning/fixtures/depot-rows'
import { listVehicles } from '@/lib/vehicles/list-vehicles'

let scratch: ScratchDatabase

beforeAll(async () => {
  scratch = await createScratchDatabase()
})
afterAll(() => scratch.drop())

it('the list makes the JSON of each vehicle once', async () => {
  const { db } = scratch.connection
  await insertVehicle(db, 'bus-1')
  const looks = await db.transaction(async (tx) => {
    await listVehicles({ db: tx, who: SYSTEM, now: 0 }, {})
    const [row] = await tx.execute<{ count: number }>(sql`
      select (coalesce(seq_scan, 0) + coalesce(idx_scan, 0))::int as count from pg_stat_xact_user_tables
      where relname = 'vehicle_token'`)
    return row?.count
  })
  expect(looks).toBe(1)
})
