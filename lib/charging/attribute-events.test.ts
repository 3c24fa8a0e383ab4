import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Attribution, attributeEvents } from '@/lib/charging/attribute-events'
import { recordEvents } from '@/lib/charging/record-events'
import { SYSTEM } from '@/lib/context'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { MINUTE_MS } from '@/lib/time/interval'

const NOW = Date.UTC(2030, 0, 7, 22)
const MAC = '02:00:00:00:00:0A'
const keys = new Map<string, number>()
let scratch: ScratchDatabase

beforeAll(async () => {
  scratch = await createScratchDatabase()
  const { sql: driver } = scratch.connection
  await driver`insert into location (uid, time_zone, charging_efficiency, strategy, target_soc, minimum_soc, bulk_soc,
    departure_margin_minutes, ready_buffer_minutes, assumed_arrival_soc, power_rules, control_chargers)
    values ('north', 'UTC', 1, 'peak-supression', 100, 0, 80, 10, 30, 20, '[]', true)`
  for (const id of ['bus-1', 'bus-2']) {
    const [made] = await driver`insert into vehicle (id, min_charge_power_kw, supports_pause_resume,
      enable_charge_scheduling) values (${id}, 0, true, true) returning key`
    keys.set(id, Number(made?.key))
  }
})
afterAll(() => scratch?.drop())
beforeEach(async () => {
  const { db } = scratch.connection
  await db.execute(sql`truncate charging_event, charging_session, plan_request cascade`)
  const events = ['1', '2', '3'].flatMap((evseId) =>
    [30, 10].map((ago) => ({
      ...{ id: `${evseId}-${ago}`, type: ago === 30 ? 'ev-connected' : 'charging-started', locationUid: 'north' },
      ...{ timestamp: new Date(NOW - ago * MINUTE_MS).toISOString(), stationId: 'CP', evseId },
    })),
  )
  await recordEvents({ who: SYSTEM, now: NOW, db }, events)
})

const place = (evseId: string, more: Partial<Attribution>): Attribution => ({
  ...{ locationUid: 'north', stationId: 'CP', evseId, from: NOW - 60 * MINUTE_MS, vehicleKey: null },
  ...more,
})
const keyOf = (id: string) => keys.get(id) ?? Number.NaN

const attribute = (...attributions: Attribution[]) =>
  scratch.connection.db.transaction((tx) => attributeEvents(tx as never, attributions, NOW))

async function owners(): Promise<unknown[]> {
  const rows = await scratch.connection.sql`
    select e.id, v.id as vehicle, e.mac_address as mac from charging_event e left join vehicle v on v.key = e.vehicle_key
    order by e.id desc`
  return [...rows]
}

test('many strangers become known together: each event is of the first that claims it, and sessions follow', async () => {
  const uids = await attribute(
    place('1', { vehicleKey: keyOf('bus-1') }),
    place('2', { vehicleKey: keyOf('bus-2'), from: NOW - 20 * MINUTE_MS }),
    place('3', { macAddress: MAC, to: NOW - 20 * MINUTE_MS }),
    place('1', { vehicleKey: keyOf('bus-2') }),
    place('9', { vehicleKey: keyOf('bus-2') }),
  )
  expect(uids).toEqual(['north'])
  expect(await owners()).toEqual([
    { id: '3-30', vehicle: null, mac: MAC },
    { id: '3-10', vehicle: null, mac: null },
    { id: '2-30', vehicle: null, mac: null },
    { id: '2-10', vehicle: 'bus-2', mac: null },
    { id: '1-30', vehicle: 'bus-1', mac: null },
    { id: '1-10', vehicle: 'bus-1', mac: null },
  ])
  expect(
    await scratch.connection.sql`select v.id, c.evse_id, c.charging, c.disconnected_at from charging_session c
      join vehicle v on v.key = c.vehicle_key order by v.id`,
  ).toEqual([
    { id: 'bus-1', evse_id: '1', charging: true, disconnected_at: null },
    { id: 'bus-2', evse_id: '2', charging: true, disconnected_at: null },
  ])
})

test('events of another address stay, and where nothing becomes known nothing is planned', async () => {
  await attribute(place('1', { macAddress: MAC }))
  expect(await attribute(place('1', { vehicleKey: keyOf('bus-1'), macAddress: '02:00:00:00:00:0B' }))).toEqual([])
  expect(await attribute(place('9', { vehicleKey: keyOf('bus-1') }), place('2', { macAddress: MAC }))).toEqual([])
  expect(await attribute()).toEqual([])
  expect(await attribute(place('1', { vehicleKey: keyOf('bus-1'), macAddress: MAC }))).toEqual(['north'])
})

test('events that another transaction gives to a vehicle meanwhile stay with it', async () => {
  const { sql: driver } = scratch.connection
  const waits = () =>
    driver`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  const attributed: Promise<string[]>[] = []
  await driver.begin(async (tx) => {
    await tx`update charging_event set vehicle_key = ${keyOf('bus-1')} where evse_id in ('1', '2')`
    await tx`update charging_event set mac_address = '02:00:00:00:00:0B' where evse_id = '3'`
    for (const [evseId, more] of [
      ['1', { macAddress: MAC }],
      ['2', { vehicleKey: keyOf('bus-2') }],
      ['3', { vehicleKey: keyOf('bus-2'), macAddress: MAC }],
    ] as const)
      attributed.push(attribute(place(evseId, more)))
    await expect.poll(waits, { timeout: 20_000 }).toHaveLength(3)
  })
  expect(await Promise.all(attributed)).toEqual([[], [], []])
  expect(await owners()).toEqual(
    ['3', '2', '1'].flatMap((evseId) =>
      ['30', '10'].map((ago) => ({
        ...{ id: `${evseId}-${ago}`, vehicle: evseId === '3' ? null : 'bus-1' },
        mac: evseId === '3' ? '02:00:00:00:00:0B' : null,
      })),
    ),
  )
})

test('what turned out to be nobody takes no event from another claim', async () => {
  await attribute(place('1', {}), place('1', { vehicleKey: keyOf('bus-1') }))
  expect(await owners()).toContainEqual({ id: '1-10', vehicle: 'bus-1', mac: null })
})
