import { afterAll, beforeAll, expect, it } from 'vitest'
import { isHarmful, measureClockDifference } from '@/lib/db/clock-difference'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'

let scratch: ScratchDatabase

beforeAll(async () => {
  scratch = await createScratchDatabase()
})
afterAll(() => scratch.drop())

it.each([
  ['an hour behind', -3_600_000, true],
  ['three minutes ahead', 180_000, true],
  ['the same', 0, false],
])('a clock that is %s of the database’s', async (_, aheadMs, harmful) => {
  const difference = await measureClockDifference(scratch.connection.db, () => Date.now() + aheadMs)
  expect(isHarmful(difference)).toBe(harmful)
  if (harmful) expect(Math.sign(difference)).toBe(-Math.sign(aheadMs))
})

it('a difference that the way to the database explains is none', async () => {
  let now = Date.now() - 5_000
  const slowly = () => {
    now += 5_000
    return now
  }
  expect(await measureClockDifference(scratch.connection.db, slowly)).toBe(0)
})
