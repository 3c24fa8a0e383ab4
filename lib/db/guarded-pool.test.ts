import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { inTransaction } from '@/lib/db/transaction'

let scratch: ScratchDatabase

beforeAll(async () => {
  scratch = await createScratchDatabase()
})
afterAll(() => scratch.drop())

const one = sql`select 1 as one`
const refused = { cause: expect.objectContaining({ message: expect.stringContaining('second connection') }) }

it('an open transaction cannot ask for a second connection, however deep the call is', async () => {
  const { db } = scratch.connection
  const deep = async () => {
    await Promise.resolve()
    return db.execute(one)
  }
  await expect(inTransaction(db, async () => deep())).rejects.toMatchObject(refused)
  await expect(inTransaction(db, async (tx) => inTransaction(tx, deep))).rejects.toMatchObject(refused)
  await expect(inTransaction(db, async () => db.transaction(async () => 1))).rejects.toThrow('second connection')
})

it('it uses its own, savepoints too, and the pool is there again once it has ended', async () => {
  const { db } = scratch.connection
  await inTransaction(db, (tx) => inTransaction(tx, (part) => part.execute(one)))
  await expect(inTransaction(db, () => Promise.reject(new Error('undone')))).rejects.toThrow('undone')
  expect(await db.execute(one)).toHaveLength(1)
})

it('no session waits or stands still for ever', async () => {
  const settings = await scratch.connection.db.execute<{ name: string; setting: string }>(sql`
    select name, setting from pg_settings where name like '%_timeout' and source = 'client' order by name`)
  expect(settings).toEqual([
    { name: 'idle_in_transaction_session_timeout', setting: '30000' },
    { name: 'lock_timeout', setting: '10000' },
    { name: 'statement_timeout', setting: '60000' },
  ])
})

it('no session compiles its statements, which takes longer than they do', async () => {
  expect(await scratch.connection.db.execute(sql`show jit`)).toEqual([{ jit: 'off' }])
})
