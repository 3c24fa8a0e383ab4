import { createHash, randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, describe, expect, test } from 'vitest'
import { call, makeLocation, makeVehicle, tokenFor, unique } from '@/e2e/api/client'
import { given } from '@/e2e/api/given'

const sql = postgres(given('databaseUrl'), { max: 2 })
afterAll(() => sql.end())

const FULL = {
  name: 'Charger 7',
  maxPowerkW: 300,
  safePowerkW: 20,
  allowRestart: true,
  allowWithoutPassword: true,
  evses: [
    {
      evseId: 1,
      connectors: [{ connectorId: 1, type: 'CCS2' }, { connectorId: 2 }],
      minPowerkW: 5,
      maxPowerkW: 150,
      parkingPlace: 'Row B, 7',
    },
    { evseId: 2, connectors: [{ connectorId: 1 }] },
  ],
}
const put = (id: string, body: unknown, options: Record<string, unknown> = {}) =>
  call('PUT', `/stations/${encodeURIComponent(id)}`, { body, ...options })

async function makeStation(attributes: Record<string, unknown> = {}) {
  const locationUid = await makeLocation()
  const id = unique('CP')
  expect((await put(id, { locationUid, ...attributes })).status).toBe(201)
  return { id, locationUid }
}

describe('the registry of charging stations', () => {
  test('every attribute comes back as it was put, and what is left out has its default', async () => {
    const { id, locationUid } = await makeStation(FULL)
    const { body, headers } = await call('GET', `/stations/${id}`)
    expect(body).toEqual({ id, locationUid, ...FULL, hasPassword: false, online: false, faults: [] })
    expect(headers.get('etag')).toMatch(/^"/)
    expect((await put(id, { locationUid })).status).toBe(200)
    expect((await call('GET', `/stations/${id}`)).body).toEqual({
      ...{ id, locationUid, allowRestart: false, allowWithoutPassword: false, evses: [] },
      ...{ hasPassword: false, online: false, faults: [] },
    })
  })

  test('an identity may hold every character that OCPP allows', async () => {
    const locationUid = await makeLocation()
    const id = `A.z_0:=*+|@-${unique('x')}`
    expect((await put(id, { locationUid })).status).toBe(201)
    expect((await call('GET', `/stations/${encodeURIComponent(id)}`)).body.id).toBe(id)
  })

  test.each(['waiting', '.', 'a b', 'a/b', 'ä', 'x'.repeat(49)])('%s is no identity', async (id) => {
    expect((await put(id === '.' ? '%2E' : id, { locationUid: 'north' })).status).not.toBe(201)
    expect([400, 404, 405]).toContain((await put(id, { locationUid: 'north' })).status)
  })

  test.each([
    [{}, 400, 'locationUid'],
    [{ locationUid: 'nowhere-at-all' }, 422, 'locationUid'],
    [{ locationUid: 'HERE', evses: [{ evseId: 1 }, { evseId: '1' }] }, 422, 'evses[1].evseId'],
    [{ locationUid: 'HERE', evses: [{ evseId: 0 }] }, 400, 'evses[0].evseId'],
    [{ locationUid: 'HERE', evses: [{ evseId: 1.5 }] }, 400, 'evses[0].evseId'],
    [{ locationUid: 'HERE', evses: [{ evseId: 1, minPowerkW: 20, maxPowerkW: 10 }] }, 422, 'evses[0].minPowerkW'],
    [
      { locationUid: 'HERE', evses: [{ evseId: 1, connectors: [{ connectorId: 1 }, { connectorId: 1 }] }] },
      422,
      'evses[0].connectors',
    ],
    [{ locationUid: 'HERE', maxPowerkW: 'much' }, 400, 'maxPowerkW'],
    [{ locationUid: 'HERE', keepPassword: true }, 422, 'keepPassword'],
  ])('%j is refused with %i and names %s', async (body, status, path) => {
    const locationUid = await makeLocation()
    const there = 'locationUid' in body && body.locationUid === 'HERE' ? { ...body, locationUid } : body
    const answer = await put(unique('CP'), there)
    expect(answer.status).toBe(status)
    expect(answer.body.errors.map((fault: { path: string }) => fault.path)).toContain(path)
  })

  test('PATCH merges: null clears, lists replace, the rest stays', async () => {
    const { id } = await makeStation(FULL)
    const patch = { name: null, evses: [{ evseId: 3 }] }
    expect((await call('PATCH', `/stations/${id}`, { body: patch })).status).toBe(200)
    const { body } = await call('GET', `/stations/${id}`)
    expect(body).toMatchObject({ maxPowerkW: 300, allowRestart: true })
    expect(body.evses).toEqual([{ evseId: 3, connectors: [{ connectorId: 1 }] }])
    expect(body).not.toHaveProperty('name')
  })

  test('a stale If-Match changes nothing, whatever the call', async () => {
    const { id, locationUid } = await makeStation(FULL)
    const etag = (await call('GET', `/stations/${id}`)).headers.get('etag') as string
    await call('PATCH', `/stations/${id}`, { body: { name: 'Other' }, headers: { 'If-Match': etag } })
    const headers = { 'If-Match': etag }
    expect((await put(id, { locationUid }, { headers })).status).toBe(412)
    expect((await call('PATCH', `/stations/${id}`, { body: { name: 'x' }, headers })).status).toBe(412)
    expect((await call('DELETE', `/stations/${id}`, { headers })).status).toBe(412)
    expect((await call('GET', `/stations/${id}`)).body.name).toBe('Other')
    expect((await put(unique('CP'), { locationUid }, { headers: { 'If-Match': '*' } })).status).toBe(412)
  })

  test('what is deleted is gone, and its id can come again', async () => {
    const { id, locationUid } = await makeStation(FULL)
    expect((await call('DELETE', `/stations/${id}`)).status).toBe(204)
    expect((await call('GET', `/stations/${id}`)).status).toBe(404)
    expect((await call('DELETE', `/stations/${id}`)).status).toBe(404)
    expect((await put(id, { locationUid })).status).toBe(201)
  })

  test('a location lists its stations by name, then id; a narrowed token sees its own only', async () => {
    const locationUid = await makeLocation()
    const ids = [unique('b'), unique('a'), unique('c')] as const
    await put(ids[0], { locationUid, name: 'Zwei' })
    await put(ids[1], { locationUid, name: 'Zwei' })
    await put(ids[2], { locationUid, name: 'Eins' })
    const { body } = await call('GET', `/locations/${locationUid}/stations`)
    expect(body.stations.map(({ id }: { id: string }) => id)).toEqual([ids[2], ids[1], ids[0]])
    expect((await call('GET', '/locations/nowhere-at-all/stations')).status).toBe(404)

    const token = await tokenFor('admin', [await makeLocation()])
    expect((await call('GET', `/locations/${locationUid}/stations`, { token })).status).toBe(404)
    expect((await call('GET', `/stations/${ids[0]}`, { token })).status).toBe(404)
    expect((await put(ids[0], { locationUid }, { token })).status).toBe(422)
    expect((await call('DELETE', `/stations/${ids[0]}`, { token })).status).toBe(404)
    expect((await call('POST', `/stations/${ids[0]}/password`, { token, body: {} })).status).toBe(404)
  })

  test('two calls that create one station at the same time make one', async () => {
    const locationUid = await makeLocation()
    const id = unique('CP')
    const answers = await Promise.all(Array.from({ length: 6 }, () => put(id, { locationUid })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 201])
  })
})

describe('the password of a station', () => {
  test('is shown once, as 20 characters and as their 40 hexadecimal digits, and stored as a hash', async () => {
    const { id } = await makeStation()
    const first = await call('POST', `/stations/${id}/password`)
    expect(first.status).toBe(201)
    expect(first.body.password).toMatch(/^[\x21-\x7e]{20}$/)
    expect(first.body.authorizationKey).toBe(Buffer.from(first.body.password).toString('hex'))
    const second = await call('POST', `/stations/${id}/password`)
    expect(second.body.password).not.toBe(first.body.password)
    const [row] = await sql`select password_hash from charging_station where id = ${id}`
    expect(row?.password_hash).toBe(createHash('sha256').update(second.body.password).digest('hex'))
    expect((await call('GET', `/stations/${id}`)).body.hasPassword).toBe(true)
    expect((await call('POST', `/stations/${unique('no')}/password`)).status).toBe(404)
  })
})

describe('stations that wait', () => {
  const wait = (id: string, hash: string | null, ago = 0) => sql`
    insert into station_waiting (id, first_seen, last_seen, attempts, reason, password_hash) values
      (${id}, now() - ${ago} * interval '1 day', now() - ${ago} * interval '1 day', 3, 'Unknown.', ${hash})`

  test('are listed for an administrator of all depots, without their passwords', async () => {
    const [id, old] = [unique('new'), unique('old')]
    await wait(id, 'hash')
    await wait(old, null, 8)
    const { body } = await call('GET', '/stations/waiting')
    const ids = body.stations.map((each: { id: string }) => each.id)
    expect(ids).toContain(id)
    expect(ids).not.toContain(old)
    const found = body.stations.find((each: { id: string }) => each.id === id)
    expect(Object.keys(found).sort()).toEqual(['attempts', 'firstSeen', 'id', 'lastSeen', 'reason'])
    const narrowed = await tokenFor('admin', [await makeLocation()])
    expect((await call('GET', '/stations/waiting', { token: narrowed })).status).toBe(401)
  })

  test('one is adopted with the password that it tried, if asked for, and waits no longer', async () => {
    const locationUid = await makeLocation()
    const [kept, not] = [unique('kept'), unique('not')]
    const hash = randomBytes(32).toString('hex')
    await wait(kept, hash)
    await wait(not, hash)
    expect((await put(kept, { locationUid, keepPassword: true })).status).toBe(201)
    expect((await put(not, { locationUid })).status).toBe(201)
    const rows = await sql`select id, password_hash from charging_station where id in ${sql([kept, not])} order by id`
    expect(rows).toEqual([
      { id: kept, password_hash: hash },
      { id: not, password_hash: null },
    ])
    expect(await sql`select 1 from station_waiting where id in ${sql([kept, not])}`).toHaveLength(0)
  })
})

describe('commands and messages', () => {
  test('a command waits for its station and can be read; what it lacks is named', async () => {
    const { id } = await makeStation()
    const vehicleId = await makeVehicle()
    const token = await tokenFor('write')
    const made = await call('POST', `/stations/${id}/commands`, {
      token,
      body: { type: 'start', evseId: 1, vehicleId },
    })
    expect(made.status).toBe(201)
    expect(made.body).toEqual({ id: made.body.id, type: 'start', status: 'waiting', at: made.body.at })
    expect((await call('GET', `/stations/${id}/commands/${made.body.id}`, { token })).body).toEqual(made.body)
    const other = await makeStation()
    expect((await call('GET', `/stations/${other.id}/commands/${made.body.id}`)).status).toBe(404)
    const refused = async (body: unknown) => (await call('POST', `/stations/${id}/commands`, { body })).status
    expect(await refused({ type: 'explode' })).toBe(400)
    expect(await refused({ type: 'unlock' })).toBe(400)
    expect(await refused({ type: 'trigger', message: 'Not a name' })).toBe(400)
    expect(await refused({ type: 'start', evseId: 1, vehicleId: unique('nobody') })).toBe(422)
    expect((await call('POST', `/stations/${unique('no')}/commands`, { body: { type: 'reset' } })).status).toBe(404)
  })

  test('messages come newest first, and going on from `before` loses none', async () => {
    const { id } = await makeStation()
    const times = [1, 2, 2, 2, 3, 4].map((second) => new Date(Date.UTC(2026, 10, 1, 0, 0, second)))
    for (const [index, at] of times.entries())
      await sql`insert into station_message (station_id, at, direction, action, message_id, payload)
        values (${id}, ${at}, 'in', 'Heartbeat', ${String(index)}, '{}')`
    const page = async (query: string) => (await call('GET', `/stations/${id}/messages?${query}`)).body
    const first = await page('limit=3')
    expect(first.messages.map((each: { id: string }) => each.id)).toEqual(['5', '4', '3', '2', '1'])
    const rest = await page(`limit=3&before=${first.before}`)
    expect(rest.messages).toEqual([
      { at: '2026-11-01T00:00:01.000Z', direction: 'in', action: 'Heartbeat', id: '0', payload: {} },
    ])
    expect(rest).not.toHaveProperty('before')
    const reader = await tokenFor('read')
    expect((await call('GET', `/stations/${id}/messages`, { token: reader })).status).toBe(401)
  })
})
