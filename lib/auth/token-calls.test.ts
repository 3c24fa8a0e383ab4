import { afterAll, beforeAll, expect, it } from 'vitest'
import { noteTokenCall, type TokenCall, writeTokenCalls } from '@/lib/auth/token-calls'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { tokenCall } from '@/lib/db/schema'

let scratch: ScratchDatabase
beforeAll(async () => {
  scratch = await createScratchDatabase()
}, 120_000)
afterAll(() => scratch?.drop())

const CALL: TokenCall = {
  ...{ at: Date.UTC(2026, 10, 29), method: 'GET', path: '/vehicles/b1', route: '/vehicles/{vehicleId}', status: 200 },
  ...{ requestBytes: 0, responseBytes: 2, durationMs: 1 },
}

async function written() {
  const { db } = scratch.connection
  await writeTokenCalls(db)
  const rows = await db.select().from(tokenCall)
  await db.delete(tokenCall)
  return rows
}

it('what cannot be kept of one token is not the loss of another', async () => {
  noteTokenCall('one', { ...CALL, requestBytes: 1e19 })
  noteTokenCall('other', CALL)
  expect((await written()).map(({ tokenId }) => tokenId)).toEqual(['other'])
})

it('a token that calls much that is different leaves room for others', async () => {
  for (let n = 0; n < 3_000; n += 1) noteTokenCall('one', { ...CALL, route: `/x${n}` })
  noteTokenCall('other', CALL)
  const rows = await written()
  expect(rows.filter(({ tokenId }) => tokenId === 'one')).toHaveLength(100)
  expect(rows.filter(({ tokenId }) => tokenId === 'other')).toHaveLength(1)
})

it('who waits for the writing waits for one that is under way, too', async () => {
  const { db } = scratch.connection
  noteTokenCall('one', CALL)
  void writeTokenCalls(db)
  expect(await written()).toHaveLength(1)
})

it('many calls are summed by what they call, with the sizes that are known', async () => {
  for (let n = 0; n < 25; n += 1) noteTokenCall('one', { ...CALL, responseBytes: n === 24 ? null : 2 })
  const [sum] = (await written()).filter(({ calls }) => calls > 1)
  expect(sum).toMatchObject({ path: '/vehicles/{vehicleId}', calls: 5, responseBytes: 8 })
})
