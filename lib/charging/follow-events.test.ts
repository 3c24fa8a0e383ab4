import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { followConnected } from '@/lib/charging/follow-connected'
import { listConnections } from '@/lib/charging/list-connections'
import { isFault, listConnectorFaults } from '@/lib/charging/list-connector-faults'
import { loadWindows } from '@/lib/charging/load-window'
import { measuredSegments } from '@/lib/charging/measured-segments'
import { recordEvents } from '@/lib/charging/record-events'
import { removeOldReadings } from '@/lib/charging/remove-old-readings'
import { SYSTEM } from '@/lib/context'
import type { Database } from '@/lib/db/client'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/time/interval'

const NOW = Date.UTC(2026, 10, 22, 20)
const MAC = '00:00:00:00:00:01'

let database: ScratchDatabase
let db: Database

beforeAll(async () => {
  database = await createScratchDatabase()
  db = database.connection.db
}, 120_000)
afterAll(() => database?.drop())

let ids = 0
async function record(events: Record<string, unknown>[], now = NOW) {
  const entries = events.map((event) => ({ id: `evt-${ids++}`, macAddress: MAC, locationUid: 'north', ...event }))
  return recordEvents({ who: SYSTEM, now, db }, entries)
}
const at = (instant: number) => new Date(instant).toISOString()

/** An empty depot with one vehicle, and its stays as `[arrival, departure]` in hours from now. */
async function makeDepot(...stays: [number, number][]): Promise<number[]> {
  await db.execute(
    sql`truncate location, vehicle, stay, charging_event, charging_session, metered_interval, app_state cascade`,
  )
  await db.execute(sql`
    insert into location (uid, time_zone, charging_efficiency, strategy, target_soc, minimum_soc, bulk_soc,
      departure_margin_minutes, ready_buffer_minutes, assumed_arrival_soc, power_rules,
      control_chargers)
    values ('north', 'UTC', 1, 'peak-supression', 100, 0, 80, 10, 30, 20, '[]', true)`)
  const [vehicle] = await db.execute<{ key: string }>(sql`
    insert into vehicle (id, min_charge_power_kw, supports_pause_resume, enable_charge_scheduling, full_charge_energy_kwh)
    values ('bus-1', 0, true, true, 400) returning key`)
  const key = Number(vehicle?.key)
  await db.execute(
    sql`insert into charging_port (mac_address, vehicle_key, position, type) values (${MAC}, ${key}, 0, 'CCS2')`,
  )
  const keys: number[] = []
  for (const [arrival, departure] of stays) keys.push(await makeStay(key, arrival, departure))
  return keys
}

async function makeStay(vehicleKey: number, arrival: number, departure: number): Promise<number> {
  const [row] = await db.execute<{ key: string }>(sql`
    insert into stay (id, vehicle_key, location_uid, arrival, departure, target_soc, priority)
    values (${`stay-${ids++}`}, ${vehicleKey}, 'north', ${at(NOW + arrival * HOUR_MS)}, ${at(NOW + departure * HOUR_MS)}, 90, 0)
    returning key`)
  return Number(row?.key)
}

async function stayOf(key: number) {
  const [row] = await db.execute(sql`select * from stay where key = ${key}`)
  return row
}

describe('measuredSegments', () => {
  test('gives what was metered in a stay, with power, energy and SoC', async () => {
    const [key] = await makeDepot([-2, 8])
    await record([
      { type: 'ev-connected', timestamp: at(NOW - 30 * MINUTE_MS), soc: 40 },
      { type: 'charging-started', timestamp: at(NOW - 30 * MINUTE_MS), transactionId: 'tx' },
      { type: 'meter', timestamp: at(NOW), transactionId: 'tx', energykWh: 40, powerkW: 80 },
    ])
    const common = { durationMs: 15 * MINUTE_MS, powerkW: 80, energykWh: 20, paused: false }
    expect(await measuredSegments(db, [key ?? 0, 12_345])).toEqual(
      new Map([
        [
          key,
          [
            { ...common, from: NOW - 30 * MINUTE_MS, to: NOW - 15 * MINUTE_MS, startSoc: 40, endSoc: 45 },
            { ...common, from: NOW - 15 * MINUTE_MS, to: NOW, startSoc: 45, endSoc: 50 },
          ],
        ],
      ]),
    )
  })
})

describe('followConnected', () => {
  test('a stay that becomes a row after its vehicle was connected takes the vehicle over', async () => {
    await makeDepot()
    await record([{ type: 'ev-connected', timestamp: at(NOW - HOUR_MS), soc: 33 }])
    const [vehicle] = await db.execute<{ key: string }>(sql`select key from vehicle`)
    const key = await makeStay(Number(vehicle?.key), -2, 8)
    expect(await followConnected(db, 'north', NOW)).toBe(1)
    expect(await stayOf(key)).toMatchObject({ measured_start_soc: 33 })
    const [request] = await db.execute(sql`select trigger_description from plan_request where location_uid = 'north'`)
    expect(request).toEqual({ trigger_description: 'A stay began whose vehicle was connected already.' })
    expect(await followConnected(db, 'north', NOW)).toBe(0)
  })

  test('a vehicle that never left comes to its next stay when that begins', async () => {
    const [first, next] = await makeDepot([-10, -1], [6, 12])
    await record([{ type: 'ev-connected', timestamp: at(NOW - 9 * HOUR_MS), soc: 33 }])
    await followConnected(db, 'north', NOW + 5 * HOUR_MS)
    expect(await stayOf(next ?? 0)).toMatchObject({ connected_at: null })
    await followConnected(db, 'north', NOW + 6 * HOUR_MS + MINUTE_MS)
    expect(await stayOf(next ?? 0)).toMatchObject({ connected_at: expect.anything(), disconnected_at: null })
    expect(await stayOf(first ?? 0)).toMatchObject({ disconnected_at: expect.anything() })
  })
})

describe('loadWindows', () => {
  test('what a late event between two connections long ago reaches ends with the next one, not today', async () => {
    await makeDepot()
    const visit = (daysAgo: number) => [
      { type: 'ev-connected', timestamp: at(NOW - daysAgo * DAY_MS), transactionId: `tx-${daysAgo}` },
      { type: 'ev-disconnected', timestamp: at(NOW - daysAgo * DAY_MS + HOUR_MS), transactionId: `tx-${daysAgo}` },
    ]
    await record([300, 298, 200, 100, 1].flatMap(visit))
    const [vehicle] = await db.execute<{ key: string }>(sql`select key from vehicle`)
    const late = NOW - 299 * DAY_MS
    const [window] = await loadWindows(db, [{ vehicleKey: Number(vehicle?.key), from: late, to: late }], NOW)
    expect(window?.to).toBe(NOW - 298 * DAY_MS + HOUR_MS)
    expect(window?.events).toHaveLength(4)
  })
})

describe('readings within one quarter-hour', () => {
  const reading = (second: number, soc: number | undefined) => ({
    ...{ type: 'meter', timestamp: at(NOW + second * 1000), transactionId: 'tx', soc },
    ...{ powerkW: 60, energykWh: second / 60 },
  })
  const begun = { type: 'ev-connected', timestamp: at(NOW), transactionId: 'tx', soc: 40 }

  test.each([
    ['few', 60],
    ['many', 10],
  ])('a jump of the SoC is believed with the second of %s readings', async (_, seconds) => {
    const [key] = await makeDepot([-1, 8])
    const later = NOW + 10 * MINUTE_MS
    await record([begun, ...Array.from({ length: 180 / seconds }, (_, n) => reading((n + 1) * seconds, 40))], later)
    await record([reading(240, 70)], later)
    expect(await stayOf(key ?? 0)).not.toMatchObject({ measured_soc: 70 })
    const results = await record([reading(250, 70)], later)
    expect(results).toEqual([{ id: expect.anything(), status: 'accepted' }])
    expect(Math.round(Number((await stayOf(key ?? 0))?.measured_soc))).toBe(70)
  })

  test('each of few that is not believed is told', async () => {
    await makeDepot([-1, 8])
    const readings = [reading(60, 40), reading(120, 255), reading(180, 90), reading(240, 41)]
    const results = await record([begun, ...readings], NOW + 10 * MINUTE_MS)
    expect(results.map(({ warnings }) => warnings?.length)).toEqual([undefined, undefined, 1, 1, undefined])
  })

  test('a SoC that only some of many readings say is known', async () => {
    const [key] = await makeDepot([-1, 8])
    const silent = Array.from({ length: 20 }, (_, n) => reading(n * 10 + 5, undefined))
    await record([{ ...begun, soc: undefined }, ...silent, reading(100, 52)], NOW + 10 * MINUTE_MS)
    expect(await stayOf(key ?? 0)).toMatchObject({ measured_soc: expect.closeTo(52, 0) })
  })
})

describe('listConnections', () => {
  test('names who is connected, known or not, until they leave', async () => {
    await makeDepot()
    const stranger = { macAddress: '00:00:00:00:00:99', stationId: 'station-2' }
    await record([
      { type: 'ev-connected', timestamp: at(NOW - HOUR_MS), stationId: 'station-1' },
      { type: 'ev-connected', timestamp: at(NOW - 30 * MINUTE_MS), ...stranger },
      { type: 'meter', timestamp: at(NOW - 20 * MINUTE_MS), powerkW: 60, ...stranger },
    ])
    expect(await listConnections(db, 'north', NOW)).toMatchObject([
      { macAddress: null, stationId: 'station-1', connectedAt: NOW - HOUR_MS, charging: false },
      { vehicleKey: null, ...stranger, connectedAt: NOW - 30 * MINUTE_MS, charging: true, powerKw: 60 },
    ])
    await record([
      { type: 'ev-disconnected', timestamp: at(NOW) },
      { type: 'ev-disconnected', timestamp: at(NOW), ...stranger },
    ])
    expect(await listConnections(db, 'north', NOW)).toEqual([])
  })
})

describe('listConnectorFaults', () => {
  test('names the connectors whose last status by its own time is a fault', async () => {
    await makeDepot()
    const status = (connectorId: string, minutes: number, word: string, errorCode?: string) => ({
      ...{ type: 'connector-status', macAddress: undefined, stationId: 's', connectorId, errorCode },
      ...{ status: word, timestamp: at(NOW + minutes * MINUTE_MS) },
    })
    await record([
      status('1', 0, 'Available'),
      status('1', -5, 'Faulted', 'GroundFailure'),
      status('2', -5, 'Available'),
      status('2', -1, 'Faulted', 'GroundFailure'),
    ])
    expect(await listConnectorFaults(db, 'north')).toEqual([
      {
        stationId: 's',
        evseId: null,
        connectorId: '2',
        status: 'Faulted',
        errorCode: 'GroundFailure',
        since: NOW - MINUTE_MS,
      },
    ])
  })

  test('a plan is asked for where a connector with a vehicle comes to be out of order, or is mended', async () => {
    await makeDepot([-1, 8])
    const place = { stationId: 's', connectorId: '1' }
    await record([{ type: 'ev-connected', ...place, timestamp: at(NOW - 60 * MINUTE_MS) }])
    const asks = async (minutes: number, status: string, connectorId = '1') => {
      await db.execute(sql`delete from plan_request`)
      const said = { type: 'connector-status', macAddress: undefined, stationId: 's', connectorId, status }
      await record([{ ...said, timestamp: at(NOW + minutes * MINUTE_MS) }])
      return (await db.execute<{ trigger: string }>(sql`select trigger from plan_request`)).map((row) => row.trigger)
    }
    expect(await asks(-50, 'Faulted', '2')).toEqual([])
    expect(await asks(-40, 'Charging')).toEqual([])
    expect(await asks(-30, 'Faulted')).toEqual(['ev-disconnected'])
    expect(await asks(-20, 'Unavailable')).toEqual([])
    expect(await asks(-10, 'SuspendedEV')).toEqual(['ev-connected'])
  })

  test.each([
    ['Available', null, false],
    ['Charging', 'NoError', false],
    ['Preparing', 'no_error', false],
    ['Charging', 'HighTemperature', true],
    ['Unavailable', null, true],
    ['FAULTED', 'NoError', true],
  ])('%s with the error code %s is a fault: %s', (status, code, fault) => {
    expect(isFault(status, code)).toBe(fault)
  })
})

describe('removeOldReadings', () => {
  const days = { valuesDays: 90, meansDays: 1_826, eventsDays: 396 }

  /** @returns how many rows went */
  async function remove(retention: Partial<typeof days> = {}): Promise<number> {
    let removed = 0
    for await (const count of removeOldReadings(db, { ...days, ...retention }, NOW)) removed += count
    return removed
  }

  const charged = (begin: number) => [
    { type: 'ev-connected', timestamp: at(begin + HOUR_MS), transactionId: 'tx' },
    { type: 'meter', timestamp: at(begin + 2 * HOUR_MS), transactionId: 'tx', energykWh: 80, soc: 60 },
    { type: 'ev-disconnected', timestamp: at(begin + 3 * HOUR_MS), transactionId: 'tx' },
  ]
  const rowsOf = async (table: string) =>
    (await db.execute(sql`select * from ${sql.identifier(table)} order by key`)) as {
      type: string
      timestamp: string
    }[]

  test('removes raw values and means past their time, and leaves what was derived from them', async () => {
    const [key] = await makeDepot([-102 * 24, -101 * 24])
    const then = NOW - 102 * DAY_MS
    await record(charged(then))
    const before = await measuredSegments(db, [key ?? 0])
    expect(await remove()).toBe(1)
    await record([{ type: 'charging-stopped', timestamp: at(then + 2.5 * HOUR_MS), transactionId: 'tx' }])
    expect(await measuredSegments(db, [key ?? 0])).toEqual(before)
    expect(await stayOf(key ?? 0)).toMatchObject({ measured_soc: 60 })
    expect(await remove({ meansDays: 100 })).toBe(before.get(key ?? 0)?.length)
  })

  test('keeps the raw values of a session that goes on', async () => {
    await makeDepot()
    const then = NOW - 100 * DAY_MS
    await record([
      { type: 'ev-connected', timestamp: at(then) },
      { type: 'meter', timestamp: at(then + HOUR_MS), energykWh: 80 },
    ])
    expect(await remove()).toBe(0)
  })

  test('removes the other events and the session 13 months after their receipt, and leaves what was measured', async () => {
    const [key] = await makeDepot([-397 * 24, -396 * 24 - 12], [-300 * 24, -299 * 24])
    const long = NOW - 397 * DAY_MS
    await record(charged(long), long + 4 * HOUR_MS)
    const later = NOW - 300 * DAY_MS
    await record(charged(later), later + 4 * HOUR_MS)
    const before = await measuredSegments(db, [key ?? 0])
    expect(before.get(key ?? 0)?.length).toBeGreaterThan(0)
    await remove()
    expect(
      (await rowsOf('charging_event')).map(({ type, timestamp }) => [type, Date.parse(timestamp) > long + DAY_MS]),
    ).toEqual([
      ['ev-connected', true],
      ['ev-disconnected', true],
    ])
    expect(await rowsOf('charging_session')).toHaveLength(1)
    expect(await measuredSegments(db, [key ?? 0])).toEqual(before)
    expect(await remove()).toBe(0)
  })

  test('keeps the events of a connection that goes on, however long ago it began', async () => {
    await makeDepot()
    const long = NOW - 397 * DAY_MS
    await record([{ type: 'ev-connected', timestamp: at(long) }], long)
    await remove()
    expect(await rowsOf('charging_event')).toHaveLength(1)
    expect(await rowsOf('charging_session')).toHaveLength(1)
  })

  test('takes an event that was removed and comes again for history that is closed', async () => {
    const [key] = await makeDepot([-61 * 24, -60 * 24])
    const then = NOW - 61 * DAY_MS
    await record(charged(then), then + 4 * HOUR_MS)
    const before = await measuredSegments(db, [key ?? 0])
    await remove({ eventsDays: 30 })
    expect(await rowsOf('charging_event')).toHaveLength(0)
    await record(charged(then))
    expect(await measuredSegments(db, [key ?? 0])).toEqual(before)
  })
})

describe('an event of a long connection', () => {
  const meterAt = (hours: number) => ({
    ...{ type: 'meter', transactionId: 'tx', timestamp: at(NOW - 72 * HOUR_MS + hours * HOUR_MS) },
    ...{ energykWh: hours, powerkW: 1, soc: 20 + hours / 4 },
  })
  const rowVersions = async () => {
    const rows = await db.execute<{ from: string; version: string }>(
      sql`select from_at::text as from, xmin::text || ' ' || xmax::text as version from metered_interval`,
    )
    return new Map(rows.map(({ from, version }) => [from, version]))
  }

  test('writes and locks only the means of its own time', async () => {
    await makeDepot([-72, 8])
    await record([
      { type: 'charging-started', transactionId: 'tx', timestamp: at(NOW - 72 * HOUR_MS), soc: 20 },
      ...Array.from({ length: 70 }, (_, hour) => meterAt(hour + 1)),
    ])
    const before = await rowVersions()
    await record([meterAt(71)])
    const after = await rowVersions()
    const touched = [...after].filter(([from, version]) => before.get(from) !== version)
    expect(before.size).toBe(280)
    expect(touched).toHaveLength(4)
  })
})
