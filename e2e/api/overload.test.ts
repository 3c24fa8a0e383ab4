import { connect } from 'node:net'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ApiProcess, startApi } from '@/e2e/api/api-process'
import { type Answer, adminToken, type CallOptions, call, makeLocation, makeVehicle, tokenFor } from '@/e2e/api/client'
import { startDatabaseProxy } from '@/e2e/api/database-proxy'
import { given } from '@/e2e/api/given'

const HURRIED = { requestMs: 2_000, bodyMs: 1_000 }
const SMALL = { connectionMs: 300 }
const POOL = 10
const PATIENCE = { timeout: 30_000 }

const sql = postgres(given('databaseUrl'), { max: 2 })
let api: ApiProcess
let small: ApiProcess

beforeAll(async () => {
  api = await start(given('databaseUrl'), HURRIED)
  small = await start(given('databaseUrl'), SMALL)
})
afterAll(async () => {
  await Promise.all([api.stop(), small.stop()])
  await sql.end()
})

/** A server with little patience of one kind. */
function start(databaseUrl: string, limits: Record<string, number>): Promise<ApiProcess> {
  const secrets = { APP_SECRET: given('appSecret'), BOOTSTRAP_REFRESH_TOKEN: given('bootstrapToken') }
  return startApi(databaseUrl, { ...secrets, TEST_LIMITS: JSON.stringify(limits) })
}

const hurried = (method: string, path: string, options: CallOptions = {}) =>
  call(method, path, { url: api.url, ...options })

/** Does `work` while a transaction of somebody else holds what `hold` takes. */
async function whileHeld<T>(
  hold: (tx: postgres.TransactionSql) => Promise<unknown>,
  work: () => Promise<T>,
): Promise<T> {
  let result: T | undefined
  await sql.begin(async (tx) => {
    await hold(tx)
    result = await work()
  })
  return result as T
}

const locations = (tx: postgres.TransactionSql) => tx`lock table location in access exclusive mode`
const vehicle = (id: string) => (tx: postgres.TransactionSql) => tx`select 1 from vehicle where id = ${id} for update`

const waiting = async () =>
  (await sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`).length

const expectBusy = (answer: Answer, detail: string) => {
  expect(answer).toMatchObject({ status: 503, body: { status: 503, detail: expect.stringContaining(detail) } })
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
}

const entry = {
  plannedArrivalTime: '2090-01-07T17:30:00Z',
  plannedDepartureTime: '2090-01-08T04:15:00Z',
  targetSoC: 95,
}

describe('the time of a request', () => {
  test('ends a read with a 503, and what it was doing in the database', async () => {
    const answer = await whileHeld(locations, async () => {
      const late = await hurried('GET', '/locations')
      expect(await waiting()).toBe(0)
      return late
    })
    expectBusy(answer, 'took too long')
    expect((await hurried('GET', '/locations')).status).toBe(200)
  })

  test('ends a write with a 503 only when nothing of it is stored, then or later', async () => {
    const [locationUid, id] = [await makeLocation(), await makeVehicle()]
    const body = { schedules: [{ ...entry, locationUid }] }
    const answer = await whileHeld(vehicle(id), () => hurried('POST', `/vehicles/${id}/schedules`, { body }))
    expectBusy(answer, 'nothing of it was stored')
    const read = `/vehicles/${id}/schedules`
    expect((await hurried('GET', read)).body.schedules).toEqual([])
    expect((await hurried('POST', read, { body })).status).toBe(200)
    expect((await hurried('GET', read)).body.schedules).toHaveLength(1)
  })

  test('leaves the vehicles of a batch that were stored, and answers 503 for the others', async () => {
    const locationUid = await makeLocation()
    const [stored, held] = [await makeVehicle(), await makeVehicle()]
    const vehicles = [stored, held].map((vehicleId) => ({ vehicleId, schedules: [{ ...entry, locationUid }] }))
    const answer = await whileHeld(vehicle(held), () => hurried('POST', '/schedules/batch', { body: { vehicles } }))
    expect(answer.status).toBe(200)
    for (const { vehicleId, status } of answer.body.results) {
      const { body } = await hurried('GET', `/vehicles/${vehicleId}/schedules`)
      expect(status).toBe(body.schedules.length === 1 ? 200 : 503)
    }
    expect(answer.body.results).toMatchObject([{ vehicleId: stored }, { vehicleId: held, status: 503 }])
  })
})

describe('a full house', () => {
  const inside = (method: string, path: string, options: CallOptions = {}) =>
    call(method, path, { url: small.url, ...options })

  test('is told in a moment, and keeps nobody from health and from signing in', async () => {
    const id = await makeVehicle()
    expect((await inside('GET', `/vehicles/${id}`)).status).toBe(200)
    const stuck = await whileHeld(locations, async () => {
      const reads: Promise<Answer>[] = []
      const fill = async () => {
        const held = await waiting()
        // On a busy machine a connection takes longer to open than a call waits for one, which is refused: others ask.
        for (let n = held; n < POOL; n++) reads.push(inside('GET', '/locations'))
        return held
      }
      await expect.poll(fill, PATIENCE).toBe(POOL)
      expectBusy(await inside('GET', `/vehicles/${id}`), 'All connections')
      expect((await inside('GET', '/health/ready', { token: null })).status).toBe(200)
      expect((await inside('GET', '/auth/refreshAccessToken', { token: given('bootstrapToken') })).status).toBe(200)
      const body = { email: 'nobody@example.org', password: 'not the password' }
      expect((await inside('POST', '/session', { body, token: null })).status).toBe(401)
      return reads
    })
    const served = (await Promise.all(stuck)).filter(({ status }) => status === 200)
    expect(served.length).toBeGreaterThanOrEqual(POOL)
    expect((await inside('GET', `/vehicles/${id}`)).status).toBe(200)
  })

  test('refuses a caller whose large reads wait already, and no other', async () => {
    const uid = await makeLocation()
    const [greedy, modest] = [await tokenFor('read'), await tokenFor('read')]
    const load = `/locations/${uid}/load`
    for (const token of [greedy, modest]) await inside('GET', '/locations', { token })
    const refused: Answer[] = []
    const note = (answer: Answer) => (answer.status === 429 ? refused.push(answer) : undefined)
    const [many, one] = await whileHeld(locations, async () => {
      const reads = Array.from({ length: 40 }, () => inside('GET', load, { token: greedy }).then(note))
      await expect.poll(() => refused.length, PATIENCE).toBe(40 - 32)
      return [reads, inside('GET', load, { token: modest })] as const
    })
    await Promise.all(many)
    expect(refused).toHaveLength(40 - 32)
    expect(refused[0]?.headers.get('retry-after')).toBe('2')
    expect((await one).status).toBe(200)
    expect((await inside('GET', load, { token: greedy })).status).toBe(200)
  })
})

test('a body that comes in too slowly is a 408', async () => {
  const { hostname, port } = new URL(api.url)
  const head = `POST /api/charging-events HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: Bearer ${await adminToken()}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"events"`
  const text = await new Promise<string>((resolve, reject) => {
    let received = ''
    const socket = connect(Number(port), hostname, () => socket.write(head))
    socket.on('data', (chunk) => {
      received += chunk
    })
    socket.on('close', () => resolve(received))
    socket.on('error', reject)
  })
  expect(text).toMatch(/^HTTP\/1.1 408 /)
  expect(text).toContain('application/problem+json')
})

test('without the database every call is a 503, and with it again an answer', async () => {
  const proxy = await startDatabaseProxy(given('databaseUrl'))
  const server = await start(proxy.url, {})
  const read = () => call('GET', '/locations', { url: server.url })
  expect((await read()).status).toBe(200)
  await proxy.away()
  const answers = await Promise.all(Array.from({ length: 30 }, read))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]))
  expect((await call('GET', '/health/ready', { url: server.url, token: null })).status).toBe(503)
  await proxy.back()
  await expect.poll(async () => (await read()).status, PATIENCE).toBe(200)
  await server.stop()
  await proxy.stop()
})
