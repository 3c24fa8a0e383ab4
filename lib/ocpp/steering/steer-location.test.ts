import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { newControl, type StationControl } from '@/lib/ocpp/profiles/control'
import { steerLocation } from '@/lib/ocpp/steering/steer-location'
import { changeControls } from '@/lib/ocpp/store/controls'
import { UNKNOWN_STATION } from '@/lib/stations/station-state'

const NOW = Date.UTC(2030, 0, 7, 22)
const STATIONS = ['CP-1', 'CP-2', 'CP-3']
let scratch: ScratchDatabase

beforeAll(async () => {
  scratch = await createScratchDatabase()
  const { sql } = scratch.connection
  await sql`insert into location (uid, time_zone, charging_efficiency, strategy, target_soc, minimum_soc, bulk_soc,
    departure_margin_minutes, ready_buffer_minutes, assumed_arrival_soc, power_rules, control_chargers)
    values ('north', 'UTC', 1, 'peak-supression', 100, 0, 80, 10, 30, 20, '[]', true)`
  const plugged = { ...UNKNOWN_STATION, evses: { 1: { connectors: {}, past: [], pluggedAt: NOW - 3_600_000 } } }
  for (const id of STATIONS) {
    await sql`insert into charging_station (id, location_uid, allow_restart, allow_without_password, evses)
      values (${id}, 'north', true, false, ${JSON.stringify([{ evseId: 1, connectors: [] }])}::text::jsonb)`
    await sql`insert into station_state (station_id, connected_at, last_seen, state)
      values (${id}, ${new Date(NOW).toISOString()}, ${new Date(NOW).toISOString()}, ${JSON.stringify(plugged)}::text::jsonb)`
  }
})
afterAll(() => scratch.drop())
beforeEach(() => Promise.all(STATIONS.map((id) => write(id, asleep))))

const asleep: StationControl = {
  ...newControl(NOW),
  ledgers: { 1: { uncertain: [], pause: { wokenAt: NOW - 600_000, restart: 'due' } } },
}

const write = (id: string, next: StationControl) =>
  changeControls(scratch.connection.db, [{ stationId: id, change: () => ({ control: next, result: true }) }], NOW)

const restarts = async (...held: string[]) => [
  ...(await steerLocation(scratch.connection.db, 'north', NOW, (id) => held.includes(id))).restart,
]

test('all transactions that are to be begun anew at a location are taken in one round, each once', async () => {
  expect(await restarts('CP-1', 'CP-2')).toEqual([
    ['CP-1', ['1']],
    ['CP-2', ['1']],
  ])
  expect(await restarts('CP-1', 'CP-2')).toEqual([])
})

test('those at stations that another process holds are left to it', async () => {
  await restarts('CP-1')
  expect(await restarts('CP-2', 'CP-3')).toEqual([
    ['CP-2', ['1']],
    ['CP-3', ['1']],
  ])
})
