import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ApiProcess, startApi } from '@/e2e/api/api-process'
import { call, makeLocation, tokenFor, unique } from '@/e2e/api/client'
import { given } from '@/e2e/api/given'
import { callAs, cookieOf, makeStaff, PASSWORD, signIn } from '@/e2e/api/staff-client'

describe('signing in', () => {
  let staff: Awaited<ReturnType<typeof makeStaff>>
  beforeAll(async () => {
    staff = await makeStaff('write')
  })

  test('answers who one is and sets cookies that scripts cannot read and other sites cannot send: the session, and that this browser is known', async () => {
    const answer = await signIn(staff.email)
    expect(answer).toMatchObject({
      status: 200,
      body: { id: staff.id, name: 'Staff write', email: staff.email, role: 'write' },
    })
    const cookies = answer.headers.getSetCookie()
    expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual([
      'readyline.session_token',
      'readyline.known_browser',
    ])
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; HttpOnly/)
      expect(cookie).toMatch(/; SameSite=Lax/i)
      expect(cookie).not.toMatch(/; Secure/)
    }
    expect(JSON.stringify(answer.body)).not.toMatch(/token|password/)
  })

  test('takes the e-mail address in any case', async () => {
    expect((await signIn(staff.email.toUpperCase())).status).toBe(200)
  })

  test('refuses a wrong password and an unknown address with the very same 401', async () => {
    const wrong = await signIn(staff.email, 'another passphrase')
    const unknown = await signIn(`${unique('nobody')}@depot.example`)
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    expect(wrong.body).toEqual(unknown.body)
    expect(wrong.headers.getSetCookie()).toEqual([])
  })

  test.each([
    ['an e-mail address that is none', { email: 'nobody', password: PASSWORD }, 'email'],
    ['no password', { email: 'a@depot.example' }, 'password'],
  ])('refuses %s with 400', async (_, body, path) => {
    const refused = await call('POST', '/session', { token: null, body })
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ path }] } })
  })

  test('is not open for sign-up, whatever the library behind it offers', async () => {
    const body = { email: `${unique('new')}@depot.example`, password: PASSWORD, name: 'New' }
    for (const path of [
      '/session/sign-up/email',
      '/auth/sign-up/email',
      '/session/sign-in/email',
      '/session/get-session',
    ])
      expect((await call('POST', path, { token: null, body })).status).toBe(401)
  })
})

describe('a session', () => {
  test('is who one is, until one signs out; its cookie is worth nothing afterwards', async () => {
    const { cookie, email } = await makeStaff('read')
    expect(await callAs(cookie, 'GET', '/session')).toMatchObject({ status: 200, body: { email, role: 'read' } })
    const out = await callAs(cookie, 'DELETE', '/session')
    expect(out.status).toBe(204)
    expect(out.headers.getSetCookie()[0]).toMatch(/Max-Age=0/)
    expect((await callAs(cookie, 'GET', '/session')).status).toBe(401)
  })

  test('has the language that one chooses, which any role may, until null leaves it to the browser again', async () => {
    const { id, cookie, email } = await makeStaff('read')
    const choose = (body: unknown) => callAs(cookie, 'PATCH', '/session', { body })
    expect((await callAs(cookie, 'GET', '/session')).body).not.toHaveProperty('language')
    const chosen = await choose({ language: 'fi' })
    expect(chosen).toMatchObject({ status: 200, body: { id, email, language: 'fi' } })
    expect(chosen.headers.getSetCookie()).toEqual([expect.stringMatching(/^readyline\.language=fi; .*HttpOnly/)])
    expect((await choose({})).body.language).toBe('fi')
    expect((await signIn(email)).body.language).toBe('fi')
    const { body: log } = await call('GET', `/audit?kind=staff&objectId=${id}`)
    expect(log.entries[0]).toMatchObject({ action: 'changed', by: { id }, after: { language: 'fi' } })
    const left = await choose({ language: null })
    expect(left.body).not.toHaveProperty('language')
    expect(left.headers.getSetCookie()).toEqual([expect.stringMatching(/^readyline\.language=; Max-Age=0/)])
  })

  test('has none of the languages that there are not, and a token has none at all', async () => {
    const { cookie } = await makeStaff('read')
    for (const language of ['sv', 'DE', '', 1])
      expect(await callAs(cookie, 'PATCH', '/session', { body: { language } })).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'language', message: 'must be en, de or fi' }] },
      })
    expect((await call('PATCH', '/session', { body: { language: 'de' } })).status).toBe(409)
  })

  test('may what its role may', async () => {
    const { cookie } = await makeStaff('read')
    expect((await callAs(cookie, 'GET', '/vehicles')).status).toBe(200)
    expect((await callAs(cookie, 'PUT', `/vehicles/${unique('bus')}`, { body: {} })).status).toBe(401)
    expect((await callAs(cookie, 'GET', '/staff')).status).toBe(401)
  })

  test('with a forged or foreign cookie is none', async () => {
    const { cookie } = await makeStaff('read')
    const [name = '', value = ''] = cookie.split('=')
    const [token] = decodeURIComponent(value).split('.')
    const forged = [
      `${name}=${token}`,
      `${name}=${token}.AAAA`,
      `${name}=`,
      `${name}=%E0%A4%A`,
      `${cookie}x`,
      `${name}=${'x'.repeat(4_000)}`,
    ]
    for (const value of forged) expect((await callAs(value, 'GET', '/session')).status).toBe(401)
  })

  test('never counts beside an Authorization header, however wrong that is', async () => {
    const { cookie } = await makeStaff('admin')
    for (const authorization of ['Bearer nonsense', 'Basic YTpi', 'Bearer', ''])
      expect((await callAs(cookie, 'GET', '/session', { headers: { authorization } })).status).toBe(401)
    const token = await tokenFor('read')
    const answer = await callAs(cookie, 'GET', '/session', { headers: { authorization: `Bearer ${token}` } })
    expect(answer.body).toMatchObject({ role: 'read' })
    expect(answer.body).not.toHaveProperty('email')
  })
})

describe('a write with a session cookie', () => {
  test.each([
    ['our own origin', undefined, 201],
    ['another site', 'https://evil.example', 401],
    ['another port', 'http://127.0.0.1:1', 401],
    ['an opaque origin', 'null', 401],
    ['no origin', null, 401],
  ] as const)('from %s', async (_, origin, status) => {
    const { cookie } = await makeStaff('write')
    const id = unique('bus')
    const answer = await callAs(cookie, 'PUT', `/vehicles/${id}`, { body: {}, origin })
    expect(answer.status).toBe(status)
    expect((await call('GET', `/vehicles/${id}`)).status).toBe(status === 201 ? 200 : 404)
  })

  test('is not believed by a forwarded host that nobody vouches for', async () => {
    const { cookie } = await makeStaff('write')
    const headers = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }
    const origin = 'https://evil.example'
    expect((await callAs(cookie, 'PUT', `/vehicles/${unique('bus')}`, { body: {}, origin, headers })).status).toBe(401)
  })

  test('that the Origin check refuses says so to whoever is signed in, and to nobody else', async () => {
    const { cookie } = await makeStaff('write')
    const send = (cookie: string) =>
      callAs(cookie, 'PUT', `/vehicles/${unique('bus')}`, { body: {}, origin: 'https://depot.example' })
    const refused = await send(cookie)
    expect(refused.status).toBe(401)
    expect(refused.headers.get('www-authenticate')).toMatch(/^Bearer/)
    expect(refused.body.detail).toMatch(
      /Origin check.*comes from https:\/\/depot\.example.*PUBLIC_URL=https:\/\/depot\.example/,
    )
    expect(refused.body.detail).toContain(given('apiUrl'))
    expect((await send(`${cookie}x`)).body.detail).not.toContain('Origin')
  })

  test('does not sign anybody out from another site', async () => {
    const { cookie } = await makeStaff('read')
    expect((await callAs(cookie, 'DELETE', '/session', { origin: 'https://evil.example' })).status).toBe(401)
    expect((await callAs(cookie, 'GET', '/session')).status).toBe(200)
  })

  test('a read needs no origin', async () => {
    const { cookie } = await makeStaff('read')
    expect((await callAs(cookie, 'GET', '/vehicles', { origin: null })).status).toBe(200)
  })

  test('an integration’s write needs none either', async () => {
    expect((await call('PUT', `/vehicles/${unique('bus')}`, { body: {} })).status).toBe(201)
  })
})

describe('behind https, as PUBLIC_URL says', () => {
  const publicUrl = 'https://depot.example'
  let secure: ApiProcess
  beforeAll(async () => {
    secure = await startApi(given('databaseUrl'), { APP_SECRET: given('appSecret'), PUBLIC_URL: publicUrl })
  })
  afterAll(() => secure.stop())

  test('the session cookie travels by https only, and writes come from PUBLIC_URL', async () => {
    const { email } = await makeStaff('write')
    const answer = await signIn(email, PASSWORD, { url: secure.url })
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Secure-.*; Secure/)
    const put = (origin: string) =>
      callAs(cookieOf(answer), 'PUT', `/vehicles/${unique('bus')}`, { url: secure.url, origin, body: {} })
    expect((await put(publicUrl)).status).toBe(201)
    expect((await put('http://depot.example')).status).toBe(401)
  })

  test('who signs in on the http page is told which address to use, and gets no session that would be lost', async () => {
    const { email } = await makeStaff('write')
    const from = (origin: string) => signIn(email, PASSWORD, { url: secure.url, headers: { origin } })
    const refused = await from('http://depot.example')
    expect(refused.status).toBe(422)
    expect(refused.body.detail).toContain(`Open ${publicUrl} instead`)
    expect(refused.headers.getSetCookie()).toEqual([])
    expect((await from(publicUrl)).status).toBe(200)
  })
})

describe('staff', () => {
  test('are added with 201 and listed by name, without anything of their password', async () => {
    const uid = await makeLocation()
    const email = `${unique('New')}@Depot.Example`
    const body = { name: unique('Zoe'), email, password: PASSWORD, role: 'write', locationUids: [uid] }
    const added = await call('POST', '/staff', { body })
    const expected = {
      id: added.body.id,
      name: body.name,
      email: email.toLowerCase(),
      role: 'write',
      locationUids: [uid],
    }
    expect(added).toMatchObject({ status: 201, body: expected })
    const { body: list } = await call('GET', '/staff')
    expect(list.staff).toContainEqual({ ...expected, createdAt: expect.any(String) })
    expect(JSON.stringify(list)).not.toMatch(/password|hash/)
  })

  test('have an e-mail address each: the second gets 409, also of many at once', async () => {
    const body = { name: 'Twin', email: `${unique('twin')}@depot.example`, password: PASSWORD, role: 'read' }
    const answers = await Promise.all([1, 2, 3, 4].map(() => call('POST', '/staff', { body })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
  })

  test.each([
    ['a short password', { password: 'too short' }, 400, 'password'],
    ['an e-mail address that is none', { email: 'x' }, 400, 'email'],
    ['an unknown location', { locationUids: ['nowhere'] }, 422, 'locationUids[0]'],
  ])('with %s are refused', async (_, wrong, status, path) => {
    const body = { name: 'X', email: `${unique('x')}@depot.example`, password: PASSWORD, role: 'read', ...wrong }
    expect(await call('POST', '/staff', { body })).toMatchObject({ status, body: { errors: [{ path }] } })
  })

  test('whose role changes may less at once, in the session that they have', async () => {
    const { id, cookie } = await makeStaff('write')
    expect((await callAs(cookie, 'PUT', `/vehicles/${unique('bus')}`, { body: {} })).status).toBe(201)
    expect((await call('PATCH', `/staff/${id}`, { body: { role: 'read' } })).body.role).toBe('read')
    expect((await callAs(cookie, 'PUT', `/vehicles/${unique('bus')}`, { body: {} })).status).toBe(401)
  })

  test('that are narrowed see their own depots only, at once, until null widens them again', async () => {
    const [north, south] = [await makeLocation(), await makeLocation()]
    const { id, cookie } = await makeStaff('read')
    const seen = async () => {
      const { body } = await callAs(cookie, 'GET', '/locations')
      const ids = body.locations.map((location: { id: string }) => location.id)
      return [ids.includes(north), ids.includes(south)]
    }
    expect(await seen()).toEqual([true, true])
    await call('PATCH', `/staff/${id}`, { body: { locationUids: [south] } })
    expect(await seen()).toEqual([false, true])
    await call('PATCH', `/staff/${id}`, { body: { locationUids: null } })
    expect(await seen()).toEqual([true, true])
  })

  test('whose password is changed are signed out everywhere and sign in with the new one', async () => {
    const { id, cookie, email } = await makeStaff('read')
    await call('PATCH', `/staff/${id}`, { body: { password: 'another passphrase' } })
    expect((await callAs(cookie, 'GET', '/session')).status).toBe(401)
    expect((await signIn(email)).status).toBe(401)
    expect((await signIn(email, 'another passphrase')).status).toBe(200)
  })

  test('that are removed are out at once', async () => {
    const { id, cookie, email } = await makeStaff('read')
    expect((await call('DELETE', `/staff/${id}`)).status).toBe(204)
    expect((await callAs(cookie, 'GET', '/session')).status).toBe(401)
    expect((await signIn(email)).status).toBe(401)
    expect((await call('DELETE', `/staff/${id}`)).status).toBe(404)
    expect((await call('PATCH', `/staff/${id}`, { body: { name: 'X' } })).status).toBe(404)
  })

  test('keep their cookie to themselves: it is another one at each sign-in', async () => {
    const { email, cookie } = await makeStaff('read')
    expect(cookieOf(await signIn(email))).not.toBe(cookie)
  })
})
