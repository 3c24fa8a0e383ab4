import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { hasAdministrator } from '@/lib/auth/administrators'
import { insertStaff } from '@/lib/auth/insert-staff'
import { ensureSetupToken, forgetSetupToken } from '@/lib/auth/setup-token'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { asAnotherProcess } from '@/lib/db/open-transaction'
import { appState } from '@/lib/db/schema'

let scratch: ScratchDatabase

beforeAll(async () => {
  scratch = await createScratchDatabase()
})
afterAll(() => scratch.drop())

const first = {
  name: 'First',
  email: 'first@depot.example',
  passwordHash: 'none',
  role: 'admin' as const,
  locationUids: null,
}

it('gives no token, and makes none, when somebody else becomes administrator between the question and the answer', async () => {
  const { db } = scratch.connection
  const waiting = () =>
    db.execute(
      sql`select 1 from pg_locks where not granted and relation = 'app_state'::regclass and database = (select oid from pg_database where datname = current_database())`,
    )
  expect(await ensureSetupToken(db, undefined)).toMatch(/./)
  let asked: Promise<string | null> = Promise.resolve('')
  await db.transaction(async (winner) => {
    await winner.execute(sql`lock table ${appState} in exclusive mode`)
    asked = asAnotherProcess(() => ensureSetupToken(db, undefined))
    while ((await asAnotherProcess(waiting)).length === 0) expect(await hasAdministrator(winner)).toBe(false)
    await insertStaff(winner, first, Date.now())
    await forgetSetupToken(winner)
  })
  expect(await asked).toBeNull()
  expect(await db.select().from(appState)).toEqual([])
})
