import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Connection } from '@/lib/charging/connection'
import {
  type ConnectorFault,
  faultedVehicles,
  isFault,
  isOutOfOrder,
  listConnectorFaults,
} from '@/lib/charging/list-connector-faults'
import type { Database } from '@/lib/db/client'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { chargingEvent } from '@/lib/db/schema'
import { inTransaction } from '@/lib/db/transaction'
import { MINUTE_MS } from '@/lib/time/interval'

const NOW = Date.UTC(2030, 0, 7, 22)

let scratch: ScratchDatabase
beforeAll(async () => {
  scratch = await createScratchDatabase()
})
afterAll(() => scratch.drop())
beforeEach(() => scratch.connection.db.delete(chargingEvent))

const name = fc.constantFrom(null, '1', '2', '10')
const said = fc.record({
  type: fc.constantFrom('connector-status', 'connector-status', 'connector-status', 'meter'),
  locationUid: fc.constantFrom('north', 'north', 'north', 'south', null),
  stationId: name,
  evseId: name,
  connectorId: name,
  status: fc.constantFrom('Available', 'Faulted', 'Charging'),
  errorCode: fc.constantFrom(null, 'NoError', 'GroundFailure'),
  minute: fc.nat(3),
})
type Said = typeof said extends fc.Arbitrary<infer T> ? T : never

const rowsOf = (all: readonly Said[]) =>
  all.map(({ minute, ...one }, index) => ({
    ...{ ...one, scope: 'test', id: `e-${String(index).padStart(5, '0')}` },
    timestamp: new Date(NOW + minute * MINUTE_MS),
  }))

/** What it means: of all that was said of a connector the latest, and of that the one with the last id. */
function model(all: readonly Said[]): ConnectorFault[] {
  const latest = new Map<string, ReturnType<typeof rowsOf>[number]>()
  for (const row of rowsOf(all)) {
    if (row.type !== 'connector-status' || row.locationUid !== 'north') continue
    const place = JSON.stringify([row.stationId, row.evseId, row.connectorId])
    const before = latest.get(place)
    if (!before || row.timestamp >= before.timestamp) latest.set(place, row)
  }
  return [...latest.values()]
    .filter(({ status, errorCode }) => isFault(status, errorCode))
    .map(({ stationId, evseId, connectorId, status, errorCode, timestamp }) => ({
      ...{ stationId, evseId, connectorId, status, errorCode, since: timestamp.getTime() },
    }))
}

const sorted = (faults: readonly ConnectorFault[]) => faults.map((fault) => JSON.stringify(fault)).sort()

test('the last status of each connector counts, whatever is not said of its place', async () => {
  const { db } = scratch.connection
  await fc.assert(
    fc.asyncProperty(fc.array(said, { minLength: 1, maxLength: 25 }), async (all) => {
      await db.delete(chargingEvent)
      await db.insert(chargingEvent).values(rowsOf(all))
      expect(sorted(await listConnectorFaults(db, 'north'))).toEqual(sorted(model(all)))
    }),
    { numRuns: 60 },
  )
})

const connected = (vehicleKey: number | null, connectorId: string): Connection => ({
  ...{ vehicleKey, macAddress: null, stationId: 'S-1', evseId: '1', connectorId, connectedAt: NOW },
  ...{ charging: false, powerKw: null, reportsMeter: true, lastEventAt: NOW },
})
const fault = { stationId: 'S-1', evseId: '1', connectorId: '2', status: 'Faulted', errorCode: null, since: NOW }

test('a vehicle stands at a fault when its connector is the one that reports it', () => {
  const found = faultedVehicles([fault], [connected(7, '2'), connected(8, '1'), connected(null, '2')])
  expect(found).toEqual(new Map([[7, NOW]]))
})

test('a vehicle that is connected later speaks against a connector out of order, not against a warning', () => {
  const later = { ...connected(7, '2'), connectedAt: NOW + 1 }
  const warning = { ...fault, status: 'Charging', errorCode: 'HighTemperature' }
  expect([fault, warning].map((one) => faultedVehicles([one], [later]).size)).toEqual([0, 1])
})

test.each([
  ['Faulted', true],
  ['Unavailable', true],
  ['SuspendedEVSE', false],
])('a connector that says %s is out of order: %s', (status, expected) => {
  expect(isOutOfOrder({ status })).toBe(expected)
})

test('a long history is not read', async () => {
  const { db } = scratch.connection
  await db.execute(sql`
    insert into charging_event (scope, id, type, timestamp, location_uid, station_id, evse_id, status, error_code)
    select 'test', n::text, 'connector-status', timestamptz '2030-01-07T22:00Z' + n * interval '1 second', 'north',
      'S-' || n % 3, '1', case when n % 2 = 0 then 'Available' else 'Faulted' end, null
    from generate_series(1, 6000) n`)
  await db.execute(sql`analyze charging_event`)
  const rowsRead = await inTransaction(db, async (tx) => {
    // What the session has read before may still be counted with it.
    const before = await readBy(tx)
    expect(await listConnectorFaults(tx, 'north')).toMatchObject([{ stationId: 'S-2', status: 'Faulted' }])
    return (await readBy(tx)) - before
  })
  expect(rowsRead).toBeLessThan(30)
})

/** How many events this session has read. */
async function readBy(tx: Database): Promise<number> {
  const [row] = await tx.execute<{ read: number }>(sql`
    select (seq_tup_read + coalesce(idx_tup_fetch, 0))::int as read from pg_stat_xact_user_tables
    where relname = 'charging_event'`)
  return row?.read ?? 0
}
