import { AsyncResource } from 'node:async_hooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listOccupants } from '@/lib/charging/list-occupants'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { insertDepot, insertStation } from '@/lib/ocpp/fixtures/station-rows'
import { Recorder } from '@/lib/ocpp/store/recorder'
import { UNKNOWN_STATION } from '@/lib/stations/station-state'

const NOW = Date.UTC(2030, 0, 7, 22)
const PATIENCE = { timeout: 20_000, interval: 50 }
const CONNECTION = 'c1'
let scratch: ScratchDatabase

beforeAll(async () => {
  scratch = await createScratchDatabase()
  const { sql } = scratch.connection
  await insertDepot(sql, 'north')
  await insertStation(sql, 'north', 'CP')
  await sql`insert into station_state (station_id, connection_id, connected_at, last_seen, state)
    values ('CP', ${CONNECTION}, now(), now(), '{}')`
  for (const id of ['stranger', 'known'])
    await sql`with made as (insert into vehicle (id, name, min_charge_power_kw, supports_pause_resume, enable_charge_scheduling)
        values (${id}, ${id}, 0, true, true) returning key)
      insert into vehicle_location (vehicle_key, location_uid, position) select key, 'north', 0 from made`
  await sql`insert into charging_event (scope, id, type, timestamp, received_at, location_uid, station_id, evse_id, estimated)
    values ('location:north', 'e1', 'charging-started', ${new Date(NOW).toISOString()}, now(), 'north', 'CP', '1', false)`
})
afterAll(() => scratch.drop())

test('a message that makes a stranger known asks for the plan last: who stores one meanwhile does not wait for it', async () => {
  const { db, sql } = scratch.connection
  const waits = () =>
    sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  let written: Promise<unknown> | undefined
  await sql.begin(async (planning) => {
    await planning`select 1 from vehicle where id = 'known' for no key update`
    written = new Recorder(db).write({
      ...{ stationId: 'CP', connectionId: CONNECTION, locationUid: 'north', state: UNKNOWN_STATION },
      claims: [{ evseId: 1, from: NOW - 60_000, identity: { vehicleId: 'stranger' } }],
      events: [
        {
          ...{ id: 'e2', type: 'meter', timestamp: new Date(NOW).toISOString(), locationUid: 'north' },
          ...{ stationId: 'CP', evseId: '2', vehicleId: 'known', soc: 40 },
        },
      ],
    })
    await expect.poll(waits, PATIENCE).toHaveLength(1)
    await planning`set local lock_timeout = '2s'`
    await planning`insert into plan_request (location_uid, requested_at, waiting_since, revision, trigger, trigger_description)
      values ('north', now(), now(), 1, 'manual', 'Stands for the request that a plan which is stored takes away.')`
  })
  expect(await written).toBe('stored')
  expect(await sql`select revision::int from plan_request where location_uid = 'north'`).toEqual([{ revision: 2 }])
})

test('who records something about the station of a stranger, and about its vehicle, does not wait in a circle', async () => {
  const { db, sql } = scratch.connection
  const waits = () => sql`select 1 from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`
  const event = { type: 'ev-connected', timestamp: new Date(NOW).toISOString(), stationId: 'CP', evseId: '3' } as const
  const write = AsyncResource.bind(() =>
    new Recorder(db).write({
      ...{ stationId: 'CP', connectionId: CONNECTION, locationUid: 'north', state: UNKNOWN_STATION },
      claims: [{ evseId: 3, from: NOW - 60_000, identity: { vehicleId: 'stranger' } }],
      events: [{ ...event, id: 'e4', locationUid: 'north', vehicleId: 'stranger' }],
    }),
  )
  let written: Promise<unknown> | undefined
  await db.transaction(async (tx) => {
    // As a call does: first the station, then its vehicle.
    await listOccupants(tx as never, [{ ...event, id: 'e3', timestamp: NOW } as never])
    written = write()
    await expect.poll(waits, PATIENCE).toHaveLength(1)
    await tx.execute('select 1 from vehicle for no key update nowait')
  })
  expect(await written).toBe('stored')
})
