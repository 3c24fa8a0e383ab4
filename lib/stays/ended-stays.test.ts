import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { clearDepots, insertLocation, insertStay, insertVehicle } from '@/lib/planning/fixtures/depot-rows'
import { takeEndedStays } from '@/lib/stays/ended-stays'
import { HOUR_MS } from '@/lib/time/interval'

const NOW = Date.UTC(2026, 10, 22, 20)

let scratch: ScratchDatabase
let keys: number[]

beforeAll(async () => {
  scratch = await createScratchDatabase()
}, 120_000)
afterAll(() => scratch?.drop())
beforeEach(async () => {
  const { db } = scratch.connection
  await clearDepots(db)
  await db.execute(sql`delete from app_state`)
  for (const uid of ['north', 'south']) await insertLocation(db, uid)
  keys = []
  for (const [index, locationUid] of ['north', 'south', 'north', 'south', 'north'].entries()) {
    const vehicleKey = await insertVehicle(db, `bus-${index}`)
    const hours = index === 4 ? 1 : -10
    const times = { from: NOW - 20 * HOUR_MS, to: NOW + hours * HOUR_MS }
    keys.push(await insertStay(db, { id: `stay-${index}`, vehicleKey, locationUid, ...times }))
  }
})

/** @returns the keys that each step took */
async function take(purpose: string, before = NOW, fails = false): Promise<number[][]> {
  const steps: number[][] = []
  const work = async (_: unknown, taken: number[]) => {
    if (fails) throw new Error('no')
    steps.push(taken)
  }
  for await (const _ of takeEndedStays(scratch.connection.db, { purpose, before, most: 3, work }));
  return steps
}

describe('takeEndedStays', () => {
  it('takes every stay that has ended once, those of one instant too, across locations', async () => {
    expect(await take('one')).toEqual([keys.slice(0, 3), keys.slice(3, 4)])
    expect(await take('one')).toEqual([])
    expect(await take('one', NOW + 2 * HOUR_MS)).toEqual([keys.slice(4)])
  })

  it('takes them for each purpose', async () => {
    await take('one')
    expect((await take('two')).flat()).toHaveLength(4)
  })

  it('takes those of a step that failed again', async () => {
    await expect(take('one', NOW, true)).rejects.toThrow('no')
    expect((await take('one')).flat()).toHaveLength(4)
  })
})
