import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ApiProcess, startApi } from '@/e2e/api/api-process'
import { type CallOptions, call } from '@/e2e/api/client'
import { callAs, cookieOf, PASSWORD, signIn } from '@/e2e/api/staff-client'
import { createTestDatabase, type TestDatabase } from '@/e2e/api/test-database'
import { createPasswordReset } from '@/lib/auth/password-resets'
import { ensureSetupToken } from '@/lib/auth/setup-token'
import { type Connection, connect } from '@/lib/db/client'

// A database of its own: there is one first administrator only. Two instances, so that nothing hides in a process.
const environment = { APP_SECRET: 'the same secret for both of the instances', SETUP_TOKEN: '', TRUST_PROXY: 'on' }
let database: TestDatabase
let connection: Connection
let one: ApiProcess
let two: ApiProcess

beforeAll(async () => {
  database = await createTestDatabase()
  connection = connect(database.url)
  one = await startApi(database.url, { ...environment, BOOTSTRAP_REFRESH_TOKEN: '' })
  two = await startApi(database.url, { ...environment, BOOTSTRAP_REFRESH_TOKEN: '' })
})
afterAll(async () => {
  await Promise.all([one.stop(), two.stop(), connection.close()])
  await database.drop()
})

let visitor = 0
/** Each test comes from an address of its own, because wrong tries are counted by address. */
const here = () => ({ 'x-forwarded-for': `192.0.2.${visitor}` })
beforeEach(() => {
  visitor++
})
const post = (path: string, body: object, more: CallOptions = {}) =>
  call('POST', path, { token: null, url: one.url, headers: here(), body, ...more })
const person = (token: string, email = 'first@depot.example') => ({ token, name: 'First', email, password: PASSWORD })
const setupToken = () => ensureSetupToken(connection.db, undefined)

describe('before the first administrator', () => {
  test('the setup token is the same for every instance, also when they ask at once', async () => {
    const tokens = await Promise.all(Array.from({ length: 8 }, setupToken))
    expect(tokens[0]).toMatch(/^[\w-]{43}$/)
    expect(new Set(tokens).size).toBe(1)
  })

  test('a wrong token makes nobody', async () => {
    expect((await post('/setup', person('wrong'))).status).toBe(401)
    expect(await setupToken()).not.toBeNull()
  })

  test('guessing the token ends in a 429 with Retry-After, for who guesses alone', async () => {
    const statuses: number[] = []
    for (let guess = 0; guess < 22; guess++) statuses.push((await post('/setup', person(`guess ${guess}`))).status)
    expect(statuses).toEqual([...Array(20).fill(401), 429, 429])
    const refused = await post('/setup', person('guess'))
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    visitor++
    expect((await post('/setup', person('wrong'))).status).toBe(401)
  })

  test.each([
    ['a short password', { password: 'short' }, 'password'],
    ['no name', { name: '' }, 'name'],
  ])('%s is a 400', async (_, wrong, path) => {
    const refused = await post('/setup', { ...person((await setupToken()) ?? ''), ...wrong })
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ path }] } })
  })

  test('of many who set up at once, on two instances, exactly one becomes administrator', async () => {
    const token = (await setupToken()) ?? ''
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        post('/setup', person(token, `first-${n}@depot.example`), { url: n % 2 === 0 ? one.url : two.url }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)])
    const winner = answers.find(({ status }) => status === 201)
    if (!winner) throw new Error('nobody won')
    expect(winner.body).toMatchObject({ role: 'admin', name: 'First' })
    expect(winner.body).not.toHaveProperty('locationUids')
    const { body } = await callAs(cookieOf(winner), 'GET', '/staff', { url: two.url })
    expect(body.staff).toHaveLength(1)
  })
})

describe('after it', () => {
  let cookie = ''
  let id = ''
  let email = ''
  const as = (method: string, path: string, body?: object) => callAs(cookie, method, path, { url: one.url, body })
  beforeAll(async () => {
    const [row] = await connection.sql`select id, email from "user"`
    id = row?.id
    email = row?.email
    cookie = cookieOf(await signIn(email, PASSWORD, { url: one.url }))
  })

  test('there is no setup token, and setup is a 409', async () => {
    expect(await setupToken()).toBeNull()
    expect((await post('/setup', person('whatever', 'second@depot.example'))).status).toBe(409)
  })

  test('the last administrator of all depots cannot be removed, demoted or narrowed', async () => {
    await as('PUT', '/locations/only', {})
    expect((await as('DELETE', `/staff/${id}`)).status).toBe(409)
    expect((await as('PATCH', `/staff/${id}`, { role: 'write' })).status).toBe(409)
    expect((await as('PATCH', `/staff/${id}`, { locationUids: ['only'] })).status).toBe(409)
    expect(await as('GET', '/session')).toMatchObject({ status: 200, body: { role: 'admin' } })
  })

  test('of two who remove one another at once, one stays', async () => {
    const added = await as('POST', '/staff', {
      name: 'Second',
      email: 'second@depot.example',
      password: PASSWORD,
      role: 'admin',
    })
    const second = cookieOf(await signIn('second@depot.example', PASSWORD, { url: two.url }))
    const answers = await Promise.all([
      as('PATCH', `/staff/${added.body.id}`, { role: 'read' }),
      callAs(second, 'PATCH', `/staff/${id}`, { url: two.url, body: { role: 'read' } }),
    ])
    expect(answers.map(({ status }) => status)).toContain(200)
    const rows = await connection.sql`select id from "user" where role = 'admin'`
    expect(rows).toHaveLength(1)
    await connection.sql`update "user" set role = 'admin' where id = ${id}`
  })

  test('wrong passwords end in a 429 for that account from that address, not for its owner elsewhere', async () => {
    const from = (n: number) => ({ url: one.url, headers: { 'x-forwarded-for': `198.51.100.${n}` } })
    const guesses = await Promise.all(Array.from({ length: 14 }, () => signIn(email, 'a wrong passphrase', from(1))))
    expect(guesses.map(({ status }) => status).sort()).toEqual([...Array(10).fill(401), ...Array(4).fill(429)])
    const refused = await signIn(email, PASSWORD, from(1))
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await signIn(email, PASSWORD, { ...from(1), url: two.url })).status).toBe(429)
    expect((await signIn(email, PASSWORD, from(2))).status).toBe(200)
  })

  test('signing in again and again is no attack', async () => {
    for (let time = 0; time < 15; time++)
      expect((await signIn(email, PASSWORD, { url: one.url, headers: here() })).status).toBe(200)
  })

  test('wrong refresh tokens end in a 429 for that address', async () => {
    const tries = await Promise.all(
      Array.from({ length: 65 }, () =>
        call('GET', '/auth/refreshAccessToken', { token: 'rl_wrong', url: one.url, headers: here() }),
      ),
    )
    const statuses = tries.map(({ status }) => status).sort()
    expect(statuses).toEqual([...Array(60).fill(401), ...Array(5).fill(429)])
  })

  test('a one-time link sets a new password once, and ends the sessions', async () => {
    const { token } = await createPasswordReset(connection.db, email.toUpperCase())
    const stored = await connection.sql`select row_to_json(v)::text as text from verification v`
    expect(JSON.stringify(stored)).not.toContain(token)
    const reset = (password: string, value = token) => post('/session/password', { token: value, password })
    expect((await reset('short')).status).toBe(400)
    const both = await Promise.all([reset('a new passphrase'), reset('a new passphrase')])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401])
    expect((await as('GET', '/session')).status).toBe(401)
    expect((await signIn(email, 'a new passphrase', { url: one.url, headers: here() })).status).toBe(200)
    expect((await reset('another passphrase')).status).toBe(401)
  })

  test('a one-time link ends after an hour, and when a later one is made', async () => {
    const old = await createPasswordReset(connection.db, email, Date.now() - 3_600_001)
    const reset = (token: string) => post('/session/password', { token, password: 'yet another passphrase' })
    expect((await reset(old.token)).status).toBe(401)
    const earlier = await createPasswordReset(connection.db, email)
    const later = await createPasswordReset(connection.db, email)
    expect((await reset(earlier.token)).status).toBe(401)
    expect((await reset(later.token)).status).toBe(200)
    await expect(createPasswordReset(connection.db, 'nobody@depot.example')).rejects.toThrow(/nobody@depot.example/)
  })
})
