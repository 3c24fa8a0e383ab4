import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Context, canSeeLocation, type Principal, SYSTEM } from '@/lib/context'
import type { EvSchedule } from '@/lib/contract/schedule'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { Refusal } from '@/lib/errors'
import { clearDepots, insertLocation, insertVehicle } from '@/lib/planning/fixtures/depot-rows'
import { deleteSchedule } from '@/lib/schedules/delete-schedule'
import { occurrenceView } from '@/lib/schedules/ev-schedule'
import { listLocationSchedules } from '@/lib/schedules/list-location-schedules'
import { listVehicleSchedules } from '@/lib/schedules/list-vehicle-schedules'
import { loadRules } from '@/lib/schedules/load-schedules'
import { patchSchedules } from '@/lib/schedules/patch-schedules'
import { postSchedules } from '@/lib/schedules/post-schedules'
import { readStays } from '@/lib/schedules/read-stays'
import { occurrencesIn } from '@/lib/schedules/rule-occurrences'
import { type RangeQuery, type ScheduleRange, scheduleRange } from '@/lib/schedules/schedule-range'
import { currentVersion, type Rule } from '@/lib/schedules/schedule-state'
import { DAY_MS, HOUR_MS, overlaps } from '@/lib/time/interval'

const NOW = Date.UTC(2026, 10, 28, 12)
const PLACES = ['north', 'south']
const BUSES = ['bus-1', 'bus-2']

let scratch: ScratchDatabase
beforeAll(async () => {
  scratch = await createScratchDatabase()
})
afterAll(() => scratch.drop())

const as = (who: Principal, now: number): Context => ({ who, now, db: scratch.connection.db })
const SOUTHERN: Principal = { ...SYSTEM, locationUids: ['south'] }

const place = fc.constantFrom(...PLACES)
const bus = fc.constantFrom(...BUSES)
const hour = fc.integer({ min: -20, max: 200 })
const stay = fc.record({
  locationUid: place,
  from: hour,
  hours: fc.integer({ min: 1, max: 40 }),
  recurrenceRule: fc.constantFrom(undefined, 'FREQ=DAILY;COUNT=4', 'FREQ=DAILY;INTERVAL=2', 'FREQ=WEEKLY'),
})
const which = fc.nat(30)
const step = fc.oneof(
  fc.record({ do: fc.constant('post' as const), bus, stay, replaceFutureSchedules: fc.boolean() }),
  fc.record({ do: fc.constant('patch' as const), bus, which, locationUid: place, from: hour }),
  fc.record({ do: fc.constant('delete' as const), bus, which }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never
const range = fc.oneof(
  fc.record({}),
  fc.record({ from: hour }),
  fc.record({ to: hour }),
  fc.tuple(hour, fc.integer({ min: 1, max: 100 })).map(([from, hours]) => ({ from, to: from + hours })),
)

const instant = (hours: number) => NOW + hours * HOUR_MS

/** Does what a call does, an hour after the one before; what is refused changes nothing. */
async function take(one: Step, now: number): Promise<void> {
  const context = as(SYSTEM, now)
  try {
    if (one.do === 'post') {
      const { from, hours, ...rest } = one.stay
      const times = { plannedArrivalTime: instant(from), plannedDepartureTime: instant(from + hours) }
      const { replaceFutureSchedules } = one
      await postSchedules(context, { vehicleId: one.bus, replaceFutureSchedules, schedules: [{ ...rest, ...times }] })
      return
    }
    const { schedules } = JSON.parse(await listVehicleSchedules(context, { vehicleId: one.bus, plan: false }))
    const { id } = schedules[one.which % Math.max(1, schedules.length)] ?? { id: 'none' }
    if (one.do === 'delete') await deleteSchedule(context, { vehicleId: one.bus, scheduleId: id })
    else {
      const times = { plannedArrivalTime: instant(one.from), plannedDepartureTime: instant(one.from + 3) }
      await patchSchedules(context, {
        vehicleId: one.bus,
        schedules: [{ id, locationUid: one.locationUid, ...times }],
      })
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}

/** Everything that is stored, without any condition: rows and rules by the id of their vehicle. */
async function everything() {
  const { db } = scratch.connection
  const rows = await readStays(db, sql`true`, { withPlans: false })
  const owners = await db.execute<{ id: string; ev_id: string }>(
    sql`select r.id, v.id as ev_id from rule r join vehicle v on v.key = r.vehicle_key`,
  )
  const rules = await loadRules(db, sql`true`)
  return {
    rows: rows.map(({ json }): EvSchedule => JSON.parse(json)),
    rules: owners.flatMap(({ id, ev_id }) => {
      const rule = rules.get(id)
      return rule ? [{ evId: ev_id, rule }] : []
    }),
  }
}

/** The list as the contract says it: what overlaps the range, of everything, chosen one by one. */
function chosen(
  { rows, rules }: Awaited<ReturnType<typeof everything>>,
  { dated, occurrences: expected }: ScheduleRange,
  isMeant: (schedule: EvSchedule) => boolean,
  isMeantRule: (evId: string, rule: Rule) => boolean,
) {
  const spanOf = (one: EvSchedule) => ({
    from: Date.parse(one.plannedArrivalTime),
    to: Date.parse(one.plannedDepartureTime),
  })
  const isIn = (one: EvSchedule) => overlaps(one.recurringScheduleId ? expected : dated, spanOf(one))
  const wide = { from: NOW - 60 * DAY_MS, to: NOW + 90 * DAY_MS }
  const stored = new Set(rows.map(({ id }) => id))
  const views = rules.flatMap(({ evId, rule }) => occurrencesIn(rule, wide).map((one) => occurrenceView(evId, one)))
  const own = views.filter((one) => isMeant(one) && isIn(one))
  const all = [...rows.filter((one) => isMeant(one) && isIn(one)), ...own.filter(({ id }) => !stored.has(id))]
  const byTime = all.sort((a, b) => spanOf(a).from - spanOf(b).from || (a.id < b.id ? -1 : 1))
  const recurring = rules.filter(
    ({ evId, rule }) =>
      isMeantRule(evId, rule) && own.some(({ recurringScheduleId }) => recurringScheduleId === rule.id),
  )
  return { schedules: byTime.map(({ id }) => id), rules: recurring.map(({ rule }) => rule.id).sort() }
}

function idsOf(text: string) {
  const { schedules, recurringSchedules } = JSON.parse(text) as Record<string, EvSchedule[]>
  return {
    schedules: (schedules ?? []).map(({ id }) => id),
    rules: (recurringSchedules ?? []).map(({ id }) => id).sort(),
  }
}

test('the lists that the database chooses are those that the contract’s sentences choose, whatever is stored', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 2, maxLength: 8 }),
      fc.array(range, { minLength: 4, maxLength: 4 }),
      async (steps, ranges) => {
        const { db } = scratch.connection
        await clearDepots(db)
        for (const uid of PLACES) await insertLocation(db, uid)
        for (const id of BUSES) await insertVehicle(db, id)
        for (const [index, one] of steps.entries()) await take(one, NOW + index * HOUR_MS)
        const now = NOW + steps.length * HOUR_MS
        const all = await everything()
        for (const { from, to } of ranges as { from?: number; to?: number }[]) {
          const query: RangeQuery = {
            ...(from !== undefined && { from: instant(from) }),
            ...(to !== undefined && { to: instant(to) }),
          }
          for (const locationUid of PLACES) {
            const isHere = (one: { locationUid: string }) => one.locationUid === locationUid
            expect(idsOf(await listLocationSchedules(as(SYSTEM, now), { locationUid, plan: false, ...query }))).toEqual(
              chosen(all, scheduleRange(query, now, 'from yesterday'), isHere, (_, rule) =>
                isHere(currentVersion(rule)),
              ),
            )
          }
          for (const vehicleId of BUSES)
            for (const who of [SYSTEM, SOUTHERN]) {
              const sees = (one: { locationUid: string }) => canSeeLocation(who, one.locationUid)
              const given = await listVehicleSchedules(as(who, now), { vehicleId, plan: false, ...query }).catch(
                (error) => {
                  if (error instanceof Refusal) return null
                  throw error
                },
              )
              if (given === null) continue
              expect(idsOf(given)).toEqual(
                chosen(
                  all,
                  scheduleRange(query, now, 'ever'),
                  (one) => one.evId === vehicleId && sees(one),
                  (evId, rule) => evId === vehicleId && sees(currentVersion(rule)),
                ),
              )
            }
        }
      },
    ),
    { numRuns: 8, endOnFailure: true },
  )
}, 300_000)

test('a rule of which an occurrence was moved before its first arrival stands beside that occurrence', async () => {
  const { db } = scratch.connection
  await clearDepots(db)
  await insertLocation(db, 'north')
  await insertVehicle(db, 'bus-1')
  const times = { plannedArrivalTime: instant(100), plannedDepartureTime: instant(110) }
  const schedules = [{ ...times, locationUid: 'north', recurrenceRule: 'FREQ=WEEKLY' }]
  const { ids } = await postSchedules(as(SYSTEM, NOW), { vehicleId: 'bus-1', schedules })
  const moved = { plannedArrivalTime: instant(10), plannedDepartureTime: instant(20) }
  const all = JSON.parse(await listVehicleSchedules(as(SYSTEM, NOW), { vehicleId: 'bus-1' }))
  const id = all.schedules[0].id
  await patchSchedules(as(SYSTEM, NOW), { vehicleId: 'bus-1', schedules: [{ id, ...moved }] })
  const range = { from: instant(0), to: instant(48) }
  const list = await listLocationSchedules(as(SYSTEM, NOW), { locationUid: 'north', ...range })
  expect(idsOf(list)).toEqual({ schedules: [id], rules: ids })
})
