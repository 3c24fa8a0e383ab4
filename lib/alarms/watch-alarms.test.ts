import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { acknowledgeAlarm } from '@/lib/alarms/acknowledge-alarm'
import { listAlarms } from '@/lib/alarms/list-alarms'
import { removeOldAlarms } from '@/lib/alarms/remove-old-alarms'
import { watchAlarms } from '@/lib/alarms/watch-alarms'
import { recordEvents } from '@/lib/charging/record-events'
import { type Context, SYSTEM } from '@/lib/context'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { alarm } from '@/lib/db/schema/alarm'
import { chargingPort } from '@/lib/db/schema/vehicle'
import { clearDepots, insertLocation, insertStay, insertVehicle } from '@/lib/planning/fixtures/depot-rows'
import { planLocation } from '@/lib/planning/plan-location'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/time/interval'

const NOW = Date.parse('2026-11-22T18:00:00Z')
const MAC = '00:1A:2B:00:00:01'

let scratch: ScratchDatabase
beforeAll(async () => {
  scratch = await createScratchDatabase()
}, 120_000)
afterAll(() => scratch?.drop())

const at = (now: number): Context => ({ who: SYSTEM, now, db: scratch.connection.db })
const watch = (now: number) => watchAlarms(scratch.connection.db, () => now)
const alarms = async (state: 'open' | 'cleared' | 'all' = 'open') =>
  (await listAlarms(at(NOW), { locationUid: 'north', state })).alarms
const kinds = async () => (await alarms()).map(({ kind }) => kind)

/** Looks every 10 seconds in `[from, to]` minutes after NOW. */
async function watchFrom(from: number, to: number): Promise<void> {
  for (let now = NOW + from * MINUTE_MS; now <= NOW + to * MINUTE_MS; now += 10_000) await watch(now)
}

let eventCount = 0
const say = (now: number, ...events: object[]) =>
  recordEvents(
    at(now),
    events.map((event) => ({
      ...{ id: `event-${++eventCount}`, timestamp: new Date(now).toISOString(), locationUid: 'north', ...event },
    })),
  )

/** A depot whose chargers report, and a bus that was due a minute ago. */
beforeEach(async () => {
  const { db } = scratch.connection
  await clearDepots(db)
  await insertLocation(db, 'north', { powerLimitKw: 200 })
  const vehicleKey = await insertVehicle(db, 'bus-1', { name: 'Bus 1' })
  await db.insert(chargingPort).values({ vehicleKey, position: 0, macAddress: MAC, type: 'CCS2', inactive: false })
  const times = { from: NOW - MINUTE_MS, to: NOW + 10 * HOUR_MS }
  await insertStay(db, { id: 'tonight', vehicleKey, locationUid: 'north', ...times })
  await say(NOW - HOUR_MS, {
    type: 'connector-status',
    stationId: 'CP-9',
    evseId: '1',
    connectorId: '1',
    status: 'Available',
  })
  await planLocation(at(NOW), { locationUid: 'north', trigger: 'manual', description: 'Planned by hand.' })
})

it('raises an alarm for a bus that is due and not plugged in, once, and ends it when it has come', async () => {
  await watchFrom(0, 3)
  expect(await kinds()).toEqual([])
  await watchFrom(3.5, 5)
  expect(await alarms()).toMatchObject([
    {
      ...{ kind: 'vehicle.not-plugged-in', vehicleName: 'Bus 1', scheduleId: 'tonight' },
      since: new Date(NOW - MINUTE_MS).toISOString(),
      advice: 'Find the vehicle and plug it in.',
    },
  ])
  const now = NOW + 6 * MINUTE_MS
  await say(now, { type: 'ev-connected', macAddress: MAC, stationId: 'CP-9', evseId: '1', connectorId: '1', soc: 40 })
  await watchFrom(6.5, 7.5)
  expect(await kinds()).toEqual([])
  expect(await alarms('cleared')).toMatchObject([{ kind: 'vehicle.not-plugged-in', clearedAt: expect.any(String) }])
})

it('raises one alarm where several processes look at the same moment', async () => {
  for (let now = NOW; now <= NOW + 6 * MINUTE_MS; now += 10_000) await Promise.all([1, 2, 3].map(() => watch(now)))
  expect(await kinds()).toEqual(['vehicle.not-plugged-in'])
  expect(await alarms('all')).toHaveLength(1)
}, 180_000)

it('names a fault that was posted with its place, and keeps the name of who sees to it', async () => {
  const fault = { type: 'connector-status', stationId: 'CP-9', evseId: '1', connectorId: '1', status: 'Faulted' }
  await say(NOW, { ...fault, errorCode: 'GroundFailure' })
  await watchFrom(0, 1)
  const [found] = await alarms()
  expect(found).toMatchObject({ kind: 'station.fault', place: 'CP-9 / 1', stationId: 'CP-9', evseId: '1' })
  const alarmId = found?.id ?? ''
  expect((await acknowledgeAlarm(at(NOW), { alarmId, name: 'Aino', dryRun: true })).acknowledged?.by).toBe('Aino')
  expect((await alarms())[0]).not.toHaveProperty('acknowledged')
  await acknowledgeAlarm(at(NOW), { alarmId, name: 'Aino' })
  await expect(acknowledgeAlarm(at(NOW), { alarmId, name: 'Ben' })).rejects.toThrow('Aino sees to this alarm already.')
  await watchFrom(1, 2)
  expect((await alarms())[0]?.acknowledged).toEqual({ at: new Date(NOW).toISOString(), by: 'Aino' })
})

it('goes with its location, and is removed when it ended long ago', async () => {
  await watchFrom(0, 6)
  const { db } = scratch.connection
  const removed = async (now: number) => {
    let count = 0
    for await (const step of removeOldAlarms(db, 396, now)) count += step
    return count
  }
  expect(await removed(NOW + 500 * DAY_MS)).toBe(0)
  await db
    .update(alarm)
    .set({ clearedAt: new Date(NOW) })
    .where(eq(alarm.locationUid, 'north'))
  expect(await removed(NOW + 395 * DAY_MS)).toBe(0)
  expect(await removed(NOW + 397 * DAY_MS)).toBe(1)
  await watchFrom(10, 11)
  await clearDepots(db)
  expect(await db.select().from(alarm)).toEqual([])
})
