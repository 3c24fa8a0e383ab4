import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { chargingStation, gatewayInstance, stationState } from '@/lib/db/schema/station'
import { insertLocation } from '@/lib/planning/fixtures/depot-rows'
import { connectingStations } from '@/lib/stations/connecting-stations'
import { HOUR_MS } from '@/lib/time/interval'

const SECOND = 1_000
const NOW = Date.parse('2026-11-22T18:00:00Z')
const since = (seconds: number) => new Date(NOW - seconds * SECOND)
const YEAR = 365 * 24 * 3_600

let scratch: ScratchDatabase

beforeAll(async () => {
  scratch = await createScratchDatabase()
  await insertLocation(scratch.connection.db, 'north')
})
afterAll(() => scratch.drop())
beforeEach(async () => {
  const { db } = scratch.connection
  for (const table of ['gateway_instance', 'charging_station'])
    await db.execute(sql`delete from ${sql.identifier(table)}`)
})

type Station = { created?: number; connected?: number }

/** Stations by how many seconds ago they were registered (long ago by default) and connected; not connected by default. */
async function depot(stations: Station[], gateway: number | null = YEAR): Promise<void> {
  const { db } = scratch.connection
  if (gateway !== null)
    await db.insert(gatewayInstance).values({ id: 'g', startedAt: since(gateway), seenAt: since(1) })
  for (const [index, { created = YEAR, connected }] of stations.entries()) {
    const id = `CP-${index}`
    const rights = { allowRestart: false, allowWithoutPassword: false }
    await db
      .insert(chargingStation)
      .values({ id, locationUid: 'north', evses: [], createdAt: since(created), ...rights })
    if (connected === undefined) continue
    const connection = { connectionId: 'c', instanceId: 'g', connectedAt: since(connected), lastSeen: since(0) }
    await db.insert(stationState).values({ stationId: id, ...connection, state: {} })
  }
}
const connecting = () => connectingStations(scratch.connection.db, 'north', NOW)

describe('connectingStations', () => {
  it.each<[string, Station[], number | undefined, { connected: number; stations: number }]>([
    ['just registered', [{ created: 5 }, { created: 4 }], undefined, { connected: 0, stations: 2 }],
    [
      'just registered, and some are there',
      [{ created: 40, connected: 30 }, { created: 40 }],
      undefined,
      { connected: 1, stations: 2 },
    ],
    [
      'all there, and have had no time to say anything',
      [{ created: 40, connected: 3 }],
      undefined,
      { connected: 1, stations: 1 },
    ],
    ['the gateway has just started', [{}, {}, {}], 10, { connected: 0, stations: 3 }],
    ['the first are back after all were away', [{ connected: 20 }, {}], undefined, { connected: 1, stations: 2 }],
  ])('%s: they are connecting', async (_, stations, gateway, expected) => {
    await depot(stations, gateway)
    expect(await connecting()).toEqual(expected)
  })

  it.each<[string, Station[], number | null | undefined]>([
    ['all there, and had the time to say who is plugged in', [{ created: 60, connected: 20 }], undefined],
    ['one is away for longer than connecting takes', [{ connected: 300 }, {}], undefined],
    ['all are away for longer', [{}, {}], undefined],
    ['one more is registered where others have long been', [{ connected: HOUR_MS }, { created: 1 }], undefined],
    ['no station is registered', [], 1],
    ['there is no gateway to connect to', [{ created: 5 }], null],
  ])('%s: that is over', async (_, stations, gateway) => {
    await depot(stations, gateway)
    expect(await connecting()).toBeNull()
  })
})
