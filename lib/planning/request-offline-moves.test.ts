import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { recordEvents } from '@/lib/charging/record-events'
import { SYSTEM } from '@/lib/context'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { clearDepots, insertLocation, insertStay, insertVehicle } from '@/lib/planning/fixtures/depot-rows'
import { planLocation } from '@/lib/planning/plan-location'
import { requestOfflineMoves } from '@/lib/planning/request-offline-moves'

const NOW = Date.parse('2026-11-22T18:00:00Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const iso = (at: number) => new Date(at).toISOString()
let scratch: ScratchDatabase

beforeAll(async () => {
  scratch = await createScratchDatabase()
})
afterAll(() => scratch.drop())
beforeEach(async () => {
  const { db, sql } = scratch.connection
  await clearDepots(db)
  await insertLocation(db, 'north')
  const vehicleKey = await insertVehicle(db, 'bus-1')
  await insertStay(db, { id: 's1', vehicleKey, locationUid: 'north', from: NOW - 60 * MINUTE, to: NOW + 600 * MINUTE })
  await sql`insert into charging_station (id, location_uid, allow_restart, allow_without_password, evses)
    values ('CP', 'north', false, false, '[]')`
  await sql`insert into station_state (station_id, last_seen, state) values ('CP', ${iso(NOW)}, '{}')`
  const place = { locationUid: 'north', stationId: 'CP', evseId: '1', vehicleId: 'bus-1' }
  await recordEvents({ who: SYSTEM, now: NOW, db }, [
    { id: 'e1', type: 'ev-connected', timestamp: iso(NOW - 30 * MINUTE), ...place },
  ])
  await setOnline(true)
  await plan()
})

async function plan(at = NOW): Promise<void> {
  const { db, sql } = scratch.connection
  await planLocation({ who: SYSTEM, now: at, db }, { locationUid: 'north', trigger: 'manual', description: 'Planned.' })
  // What it has found out of who is connected asks for another, which is done here with it.
  await sql`delete from plan_request`
}
// Minutes later, so that a plan that took long is no plan a moment ago.
const asked = (at = NOW + 5 * MINUTE) => requestOfflineMoves(scratch.connection.db, at)

async function setOnline(online: boolean): Promise<void> {
  const { sql } = scratch.connection
  await sql`insert into gateway_instance (id, seen_at) values ('i1', ${iso(NOW + 60 * MINUTE)}) on conflict do nothing`
  await sql`update station_state set connection_id = ${online ? 'c1' : null}, instance_id = 'i1'`
}

describe('a charger with a vehicle', () => {
  it('asks for no plan while it stays online', async () => {
    expect(await asked()).toEqual([])
  })

  it('asks for one when it goes offline, once, and for another when it is back', async () => {
    await setOnline(false)
    expect(await asked()).toEqual(['north'])
    expect(await asked()).toEqual([])
    await plan(NOW + 5 * MINUTE)
    expect(await asked(NOW + 10 * MINUTE)).toEqual([])
    await setOnline(true)
    expect(await asked(NOW + 10 * MINUTE)).toEqual(['north'])
  })

  it('asks for none so soon after a plan, though it comes and goes', async () => {
    await setOnline(false)
    expect(await asked(NOW + 5_000)).toEqual([])
    await setOnline(true)
    expect(await asked()).toEqual([])
  })

  it('asks for none once no charger has said anything for a day: such a plan counts nobody at its charger', async () => {
    await setOnline(false)
    await plan(NOW + 25 * HOUR)
    expect(await asked(NOW + 25 * HOUR + 5 * MINUTE)).toEqual([])
  })

  it('asks for none where its vehicle has left, where plans are only shown, and where it follows nothing anyway', async () => {
    const { sql } = scratch.connection
    await setOnline(false)
    await sql`update location set control_chargers = false`
    expect(await asked()).toEqual([])
    await sql`update location set control_chargers = true`
    await sql`insert into station_control (station_id, control, shown, updated_at)
      values ('CP', '{}', '{"steerable":"none","limits":{}}', ${iso(NOW)})`
    expect(await asked()).toEqual([])
    await sql`delete from station_control`
    await sql`update charging_session set disconnected_at = ${iso(NOW)}`
    expect(await asked()).toEqual([])
  })
})
