import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApiProcess, startApi } from '@/e2e/api/api-process'
import { type Answer, call, exchange, makeLocation, makeVehicle, unique } from '@/e2e/api/client'
import { given } from '@/e2e/api/given'
import { callAs, makeStaff, PASSWORD, signIn } from '@/e2e/api/staff-client'

// A server whose database lies on a disk without a free byte, as such file systems of the system say they are, until the
// link is turned to one with room.
const NO_ROOM = existsSync('/proc/self') ? '/proc' : '/dev'
const folder = mkdtempSync(join(tmpdir(), 'readyline-disk-'))
const link = join(folder, 'database')
const sql = postgres(given('databaseUrl'), { max: 1 })
let server: ApiProcess
let locationUid: string
let vehicleId: string
let refreshToken: string
let token: string
let staff: Awaited<ReturnType<typeof makeStaff>>

beforeAll(async () => {
  locationUid = await makeLocation()
  vehicleId = await makeVehicle({ locationUid })
  refreshToken = (await call('POST', '/auth/tokens', { body: { name: 'Reader', role: 'admin' } })).body.refreshToken
  token = await exchange(refreshToken)
  staff = await makeStaff('write')
  // The use of every token is due to be noted, which is a write.
  await sql`update refresh_token set last_used_at = null`
  symlinkSync(NO_ROOM, link)
  const environment = { APP_SECRET: given('appSecret'), READYLINE_EMBEDDED_DATABASE: link }
  server = await startApi(given('databaseUrl'), { ...environment, LOG_LEVEL: 'silent' })
})
afterAll(async () => {
  await server.stop()
  await sql.end()
  rmSync(folder, { recursive: true, force: true })
})

const send = (method: string, path: string, body?: unknown) => call(method, path, { url: server.url, token, body })

function expectFull(answer: Answer): void {
  expect(answer.status).toBe(503)
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(answer.body.detail).toMatch(/disk of the database is full: 0 MB are free.*Nothing was stored.*reading goes on/)
}

test('reads go on while the disk is full, those of a token whose use cannot be noted too', async () => {
  const paths = ['/vehicles', `/vehicles/${vehicleId}`, '/locations', '/auth/tokens', '/metrics']
  const ofDepot = ['schedules', 'load', 'readiness'].map((what) => `/locations/${locationUid}/${what}`)
  for (const path of [...paths, ...ofDepot]) expect([path, (await send('GET', path)).status]).toEqual([path, 200])
  expect((await callAs(staff.cookie, 'GET', '/vehicles', { url: server.url })).status).toBe(200)
  expect((await call('GET', '/auth/refreshAccessToken', { url: server.url, token: refreshToken })).status).toBe(200)
})

test('writes are refused with 503 and the cause, and nothing of them is stored', async () => {
  const id = unique('bus')
  expectFull(await send('PUT', `/vehicles/${id}`, {}))
  expectFull(await send('PATCH', `/vehicles/${vehicleId}`, { name: 'Another' }))
  expectFull(await send('DELETE', `/vehicles/${vehicleId}`))
  expectFull(await signIn(staff.email, PASSWORD, { url: server.url }))
  expect((await call('GET', `/vehicles/${id}`)).status).toBe(404)
  expect((await call('GET', `/vehicles/${vehicleId}`)).body.name).not.toBe('Another')
})

test('of a batch each vehicle is', async () => {
  const vehicles = [
    {
      vehicleId,
      schedules: [
        { plannedArrivalTime: '2030-01-07T17:30:00Z', plannedDepartureTime: '2030-01-08T04:15:00Z', targetSoC: 90 },
      ],
    },
  ]
  const answer = await send('POST', '/schedules/batch', { vehicles })
  expect(answer.status).toBe(200)
  expect(answer.body.results).toMatchObject([
    { vehicleId, status: 503, error: { detail: expect.stringContaining('disk') } },
  ])
})

test('the instance stays in service, and its readiness check names the disk', async () => {
  const ready = await call('GET', '/health/ready', { url: server.url, token: null })
  expect(ready.status).toBe(200)
  expect(ready.body.diskFull).toEqual({ freeMegabytes: 0, neededMegabytes: 32 })
})

test('writing goes on by itself once there is room', async () => {
  rmSync(link)
  symlinkSync(folder, link)
  const id = unique('bus')
  await expect.poll(async () => (await send('PUT', `/vehicles/${id}`, {})).status, { timeout: 30_000 }).toBe(201)
  expect((await call('GET', '/health/ready', { url: server.url, token: null })).body).not.toHaveProperty('diskFull')
})
