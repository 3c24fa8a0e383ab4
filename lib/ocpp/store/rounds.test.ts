import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { admit } from '@/lib/ocpp/door/admit'
import { insertDepot, insertStation } from '@/lib/ocpp/fixtures/station-rows'
import { claimConnections, releaseConnections } from '@/lib/ocpp/store/connections'
import { identify } from '@/lib/ocpp/store/identify'
import { Rounds } from '@/lib/ocpp/store/rounds'
import { passwordHash } from '@/lib/stations/password'

const NOW = Date.UTC(2030, 0, 7, 22)
const RIGHT = Buffer.from('right')
/** Too long for a notice of the database. */
const LONG_ID = 'x'.repeat(8_001)
let scratch: ScratchDatabase

beforeAll(async () => {
  scratch = await createScratchDatabase()
  const { sql } = scratch.connection
  for (const uid of ['north', 'south']) await insertDepot(sql, uid)
  for (const id of ['CP-1', 'CP-2', 'CP-3'])
    await insertStation(sql, 'north', id, { evseIds: [1], passwordHash: passwordHash(RIGHT) })
  for (const id of ['CP-S', LONG_ID]) await insertStation(sql, 'south', id)
  await sql`insert into vehicle (id, min_charge_power_kw, supports_pause_resume, enable_charge_scheduling)
    values ('bus-1', 0, true, true)`
  await sql`insert into charging_port (mac_address, vehicle_key, position, type)
    select '02:00:00:00:00:01', key, 0, 'CCS2' from vehicle`
  await sql`insert into vehicle_token (token, vehicle_key, position) select 'Card-7', key, 0 from vehicle`
})
afterAll(() => scratch?.drop())
beforeEach(async () => {
  await scratch.connection.sql`truncate station_state, station_waiting, access_attempt`
})

test('those that knock together are judged one after the other: who guesses is held up, and nobody else', async () => {
  const { db, sql } = scratch.connection
  const knock = (stationId: string, password: Buffer | null) => ({ stationId, address: '192.0.2.1', password })
  const guesses = Array.from({ length: 12 }, (_, index) => knock('CP-1', Buffer.from(`guess ${index}`)))
  const verdicts = await admit(db, [...guesses, knock('CP-2', RIGHT), knock('nobody', null), knock('CP-1', RIGHT)], NOW)
  const statuses = verdicts.map((verdict) => (verdict.admitted ? 101 : verdict.status))
  expect(statuses).toEqual([...Array(10).fill(401), 429, 429, 101, 401, 429])
  expect(await sql`select id, attempts, password_hash from station_waiting order by id`).toEqual([
    { id: 'CP-1', attempts: 10, password_hash: passwordHash(Buffer.from('guess 9')) },
    { id: 'nobody', attempts: 1, password_hash: null },
  ])
  const [later] = await admit(db, [knock('CP-1', RIGHT)], NOW + 1_000)
  expect(later).toMatchObject({ admitted: false, status: 429, retryAfterMs: 59_000 })
  expect(await admit(db, [knock('CP-1', RIGHT)], NOW + 60_000)).toEqual([{ admitted: true, locationUid: 'north' }])
})

test('sixty failures from an address within one round hold up the others without a right password, and no other address', async () => {
  const strangers = Array.from({ length: 62 }, (_, n) => ({
    stationId: `X-${n}`,
    address: '192.0.2.2',
    password: null,
  }))
  const elsewhere = { stationId: 'X-1', address: '192.0.2.3', password: null }
  const verdicts = await admit(scratch.connection.db, [...strangers, elsewhere], NOW)
  const refused = verdicts.filter((verdict) => !verdict.admitted && verdict.status === 401)
  expect(refused).toHaveLength(61)
  expect(verdicts.at(-1)).toMatchObject({ status: 401 })
})

test('where the list of those who wait cannot be written, a failure is counted once all the same', async () => {
  const { db, sql } = scratch.connection
  await sql`alter table station_waiting add constraint no_room check (id <> 'CP-1')`
  try {
    const knock = { stationId: 'CP-1', address: '192.0.2.1', password: Buffer.from('guess') }
    const verdicts = await Promise.all(Array.from({ length: 3 }, () => new Rounds(db).admit(knock)))
    expect(verdicts.map((verdict) => verdict.admitted)).toEqual([false, false, false])
    expect(await sql`select count from access_attempt`).toEqual([{ count: 3 }, { count: 3 }])
  } finally {
    await sql`alter table station_waiting drop constraint no_room`
  }
})

test('a depot whose rows are held holds up the connections of no other', async () => {
  const { db, sql } = scratch.connection
  const rounds = new Rounds(db)
  const claimOf = (id: string, stationId: string) => ({ id, stationId, instanceId: 'a', protocol: 'ocpp1.6' })
  const [north, south] = [claimOf('n', 'CP-1'), claimOf('s', 'CP-S')]
  for (const [claim, depot] of [
    [north, 'north'],
    [south, 'south'],
  ] as const)
    await rounds.claim(claim, depot)
  const waits = () =>
    sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  let held: Promise<unknown>[] = []
  await sql.begin(async (storing) => {
    await storing`select from station_state where station_id = 'CP-1' for update`
    held = [rounds.claim(claimOf('n2', 'CP-1'), 'north')]
    await expect.poll(waits, { timeout: 20_000 }).toHaveLength(1)
    // Asked once the other waits: what is sent over two connections at once comes in any order.
    held.push(rounds.release(north, 'north'))
    await expect.poll(waits, { timeout: 20_000 }).toHaveLength(2)
    expect(await rounds.claim(claimOf('s2', 'CP-S'), 'south')).toMatchObject({ locationUid: 'south' })
    await rounds.release(claimOf('s2', 'CP-S'), 'south')
    expect(await waits()).toHaveLength(2)
  })
  expect(await Promise.all(held)).toEqual([expect.objectContaining({ locationUid: 'north' }), false])
})

test('a connection counts also where those whom it replaces cannot be told', async () => {
  const { db } = scratch.connection
  const claim = (instanceId: string) => [{ id: instanceId, stationId: LONG_ID, instanceId, protocol: 'ocpp1.6' }]
  await claimConnections(db, claim('a'), NOW)
  expect(await claimConnections(db, claim('b'), NOW)).toMatchObject([{ locationUid: 'south' }])
})

test('connections that begin together: each counts for its station, of one station the last, of none that is not there', async () => {
  const { db, sql } = scratch.connection
  const claim = (id: string, stationId: string, instanceId = 'a') => ({
    id,
    stationId,
    instanceId,
    protocol: 'ocpp1.6',
  })
  await claimConnections(db, [claim('c0', 'CP-3', 'b')], NOW)
  await sql`update station_state set state = '{"vendor":"Known"}'`
  const told: string[] = []
  const { unlisten } = await sql.listen('station_connection', (id) => told.push(id))
  const claimed = await claimConnections(
    db,
    [claim('c1', 'CP-1'), claim('c2', 'CP-1'), claim('c3', 'nobody'), claim('c4', 'CP-3'), claim('c5', 'CP-2')],
    NOW,
  )
  expect(claimed.map((one) => one && [one.locationUid, one.evses.length, one.state.vendor])).toEqual([
    ...[null, ['north', 1, undefined], null],
    ...[
      ['north', 1, 'Known'],
      ['north', 1, undefined],
    ],
  ])
  await expect.poll(() => told, { timeout: 20_000 }).toEqual(['CP-3'])
  await unlisten()
  expect(await releaseConnections(db, [claim('c1', 'CP-1'), claim('c4', 'CP-3')])).toEqual([false, true])
  expect(await sql`select station_id, connection_id from station_state order by 1`).toEqual([
    { station_id: 'CP-1', connection_id: 'c2' },
    { station_id: 'CP-2', connection_id: 'c5' },
    { station_id: 'CP-3', connection_id: null },
  ])
})

test('the tokens of many messages are looked up together, and mean in each what they would alone', async () => {
  const messages = [
    [{ token: 'CARD-7', isMac: false }],
    [{ token: '020000000001', isMac: true }],
    [{ token: 'VID:020000000009', isMac: false }],
    [{ token: 'somebody', isMac: false }],
    [],
  ]
  const { db } = scratch.connection
  const found = await identify(db, messages)
  expect(found.map((one) => Object.fromEntries(one))).toEqual([
    { 'CARD-7': { vehicleId: 'bus-1' } },
    { '020000000001': { macAddress: '02:00:00:00:00:01' } },
    { 'VID:020000000009': { macAddress: '02:00:00:00:00:09' } },
    {},
    {},
  ])
  for (const [index, message] of messages.entries()) expect(await identify(db, [message])).toEqual([found[index]])
})
