import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Context, SYSTEM } from '@/lib/context'
import type { ImportedVehicle } from '@/lib/contract/import'
import type { Database } from '@/lib/db/client'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { vehicleLocation } from '@/lib/db/schema/vehicle'
import { Refusal } from '@/lib/errors'
import { createImport } from '@/lib/imports/create-import'
import { findImport } from '@/lib/imports/find-import'
import { undoImport } from '@/lib/imports/undo-import'
import { clearDepots, insertLocation, insertVehicle } from '@/lib/planning/fixtures/depot-rows'
import { planLocation } from '@/lib/planning/plan-location'
import { listVehicleSchedules } from '@/lib/schedules/list-vehicle-schedules'
import { patchSchedules } from '@/lib/schedules/patch-schedules'
import { DAY_MS, HOUR_MS } from '@/lib/time/interval'

const DAY = Date.UTC(2026, 10, 28, 12)
/** Each test has moments of its own, for the audit log of all of them is one. */
let NOW = DAY
const NO_TIME = 'There was no time for it: undo again.'

let scratch: ScratchDatabase
beforeAll(async () => {
  scratch = await createScratchDatabase()
})
afterAll(() => scratch.drop())
beforeEach(async () => {
  NOW += 1_000
  await clearDepots(scratch.connection.db)
  await insertLocation(scratch.connection.db, 'north')
  for (const id of ['a', 'b', 'c']) {
    const vehicleKey = await insertVehicle(scratch.connection.db, id)
    await scratch.connection.db.insert(vehicleLocation).values({ vehicleKey, locationUid: 'north', position: 0 })
  }
})

const at = (now: number, db: Database = scratch.connection.db): Context => ({ who: SYSTEM, now, db })
const stay = { plannedArrivalTime: DAY + HOUR_MS, plannedDepartureTime: DAY + 9 * HOUR_MS, targetSoC: 80 }
const entry = (vehicleId: string, more: Partial<ImportedVehicle> = {}): ImportedVehicle => ({
  ...{ vehicleId, vehicle: { name: 'New' }, schedules: [stay] },
  ...more,
})

async function importInto(context: Context, entries: ImportedVehicle[], id?: string) {
  const rows = entries.map((one) => ({ vehicleId: one.vehicleId, read: () => one }))
  const { id: made, outcomes } = await createImport(context, { id, locationUid: 'north', rows })
  return { id: made ?? '', outcomes }
}

const stored = async (vehicleId: string) =>
  JSON.parse(await listVehicleSchedules(at(NOW), { vehicleId, plan: false })).schedules

/** The database, whose transactions of these numbers (from 1) are refused because the time is over. */
function outOfTime(...numbers: number[]): Database {
  let count = 0
  return new Proxy(scratch.connection.db, {
    get(db, name) {
      if (name !== 'transaction') return Reflect.get(db, name)
      return (...given: Parameters<Database['transaction']>) => {
        count += 1
        if (numbers.includes(count)) throw new Refusal('unavailable', 'This took too long.')
        return db.transaction(...given)
      }
    },
  })
}

/** The database, where `work` is done after each transaction, which it is told the number of (from 1). */
function meanwhile(work: (count: number) => Promise<unknown>): Database {
  const { db } = scratch.connection
  let count = 0
  return new Proxy(db, {
    get(_db, name) {
      if (name !== 'transaction') return Reflect.get(db, name)
      return async (...given: Parameters<Database['transaction']>) => {
        const done = await db.transaction(...given)
        count += 1
        await work(count)
        return done
      }
    },
  })
}

describe('an import that runs out of time', () => {
  it('gives its id, what became of each vehicle, and tries no further one', async () => {
    const { id, outcomes } = await importInto(
      at(NOW, outOfTime(2)),
      ['a', 'b', 'c'].map((bus) => entry(bus)),
    )
    expect(outcomes).toMatchObject([
      { vehicleId: 'a', answer: { ids: [expect.any(String)] } },
      { vehicleId: 'b', thrown: { code: 'unavailable' } },
      { vehicleId: 'c', thrown: { code: 'unavailable' } },
    ])
    expect(await findImport(at(NOW), id)).toMatchObject({ vehicles: 1, schedules: 1 })
    expect([await stored('a'), await stored('c')]).toMatchObject([[{ targetSoC: 80 }], []])
  })

  it('answers also where it cannot be counted any more', async () => {
    const { id, outcomes } = await importInto(
      at(NOW, outOfTime(2, 3)),
      ['a', 'b'].map((bus) => entry(bus)),
    )
    expect(outcomes).toMatchObject([{ answer: expect.anything() }, { thrown: expect.anything() }])
    expect((await undoImport(at(NOW + 1), { importId: id })).restored).toBe(2)
  })
})

describe('undoing an import', () => {
  const two = async () => (await importInto(at(NOW), [entry('a'), entry('b')])).id

  it('that runs out of time names what is left, and goes on when it is asked again', async () => {
    const importId = await two()
    const first = await undoImport(at(NOW + 1, outOfTime(2)), { importId })
    expect(first.restored).toBe(2)
    expect(first.kept.map(({ reason }) => reason)).toEqual([NO_TIME, NO_TIME])
    expect((await findImport(at(NOW), importId)).undone).toBeNull()
    const none = await undoImport(at(NOW + 2), { importId, longestMs: 0 })
    expect(none).toMatchObject({ restored: 0, kept: { length: 4 } })
    expect(await undoImport(at(NOW + 3), { importId })).toEqual({ restored: 2, kept: [] })
    expect((await findImport(at(NOW), importId)).undone).toMatchObject({ restored: 2 })
  })

  it('that runs out of time before anything is taken back is refused', async () => {
    const importId = await two()
    await expect(undoImport(at(NOW + 1, outOfTime(1)), { importId })).rejects.toMatchObject({ code: 'unavailable' })
  })

  it('keeps a schedule whose plan somebody has frozen since, and one of which only the planner has said something', async () => {
    const importId = await two()
    await planLocation(at(NOW + 1), { locationUid: 'north', trigger: 'manual', description: 'Planned by hand.' })
    const [{ id }] = await stored('a')
    await patchSchedules(at(NOW + 2), { vehicleId: 'a', schedules: [{ id, planMeta: { frozen: true } }] })
    const { kept } = await undoImport(at(NOW + 3), { importId })
    expect(kept).toMatchObject([{ id, reason: 'It was changed since the import.' }])
    expect([await stored('a'), await stored('b')]).toMatchObject([[{ id }], []])
  })

  it('keeps a change that is stored while it begins', async () => {
    const importId = await two()
    const [{ id }] = await stored('a')
    const change = { vehicleId: 'a', schedules: [{ id, targetSoC: 55 }] }
    const held = await whileHeld((tx) => patchSchedules(at(NOW + 1, tx), change))
    const undoing = undoImport(at(NOW + 2), { importId })
    await expect.poll(countWaiting, { timeout: 60_000 }).toBeGreaterThan(0).finally(held.commit)
    expect((await undoing).kept).toMatchObject([{ id, reason: 'It was changed since the import.' }])
    expect(await stored('a')).toMatchObject([{ id, targetSoC: 55 }])
  })

  it('is refused to finish where the import went on meanwhile', async () => {
    const importId = await two()
    const going = meanwhile(() => importInto(at(NOW + 2), [entry('c')], importId))
    await expect(undoImport(at(NOW + 1, going), { importId })).rejects.toMatchObject({
      message: 'The import went on meanwhile: undo it again.',
    })
    expect(await undoImport(at(NOW + 3), { importId })).toMatchObject({ restored: 2, kept: [] })
  })

  it('is over for what came before, and begins again for vehicles that were still being imported', async () => {
    const importId = (await importInto(at(NOW), [entry('a')])).id
    const undone: number[] = []
    const late = meanwhile(async (count) => {
      if (count === 2) undone.push((await undoImport(at(NOW + 2), { importId })).restored)
    })
    await importInto(at(NOW + 1, late), [entry('b'), entry('c')], importId)
    expect(undone).toEqual([4])
    expect((await findImport(at(NOW), importId)).undone).toBeNull()
    expect(await undoImport(at(NOW + 3), { importId })).toEqual({ restored: 2, kept: [] })
    expect([await stored('a'), await stored('b'), await stored('c')]).toEqual([[], [], []])
    expect((await findImport(at(NOW), importId)).undone).toMatchObject({ restored: 2 })
  })
})

describe('an import', () => {
  it('goes on for a day, however often it did', async () => {
    const { id } = await importInto(at(NOW), [entry('a')])
    await importInto(at(NOW + DAY_MS), [entry('b')], id)
    await expect(importInto(at(NOW + DAY_MS + 1), [entry('c')], id)).rejects.toMatchObject({
      message: 'This import is over: begin a new one without its id.',
    })
  })
})

/** Does the work in a transaction that stays open until `commit`. */
async function whileHeld(work: (tx: Database) => Promise<unknown>): Promise<{ commit: () => Promise<void> }> {
  let commit = () => {}
  const committed = new Promise<void>((resolve) => {
    commit = resolve
  })
  let ended: Promise<void> = Promise.resolve()
  await new Promise<void>((resolve, reject) => {
    ended = scratch.connection.db.transaction(async (tx) => {
      await work(tx as unknown as Database)
      resolve()
      await committed
    })
    ended.catch(reject)
  })
  return {
    commit: () => {
      commit()
      return ended
    },
  }
}

async function countWaiting(): Promise<number> {
  const [row] = await scratch.connection.db.execute<{ count: number }>(
    sql`select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return row?.count ?? 0
}
