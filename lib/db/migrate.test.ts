import { afterAll, beforeAll, expect, it } from 'vitest'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { migrate } from '@/lib/db/migrate'

let scratch: ScratchDatabase

beforeAll(async () => {
  scratch = await createScratchDatabase()
})
afterAll(() => scratch.drop())

it('migrates again without a change, and refuses the schema of a newer version with what to do', async () => {
  await migrate(scratch.url)
  await scratch.connection.sql`
    insert into drizzle.__drizzle_migrations (hash, created_at) values ('of tomorrow', 4102444800000)`
  await expect(migrate(scratch.url)).rejects.toThrow(/newer Readyline.*a change that this version does not know/)
})
