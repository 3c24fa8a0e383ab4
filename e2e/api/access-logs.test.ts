import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi } from '@/e2e/api/api-process'
import { call, unique } from '@/e2e/api/client'
import { callAs, cookieOf, PASSWORD, signIn } from '@/e2e/api/staff-client'
import { createTestDatabase, type TestDatabase } from '@/e2e/api/test-database'

// A server of its own, whose every line is kept: at its most talkative, and when its database fails under it.
const secrets = {
  APP_SECRET: 'app-secret-that-must-not-be-logged-anywhere',
  BOOTSTRAP_REFRESH_TOKEN: 'bootstrap-token-that-must-not-be-logged',
  SETUP_TOKEN: 'setup-token-that-must-not-be-logged',
}
let database: TestDatabase
let written = ''
let url = ''
let stop: () => Promise<void>

beforeAll(async () => {
  database = await createTestDatabase()
  const talkative = { ...secrets, LOG_LEVEL: 'trace' }
  const api = await startApi(database.url, talkative, (chunk) => {
    written += chunk
  })
  url = api.url
  stop = api.stop
})
afterAll(() => stop())

type Line = {
  msg: string
  path?: string
  status?: number
  from?: string
  who?: { kind: string; id: string; name: string }
}

/** The lines of the log of answered requests, once the last one is there. */
async function accessLines(last: string): Promise<Line[]> {
  const read = () =>
    written
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Line)
      .filter(({ msg }) => msg === 'request')
  await expect.poll(() => read().some(({ path }) => path === last)).toBe(true)
  return read()
}

test('each access line says who and from where', async () => {
  const token = (await call('GET', '/auth/refreshAccessToken', { url, token: secrets.BOOTSTRAP_REFRESH_TOKEN })).body
    .token
  const made = await call('POST', '/auth/tokens', { url, token, body: { name: 'Timetable', role: 'read' } })
  const timetable = await call('GET', '/auth/refreshAccessToken', { url, token: made.body.refreshToken })
  await call('GET', '/vehicles', { url, token: timetable.body.token })
  await call('GET', '/none', { url, token: timetable.body.token })
  await call('GET', '/locations', { url, token: null })
  await call('GET', '/metrics', { url, token: made.body.refreshToken })
  const lines = await accessLines('/api/metrics')
  expect(lines.length).toBeGreaterThanOrEqual(7)
  for (const { from } of lines) expect(from).toBe('127.0.0.1')
  const whoOf = (path: string) => lines.findLast((line) => line.path === `/api${path}`)?.who
  const scheduler = { kind: 'token', id: made.body.id, name: 'Timetable' }
  expect(whoOf('/vehicles')).toEqual(scheduler)
  expect(whoOf('/none')).toEqual(scheduler)
  expect(whoOf('/metrics')).toEqual(scheduler)
  expect(whoOf('/auth/refreshAccessToken')).toEqual(scheduler)
  expect(whoOf('/auth/tokens')).toMatchObject({ kind: 'token', name: 'BOOTSTRAP_REFRESH_TOKEN' })
  expect(whoOf('/locations')).toBeUndefined()
})

test('no secret is in the log, whatever succeeds or fails', async () => {
  const email = `${unique('logged')}@depot.example`
  const person = { name: 'Logged', email, password: PASSWORD }
  await call('POST', '/setup', { url, token: null, body: { ...person, token: 'wrong-setup-token-of-a-guesser' } })
  const setup = await call('POST', '/setup', { url, token: null, body: { ...person, token: secrets.SETUP_TOKEN } })
  const cookie = cookieOf(setup)
  const made = await callAs(cookie, 'POST', '/auth/tokens', { url, body: { name: 'T', role: 'admin' } })
  const refresh = made.body.refreshToken
  const token = (await call('GET', '/auth/refreshAccessToken', { url, token: refresh })).body.token
  await signIn(email, 'wrong-passphrase-of-a-guesser', { url })
  await call('GET', '/auth/refreshAccessToken', { url, token: 'rl_wrong-refresh-token' })
  await call('POST', '/session', { url, token: null, rawBody: `{"password":"${PASSWORD}"` })
  expect((await call('GET', '/staff', { url, token })).status).toBe(200)

  await database.drop()
  const failed = [
    await callAs(cookie, 'GET', '/session', { url }),
    await callAs(cookie, 'POST', '/staff', { url, body: { ...person, role: 'read' } }),
    await call('POST', '/auth/tokens', { url, token, body: { name: 'T', role: 'read' } }),
    await call('GET', '/auth/refreshAccessToken', { url, token: refresh }),
    await signIn(email, PASSWORD, { url }),
    await call('POST', '/session/password', { url, token: null, body: { token: 'reset-token', password: PASSWORD } }),
  ]
  expect(failed.map(({ status }) => status)).toEqual(failed.map(() => 503))
  expect(written).toContain('the database is away')

  const session = decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0] ?? ''
  const hidden = [
    ...Object.values(secrets),
    PASSWORD,
    refresh,
    token,
    session,
    'guesser',
    'rl_wrong',
    'reset-token',
    email,
  ]
  for (const secret of hidden) {
    expect(secret.length).toBeGreaterThan(6)
    expect(written.includes(secret), `${secret} is in the log`).toBe(false)
  }
  for (const answer of failed) expect(JSON.stringify(answer.body)).not.toMatch(/select|insert|ECONN|postgres/i)
})
