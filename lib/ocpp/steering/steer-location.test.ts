import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { insertDepot, insertStation } from '@/lib/ocpp/fixtures/station-rows'
import { newControl, type StationControl } from '@/lib/ocpp/profiles/control'
import { takeRestarts } from '@/lib/ocpp/profiles/waking'
import { steerLocation } from '@/lib/ocpp/steering/steer-location'
import { changeControls } from '@/lib/ocpp/store/controls'
import { UNKNOWN_STATION } from '@/lib/stations/station-state'

const NOW = Date.UTC(2030, 0, 7, 22)
const STATIONS = ['CP-1', 'CP-2', 'CP-3']
let scratch: ScratchDatabase

beforeAll(async () => {
  scratch = await createScratchDatabase()
  const { sql } = scratch.connection
  await insertDepot(sql, 'north')
  const plugged = { ...UNKNOWN_STATION, evses: { 1: { connectors: {}, past: [], pluggedAt: NOW - 3_600_000 } } }
  for (const id of STATIONS) {
    await insertStation(sql, 'north', id, { allowRestart: true, evseIds: [1] })
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

test('a station is to be told as long as a transaction there is to be begun anew, and only so long', async () => {
  const steer = () => steerLocation(scratch.connection.db, 'north', NOW)
  expect(await steer()).toEqual(STATIONS)
  expect(await steer()).toEqual(STATIONS)
  await changeControls(scratch.connection.db, [{ stationId: 'CP-2', change: takeRestarts }], NOW)
  expect(await steer()).toEqual(['CP-1', 'CP-3'])
})
