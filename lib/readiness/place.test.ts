import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { recordEvents } from '@/lib/charging/record-events'
import { type Context, SYSTEM } from '@/lib/context'
import { READINESS_STATES } from '@/lib/contract/enumerations'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { chargingStation, gatewayInstance, stationState } from '@/lib/db/schema/station'
import { chargingPort } from '@/lib/db/schema/vehicle'
import { insertLocation, insertStay, insertVehicle } from '@/lib/planning/fixtures/depot-rows'
import { adviceOf } from '@/lib/readiness/advice'
import { getReadiness } from '@/lib/readiness/get-readiness'
import { getTimeline } from '@/lib/readiness/get-timeline'
import { obstacleOf } from '@/lib/readiness/obstacle'
import { HOUR_MS, MINUTE_MS } from '@/lib/time/interval'

const NOW = Date.parse('2026-11-22T18:00:00Z')

test.each([
  [null, null],
  [{ online: false, status: 'Charging' }, 'charger-offline'],
  [{ online: true, status: 'SuspendedEV' }, 'vehicle-takes-nothing'],
  [{ online: true, status: 'SuspendedEVSE' }, 'charger-gives-nothing'],
  [{ online: true, status: 'Preparing' }, 'not-begun'],
  [{ online: true, status: 'Finishing' }, 'session-ended'],
  [{ online: true, status: 'Charging' }, null],
  [{ online: true }, null],
])('of a vehicle that does not charge at %j the reason is %s', (place, reason) => {
  expect(obstacleOf(place && { name: 'Row B, 7', ...place })).toBe(reason)
})

test('what asks for somebody at the vehicle says what to do; what is well does not', () => {
  const advised = READINESS_STATES.filter((state) => adviceOf(state, undefined) !== null)
  expect(advised).toEqual([...['will-miss', 'fault', 'not-charging', 'not-plugged-in', 'not-heard-of', 'falls-behind']])
  expect(adviceOf('not-charging', 'charger-offline')).not.toBe(adviceOf('not-charging', undefined))
})

describe('where a vehicle stands', () => {
  let scratch: ScratchDatabase
  beforeAll(async () => {
    scratch = await createScratchDatabase()
    const { db } = scratch.connection
    await insertLocation(db, 'north')
    await db.insert(chargingStation).values({
      ...{ id: 'CP-7', locationUid: 'north', name: 'Charger 7', allowRestart: false, allowWithoutPassword: false },
      evses: [
        { evseId: 1, connectors: [], parkingPlace: 'Row B, 7' },
        { evseId: 2, connectors: [] },
      ],
    })
    await db.insert(gatewayInstance).values({ id: 'here', seenAt: new Date(NOW) })
    await db.insert(stationState).values({
      ...{ stationId: 'CP-7', connectionId: 'c', instanceId: 'here', lastSeen: new Date(NOW) },
      state: {
        evses: { 1: { connectors: { 1: { status: 'SuspendedEV', at: NOW, saidAt: NOW } }, past: [] } },
      },
    })
    for (const [index, place] of [
      { stationId: 'CP-7', evseId: '1' },
      { stationId: 'CP-7', evseId: '2' },
      { stationId: 'foreign', evseId: '3' },
      {},
      null,
    ].entries()) {
      const id = `bus-${index}`
      const macAddress = `00:1A:2B:00:00:0${index}`
      const vehicleKey = await insertVehicle(db, id)
      await db.insert(chargingPort).values({ vehicleKey, position: 0, macAddress, type: 'CCS2', inactive: false })
      const times = { from: NOW - HOUR_MS, to: NOW + (index + 5) * HOUR_MS }
      await insertStay(db, { id: `stay-${index}`, vehicleKey, locationUid: 'north', ...times })
      const timestamp = new Date(NOW - HOUR_MS / 2).toISOString()
      const event = { id, type: 'ev-connected', timestamp, locationUid: 'north', macAddress, soc: 50, ...place }
      if (place) await recordEvents(at(NOW - HOUR_MS / 2), [event])
    }
  }, 120_000)
  afterAll(() => scratch?.drop())

  const at = (now: number): Context => ({ who: SYSTEM, now, db: scratch.connection.db })

  it('is its parking place, else its station with the evse, else what its events call it', async () => {
    const { departures } = await getReadiness(at(NOW + MINUTE_MS / 6), { locationUid: 'north' })
    const places = Object.fromEntries(departures.map(({ schedule, place }) => [schedule.evId, place]))
    expect(places).toEqual({
      'bus-0': { name: 'Row B, 7', stationId: 'CP-7', evseId: '1' },
      'bus-1': { name: 'Charger 7 / 2', stationId: 'CP-7', evseId: '2' },
      'bus-2': { name: 'foreign / 3', stationId: 'foreign', evseId: '3' },
      'bus-3': undefined,
      'bus-4': undefined,
    })
  })

  it('is said on the timeline, too', async () => {
    const range = { from: NOW, to: NOW + 12 * HOUR_MS }
    const { stays } = await getTimeline(at(NOW + MINUTE_MS / 6), { locationUid: 'north', ...range })
    const places = Object.fromEntries(stays.map(({ vehicleId, place }) => [vehicleId, place]))
    expect(places).toMatchObject({ 'bus-0': 'Row B, 7', 'bus-2': 'foreign / 3' })
    expect(places['bus-4']).toBeUndefined()
  })
})
