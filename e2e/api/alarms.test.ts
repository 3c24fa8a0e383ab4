import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type ApiProcess, startApi } from '@/e2e/api/api-process'
import { call, makeLocation, unique } from '@/e2e/api/client'
import { given } from '@/e2e/api/given'
import { createTestDatabase, type TestDatabase } from '@/e2e/api/test-database'
import { watchAlarms } from '@/lib/alarms/watch-alarms'
import { Alarm, AlarmList } from '@/lib/contract/alarm'
import { type Connection, connect } from '@/lib/db/client'

const MINUTE = 60_000

let database: TestDatabase
let api: ApiProcess
let connection: Connection
let locationUid: string

// A database of its own: here the test is the worker, and its clock goes ahead.
beforeAll(async () => {
  database = await createTestDatabase()
  connection = connect(database.url)
  api = await startApi(database.url, {
    ...{ APP_SECRET: given('appSecret'), BOOTSTRAP_REFRESH_TOKEN: given('bootstrapToken') },
  })
}, 120_000)
afterAll(async () => {
  await api?.stop()
  await connection?.close()
  await database?.drop()
})

type Options = Parameters<typeof call>[2]
const ask = (method: string, path: string, options: Options = {}) => call(method, path, { url: api.url, ...options })
const list = async (query = '', options: Options = {}) =>
  (await ask('GET', `/locations/${locationUid}/alarms${query}`, options)).body

async function tokenFor(role: string, locationUids?: string[]): Promise<string> {
  const { body } = await ask('POST', '/auth/tokens', { body: { name: unique(role), role, locationUids } })
  const headers = { authorization: `Bearer ${body.refreshToken}` }
  return (await ask('GET', '/auth/refreshAccessToken', { token: null, headers })).body.token
}

const status = (stationId: string, errorCode: string) => ({
  ...{ id: unique('event'), type: 'connector-status', timestamp: new Date().toISOString(), locationUid, stationId },
  ...{ evseId: '1', connectorId: '1', status: errorCode === 'NoError' ? 'Available' : 'Faulted', errorCode },
})
const post = (...events: object[]) => ask('POST', '/charging-events', { body: { events } })

/** The worker's looks over the next minutes, all at once. */
async function watch(from: number, to: number): Promise<void> {
  const now = Date.now()
  for (let at = now + from * MINUTE; at <= now + to * MINUTE; at += 15_000) await watchAlarms(connection.db, () => at)
}

beforeEach(async () => {
  locationUid = unique('yard')
  await ask('PUT', `/locations/${locationUid}`, { body: { name: 'Yard' } })
})

test('a fault that lasts is an alarm with its place, its cause and what to do; it is over when the fault is, and stays in the history', async () => {
  await post(status('CP-1', 'GroundFailure'), status('CP-2', 'HighTemperature'))
  expect(await list()).toEqual({ alarms: [] })
  await watch(1, 2)
  const { alarms } = AlarmList.parse(await list())
  expect(alarms.map(({ kind, stationId, evseId, place }) => [kind, stationId, evseId, place]).sort()).toEqual([
    ['station.fault', 'CP-1', '1', 'CP-1 / 1'],
    ['station.fault', 'CP-2', '1', 'CP-2 / 1'],
  ])
  expect(alarms.every(({ cause, advice }) => cause !== '' && advice !== '')).toBe(true)
  await post(status('CP-1', 'NoError'))
  await watch(3, 5)
  expect((await list()).alarms.map((one: Alarm) => one.stationId)).toEqual(['CP-2'])
  expect((await list('?state=cleared')).alarms).toMatchObject([{ stationId: 'CP-1', clearedAt: expect.any(String) }])
  const page = await list('?state=all&limit=1')
  const all = (await list('?state=all')).alarms
  expect(all).toHaveLength(2)
  // Both were raised in one turn: the second page has what the first one left.
  expect(page).toEqual({ alarms: [all[0]], before: all[0].id })
  expect(await list(`?state=all&before=${page.before}`)).toEqual({ alarms: [all[1]] })
  expect((await ask('GET', `/alarms/${alarms[0]?.id}`)).body).toMatchObject({ kind: 'station.fault', locationUid })
}, 60_000)

test('an alarm is acknowledged with a name, once; a dry run stores nothing', async () => {
  await post(status('CP-1', 'GroundFailure'))
  await watch(1, 2)
  const [{ id }] = (await list()).alarms
  const path = `/alarms/${id}/acknowledgement`
  const tried = await ask('POST', `${path}?dryRun=true`, { body: { name: 'Aino' } })
  expect([tried.status, tried.body.acknowledged.by]).toEqual([200, 'Aino'])
  expect((await list()).alarms[0]).not.toHaveProperty('acknowledged')
  const refused = await ask('POST', path, { body: { name: '  ' } })
  expect([refused.status, refused.body.errors[0].path]).toEqual([400, 'name'])
  const done = Alarm.parse((await ask('POST', path, { body: { name: ' Aino ' } })).body)
  expect(done.acknowledged?.by).toBe('Aino')
  expect((await ask('POST', path, { body: { name: 'Aino' } })).body).toEqual(done)
  const second = await ask('POST', path, { body: { name: 'Ben' } })
  expect([second.status, second.body.detail]).toEqual([409, 'Aino sees to this alarm already.'])
  await watch(2, 3)
  expect((await list()).alarms).toEqual([done])
}, 60_000)

test('what an import of a file left out is an alarm, and what a change of many vehicles by hand left out is none', async () => {
  const vehicles = [{ vehicleId: unique('bus'), vehicle: { name: '12' }, schedules: [{}] }]
  const send = async (origin: string) => ask('POST', '/imports', { body: { locationUid, origin, vehicles } })
  expect((await send('edit')).status).toBe(200)
  await watch(1, 2)
  expect((await list()).alarms).toEqual([])
  await send('file')
  await send('edit')
  await watch(3, 4)
  expect((await list()).alarms).toMatchObject([{ kind: 'import.refused' }])
}, 60_000)

test('without a name the caller’s own is written', async () => {
  await post(status('CP-1', 'GroundFailure'))
  await watch(1, 2)
  const [{ id }] = (await list()).alarms
  const { body } = await ask('POST', `/alarms/${id}/acknowledgement`)
  expect(body.acknowledged.by).not.toBe('')
}, 60_000)

test('who may only read reads them and acknowledges none; who is narrowed to another depot sees none', async () => {
  await post(status('CP-1', 'GroundFailure'))
  await watch(1, 2)
  const [{ id }] = (await list()).alarms
  const reader = await tokenFor('read', [locationUid])
  expect((await list('', { token: reader })).alarms).toHaveLength(1)
  expect((await ask('POST', `/alarms/${id}/acknowledgement`, { token: reader, body: {} })).status).toBe(401)
  const elsewhere = await makeElsewhere()
  const stranger = await tokenFor('write', [elsewhere])
  for (const [method, path] of [
    ['GET', `/locations/${locationUid}/alarms`],
    ['GET', `/alarms/${id}`],
    ['POST', `/alarms/${id}/acknowledgement`],
  ] as const)
    expect([path, (await ask(method, path, { token: stranger })).status]).toEqual([path, 404])
}, 60_000)

async function makeElsewhere(): Promise<string> {
  const uid = unique('elsewhere')
  await ask('PUT', `/locations/${uid}`, { body: {} })
  return uid
}

test('what is no alarm is refused: an unknown id with 404, a malformed one and a wrong query with 400', async () => {
  expect((await ask('GET', '/alarms/alarm_999999999')).status).toBe(404)
  for (const unknown of ['12', 'alarm_', 'alarm_0', 'alarm_1e3', 'nope', `alarm_${'9'.repeat(30)}`])
    expect((await ask('GET', `/alarms/${unknown}`)).status, unknown).toBe(404)
  expect((await ask('GET', '/alarms/a%20b')).status).toBe(400)
  expect((await ask('GET', `/locations/${locationUid}/alarms?state=gone`)).status).toBe(400)
  expect((await ask('GET', `/locations/${locationUid}/alarms?limit=0`)).status).toBe(400)
  expect((await ask('GET', '/locations/nowhere-at-all/alarms')).status).toBe(404)
  expect((await call('GET', `/locations/${await makeLocation()}/alarms`)).body).toEqual({ alarms: [] })
})

/** The location's stream: how to wait for an event that was not waited for yet. */
async function openStream() {
  const headers = { authorization: `Bearer ${await tokenFor('read')}` }
  const end = new AbortController()
  const stream = await fetch(`${api.url}/api/locations/${locationUid}/stream`, { headers, signal: end.signal })
  const reader = (stream.body as ReadableStream<Uint8Array>).getReader()
  let text = ''
  const until = async (event: string) => {
    while (!text.includes(`event: ${event}\n`)) text += Buffer.from((await reader.read()).value ?? []).toString()
    text = ''
  }
  await until('resync')
  return { until, close: () => end.abort() }
}

test('the stream tells when an alarm is raised and acknowledged', async () => {
  await post(status('CP-1', 'GroundFailure'))
  const { until, close } = await openStream()
  await watch(1, 2)
  await until('alarms')
  const [{ id }] = (await list()).alarms
  await ask('POST', `/alarms/${id}/acknowledgement`, { body: { name: 'Aino' } })
  await until('alarms')
  close()
}, 60_000)

test('the stream tells when an alarm that is over is acknowledged', async () => {
  await post(status('CP-1', 'GroundFailure'))
  await watch(1, 2)
  const [{ id }] = (await list()).alarms
  await post(status('CP-1', 'NoError'))
  await watch(3, 6)
  expect(await list()).toEqual({ alarms: [] })
  const { until, close } = await openStream()
  await ask('POST', `/alarms/${id}/acknowledgement`, { body: { name: 'Aino' } })
  await until('alarms')
  close()
}, 60_000)
