import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { recordEvents } from '@/lib/charging/record-events'
import { type Context, SYSTEM } from '@/lib/context'
import { LocationLoad } from '@/lib/contract/location'
import { Readiness } from '@/lib/contract/readiness'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { chargingEvent } from '@/lib/db/schema/charging'
import { location } from '@/lib/db/schema/location'
import { stay } from '@/lib/db/schema/schedule'
import { chargingStation, gatewayInstance } from '@/lib/db/schema/station'
import { requestPlan } from '@/lib/plan-request/request-plan'
import { clearDepots, insertLocation, insertStay, insertVehicle } from '@/lib/planning/fixtures/depot-rows'
import { getLoad } from '@/lib/planning/get-load'
import { loadDepot } from '@/lib/planning/load-depot'
import { planLocation } from '@/lib/planning/plan-location'
import { getReadiness } from '@/lib/readiness/get-readiness'
import { getTimeline } from '@/lib/readiness/get-timeline'

const HOUR = 3_600_000
const NOW = Date.parse('2026-11-22T18:00:00Z')
const manual = { locationUid: 'north', trigger: 'manual', description: 'Planned by hand.' } as const

let scratch: ScratchDatabase

beforeAll(async () => {
  scratch = await createScratchDatabase()
})
afterAll(() => scratch.drop())
beforeEach(async () => {
  const { db } = scratch.connection
  await clearDepots(db)
  const weekly = [{ day: 'SU' as const, from: '00:00', to: '24:00', powerkW: 20 }]
  await insertLocation(db, 'north', { powerLimitKw: 200, chargingEfficiency: 0.8, baseLoad: { weekly } })
})

const at = (now: number): Context => ({ who: SYSTEM, now, db: scratch.connection.db })
const board = async (now = NOW, hours?: number) =>
  Readiness.parse(await getReadiness(at(now), { locationUid: 'north', hours }))
const load = async (from?: number, to?: number) =>
  LocationLoad.parse(await getLoad(at(NOW), { locationUid: 'north', from, to }))

type Wishes = Partial<Parameters<typeof insertStay>[1]>

async function bus(
  id: string,
  wishes: Wishes = {},
  vehicle: Parameters<typeof insertVehicle>[2] = {},
): Promise<number> {
  const { db } = scratch.connection
  const vehicleKey = await insertVehicle(db, id, { name: `Bus ${id}`, ...vehicle })
  const times = { from: NOW - HOUR, to: NOW + 8 * HOUR }
  return insertStay(db, { id: `stay-${id}`, vehicleKey, locationUid: 'north', ...times, ...wishes })
}

describe('getReadiness', () => {
  it('lists the departures of the next hours, what needs attention first, then by departure', async () => {
    await bus('calm', { to: NOW + 6 * HOUR })
    await bus('later', { from: NOW + HOUR, to: NOW + 5 * HOUR })
    await bus('short', { to: NOW + HOUR, startSoc: 10, minimumSoc: 80 })
    await bus('unknown', { to: NOW + 7 * HOUR }, { fullChargeEnergyKwh: null })
    await bus('beyond', { to: NOW + 30 * HOUR })
    await planLocation(at(NOW), manual)
    const { departures, counts } = await board()
    expect(departures.map(({ schedule, state, reason }) => [schedule.evId, state, reason])).toEqual([
      ['short', 'will-miss', 'stay-too-short'],
      ['unknown', 'no-plan', 'battery-size-unknown'],
      ['later', 'away', undefined],
      ['calm', 'on-track', undefined],
    ])
    expect(counts).toEqual({ here: 4, ready: 0, atRisk: 1, missing: 0, withoutSchedule: 0 })
    expect((await board(NOW, 48)).departures).toHaveLength(5)
  })

  it('shows where a vehicle stands, what its plan brings, and the plan’s outline', async () => {
    await bus('calm', {}, { licensePlate: 'AB-1' })
    await planLocation(at(NOW), manual)
    const [departure] = (await board()).departures
    expect(departure).toMatchObject({
      vehicleName: 'Bus calm',
      licensePlate: 'AB-1',
      predictedSoC: 90,
      soc: { value: 40, source: 'planned' },
      schedule: { startSoC: 40, targetSoC: 90, planMeta: { frozen: false, timestamp: '2026-11-22T18:00:00.000Z' } },
    })
    const segments = departure?.schedule.plan?.segments ?? []
    expect(segments.reduce((sum, { from, to, powerkW }) => sum + (powerkW * (to - from)) / HOUR, 0)).toBeCloseTo(150, 1)
    const [late] = (await board(NOW + 7.9 * HOUR)).departures
    expect(late).toMatchObject({ state: 'ready', soc: { value: 90 } })
  })

  it('says of a plan how long full power would take and how long there is, and leaves the reasons of its steps out', async () => {
    await bus('short', { to: NOW + HOUR, startSoc: 10, minimumSoc: 80 })
    await planLocation(at(NOW), manual)
    const [departure] = (await board()).departures
    expect(departure).toMatchObject({
      state: 'will-miss',
      schedule: {
        explanation: {
          slack: { targetMinutes: expect.any(Number) },
          shortfall: {
            cause: 'stay-too-short',
            missedMinimumSoc: 80,
            neededMinutes: expect.any(Number),
            availableMinutes: 60,
          },
          reasons: [],
        },
      },
    })
  })

  it('says what the site draws now and at most, against its limit and against no control', async () => {
    await bus('a')
    await bus('b')
    await planLocation(at(NOW), manual)
    const { site } = await board()
    expect(site).toMatchObject({ baseLoadkW: 20, limitkW: 200 })
    expect(site.powerkW).toBeGreaterThanOrEqual(20)
    expect(site.peak15kW).toBeLessThanOrEqual(200 + 1e-6)
    expect(site.uncontrolledPeak15kW).toBeCloseTo(20 + 200 / 0.8)
  })

  it('compares the peaks of whole nights, also when uncontrolled charging would be over by now', async () => {
    await bus('a')
    await bus('b')
    await planLocation(at(NOW), manual)
    const { site } = await board(NOW + 6 * HOUR)
    expect(site.uncontrolledPeak15kW).toBeCloseTo(20 + 200 / 0.8)
    expect(site.peak15kW).toBeLessThanOrEqual(200 + 1e-6)
  })

  it('says when the depot was planned, that a plan is on its way, and that the last attempt failed', async () => {
    const { db } = scratch.connection
    await bus('a')
    expect((await board()).lastPlan).toBeUndefined()
    await planLocation(at(NOW), manual)
    const planned = { timestamp: '2026-11-22T18:00:00', trigger: 'manual', pending: false }
    expect((await board()).lastPlan).toMatchObject({
      ...planned,
      timestamp: expect.stringContaining(planned.timestamp),
    })
    await db.update(location).set({ strategy: 'no such strategy' })
    await requestPlan(db, 'north', 'settings-changed', 'The strategy changed.')
    await expect(planLocation(at(NOW + HOUR), manual)).rejects.toThrow()
    expect((await board()).lastPlan).toMatchObject({
      trigger: 'manual',
      pending: true,
      failed: expect.stringContaining('strategy'),
    })
  })

  it('believes the chargers about who is there, where they say it', async () => {
    const { db } = scratch.connection
    await db
      .insert(chargingEvent)
      .values({ id: 'e1', type: 'meter', timestamp: new Date(NOW - HOUR), locationUid: 'north' })
    await bus('absent', { to: NOW + 7 * HOUR })
    const here = { connectedAt: new Date(NOW - HOUR), chargingStartedAt: new Date(NOW - HOUR) }
    await bus('here', { ...here, measuredSoc: 61.5, measuredSocAt: new Date(NOW - HOUR / 6) })
    await planLocation(at(NOW), manual)
    const { departures, counts } = await board()
    expect(departures[0]).toMatchObject({ schedule: { evId: 'absent' }, state: 'not-plugged-in', lateMinutes: 60 })
    expect(departures[1]).toMatchObject({ schedule: { evId: 'here' }, soc: { value: 61.5, source: 'measured' } })
    expect(counts).toMatchObject({ here: 1, missing: 1 })
  })

  it('says that chargers are connecting, and of whom it is not known yet whether they are plugged in', async () => {
    const { db } = scratch.connection
    const rights = { allowRestart: false, allowWithoutPassword: false }
    const first = { id: 'e1', type: 'meter', timestamp: new Date(NOW), locationUid: 'north' }
    await db.insert(chargingEvent).values(first)
    await db
      .insert(chargingStation)
      .values({ id: 'CP-1', locationUid: 'north', evses: [], createdAt: new Date(NOW), ...rights })
    await db.insert(gatewayInstance).values({ id: 'g', startedAt: new Date(NOW), seenAt: new Date(NOW + 3 * 60_000) })
    await bus('unheard')
    await bus('here', { connectedAt: new Date(NOW) })
    await planLocation(at(NOW), manual)
    const states = async (now: number) => {
      const { departures, counts, connecting } = await board(now)
      const of = (id: string) => departures.find(({ schedule }) => schedule.evId === id)
      return { unheard: of('unheard'), plugged: of('here')?.state, ...counts, connecting }
    }
    expect(await states(NOW + 1)).toMatchObject({
      ...{ unheard: { state: 'on-track', reason: 'chargers-connecting' }, plugged: 'on-track' },
      ...{ missing: 0, connecting: { connected: 0, stations: 1 } },
    })
    const late = await states(NOW + 2 * 60_000)
    expect(late).toMatchObject({ unheard: { state: 'not-plugged-in' }, missing: 1 })
    expect(late.connecting).toBeUndefined()
    await db.delete(gatewayInstance)
  })

  it('shows a fault where a vehicle stands, and counts who is connected without a schedule', async () => {
    const { db } = scratch.connection
    const minimum = { minimumSoc: 50 }
    await bus('stands', { to: NOW + 7 * HOUR, ...minimum })
    await insertVehicle(db, 'guest', { maxChargePowerKw: 80 })
    const place = { locationUid: 'north', stationId: 'S1', evseId: '1', connectorId: '1' }
    const time = { timestamp: new Date(NOW - HOUR).toISOString() }
    const events = [
      { ...place, ...time, id: 'e1', type: 'ev-connected', vehicleId: 'stands' },
      { ...place, ...time, id: 'e2', type: 'connector-status', status: 'Faulted', errorCode: 'GroundFailure' },
      { ...place, ...time, id: 'e3', type: 'ev-connected', vehicleId: 'guest', stationId: 'S2' },
      { ...place, ...time, id: 'e4', type: 'charging-started', vehicleId: 'guest', stationId: 'S2' },
    ]
    const results = await recordEvents(at(NOW), events)
    expect(results.map(({ status }) => status)).toEqual(Array(4).fill('accepted'))
    await planLocation(at(NOW), manual)
    const { departures, counts, site } = await board()
    expect(departures[0]).toMatchObject({ state: 'will-miss', reason: 'fault' })
    expect(counts).toMatchObject({ here: 1, withoutSchedule: 1 })
    expect(site).toMatchObject({ withoutSchedulekW: 100, powerkW: 120, plannedkW: 132.5 })
    const { intervals } = await load(NOW, NOW + 30 * 60_000)
    expect(intervals.map(({ evPowerkW }) => evPowerkW)).toEqual([112.5, 112.5])
    const loaded = await loadDepot(db, 'north', NOW)
    expect(loaded?.depot.unscheduledLoads).toMatchObject([{ from: NOW, powerkW: 80 }])
  })

  it('is not there for a location that is unknown or not the caller’s', async () => {
    await expect(getReadiness(at(NOW), { locationUid: 'nowhere' })).rejects.toMatchObject({ code: 'notFound' })
    const stranger = { ...at(NOW), who: { ...SYSTEM, locationUids: ['south'] } }
    await expect(getReadiness(stranger, { locationUid: 'north' })).rejects.toMatchObject({ code: 'notFound' })
    await expect(getLoad(stranger, { locationUid: 'north' })).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('getLoad', () => {
  it('sums what the plans draw, also after they were replaced', async () => {
    const { db } = scratch.connection
    const key = await bus('a')
    await planLocation(at(NOW), manual)
    expect((await load()).totals.energykWh).toBeCloseTo(150, 1)
    await db.update(stay).set({ targetSoc: 80 }).where(eq(stay.key, key))
    await planLocation(at(NOW + 2 * HOUR), manual)
    const { totals, intervals } = await load()
    expect(totals.energykWh).toBeCloseTo(120, 1)
    expect(totals.unmetkWh).toBeCloseTo(0, 3)
    expect(intervals.reduce((sum, { evPowerkW }) => sum + (evPowerkW / 4) * 0.8, 0)).toBeCloseTo(120, 1)
    expect(totals.peakkW).toBeLessThanOrEqual(200)
  })

  it('widens a range to whole quarter-hours and refuses one that is empty or too long', async () => {
    const { intervals } = await load(NOW + 60_000, NOW + 16 * 60_000)
    expect(intervals.map(({ from }) => from)).toEqual(['2026-11-22T18:00:00.000Z', '2026-11-22T18:15:00.000Z'])
    await expect(load(NOW, NOW)).rejects.toMatchObject({ code: 'malformed' })
    await expect(load(NOW, NOW + 93 * 24 * HOUR)).rejects.toMatchObject({ code: 'malformed' })
  })
})

describe('loadDepot', () => {
  it('estimates a SoC that nobody has said from trips that were measured', async () => {
    const { db } = scratch.connection
    const vehicleKey = await insertVehicle(db, 'bus-1')
    const occurrences = [1, 2, 3, 4].map((back) => ({
      id: `past-${back}`,
      from: NOW - back * 24 * HOUR,
      to: NOW - (back * 24 - 12) * HOUR,
    }))
    for (const occurrence of occurrences)
      await insertStay(db, { ...occurrence, vehicleKey, locationUid: 'north', measuredStartSoc: 30, measuredSoc: 90 })
    await insertStay(db, {
      id: 'next',
      vehicleKey,
      locationUid: 'north',
      from: NOW + HOUR,
      to: NOW + 9 * HOUR,
      startSoc: null,
    })
    const loaded = await loadDepot(db, 'north', NOW)
    expect(loaded?.depot.stays.map(({ estimatedSoc }) => estimatedSoc)).toEqual([90 - 5 * 13])
  })
})

describe('the site’s power now', () => {
  it('is planned where chargers say nothing, and nothing where they say that those connected do not charge', async () => {
    await bus('a')
    await planLocation(at(NOW), manual)
    expect((await board()).site).toMatchObject({ source: 'planned' })
    const place = { locationUid: 'north', stationId: 'S1', evseId: '1', connectorId: '1' }
    const timestamp = new Date(NOW - HOUR).toISOString()
    await recordEvents(at(NOW), [{ ...place, timestamp, id: 'c1', type: 'ev-connected', vehicleId: 'a' }])
    const { site } = await board()
    expect(site).toMatchObject({ source: 'measured', powerkW: 20, baseLoadkW: 20 })
    expect(site.plannedkW).toBeGreaterThan(20)
  })
})

describe('getTimeline', () => {
  it('gives a vehicle that is late to leave the state that the board gives it, and one that has gone none', async () => {
    const { db } = scratch.connection
    await db
      .insert(chargingEvent)
      .values({ id: 'e1', type: 'meter', timestamp: new Date(NOW - HOUR), locationUid: 'north' })
    const times = { from: NOW - 8 * HOUR, to: NOW - HOUR / 4 }
    await bus('late', { ...times, connectedAt: new Date(NOW - 8 * HOUR) })
    await bus('gone', { ...times, connectedAt: new Date(NOW - 8 * HOUR), disconnectedAt: new Date(NOW - HOUR / 3) })
    const { stays } = await getTimeline(at(NOW), { locationUid: 'north', from: NOW - 2 * HOUR })
    const [shown] = (await board()).departures
    expect(shown?.schedule.evId).toBe('late')
    expect(stays.map(({ vehicleId, state }) => [vehicleId, state])).toEqual([
      ['gone', undefined],
      ['late', shown?.state],
    ])
  })
})
