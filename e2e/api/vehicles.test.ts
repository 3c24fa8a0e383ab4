import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { adminToken, call, makeLocation, makeVehicle, tokenFor, unique, uniqueMac } from '@/e2e/api/client'
import { VehicleInput } from '@/lib/contract/vehicle'

const get = async (id: string, token?: string) => (await call('GET', `/vehicles/${id}`, { token })).body

describe('PUT /vehicles/{vehicleId}', () => {
  test('creates with 201, replaces with 200, and answers the id of the path whatever the body says', async () => {
    const id = unique('bus')
    expect(await call('PUT', `/vehicles/${id}`, { body: { id: 'other', name: 'A' } })).toMatchObject({
      status: 201,
      body: { id },
    })
    expect(await call('PUT', `/vehicles/${id}`, { body: { name: 'B' } })).toMatchObject({ status: 200, body: { id } })
    expect(await get(id)).toMatchObject({ id, name: 'B' })
  })

  test('needs nothing, and leaves out what has no value but evMacAddress and locationUid, which are null', async () => {
    const id = unique('bus')
    await call('PUT', `/vehicles/${id}`, { body: {} })
    expect(await get(id)).toEqual({
      id,
      minChargePowerkW: 0,
      supportsPauseResume: false,
      enableChargeScheduling: true,
      chargingPorts: [],
      evMacAddress: null,
      locationUid: null,
    })
  })

  test('takes names of 200 characters, notes of 10,000 and any other text of 1,000, and no more', async () => {
    const limits = { name: 200, notes: 10_000, evModel: 1_000, licensePlate: 1_000, vin: 1_000 }
    const texts = (more: number) =>
      Object.fromEntries(Object.entries(limits).map(([name, length]) => [name, 'x'.repeat(length + more)]))
    const id = unique('bus')
    expect((await call('PUT', `/vehicles/${id}`, { body: texts(0) })).status).toBe(201)
    const refused = await call('PUT', `/vehicles/${id}`, { body: texts(1) })
    expect(refused.status).toBe(400)
    expect(refused.body.errors.map(({ path }: { path: string }) => path).sort()).toEqual(Object.keys(limits).sort())
    expect((await call('GET', `/vehicles/${id}`)).body).toMatchObject(texts(0))
  })

  test('takes what is left out or null back to its default', async () => {
    const id = await makeVehicle({
      name: 'Bus',
      notes: 'old',
      supportsPauseResume: true,
      enableChargeScheduling: false,
    })
    await call('PUT', `/vehicles/${id}`, { body: { name: null } })
    const vehicle = await get(id)
    expect(vehicle).toMatchObject({ supportsPauseResume: false, enableChargeScheduling: true })
    expect(vehicle).not.toHaveProperty('name')
    expect(vehicle).not.toHaveProperty('notes')
    expect(vehicle).not.toHaveProperty('fullChargeEnergykWh')
  })

  test('gives a location back as an array, whether it came as one or as a word', async () => {
    const uid = await makeLocation()
    const id = await makeVehicle({ locationUid: uid })
    expect((await get(id)).locationUid).toEqual([uid])
    await call('PUT', `/vehicles/${id}`, { body: { locationUid: [] } })
    expect((await get(id)).locationUid).toBeNull()
  })

  test('names every fault of a kind with its path: values wrong by themselves first (400), then impossible ones (422)', async () => {
    const wrong = {
      maxChargePowerkW: 0,
      minChargePowerkW: -1,
      chargingPorts: [{ macAddress: 'nonsense', type: 'CCS9' }],
      locationUid: 'nowhere',
    }
    const refused = await call('PUT', `/vehicles/${unique('bus')}`, { body: wrong })
    expect(refused.status).toBe(400)
    expect(refused.headers.get('content-type')).toContain('application/problem+json')
    expect(refused.body.errors.map((fault: { path: string }) => fault.path).sort()).toEqual([
      'chargingPorts[0].macAddress',
      'chargingPorts[0].type',
      'maxChargePowerkW',
      'minChargePowerkW',
    ])
    const mac = uniqueMac()
    const impossible = {
      maxChargePowerkW: 10,
      minChargePowerkW: 11,
      locationUid: 'nowhere',
      chargingPorts: [
        { macAddress: mac, type: 'CCS2' },
        { macAddress: mac, type: 'CCS1' },
      ],
    }
    const unprocessable = await call('PUT', `/vehicles/${unique('bus')}`, { body: impossible })
    expect(unprocessable.status).toBe(422)
    expect(unprocessable.body.errors.map((fault: { path: string }) => fault.path).sort()).toEqual([
      'chargingPorts[1].macAddress',
      'locationUid',
      'minChargePowerkW',
    ])
  })

  test.each(['00:1a:2b:3c:4d:01', '00-1A-2B-3C-4D-02', '001a2b3c4d03', '001A2B3C4D5E6F04', '00:1a:2b:3c:4d:5e:6f:05'])(
    'accepts the MAC address %s and gives it back upper-case with colons',
    async (given) => {
      const id = await makeVehicle({ chargingPorts: [{ macAddress: given, type: 'CCS2' }] })
      const expected = given.replace(/[:-]/g, '').toUpperCase().match(/../g)?.join(':')
      expect(await get(id)).toMatchObject({
        evMacAddress: expected,
        chargingPorts: [{ macAddress: expected, type: 'CCS2' }],
      })
      await call('DELETE', `/vehicles/${id}`)
    },
  )

  test('refuses a MAC address of another vehicle with 409 and names that vehicle, and stores nothing', async () => {
    const mac = uniqueMac()
    const holder = await makeVehicle({ evMacAddress: mac })
    const id = await makeVehicle({ name: 'before' })
    const refused = await call('PUT', `/vehicles/${id}`, { body: { name: 'after', evMacAddress: mac } })
    expect(refused).toMatchObject({ status: 409, body: { detail: expect.stringContaining(holder) } })
    expect((await get(id)).name).toBe('before')
  })

  test('lets exactly one of many parallel claims of one MAC address win, and answers the others 409', async () => {
    const mac = uniqueMac()
    const ids = Array.from({ length: 12 }, () => unique('bus'))
    const answers = await Promise.all(ids.map((id) => call('PUT', `/vehicles/${id}`, { body: { evMacAddress: mac } })))
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, ...Array.from({ length: 11 }, () => 409)])
  })

  test('answers parallel PUTs of one new vehicle with one 201 and otherwise 200', async () => {
    const id = unique('bus')
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => call('PUT', `/vehicles/${id}`, { body: { name: `n${n}` } })),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([...Array.from({ length: 9 }, () => 200), 201])
  })
})

describe('every attribute of the contract', () => {
  /** A value for each; the compiler asks for one when an attribute is added. */
  const attributes = (uid: string): Required<z.input<typeof VehicleInput>> => {
    const macAddress = uniqueMac()
    return {
      name: 'Bus',
      evModel: 'Model',
      licensePlate: 'ABC-1',
      notes: 'Notes',
      vin: 'VIN1',
      fullChargeEnergykWh: 420.5,
      maxChargePowerkW: 150,
      minChargePowerkW: 10,
      minPreconditioningPowerkW: 5,
      consumption: 1300,
      supportsPauseResume: true,
      enableChargeScheduling: false,
      locationUid: [uid],
      chargingPorts: [{ macAddress, type: 'MCS', inactive: false }],
      evMacAddress: macAddress,
      v2icpParameters: { ambientTemp: -5, interiorHvac: 'NoPreconditioning', preconditioning: true },
      preconditioning: {
        vehiclePreconditioningEnergykWh: 12,
        vehiclePreconditioningTimeMs: 1_800_000,
        batteryPreconditioningTimeMs: 600_000,
      },
      chargingCurve: [
        { soc: 0, powerkW: 150 },
        { soc: 80.5, powerkW: 150 },
        { soc: 100, powerkW: 37.5 },
      ],
      tokens: [unique('RFID'), `DE*${unique('emaid')}`],
    }
  }

  test.each(['PUT', 'PATCH'])('that %s takes is given back, one by one and in the list', async (method) => {
    const uid = await makeLocation()
    const id = await makeVehicle()
    const body = attributes(uid)
    expect(Object.keys(body).sort()).toEqual(Object.keys(VehicleInput.shape).sort())
    expect((await call(method, `/vehicles/${id}`, { body })).status).toBe(200)
    expect(await get(id)).toEqual({ id, ...body })
    const { vehicles } = (await call('GET', `/vehicles?locationUid=${uid}`)).body
    expect(vehicles).toEqual([{ vehicle: { id, ...body } }])
  })
})

describe('tokens and charging curves', () => {
  test('a token belongs to one vehicle, in upper or lower case: a second claim is a 409 that names it', async () => {
    const token = unique('RFID')
    const holder = await makeVehicle({ tokens: [token] })
    const other = await makeVehicle()
    for (const method of ['PUT', 'PATCH']) {
      const refused = await call(method, `/vehicles/${other}`, { body: { tokens: [token.toLowerCase()] } })
      expect(refused).toMatchObject({ status: 409, body: { detail: expect.stringContaining(holder) } })
    }
    expect((await call('DELETE', `/vehicles/${holder}`)).status).toBe(204)
    expect((await call('PATCH', `/vehicles/${other}`, { body: { tokens: [token] } })).status).toBe(200)
    expect((await get(other)).tokens).toEqual([token])
    expect((await call('PATCH', `/vehicles/${other}`, { body: { tokens: null } })).status).toBe(200)
    expect(await get(other)).not.toHaveProperty('tokens')
  })

  test('of parallel claims of one token one wins', async () => {
    const tokens = [unique('RFID')]
    const ids = Array.from({ length: 10 }, () => unique('bus'))
    const answers = await Promise.all(ids.map((id) => call('PUT', `/vehicles/${id}`, { body: { tokens } })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(409)])
  })

  test.each<[string, object, number, string]>([
    ['a curve of one point', { chargingCurve: [{ soc: 0, powerkW: 50 }] }, 400, 'chargingCurve'],
    [
      'a curve of 21 points',
      { chargingCurve: Array.from({ length: 21 }, (_, n) => ({ soc: n, powerkW: 50 })) },
      400,
      'chargingCurve',
    ],
    [
      'a curve that goes back',
      {
        chargingCurve: [
          { soc: 50, powerkW: 90 },
          { soc: 50, powerkW: 50 },
        ],
      },
      422,
      'chargingCurve[1].soc',
    ],
    ['a token twice', { tokens: ['abc-x', 'ABC-X'] }, 422, 'tokens[1]'],
    ['a token that is no text', { tokens: [12] }, 400, 'tokens[0]'],
    ['an empty token', { tokens: [''] }, 400, 'tokens[0]'],
  ])('%s is refused with its path', async (_, body, status, path) => {
    const refused = await call('PUT', `/vehicles/${unique('bus')}`, { body })
    expect(refused).toMatchObject({ status, body: { errors: [{ path }] } })
  })
})

describe('evMacAddress', () => {
  test('alone makes a CCS2 port, then changes that port’s address, and null removes it', async () => {
    const id = unique('bus')
    const [first, second] = [uniqueMac(), uniqueMac()]
    await call('PUT', `/vehicles/${id}`, { body: { evMacAddress: first } })
    expect((await get(id)).chargingPorts).toEqual([{ macAddress: first, type: 'CCS2' }])
    await call('PATCH', `/vehicles/${id}`, { body: { evMacAddress: second } })
    expect(await get(id)).toMatchObject({ evMacAddress: second, chargingPorts: [{ macAddress: second, type: 'CCS2' }] })
    await call('PATCH', `/vehicles/${id}`, { body: { evMacAddress: null } })
    expect(await get(id)).toMatchObject({ evMacAddress: null, chargingPorts: [] })
  })

  test('mirrors the first active port, and chargingPorts wins when both come', async () => {
    const [idle, active, other] = [uniqueMac(), uniqueMac(), uniqueMac()]
    const ports = [
      { macAddress: idle, type: 'CCS1', inactive: true },
      { macAddress: active, type: 'CCS2', inactive: false },
    ]
    const id = await makeVehicle({ chargingPorts: ports, evMacAddress: other })
    expect(await get(id)).toMatchObject({ evMacAddress: active, chargingPorts: ports })
    await call('PATCH', `/vehicles/${id}`, { body: { evMacAddress: null } })
    expect(await get(id)).toMatchObject({ evMacAddress: null, chargingPorts: [ports[0]] })
  })
})

describe('PATCH /vehicles/{vehicleId}', () => {
  test('merges objects, replaces arrays, clears with null and keeps the rest', async () => {
    const id = await makeVehicle({
      name: 'Bus',
      notes: 'n',
      v2icpParameters: { ambientTemp: -5, preconditioning: true },
    })
    const body = { notes: null, v2icpParameters: { ambientTemp: null, interiorHvac: 'NoPreconditioning' } }
    expect(await call('PATCH', `/vehicles/${id}`, { body })).toMatchObject({ status: 200, body: { success: true } })
    const vehicle = await get(id)
    expect(vehicle).toMatchObject({ name: 'Bus', fullChargeEnergykWh: 400 })
    expect(vehicle.v2icpParameters).toEqual({ preconditioning: true, interiorHvac: 'NoPreconditioning' })
    expect(vehicle).not.toHaveProperty('notes')
  })

  test('answers 404 for an unknown vehicle', async () => {
    expect((await call('PATCH', `/vehicles/${unique('bus')}`, { body: {} })).status).toBe(404)
  })

  test('refuses what the merge makes impossible', async () => {
    const id = await makeVehicle({ maxChargePowerkW: 100 })
    expect((await call('PATCH', `/vehicles/${id}`, { body: { minChargePowerkW: 101 } })).status).toBe(422)
  })
})

describe('ETag and If-Match', () => {
  test('a stale tag is 412 and changes nothing; the current one and * are taken', async () => {
    const id = await makeVehicle({ name: 'one' })
    const etag = (await call('GET', `/vehicles/${id}`)).headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[^"]+"$/)
    expect(
      (await call('PATCH', `/vehicles/${id}`, { body: { name: 'two' }, headers: { 'if-match': etag } })).status,
    ).toBe(200)
    expect(
      (await call('PATCH', `/vehicles/${id}`, { body: { name: 'three' }, headers: { 'if-match': etag } })).status,
    ).toBe(412)
    expect((await call('DELETE', `/vehicles/${id}`, { headers: { 'if-match': etag } })).status).toBe(412)
    expect((await get(id)).name).toBe('two')
    expect((await call('PUT', `/vehicles/${id}`, { body: {}, headers: { 'if-match': '*' } })).status).toBe(200)
  })

  test('* on an unknown id is 412 for every write', async () => {
    const path = `/vehicles/${unique('bus')}`
    const headers = { 'if-match': '*' }
    expect((await call('PUT', path, { body: {}, headers })).status).toBe(412)
    expect((await call('PATCH', path, { body: {}, headers })).status).toBe(412)
    expect((await call('DELETE', path, { headers })).status).toBe(412)
  })

  test('of two parallel writes with one tag exactly one is taken', async () => {
    const id = await makeVehicle()
    const etag = (await call('GET', `/vehicles/${id}`)).headers.get('etag') ?? ''
    const write = (name: string) => call('PATCH', `/vehicles/${id}`, { body: { name }, headers: { 'if-match': etag } })
    const statuses = (await Promise.all([write('a'), write('b'), write('c')])).map((answer) => answer.status)
    expect(statuses.sort()).toEqual([200, 412, 412])
  })
})

describe('DELETE /vehicles/{vehicleId}', () => {
  test('answers 204, then 404, and frees the MAC address', async () => {
    const mac = uniqueMac()
    const id = await makeVehicle({ evMacAddress: mac })
    expect((await call('DELETE', `/vehicles/${id}`)).status).toBe(204)
    expect((await call('GET', `/vehicles/${id}`)).status).toBe(404)
    expect((await call('DELETE', `/vehicles/${id}`)).status).toBe(404)
    await makeVehicle({ evMacAddress: mac })
    expect((await call('PUT', `/vehicles/${id}`, { body: {} })).status).toBe(201)
  })
})

describe('GET /vehicles', () => {
  test('lists by name, then id, and filters by one or more locations', async () => {
    const [here, there] = [await makeLocation(), await makeLocation()]
    const [b, a, c] = [unique('x'), unique('x'), unique('x')]
    await call('PUT', `/vehicles/${b}`, { body: { name: 'B', locationUid: here } })
    await call('PUT', `/vehicles/${a}`, { body: { name: 'A', locationUid: here } })
    await call('PUT', `/vehicles/${c}`, { body: { name: 'C', locationUid: [there, here] } })
    const ids = async (query: string) =>
      (await call('GET', `/vehicles${query}`)).body.vehicles.map(
        (record: { vehicle: { id: string } }) => record.vehicle.id,
      )
    expect(await ids(`?locationUid=${here}`)).toEqual([a, b, c])
    expect(await ids(`?locationUid=${there}`)).toEqual([c])
    expect(await ids(`?locationUid=${here}&locationUid=${there}`)).toEqual([a, b, c])
    expect(await ids('')).toEqual(expect.arrayContaining([a, b, c]))
  })
})

describe('a token narrowed to a location', () => {
  test('sees and writes only vehicles of its locations, and other locations are unknown to it', async () => {
    const [mine, other] = [await makeLocation(), await makeLocation()]
    const token = await tokenFor('write', [mine])
    const shared = await makeVehicle({ locationUid: [other, mine] })
    const [hidden, homeless] = [await makeVehicle({ locationUid: other }), await makeVehicle()]
    expect((await get(shared, token)).locationUid).toEqual([mine])
    for (const id of [hidden, homeless]) {
      expect((await call('GET', `/vehicles/${id}`, { token })).status).toBe(404)
      expect((await call('PUT', `/vehicles/${id}`, { token, body: { locationUid: mine } })).status).toBe(404)
      expect((await call('DELETE', `/vehicles/${id}`, { token })).status).toBe(404)
    }
    expect((await call('PUT', `/vehicles/${unique('bus')}`, { token, body: { locationUid: other } })).status).toBe(422)
    const { body } = await call('GET', '/vehicles', { token })
    expect(body.vehicles.map((record: { vehicle: { id: string } }) => record.vehicle.id)).toEqual([shared])
  })

  test('is not told by the filter which vehicles belong to another location too', async () => {
    const [mine, hidden] = [await makeLocation(), await makeLocation()]
    const id = await makeVehicle({ locationUid: [mine, hidden] })
    const token = await tokenFor('read', [mine])
    const ids = async (uid: string) => {
      const { body } = await call('GET', `/vehicles?locationUid=${uid}`, { token })
      return body.vehicles.map(({ vehicle }: { vehicle: { id: string } }) => vehicle.id)
    }
    expect(await ids(mine)).toEqual([id])
    expect(await ids(hidden)).toEqual([])
  })

  test('does not take a vehicle away from locations that it cannot see', async () => {
    const [mine, other] = [await makeLocation(), await makeLocation()]
    const id = await makeVehicle({ locationUid: [mine, other] })
    await call('PUT', `/vehicles/${id}`, { token: await tokenFor('write', [mine]), body: { locationUid: mine } })
    expect((await get(id)).locationUid).toEqual([mine, other])
  })

  test('is not told whose a MAC address is when it may not see that vehicle', async () => {
    const [mine, other] = [await makeLocation(), await makeLocation()]
    const mac = uniqueMac()
    const holder = await makeVehicle({ locationUid: other, evMacAddress: mac })
    const token = await tokenFor('write', [mine])
    const refused = await call('PUT', `/vehicles/${unique('bus')}`, {
      token,
      body: { locationUid: mine, evMacAddress: mac },
    })
    expect(refused.status).toBe(409)
    expect(JSON.stringify(refused.body)).not.toContain(holder)
  })

  test('read may not write, and write may not administer: 401 with WWW-Authenticate', async () => {
    const refused = await call('PUT', `/vehicles/${unique('bus')}`, { token: await tokenFor('read'), body: {} })
    expect(refused.status).toBe(401)
    expect(refused.headers.get('www-authenticate')).toContain('Bearer')
    expect((await call('PUT', `/locations/${unique('x')}`, { token: await tokenFor('write'), body: {} })).status).toBe(
      401,
    )
  })
})

describe('the path', () => {
  test.each(['a%20b', 'a%00b', 'ä', 'a'.repeat(65), 'a%2Fb'])('an odd id (%s) is a 400', async (id) => {
    expect((await call('GET', `/vehicles/${id}`)).status).toBe(400)
  })

  test('an unknown path is 401 for a stranger and 404 for a caller; a wrong method is 405 with Allow', async () => {
    expect((await call('GET', '/nothing/here', { token: null })).status).toBe(401)
    expect((await call('GET', '/nothing/here')).status).toBe(404)
    const refused = await call('DELETE', '/vehicles')
    expect(refused).toMatchObject({ status: 405 })
    expect(refused.headers.get('allow')).toBe('GET, HEAD')
    expect(await adminToken()).toBeTruthy()
  })
})
