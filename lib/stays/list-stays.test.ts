import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '@/lib/db/client'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { listStays } from '@/lib/stays/list-stays'
import { DAY_MS } from '@/lib/time/interval'

const BEGIN = Date.UTC(2026, 0, 1)
const VEHICLES = 20
const DAYS = 40
const MIDDLE = { from: BEGIN + 20 * DAY_MS, to: BEGIN + 21 * DAY_MS }

let database: ScratchDatabase
let db: Database

beforeAll(async () => {
  database = await createScratchDatabase()
  db = database.connection.db
  await db.execute(sql`
    insert into location (uid, time_zone, charging_efficiency, strategy, target_soc, minimum_soc, bulk_soc,
      departure_margin_minutes, ready_buffer_minutes, assumed_arrival_soc, power_rules, control_chargers)
    values ('north', 'UTC', 1, 'peak-supression', 100, 0, 80, 10, 30, 20, '[]', true)`)
  await db.execute(sql`
    insert into vehicle (id, min_charge_power_kw, supports_pause_resume, enable_charge_scheduling)
    select 'bus-' || n, 0, true, true from generate_series(1, ${VEHICLES}::int) n`)
  const midnight = sql`${new Date(BEGIN).toISOString()}::timestamptz + day * interval '1 day'`
  await db.execute(sql`
    insert into stay (id, vehicle_key, location_uid, arrival, departure, target_soc, priority)
    select 'stay-' || v.key || '-' || day, v.key, 'north', ${midnight} + interval '1 hour', ${midnight} + interval '9 hours', 90, 0
    from vehicle v, generate_series(0, ${DAYS - 1}::int) day`)
}, 120_000)
afterAll(() => database?.drop())

test('pages have each stay of the range once, by departure', async () => {
  const all = await listStays(db, 'north', MIDDLE)
  const first = await listStays(db, 'north', MIDDLE, { page: { after: null, most: 12 } })
  const second = await listStays(db, 'north', MIDDLE, { page: { after: first.at(-1) ?? null, most: 12 } })
  expect(first).toHaveLength(12)
  expect([...first, ...second].map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort())
  expect(all).toHaveLength(VEHICLES)
})
