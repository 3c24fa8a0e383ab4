import { sql } from 'drizzle-orm'
import type { TransactionSql } from 'postgres'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { listChangesOf } from '@/lib/audit/list-changes-of'
import { recordEvents } from '@/lib/charging/record-events'
import { type Context, SYSTEM } from '@/lib/context'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { type ImportHow, importVehicle } from '@/lib/imports/import-vehicle'
import { undoVehicles } from '@/lib/imports/undo-vehicles'
import { HOUR_MS } from '@/lib/time/interval'
import { deleteVehicle } from '@/lib/vehicles/delete-vehicle'
import { patchVehicle } from '@/lib/vehicles/patch-vehicle'
import { putVehicle } from '@/lib/vehicles/put-vehicle'

const NOW = Date.UTC(2030, 0, 7, 22)
const PATIENCE = { timeout: 20_000, interval: 50 }
const [MAC, OTHER_MAC] = ['02:00:00:00:00:01', '02:00:00:00:00:02']
const ports = (macAddress: string) => [{ macAddress, type: 'CCS2' as const }]

let scratch: ScratchDatabase
let context: Context

beforeAll(async () => {
  scratch = await createScratchDatabase()
  context = { who: SYSTEM, now: NOW, db: scratch.connection.db }
})
afterAll(() => scratch?.drop())

/** A vehicle that charges in `north`, and is expected there later and in `alpha`. */
beforeEach(async () => {
  const { db } = context
  await db.execute(sql`truncate location, vehicle, stay, charging_event, charging_session, plan_request cascade`)
  for (const uid of ['north', 'alpha'])
    await db.execute(sql`
      insert into location (uid, time_zone, charging_efficiency, strategy, target_soc, minimum_soc, bulk_soc,
        departure_margin_minutes, ready_buffer_minutes, assumed_arrival_soc, power_rules, control_chargers)
      values (${uid}, 'UTC', 1, 'peak-supression', 100, 0, 80, 10, 30, 20, '[]', true)`)
  const input = { locationUid: ['north', 'alpha'], fullChargeEnergykWh: 400, chargingPorts: ports(MAC) }
  await putVehicle(context, { vehicleId: 'bus-1', input, ifMatch: null })
  await makeStay('here', 'north', -1, 1)
  await makeStay('later', 'north', 5, 8)
  await makeStay('elsewhere', 'alpha', 20, 24)
  await recordEvents(context, [
    {
      ...{ id: 'e1', type: 'ev-connected', timestamp: new Date(NOW - HOUR_MS / 2).toISOString() },
      ...{ macAddress: MAC, locationUid: 'north', stationId: 'CP', evseId: '1' },
    },
  ])
  await db.execute(sql`delete from plan_request`)
})

async function makeStay(id: string, uid: string, arrival: number, departure: number): Promise<void> {
  const at = (hours: number) => new Date(NOW + hours * HOUR_MS).toISOString()
  await context.db.execute(sql`
    insert into stay (id, vehicle_key, location_uid, arrival, departure, target_soc, priority)
    select ${id}, key, ${uid}, ${at(arrival)}, ${at(departure)}, 90, 0 from vehicle`)
}

/**
 * A change of the vehicle waits for what another transaction has taken, and that one then asks for a plan of the depot
 * where the vehicle charges: it must not wait for the change.
 */
async function whileHeld(take: (tx: TransactionSql) => Promise<unknown>, change: () => Promise<unknown>) {
  const { sql: driver } = scratch.connection
  const waits = () =>
    driver`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  let changed: Promise<unknown> | undefined
  await driver.begin(async (tx) => {
    await take(tx)
    changed = change()
    await expect.poll(waits, PATIENCE).toHaveLength(1)
    await tx`set local lock_timeout = '2s'`
    await tx`insert into plan_request (location_uid, requested_at, waiting_since, revision, trigger, trigger_description)
      values ('north', now(), now(), 1, 'manual', 'Stands for the request that a plan which is stored takes away.')`
  })
  await changed
  expect(await driver`select location_uid, revision::int from plan_request order by 1`).toEqual([
    { location_uid: 'alpha', revision: expect.any(Number) },
    { location_uid: 'north', revision: 2 },
  ])
}

test('a vehicle that is deleted asks for its plans last: who stores one meanwhile does not wait for it', () =>
  whileHeld(
    (tx) => tx`select 1 from stay where id = 'later' for no key update`,
    () => deleteVehicle(context, { vehicleId: 'bus-1', ifMatch: null }),
  ))

const takeRequest = (tx: TransactionSql) =>
  tx`insert into plan_request (location_uid, requested_at, waiting_since, revision, trigger, trigger_description)
    values ('alpha', now(), now(), 1, 'manual', 'Another change of the other depot.')`

test.each<[string, () => Promise<unknown>]>([
  [
    'patched',
    () => patchVehicle(context, { vehicleId: 'bus-1', patch: { chargingPorts: ports(OTHER_MAC) }, ifMatch: null }),
  ],
  [
    'replaced',
    () =>
      putVehicle(context, {
        vehicleId: 'bus-1',
        input: { locationUid: ['north', 'alpha'], chargingPorts: ports(OTHER_MAC) },
        ifMatch: null,
      }),
  ],
])('a vehicle that is %s takes the requests of all its depots in their order', (_, change) =>
  whileHeld(takeRequest, change),
)

const imported = {
  vehicleId: 'bus-1',
  vehicle: { name: 'New' },
  schedules: [{ plannedArrivalTime: NOW + 30 * HOUR_MS, plannedDepartureTime: NOW + 36 * HOUR_MS, targetSoC: 80 }],
}
const how: ImportHow = { locationUid: 'alpha', origin: 'file', dryRun: false }
const [IMPORTED, TAKEN_BACK] = [NOW + 1, NOW + 2]

/** Refuses what is written in a transaction after it has asked for a plan. */
async function refuseAfterAsking(): Promise<void> {
  const { sql: driver } = scratch.connection
  await driver`create or replace function has_asked() returns trigger language plpgsql as
    $$ begin perform set_config('test.has_asked', 'yes', true); return null; end $$`
  await driver`create or replace function refuse_late() returns trigger language plpgsql as $$ begin
    if current_setting('test.has_asked', true) = 'yes' then raise exception 'A plan was asked for before %', tg_table_name; end if;
    return null; end $$`
  await driver`create or replace trigger asks after insert or update on plan_request execute function has_asked()`
  for (const table of ['stay', 'vehicle', 'plan_request'])
    await driver`create or replace trigger a_late before insert or update or delete on ${driver(table)} execute function refuse_late()`
}

async function requests(): Promise<unknown[]> {
  return [...(await scratch.connection.sql`select location_uid, trigger from plan_request order by 1`)]
}

test('an import that changes a vehicle and its schedules asks once, last, and so does undoing it', async () => {
  const { db, sql: driver } = scratch.connection
  await refuseAfterAsking()
  const asked = [
    { location_uid: 'alpha', trigger: 'schedule-changed' },
    { location_uid: 'north', trigger: 'vehicle-changed' },
  ]
  await importVehicle({ ...context, now: IMPORTED }, imported, how)
  expect(await requests()).toEqual(asked)
  await driver`delete from plan_request`
  const changes = await listChangesOf(db, SYSTEM.id, [{ requestId: null, at: IMPORTED }])
  expect(changes).toHaveLength(2)
  const undone = await undoVehicles({ ...context, now: TAKEN_BACK }, [{ vehicleId: 'bus-1', changes }], {
    dryRun: false,
  })
  expect(undone).toEqual({ restored: 2, kept: [] })
  expect(await requests()).toEqual(asked.map((one) => ({ ...one, trigger: 'vehicle-changed' })))
})
