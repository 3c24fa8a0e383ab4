import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { lastImport } from '@/lib/imports/last-import'

const STARTED = Date.UTC(2030, 0, 7, 12)

let scratch: ScratchDatabase
beforeAll(async () => {
  scratch = await createScratchDatabase()
})
afterAll(() => scratch?.drop())

async function insertImport(id: string, { after, rows, ...more }: { after: number; rows: string[]; origin?: string }) {
  const at = new Date(STARTED + after * 60_000).toISOString()
  const leftOut = JSON.stringify(rows.map((row) => ({ row, reason: 'It has no battery.' })))
  await scratch.connection.db.execute(sql`
    insert into import_run (id, location_uid, name, origin, by_id, by_name, started_at, updated_at, vehicles, schedules,
      left_out, calls)
    values (${id}, 'north', ${`${id}.csv`}, ${more.origin ?? 'file'}, 's', 'Aino', ${at}, ${at}, 1, 1,
      ${leftOut}::text::jsonb, '[]')`)
}

test('of the last import of files it is told how much it left out, and what first', async () => {
  const { db } = scratch.connection
  expect(await lastImport(db, 'north')).toBeUndefined()
  await insertImport('first', { after: 0, rows: [] })
  const nothing = {
    ...{ id: 'first', name: 'first.csv', startedAt: STARTED },
    leftOut: 0,
    first: null,
    isUndone: false,
  }
  expect(await lastImport(db, 'north')).toEqual(nothing)
  await insertImport('second', { after: 1, rows: ['bus-7', 'bus-8'] })
  await insertImport('by-hand', { after: 2, rows: [], origin: 'edit' })
  await db.execute(sql`update import_run set undone = '{}' where id = 'first'`)
  const second = { id: 'second', name: 'second.csv', startedAt: STARTED + 60_000, leftOut: 2, first: 'bus-7' }
  expect(await lastImport(db, 'north')).toEqual({ ...second, isUndone: false })
  await db.execute(sql`update import_run set undone = '{}' where id = 'second'`)
  expect(await lastImport(db, 'north')).toEqual({ ...second, isUndone: true })
  expect(await lastImport(db, 'south')).toBeUndefined()
})
