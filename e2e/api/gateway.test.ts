import { afterAll, describe, expect, test, vi } from 'vitest'
import WebSocket from 'ws'
import { type ApiProcess, startApi } from '@/e2e/api/api-process'
import { call, makeLocation, unique } from '@/e2e/api/client'
import { given } from '@/e2e/api/given'
import { knock, makeStation, StationClient, upgradeStatus } from '@/e2e/api/station-client'

const PATIENCE = { timeout: 20_000, interval: 50 }
const BOOT = { chargePointVendor: 'Ampère', chargePointModel: 'DC 300', firmwareVersion: '2.4.1' }
const stationOf = async (id: string) => (await call('GET', `/stations/${encodeURIComponent(id)}`)).body
const waitingIds = async () =>
  (await call('GET', '/stations/waiting')).body.stations.map(({ id }: { id: string }) => id) as string[]

const others: ApiProcess[] = []
afterAll(() => Promise.all(others.map((api) => api.stop())))

/** Another process on the same database. */
async function startAnother(): Promise<ApiProcess> {
  const api = await startApi(given('databaseUrl'), { APP_SECRET: given('appSecret') })
  others.push(api)
  return api
}

describe('the door', () => {
  test('lets in a station by its password, as text, as its hexadecimal digits and as the bytes that they spell', async () => {
    const { id, password } = await makeStation()
    const hex = Buffer.from(password).toString('hex')
    for (const form of [password, hex, hex.toUpperCase(), Buffer.from(hex, 'hex')])
      expect((await knock(id, { password: form })).status).toBe(101)
  })

  test('takes the better protocol of two, and none that is not ours', async () => {
    const { id, password } = await makeStation()
    expect(await knock(id, { password, protocols: ['ocpp1.6', 'ocpp2.0.1'] })).toMatchObject({
      ...{ status: 101, protocol: 'ocpp2.0.1' },
    })
    expect((await knock(id, { password, protocols: ['ocpp1.5', 'ocpp1.6'] })).protocol).toBe('ocpp1.6')
    expect((await knock(id, { password, protocols: ['ocpp1.5'] })).status).toBe(400)
    expect((await knock(id, { password, protocols: [] })).status).toBe(400)
  })

  test('an identity with colons, and every other character that OCPP allows, comes in', async () => {
    const { id, password } = await makeStation({}, `a:b=c*d+e|f@g-h_i.${unique('x')}`)
    expect((await knock(id, { password })).status).toBe(101)
    expect((await knock(id, { password, path: `/ocpp/${encodeURIComponent(id)}/` })).status).toBe(101)
  })

  test('refuses an unknown identity and a wrong password before the upgrade, and lists both as waiting', async () => {
    const { id, password } = await makeStation()
    const unknown = unique('unknown')
    const answer = await knock(unknown, { password: 'secret', from: '127.0.0.3' })
    expect(answer.status).toBe(401)
    expect(answer.headers['www-authenticate']).toMatch(/^Basic/)
    expect((await knock(id, { password: `${password}x`, from: '127.0.0.3' })).status).toBe(401)
    expect((await knock(id, { from: '127.0.0.3' })).status).toBe(401)
    expect(await waitingIds()).toEqual(expect.arrayContaining([unknown, id]))
    const { body } = await call('GET', '/stations/waiting')
    expect(body.stations.find((each: { id: string }) => each.id === id)).toMatchObject({
      ...{ attempts: 2, reason: 'It sent no password for its identity (HTTP Basic authentication).' },
    })
  })

  test('a station that waits is adopted with the password that it tried', async () => {
    const id = unique('new')
    expect((await knock(id, { password: 'its own secret', from: '127.0.0.4' })).status).toBe(401)
    const body = { locationUid: await makeLocation(), keepPassword: true }
    expect((await call('PUT', `/stations/${id}`, { body })).status).toBe(201)
    expect(await waitingIds()).not.toContain(id)
    expect((await knock(id, { password: 'its own secret', from: '127.0.0.4' })).status).toBe(101)
  })

  test('a station may come without a password only where that was allowed', async () => {
    const locationUid = await makeLocation()
    const [open, closed] = [unique('open'), unique('closed')]
    await call('PUT', `/stations/${open}`, { body: { locationUid, allowWithoutPassword: true } })
    await call('PUT', `/stations/${closed}`, { body: { locationUid } })
    expect((await knock(open, {})).status).toBe(101)
    expect((await knock(closed, { from: '127.0.0.5' })).status).toBe(401)
  })

  test.each([
    ['/ocpp/%', 400],
    ['/ocpp/%E0%A4%A', 400],
    ['/ocpp/waiting', 401],
    ['/ocpp/..%2Fapi', 401],
    ['/ocpp/', 401],
    [`/ocpp/${'x'.repeat(49)}`, 401],
  ])('%s is answered with %i and nothing else', async (path, status) => {
    expect((await knock('x', { path, password: 'x' })).status).toBe(status)
    expect((await call('GET', '/health/live', { token: null })).status).toBe(200)
  })

  test('a station that sends the whole URL in its request line is let in, as by the path alone', async () => {
    const { id, password } = await makeStation()
    const { host } = new URL(given('apiUrl'))
    for (const scheme of ['http', 'HTTPS', 'ws'])
      expect(await upgradeStatus(`${scheme}://${host}/ocpp/${id}`, { id, password })).toBe(101)
    expect(await upgradeStatus(`http://${host}/ocpp/${id}`, { id, password: 'wrong' })).toBe(401)
  })

  test('an upgrade elsewhere is cut off', async () => {
    await expect(knock('x', { path: '/api/vehicles' })).rejects.toThrow(/hang up|socket/i)
  })

  test('after ten failures an identity waits, also with the right password; its open socket and others do not', async () => {
    const from = '127.0.0.6'
    const station = await makeStation()
    const neighbour = await makeStation()
    const connected = await StationClient.connect(station, { from })
    for (let failure = 0; failure < 10; failure += 1)
      expect((await knock(station.id, { password: 'wrong', from })).status).toBe(401)
    const answer = await knock(station.id, { password: station.password, from })
    expect(answer.status).toBe(429)
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    expect(await connected.ask('Heartbeat', {})).toHaveProperty('currentTime')
    expect((await knock(neighbour.id, { password: neighbour.password, from })).status).toBe(101)
    await connected.close()
  })

  test('after sixty failures an address waits, but for right passwords of identities without failures', async () => {
    const from = '127.0.0.7'
    const station = await makeStation()
    for (let failure = 0; failure < 60; failure += 1)
      expect((await knock(`guess-${failure}`, { password: 'x', from })).status).toBe(401)
    expect((await knock('guess-61', { password: 'x', from })).status).toBe(429)
    expect((await knock(station.id, { password: station.password, from })).status).toBe(101)
  })

  test('a new password counts from the next connection on, and leaves the open one alone', async () => {
    const station = await makeStation()
    const connected = await StationClient.connect(station)
    const { body } = await call('POST', `/stations/${station.id}/password`)
    expect(await connected.ask('Heartbeat', {})).toHaveProperty('currentTime')
    await connected.close()
    expect((await knock(station.id, { password: station.password, from: '127.0.0.8' })).status).toBe(401)
    expect((await knock(station.id, { password: body.password, from: '127.0.0.9' })).status).toBe(101)
  })
})

describe('a connection', () => {
  test('shows the station as it says that it is, online while it is connected', async () => {
    const station = await makeStation()
    const client = await StationClient.connect(station)
    expect(await client.ask('BootNotification', BOOT)).toMatchObject({ status: 'Accepted', interval: 300 })
    expect(await stationOf(station.id)).toMatchObject({
      ...{ protocol: 'ocpp1.6', vendor: 'Ampère', model: 'DC 300', firmwareVersion: '2.4.1', online: true },
    })
    await client.close()
    await vi.waitFor(async () => expect((await stationOf(station.id)).online).toBe(false), PATIENCE)
  })

  test('a second one of the same identity ends the first, in this process and from another', async () => {
    const station = await makeStation()
    const first = await StationClient.connect(station)
    await first.ask('Heartbeat', {})
    const second = await StationClient.connect(station)
    expect((await first.whenClosed()).code).toBe(1008)
    await second.ask('Heartbeat', {})
    const { url } = await startAnother()
    const third = await StationClient.connect(station, { url })
    expect((await second.whenClosed()).code).toBe(1008)
    expect(await third.ask('Heartbeat', {})).toHaveProperty('currentTime')
    // A process is known to the others a moment after it takes connections.
    await expect.poll(async () => (await stationOf(station.id)).online).toBe(true)
    await third.close()
  })

  test('ends when its station is deleted', async () => {
    const station = await makeStation()
    const client = await StationClient.connect(station)
    await client.ask('Heartbeat', {})
    await call('DELETE', `/stations/${station.id}`)
    expect((await client.whenClosed()).code).toBe(1008)
  })

  test('is taken over when its process is killed, and closed with 1012 when that ends in order', async () => {
    const station = await makeStation()
    const [killed, ending] = [await startAnother(), await startAnother()]
    const first = await StationClient.connect(station, { url: killed.url })
    await first.ask('BootNotification', BOOT)
    killed.kill()
    await first.whenClosed()
    const second = await StationClient.connect(station, { url: ending.url })
    await second.ask('Heartbeat', {})
    expect(await stationOf(station.id)).toMatchObject({ online: true, model: 'DC 300' })
    await ending.stop()
    expect((await second.whenClosed()).code).toBe(1012)
  })

  test('answers sixty calls at once in their order', async () => {
    const client = await StationClient.connect(await makeStation())
    await Promise.all(Array.from({ length: 60 }, (_, index) => client.call('Heartbeat', {}, `h${index}`)))
    const answered = client.received.map(([, id]) => id)
    expect(answered).toEqual(Array.from({ length: 60 }, (_, index) => `h${index}`))
    await client.close()
  })
})

describe('odd frames', () => {
  test.each([
    ['not JSON', 'hello'],
    ['no array', '{}'],
    ['an empty array', '[]'],
    ['no id', '[2]'],
    ['an unknown type', '[9,"1","X",{}]'],
    ['an answer to nothing', '[3,"nobody",{}]'],
    ['an error to nothing', '[4,"nobody","GenericError","",{}]'],
    ['thousands of brackets', '['.repeat(30_000)],
    ['a NUL', '[2,"\\u0000","Heartbeat",{"a":"\\u0000"}]'],
  ])('%s leaves the connection as it is', async (_, frame) => {
    const client = await StationClient.connect(await makeStation())
    client.send(frame)
    expect(await client.ask('Heartbeat', {})).toHaveProperty('currentTime')
    await client.close()
  })

  test.each([
    [[2, 'x', 'FlyAway', {}], 'NotImplemented'],
    [[2, 'x', 'constructor', {}], 'NotImplemented'],
    [[2, 'x', 'Heartbeat', 'text'], 'FormationViolation'],
    [[2, 'x', 'StatusNotification', [1, 2]], 'FormationViolation'],
    [[2, 'x', 5, {}], 'ProtocolError'],
  ])('%j gets the CALLERROR %s', async (frame, code) => {
    const client = await StationClient.connect(await makeStation())
    client.send(frame)
    await vi.waitFor(() => expect(client.received).toContainEqual([4, 'x', code, expect.any(String), {}]), PATIENCE)
    expect(await client.ask('Heartbeat', {})).toHaveProperty('currentTime')
    await client.close()
  })

  test('an id that is a number comes back as a number, and a missing payload is an empty one', async () => {
    const client = await StationClient.connect(await makeStation())
    client.send('[2,17,"Heartbeat"]')
    await vi.waitFor(() => expect(client.received[0]?.slice(0, 2)).toEqual([3, 17]), PATIENCE)
    client.send('[2,"18","Heartbeat",null]')
    await vi.waitFor(() => expect(client.received[1]?.slice(0, 2)).toEqual([3, '18']), PATIENCE)
    await client.close()
  })

  test('ten in a row that are not OCPP-J end the connection with a reason; nine do not', async () => {
    const client = await StationClient.connect(await makeStation())
    for (let count = 0; count < 9; count += 1) client.send('nonsense')
    await client.ask('Heartbeat', {})
    for (let count = 0; count < 10; count += 1) client.send('nonsense')
    expect(await client.whenClosed()).toEqual({ code: 1002, reason: expect.stringContaining('not OCPP-J') })
  })

  test('a frame of 64 KiB is read, a longer one ends the connection', async () => {
    const client = await StationClient.connect(await makeStation())
    const frame = (bytes: number) => {
      const head = '[2,"big","DataTransfer",{"vendorId":"x","data":"'
      return `${head}${'d'.repeat(bytes - head.length - 4)}"}]  `.slice(0, bytes)
    }
    client.send(frame(65_536))
    await vi.waitFor(() => expect(client.received.map(([, id]) => id)).toContain('big'), PATIENCE)
    client.send(frame(65_537))
    expect((await client.whenClosed()).code).toBe(1009)
  })

  test('more than 200 calls that wait end the connection, and no other', async () => {
    const neighbour = await StationClient.connect(await makeStation())
    const client = await StationClient.connect(await makeStation())
    for (let count = 0; count < 260; count += 1) client.send([2, `h${count}`, 'Heartbeat', {}])
    expect(await client.whenClosed()).toEqual({ code: 1008, reason: expect.stringContaining('200 calls') })
    expect(await neighbour.ask('Heartbeat', {})).toHaveProperty('currentTime')
    await neighbour.close()
  })

  test('a binary message is none of ours and harms nobody', async () => {
    const client = await StationClient.connect(await makeStation())
    client.socket.send(Buffer.from([1, 2, 3]))
    expect(await client.ask('Heartbeat', {})).toHaveProperty('currentTime')
    await client.close()
  })
})

describe('the raw log', () => {
  test('has every message of both directions, also those that were wrong', async () => {
    const station = await makeStation()
    const client = await StationClient.connect(station)
    await client.call('FlyAway', { to: 'the moon\0' }, 'fly')
    client.send('nonsense')
    await client.call('Heartbeat', {}, 'beat')
    await vi.waitFor(async () => {
      const { body } = await call('GET', `/stations/${station.id}/messages`)
      expect(body.messages.map((each: { id: string; direction: string }) => `${each.direction} ${each.id}`)).toEqual([
        ...['out beat', 'in beat', 'in ', 'out fly', 'in fly'],
      ])
      expect(body.messages.at(-1)).toMatchObject({ action: 'FlyAway', payload: { to: 'the moon' } })
      expect(body.messages[2]).toMatchObject({ payload: 'nonsense', error: 'not JSON' })
      expect(body.messages[3]).toMatchObject({ error: 'NotImplemented' })
    }, PATIENCE)
    await client.close()
  })
})

test('what is no request at all does not stop the process', async () => {
  const url = given('apiUrl').replace(/^http/, 'ws')
  const socket = new WebSocket(`${url}/ocpp/x`, ['ocpp1.6'], { headers: { authorization: 'Basic !!!' } })
  await new Promise((fulfil) => socket.once('error', fulfil))
  expect((await call('GET', '/health/ready', { token: null })).status).toBe(200)
})
