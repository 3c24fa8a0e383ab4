import { createHash, createHmac, hkdfSync } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ApiProcess, startApi } from '@/e2e/api/api-process'
import { adminToken, call, exchange, makeLocation, tokenFor, unique } from '@/e2e/api/client'
import { given } from '@/e2e/api/given'
import { HOUR_MS } from '@/lib/time/interval'

const get = (path: string, token: string | null, more = {}) => call('GET', path, { token, ...more })
const create = (body: Record<string, unknown>, token?: string) => call('POST', '/auth/tokens', { body, token })
const until = async (holds: () => Promise<boolean>, withinMs: number) => {
  const end = Date.now() + withinMs
  while (!(await holds())) {
    if (Date.now() > end) return false
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return true
}

describe('GET /auth/refreshAccessToken', () => {
  test('exchanges a refresh token for an access token that holds 8 hours', async () => {
    const before = Date.now()
    const { status, body } = await get('/auth/refreshAccessToken', given('bootstrapToken'))
    expect(status).toBe(200)
    expect(Object.keys(body).sort()).toEqual(['token', 'validUntil'])
    expect(body.validUntil).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    expect(Date.parse(body.validUntil)).toBeGreaterThan(before + 8 * HOUR_MS - 1_001)
    expect(Date.parse(body.validUntil)).toBeLessThanOrEqual(Date.now() + 8 * HOUR_MS)
    expect((await get('/locations', body.token)).status).toBe(200)
  })

  test('never gives an access token that outlives its refresh token', async () => {
    const expiresAt = new Date(Date.now() + HOUR_MS).toISOString()
    const { body } = await create({ name: unique('short'), role: 'read', expiresAt })
    const access = await get('/auth/refreshAccessToken', body.refreshToken)
    expect(Date.parse(access.body.validUntil)).toBeLessThanOrEqual(Date.parse(expiresAt))
  })

  test('takes the scheme in any case', async () => {
    const headers = { authorization: `bearer ${given('bootstrapToken')}` }
    expect((await get('/auth/refreshAccessToken', null, { headers })).status).toBe(200)
  })

  test.each([
    ['nothing', {}],
    ['another secret', { authorization: 'Bearer rl_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
    ['another scheme', { authorization: `Basic ${Buffer.from('a:b').toString('base64')}` }],
    ['no secret', { authorization: 'Bearer' }],
    ['two secrets', { authorization: 'Bearer a b' }],
  ])('answers %s with 401, WWW-Authenticate and a problem', async (_, headers) => {
    const refused = await get('/auth/refreshAccessToken', null, { headers })
    expect(refused.status).toBe(401)
    expect(refused.headers.get('www-authenticate')).toMatch(/^Bearer/)
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
    expect(refused.body).toMatchObject({ status: 401, instance: '/api/auth/refreshAccessToken' })
  })

  test('an access token is no refresh token, and a refresh token no access token', async () => {
    expect((await get('/auth/refreshAccessToken', await adminToken())).status).toBe(401)
    expect((await get('/locations', given('bootstrapToken'))).status).toBe(401)
  })
})

describe('an access token over HTTP', () => {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const key = () => Buffer.from(hkdfSync('sha256', given('appSecret'), 'readyline', 'access tokens', 32))
  const forge = async (header: object, claims: object, secret: Buffer = key()) => {
    const genuine = JSON.parse(Buffer.from((await adminToken()).split('.')[1] ?? '', 'base64url').toString())
    const text = `${part({ alg: 'HS256', typ: 'at+jwt', ...header })}.${part({ ...genuine, ...claims })}`
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
  }

  test('made with our key is taken (so the refusals below mean something)', async () => {
    expect((await get('/locations', await forge({}, {}))).status).toBe(200)
  })

  test.each([
    ['alg none', { alg: 'none' }, {}, undefined],
    ['alg RS256', { alg: 'RS256' }, {}, undefined],
    ['another type', { typ: 'JWT' }, {}, undefined],
    ['an end that is over', {}, { exp: 1 }, undefined],
    ['another audience', {}, { aud: 'elsewhere' }, undefined],
    ['a subject that is no refresh token', {}, { sub: 'nobody' }, undefined],
    ['another key', {}, {}, Buffer.alloc(32)],
  ] as const)('with %s is a 401', async (_, header, claims, secret) => {
    expect((await get('/locations', await forge(header, claims, secret))).status).toBe(401)
  })
})

describe('a role', () => {
  test.each([
    ['read', 'GET', '/vehicles', 200],
    ['read', 'PUT', '/vehicles/role-bus', 401],
    ['read', 'GET', '/auth/tokens', 401],
    ['write', 'PUT', '/vehicles/role-bus', 201],
    ['write', 'PUT', '/locations/role-depot', 401],
    ['write', 'POST', '/auth/tokens', 401],
    ['write', 'GET', '/staff', 401],
    ['admin', 'GET', '/auth/tokens', 200],
    ['admin', 'GET', '/staff', 200],
  ] as const)('%s: %s %s is %i', async (role, method, path, status) => {
    const body = method === 'GET' ? undefined : {}
    const answer = await call(method, path, { token: await tokenFor(role), body })
    expect(answer.status).toBe(status)
    if (status === 401) expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/)
  })
})

describe('refresh tokens', () => {
  test('are listed without their secrets, with what they may and when they were used', async () => {
    const uid = await makeLocation()
    const name = unique('listed')
    const made = await create({ name, role: 'write', locationUids: [uid, uid] })
    expect(made.status).toBe(201)
    expect(made.body).toEqual({ id: expect.any(String), refreshToken: expect.stringMatching(/^rl_[\w-]{43}$/) })
    const listed = async () => {
      const { body } = await call('GET', '/auth/tokens')
      return body.tokens.find((token: { id: string }) => token.id === made.body.id)
    }
    expect(await listed()).toEqual({
      id: made.body.id,
      name,
      role: 'write',
      locationUids: [uid],
      createdAt: expect.any(String),
    })
    await exchange(made.body.refreshToken)
    expect(await listed()).toHaveProperty('lastUsedAt')
    expect(JSON.stringify((await call('GET', '/auth/tokens')).body)).not.toContain(made.body.refreshToken)
  })

  test('are stored as a hash only', async () => {
    const { body } = await create({ name: unique('stored'), role: 'read' })
    const sql = postgres(given('databaseUrl'), { max: 1 })
    const [row] = await sql`select row_to_json(t)::text as text, hash from refresh_token t where id = ${body.id}`
    await sql.end()
    expect(row?.text).not.toContain(body.refreshToken)
    expect(row?.hash).toBe(createHash('sha256').update(body.refreshToken).digest('hex'))
  })

  test.each([
    ['an unknown location', { role: 'read', locationUids: ['nowhere'] }, 422, 'locationUids[0]'],
    ['an end in the past', { role: 'read', expiresAt: '2020-01-01T00:00:00Z' }, 422, 'expiresAt'],
    ['an unknown role', { role: 'root' }, 400, 'role'],
    ['no location at all', { role: 'read', locationUids: [] }, 400, 'locationUids'],
  ])('with %s are refused', async (_, body, status, path) => {
    const refused = await create({ name: 'refused', ...body })
    expect(refused).toMatchObject({ status, body: { errors: [{ path }] } })
  })

  test('that are revoked end at once here, with their access tokens; a second time is a 404', async () => {
    const { body } = await create({ name: unique('revoked'), role: 'read' })
    const access = await exchange(body.refreshToken)
    expect((await get('/locations', access)).status).toBe(200)
    expect((await call('DELETE', `/auth/tokens/${body.id}`)).status).toBe(204)
    expect((await get('/locations', access)).status).toBe(401)
    expect((await get('/auth/refreshAccessToken', body.refreshToken)).status).toBe(401)
    expect((await call('DELETE', `/auth/tokens/${body.id}`)).status).toBe(404)
    const { body: list } = await call('GET', '/auth/tokens')
    expect(list.tokens.map((token: { id: string }) => token.id)).not.toContain(body.id)
  })
})

describe('a narrowed administrator', () => {
  const made: { north: string; south: string; token: string } = { north: '', south: '', token: '' }
  beforeAll(async () => {
    made.north = await makeLocation()
    made.south = await makeLocation()
    made.token = await tokenFor('admin', [made.north])
  })
  const faults = (answer: { body: { errors: { path: string }[] } }) => answer.body.errors.map(({ path }) => path)

  test('cannot make a token that reaches further, and learns nothing of other locations', async () => {
    const everywhere = await create({ name: 'wide', role: 'admin' }, made.token)
    expect([everywhere.status, faults(everywhere)]).toEqual([422, ['locationUids']])
    const beyond = await create({ name: 'wide', role: 'read', locationUids: [made.north, made.south] }, made.token)
    const unknown = await create({ name: 'wide', role: 'read', locationUids: [made.north, 'nowhere'] }, made.token)
    expect([beyond.status, faults(beyond)]).toEqual([422, ['locationUids[1]']])
    expect(beyond.body.detail.replace(made.south, '…')).toBe(unknown.body.detail.replace('nowhere', '…'))
  })

  test('makes, sees and revokes tokens of their own locations only', async () => {
    const own = await create({ name: unique('own'), role: 'write', locationUids: [made.north] }, made.token)
    expect(own.status).toBe(201)
    const other = await create({ name: unique('other'), role: 'read', locationUids: [made.south] })
    const all = await create({ name: unique('all'), role: 'read' })
    const { body } = await call('GET', '/auth/tokens', { token: made.token })
    const ids = body.tokens.map((token: { id: string }) => token.id)
    expect(ids).toContain(own.body.id)
    expect(ids).not.toContain(other.body.id)
    expect(ids).not.toContain(all.body.id)
    expect((await call('DELETE', `/auth/tokens/${other.body.id}`, { token: made.token })).status).toBe(404)
    expect((await call('DELETE', `/auth/tokens/${all.body.id}`, { token: made.token })).status).toBe(404)
    expect((await call('DELETE', `/auth/tokens/${own.body.id}`, { token: made.token })).status).toBe(204)
  })

  test('keeps staff of their own locations only', async () => {
    const person = { name: 'P', password: 'a long passphrase', role: 'read' }
    const add = (locationUids: string[] | undefined, token?: string) =>
      call('POST', '/staff', { token, body: { ...person, email: `${unique('p')}@depot.example`, locationUids } })
    expect((await add(undefined, made.token)).status).toBe(422)
    expect((await add([made.south], made.token)).status).toBe(422)
    const own = await add([made.north], made.token)
    expect(own.status).toBe(201)
    const other = await add([made.south])
    const listed = await call('GET', '/staff', { token: made.token })
    const ids = listed.body.staff.map((member: { id: string }) => member.id)
    expect([ids.includes(own.body.id), ids.includes(other.body.id)]).toEqual([true, false])
    const patch = (id: string, body: object) => call('PATCH', `/staff/${id}`, { token: made.token, body })
    expect((await patch(other.body.id, { role: 'admin' })).status).toBe(404)
    expect((await patch(own.body.id, { locationUids: null })).status).toBe(422)
    expect((await patch(own.body.id, { locationUids: [made.south] })).status).toBe(422)
    expect((await call('DELETE', `/staff/${other.body.id}`, { token: made.token })).status).toBe(404)
  })
})

describe('a second instance on the same database', () => {
  let other: ApiProcess
  beforeAll(async () => {
    other = await startApi(given('databaseUrl'), {
      APP_SECRET: given('appSecret'),
      BOOTSTRAP_REFRESH_TOKEN: given('bootstrapToken'),
    })
  })
  afterAll(() => other.stop())

  test('takes access tokens of the first, those of the bootstrap token included', async () => {
    expect((await get('/locations', await adminToken(), { url: other.url })).status).toBe(200)
    expect((await get('/locations', await tokenFor('read'), { url: other.url })).status).toBe(200)
  })

  test('refuses an access token within 10 seconds of its revocation on the first', async () => {
    const { body } = await create({ name: unique('elsewhere'), role: 'read' })
    const access = await exchange(body.refreshToken)
    expect((await get('/locations', access, { url: other.url })).status).toBe(200)
    await call('DELETE', `/auth/tokens/${body.id}`)
    expect(await until(async () => (await get('/locations', access, { url: other.url })).status === 401, 10_000)).toBe(
      true,
    )
  })

  test('without the bootstrap token set refuses its access tokens', async () => {
    const without = await startApi(given('databaseUrl'), {
      APP_SECRET: given('appSecret'),
      BOOTSTRAP_REFRESH_TOKEN: '',
    })
    try {
      expect((await get('/locations', await adminToken(), { url: without.url })).status).toBe(401)
      expect((await get('/auth/refreshAccessToken', given('bootstrapToken'), { url: without.url })).status).toBe(401)
    } finally {
      await without.stop()
    }
  })
})
