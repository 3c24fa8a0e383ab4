import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Context, SYSTEM } from '@/lib/context'
import type { PostedSchedule, PostedSchedules } from '@/lib/contract/schedule'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { vehicleLocation } from '@/lib/db/schema/vehicle'
import { Refusal } from '@/lib/errors'
import { clearDepots, insertLocation, insertVehicle } from '@/lib/planning/fixtures/depot-rows'
import { listVehicleSchedules } from '@/lib/schedules/list-vehicle-schedules'
import { postScheduleBatch } from '@/lib/schedules/post-schedule-batch'
import { postSchedules } from '@/lib/schedules/post-schedules'
import type { PostOutcome } from '@/lib/schedules/reconcile-vehicles'
import { DAY_MS, HOUR_MS } from '@/lib/time/interval'

const NOW = Date.UTC(2026, 10, 28, 12)

let scratch: ScratchDatabase
beforeAll(async () => {
  scratch = await createScratchDatabase()
})
afterAll(() => scratch.drop())
beforeEach(async () => {
  await clearDepots(scratch.connection.db)
  await insertLocation(scratch.connection.db, 'north')
})

const at = (now: number): Context => ({ who: SYSTEM, now, db: scratch.connection.db })

async function insertBuses(...ids: string[]): Promise<void> {
  const { db } = scratch.connection
  for (const id of ids) {
    const vehicleKey = await insertVehicle(db, id)
    await db.insert(vehicleLocation).values({ vehicleKey, locationUid: 'north', position: 0 })
  }
}

function stay(from: number, to: number, more: Partial<PostedSchedule> = {}): PostedSchedule {
  return { plannedArrivalTime: NOW + from * HOUR_MS, plannedDepartureTime: NOW + to * HOUR_MS, ...more }
}
const posting = (vehicleId: string, posted: PostedSchedules) => ({ vehicleId, read: () => posted })

/** What is stored of a vehicle, without the ids that are made anew each time. */
async function stored(vehicleId: string, now: number) {
  const query = { from: NOW - 10 * DAY_MS, to: NOW + 30 * DAY_MS, plan: false }
  const { schedules } = JSON.parse(await listVehicleSchedules(at(now), { vehicleId, ...query }))
  return schedules.map(({ id, evId, recurringScheduleId, ...rest }: Record<string, unknown>) => ({
    ...rest,
    occurrence: String(id).split(':')[1],
  }))
}

/** An outcome without ids. */
function shape(outcome: PostOutcome): unknown {
  if ('thrown' in outcome) {
    if (!(outcome.thrown instanceof Refusal)) throw outcome.thrown
    const faults = outcome.thrown.more.faults?.map(({ path, message }) => ({
      path,
      message: message.replace(/sch_\w+/, 'sch'),
    }))
    return { code: outcome.thrown.code, faults }
  }
  const { ids, removedScheduleIds, skipped, created, updated, removed } = outcome.answer
  const counts = [ids, removedScheduleIds, created, updated, removed].map((list) => list?.length)
  return { counts, skipped }
}

const half = (from: number, to: number) => fc.integer({ min: from * 2, max: to * 2 }).map((halves) => halves / 2)
const entry = fc
  .record({
    from: half(-6, 60),
    hours: half(0.5, 14),
    targetSoC: fc.constantFrom(undefined, 60, 80),
    locationUid: fc.constantFrom(undefined, undefined, 'north', 'nowhere'),
    recurrenceRule: fc.constantFrom(undefined, undefined, undefined, 'FREQ=DAILY;COUNT=3', 'FREQ=WEEKLY'),
  })
  .map(({ from, hours, ...more }) => stay(from, from + hours, more))
const posted = fc.record({ replaceFutureSchedules: fc.boolean(), schedules: fc.array(entry, { maxLength: 3 }) })
const series = fc.array(
  fc.record({ hours: half(0, 8), dryRun: fc.boolean(), vehicles: fc.array(posted, { minLength: 4, maxLength: 4 }) }),
  { minLength: 1, maxLength: 4 },
)

describe('a batch', () => {
  it('answers and stores for each vehicle what the calls for one after the other do', async () => {
    const numbers = [0, 1, 2, 3]
    await fc.assert(
      fc.asyncProperty(series, async (calls) => {
        await clearDepots(scratch.connection.db)
        await insertLocation(scratch.connection.db, 'north')
        await insertBuses(...numbers.flatMap((n) => [`together-${n}`, `alone-${n}`]))
        let now = NOW
        for (const { hours, dryRun, vehicles } of calls) {
          now += hours * HOUR_MS
          const context = at(now)
          const batch = vehicles.map((body, n) => posting(`together-${n}`, body))
          const together = await postScheduleBatch(context, batch, { dryRun })
          const alone: PostOutcome[] = []
          for (const [n, body] of vehicles.entries()) {
            const vehicleId = `alone-${n}`
            const outcome = await postSchedules(context, { vehicleId, ...body }, { dryRun }).then(
              (answer) => ({ vehicleId, answer }),
              (thrown: unknown) => ({ vehicleId, thrown }),
            )
            alone.push(outcome)
          }
          expect(together.map(shape)).toEqual(alone.map(shape))
          for (const n of numbers) expect(await stored(`together-${n}`, now)).toEqual(await stored(`alone-${n}`, now))
        }
      }),
      { numRuns: 15 },
    )
  })

  it('writes all vehicles but those that the database refuses', async () => {
    const { db } = scratch.connection
    const ids = Array.from({ length: 120 }, (_, n) => `bus-${n}`)
    await insertBuses(...ids)
    await db.execute(sql`create function refuse_ninety() returns trigger language plpgsql as $$ begin
      if (select id from vehicle where key = new.vehicle_key) in ('bus-9', 'bus-90') then raise 'no room for it'; end if;
      return new; end $$`)
    await db.execute(
      sql`create trigger refuse_ninety before insert on stay for each row execute function refuse_ninety()`,
    )
    try {
      const outcomes = await postScheduleBatch(
        at(NOW),
        ids.map((id) => posting(id, { schedules: [stay(1, 2)] })),
      )
      expect(outcomes.map(({ vehicleId }) => vehicleId)).toEqual(ids)
      const failed = outcomes.filter((outcome) => 'thrown' in outcome)
      expect(failed.map(({ vehicleId }) => vehicleId)).toEqual(['bus-9', 'bus-90'])
      const [row] = await db.execute<{ stays: number }>(sql`select count(*)::int as stays from stay`)
      expect(row?.stays).toBe(118)
    } finally {
      await db.execute(sql`drop trigger refuse_ninety on stay`)
      await db.execute(sql`drop function refuse_ninety`)
    }
  })

  it('decides maxRemoved over all its vehicles before anything is written', async () => {
    const ids = Array.from({ length: 70 }, (_, n) => `bus-${n}`)
    await insertBuses(...ids)
    const batch = (schedules: PostedSchedule[]) =>
      ids.map((id) => posting(id, { replaceFutureSchedules: true, schedules }))
    await postScheduleBatch(at(NOW), batch([stay(1, 2)]))
    await expect(postScheduleBatch(at(NOW), batch([stay(3, 4)]), { maxRemoved: 69 })).rejects.toMatchObject({
      code: 'conflict',
      message: /remove 70 schedules, and maxRemoved allows 69/,
    })
    expect(await stored('bus-0', NOW)).toMatchObject([{ plannedArrivalTime: new Date(NOW + HOUR_MS).toISOString() }])
    const outcomes = await postScheduleBatch(at(NOW), batch([stay(3, 4)]), { maxRemoved: 70 })
    expect(outcomes.every((outcome) => 'answer' in outcome && outcome.answer.removedScheduleIds.length === 1)).toBe(
      true,
    )
  })

  it('and others in the opposite order, singles among them, end in what one after the other gives', async () => {
    const ids = Array.from({ length: 60 }, (_, n) => `bus-${n}`)
    await insertBuses(...ids)
    const bodyOf = (n: number): PostedSchedules => ({
      replaceFutureSchedules: true,
      schedules: [stay(1, 3, { priority: n }), stay(4 + n, 4.5 + n), stay(50, 52, { recurrenceRule: 'FREQ=DAILY' })],
    })
    const batches = Array.from({ length: 6 }, (_, n) => {
      const batch = ids.map((id) => posting(id, bodyOf(n)))
      return postScheduleBatch(at(NOW), n % 2 === 0 ? batch : batch.reverse())
    })
    const singles = ids.map((vehicleId) => postSchedules(at(NOW), { vehicleId, ...bodyOf(6) }))
    const outcomes = (await Promise.all(batches)).flat()
    await Promise.all(singles)
    expect(outcomes.filter((outcome) => 'thrown' in outcome)).toEqual([])
    for (const id of ids) {
      const [first, second, ...occurrences] = await stored(id, NOW)
      const last = first.priority
      expect(second.plannedArrivalTime).toBe(new Date(NOW + (4 + last) * HOUR_MS).toISOString())
      expect(occurrences.length).toBeGreaterThan(20)
    }
    const [row] = await scratch.connection.db.execute<{ rules: number; stays: number }>(
      sql`select (select count(*)::int from rule) as rules, (select count(*)::int from stay) as stays`,
    )
    expect(row).toEqual({ rules: 60, stays: 120 })
  })
})
