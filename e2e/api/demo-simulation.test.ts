import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type ApiProcess, startApi } from '@/e2e/api/api-process'
import { call, makeLocation } from '@/e2e/api/client'
import { given } from '@/e2e/api/given'
import { createTestDatabase, type TestDatabase } from '@/e2e/api/test-database'

const PATIENCE = { timeout: 120_000, interval: 500 }
/** This vehicle is there whenever the demo depot is made. */
const PRESENT = 'bus-115'
const DEMO = '/locations/demo'

let database: TestDatabase
let api: ApiProcess

// A database of its own: there is one first setup only.
const start = () =>
  startApi(database.url, {
    ...{ APP_SECRET: given('appSecret'), BOOTSTRAP_REFRESH_TOKEN: given('bootstrapToken') },
    ...{ SETUP_TOKEN: 'setup-token-for-tests', DEMO_SIMULATION: 'on' },
  })

beforeAll(async () => {
  database = await createTestDatabase()
  api = await start()
  const person = { name: 'First', email: 'first@depot.example', password: 'a long passphrase' }
  const body = { token: 'setup-token-for-tests', ...person, demo: true }
  expect((await call('POST', '/setup', { token: null, url: api.url, body })).status).toBe(201)
}, 120_000)
afterAll(async () => {
  await api.stop()
  await database.drop()
})

const stations = async () => (await call('GET', `${DEMO}/stations`, { url: api.url })).body.stations
const state = async () => (await call('GET', `${DEMO}/simulation`, { url: api.url })).body.state
const run = (running: boolean) => call('PUT', `${DEMO}/simulation`, { url: api.url, body: { running } })

/** Where the vehicle stands, as the registry says, with its station. */
async function placeOf(vehicleId: string) {
  for (const station of await stations())
    for (const evse of station.evses) if (evse.vehicleId === vehicleId) return { station, evse }
  return null
}

test('the chargers of the demo depot connect over OCPP, and its vehicles are recognised and charge', async () => {
  expect(await state()).toBe('running')
  await vi.waitFor(async () => expect((await placeOf(PRESENT))?.evse.powerkW).toBeGreaterThan(1), PATIENCE)
  const all = await stations()
  expect(all.length).toBeGreaterThanOrEqual(15)
  expect(all.every(({ online }: { online: boolean }) => online)).toBe(true)
  expect(new Set(all.map(({ protocol }: { protocol: string }) => protocol))).toEqual(new Set(['ocpp1.6', 'ocpp2.0.1']))
}, 240_000)

test('stopped they are offline, also after a restart; started again they go on from where they were', async () => {
  const before = await placeOf(PRESENT)
  expect((await run(false)).body).toEqual({ state: 'stopped' })
  const isOnline = async () => (await stations()).some(({ online }: { online: boolean }) => online)
  await vi.waitFor(async () => expect(await isOnline()).toBe(false), PATIENCE)
  await api.stop()
  api = await start()
  expect(await state()).toBe('stopped')
  expect((await run(true)).body).toEqual({ state: 'running', since: expect.any(String) })
  await vi.waitFor(async () => {
    const after = await placeOf(PRESENT)
    expect(after).toMatchObject({
      station: { id: before?.station.id, online: true },
      evse: { evseId: before?.evse.evseId },
    })
    expect(after?.evse.transactionId).not.toBe(before?.evse.transactionId)
    expect(after?.evse.soc).toBeGreaterThanOrEqual(before?.evse.soc)
  }, PATIENCE)
}, 300_000)

test('a depot without simulated chargers has none to start', async () => {
  const locationUid = await makeLocation({})
  const path = `/locations/${locationUid}/simulation`
  expect((await call('GET', path)).body).toEqual({ state: 'none' })
  expect((await call('PUT', path, { body: { running: true } })).status).toBe(409)
})
