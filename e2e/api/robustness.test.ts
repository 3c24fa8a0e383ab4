import { deflateSync, gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { adminToken, call, makeLocation, makeVehicle } from '@/e2e/api/client'
import { type Answered, expectOrderly } from '@/e2e/api/orderly'
import { rawRequest } from '@/e2e/api/raw-request'

let authorization: string
let vehicleId: string
let locationUid: string
beforeAll(async () => {
  authorization = `Bearer ${await adminToken()}`
  locationUid = await makeLocation()
  vehicleId = await makeVehicle({ locationUid })
})

async function raw(head: string[], body?: string | Uint8Array): Promise<Answered> {
  const answer = await rawRequest([...head, `Authorization: ${authorization}`], body)
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', body: answer.body }
}

async function send(
  method: string,
  path: string,
  rawBody?: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
) {
  const answer = await call(method, path, { rawBody, headers })
  const body = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body)
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', body }
}

async function expectStatus(answer: Promise<Answered>, status: number): Promise<void> {
  const found = await answer
  expectOrderly(found, String(status))
  expect(found.status).toBe(status)
}

const put = (body: string | Uint8Array<ArrayBuffer>, headers?: Record<string, string>) =>
  send('PUT', `/vehicles/${vehicleId}`, body, headers)
const bytes = (...values: number[]) => new Uint8Array(values)

describe('bodies', () => {
  test.each([
    ['nothing', ''],
    ['white space', ' \n '],
    ['half a document', '{"name":'],
    ['two documents', '{}{}'],
    ['a trailing comma', '{"name":"x",}'],
    ['NaN', '{"consumption":NaN}'],
    ['a byte order mark and rubbish', '\ufeff{]'],
    ['a number', '1'],
    ['null', 'null'],
    ['an array', '[]'],
    ['text', '"text"'],
    ['NUL in a text', '{"name":"a\\u0000b"}'],
    ['half of a surrogate pair', '{"name":"\\ud800"}'],
    ['a number without end', `{"consumption":1${'0'.repeat(400)}}`],
    ['a number beyond the quantities', '{"consumption":1e300}'],
    ['65 levels', '['.repeat(65) + ']'.repeat(65)],
    ['a hundred thousand levels', '['.repeat(100_000)],
    ['levels in what is ignored', `{"ignored":${'{"a":'.repeat(70)}1${'}'.repeat(70)}}`],
    ['a local time', '{"chargingPorts":[{"macAddress":"x","type":{}}]}'],
    [
      'the wrong type everywhere',
      '{"name":[],"notes":1,"chargingPorts":{},"v2icpParameters":[],"supportsPauseResume":"yes"}',
    ],
  ])('%s is a 400', async (_, body) => {
    await expectStatus(put(body), 400)
  })

  test.each([
    ['a prototype', '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"x":1}},"name":"ok"}'],
    ['the same property twice', '{"name":"a","name":"b"}'],
    ['unknown properties with any name', '{"toString":1,"hasOwnProperty":2,"":3,"\\u0000":4}'],
    ['64 levels of brackets in a text', JSON.stringify({ notes: '['.repeat(5_000) })],
    ['a million small things that are ignored', JSON.stringify({ ignored: Array.from({ length: 400_000 }, () => 0) })],
    ['letters beyond the basic plane', JSON.stringify({ name: '🚌'.repeat(100) })],
    ['a byte order mark', '\ufeff{"name":"x"}'],
  ])('%s does no harm', async (_, body) => {
    const answer = await put(body)
    expectOrderly(answer, body.slice(0, 80))
    expect(answer.status).toBe(200)
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
  })

  test.each([
    ['a stray continuation byte', bytes(0x7b, 0x22, 0x80, 0x22, 0x3a, 0x31, 0x7d)],
    ['an overlong NUL', bytes(0x22, 0xc0, 0x80, 0x22)],
    ['half of a surrogate pair in UTF-8', bytes(0x22, 0xed, 0xa0, 0x80, 0x22)],
    ['UTF-16', new Uint8Array(Buffer.from('{"name":"x"}', 'utf16le'))],
    ['zeros', new Uint8Array(1_000)],
  ])('invalid UTF-8 (%s) is a 400', async (_, body) => {
    await expectStatus(put(body), 400)
  })

  test.each([
    ['gzip', new Uint8Array(gzipSync('{"name":"x"}'))],
    ['deflate', new Uint8Array(deflateSync('{"name":"x"}'))],
    ['br', bytes(0x0b, 0x02, 0x80)],
    ['gzip', new Uint8Array(gzipSync(Buffer.alloc(50_000_000)))],
  ])('a body compressed by %s is a 415, and nothing is unpacked', async (encoding, body) => {
    await expectStatus(put(body, { 'content-encoding': encoding }), 415)
  })

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=latin1',
    'application/merge-patch+json',
    'json',
    '',
    ',',
  ])('the media type "%s" is a 415', async (type) => {
    await expectStatus(put('{}', { 'content-type': type }), 415)
  })

  test('no media type is a 415', async () => {
    await expectStatus(raw([`PUT /api/vehicles/${vehicleId} HTTP/1.1`, 'Content-Length: 2'], '{}'), 415)
  })

  test.each(['application/json', 'Application/JSON; charset=UTF-8', 'application/json;charset="utf-8"'])(
    'the media type %s is taken',
    async (type) => {
      expect((await put('{}', { 'content-type': type })).status).toBe(200)
    },
  )

  test('6 MiB are a 413, announced or not', async () => {
    const large = `{"notes":"${'x'.repeat(6 * 1024 * 1024)}"}`
    const line = `PUT /api/vehicles/${vehicleId} HTTP/1.1`
    const type = 'Content-Type: application/json'
    await expectStatus(put(large), 413)
    await expectStatus(raw([line, type, `Content-Length: ${large.length}`], large), 413)
    const chunk = 'x'.repeat(65_536)
    const chunks = `${`${chunk.length.toString(16)}\r\n${chunk}\r\n`.repeat(96)}0\r\n\r\n`
    await expectStatus(raw([line, type, 'Transfer-Encoding: chunked'], chunks), 413)
  })

  test('whoever is refused before their body is read can send it to its end and gets the answer', async () => {
    const large = 'x'.repeat(6 * 1024 * 1024)
    const length = `Content-Length: ${large.length}`
    const stranger = await rawRequest([`PUT /api/vehicles/${vehicleId} HTTP/1.1`, length], large)
    expect(stranger.status).toBe(401)
    await expectStatus(raw(['POST /api/nothing HTTP/1.1', length], large), 404)
    await expectStatus(raw([`PUT /api/vehicles/${vehicleId} HTTP/1.1`, 'Content-Type: text/plain', length], large), 415)
  })

  test('just under 5 MiB are read', async () => {
    await expectStatus(put(JSON.stringify({ notes: 'x'.repeat(5 * 1024 * 1024 - 100) })), 400)
  })

  test('a length that is none is refused before anything is read', async () => {
    const { status } = await raw([`PUT /api/vehicles/${vehicleId} HTTP/1.1`, 'Content-Length: many'], '{}')
    expect(status).toBe(400)
  })
})

describe('paths', () => {
  test.each([
    ['/api/vehicles/..', 400],
    ['/api/vehicles/.', 400],
    ['/api/vehicles/%2e%2e', 400],
    ['/api/vehicles/%2E', 400],
    ['/api/vehicles/../locations', 404],
    ['/api/vehicles/%', 400],
    ['/api/vehicles/%zz', 400],
    ['/api/vehicles/%c0%80', 400],
    ['/api/vehicles/%ed%a0%80', 400],
    ['/api/vehicles/%00', 400],
    ['/api/vehicles/a%2fb', 400],
    ['/api/vehicles/a%20b', 400],
    ['/api/vehicles/a+b', 400],
    ["/api/vehicles/a'b", 400],
    ['/api/vehicles/a;b=1', 400],
    [`/api/vehicles/${'x'.repeat(65)}`, 400],
    [`/api/vehicles/${'x'.repeat(8_000)}`, 400],
    ['/api/vehicles/', 400],
    ['/api/vehicles//', 404],
    ['/api//vehicles', 404],
    ['/api', 404],
    ['/api/', 404],
    ['/api/nothing/at/all', 404],
    ['/api/__proto__', 404],
    ['/api/constructor', 404],
    ['/api/VEHICLES', 404],
  ])('GET %s is %i', async (path, status) => {
    await expectStatus(raw([`GET ${path} HTTP/1.1`]), status)
  })

  test.each([
    'http://evil.example/api/vehicles',
    '//evil.example/api/vehicles',
    '/api/vehicles#x',
    '/api/vehicles?%',
    '/api\\vehicles',
    '*',
  ])('a request for %s is answered in order', async (target) => {
    expectOrderly(await raw([`GET ${target} HTTP/1.1`]), target)
  })

  test('a whole URL as the target is answered as its path', async () => {
    for (const origin of ['http://depot.example', 'https://depot.example:8443']) {
      const { status, body } = await raw([`GET ${origin}/api/vehicles/${vehicleId}?x=1 HTTP/1.1`])
      expect([status, JSON.parse(body).id]).toEqual([200, vehicleId])
      expect((await raw([`GET ${origin}/api/vehicles/.. HTTP/1.1`])).status).toBe(400)
    }
  })

  test('a stranger gets 401 whatever the path', async () => {
    for (const path of ['/api/vehicles/..', '/api/nothing', '/api/vehicles/%zz', '/api/vehicles']) {
      const { status } = await rawRequest([`GET ${path} HTTP/1.1`])
      expect(status, path).toBe(401)
    }
  })
})

describe('query parameters', () => {
  const range = (query: string) => send('GET', `/vehicles/${vehicleId}/schedules${query}`)

  test.each([
    '?from=yesterday',
    '?from=2026-11-22T17:30:00',
    '?from=2026-02-30T00:00:00Z',
    '?from=',
    '?from=1&from=2',
    '?to=-1',
    '?from=99999999999999999',
    '?from=1e3',
    '?from=%00',
    '?from=%ff',
    '?from=2026-11-22T17:30:00Z&to=2026-11-22T17:30:00Z',
    '?from=2026-01-01T00:00:00Z&to=2026-12-01T00:00:00Z',
  ])('%s is a 400', async (query) => {
    await expectStatus(range(query), 400)
  })

  test.each([
    '?from=2026-11-22T17:30:00+02:00',
    '?from=2026-11-22T17:30:00%2B02:00',
    '?from=1795000000000',
    '?unknown=1&unknown=2',
    '?__proto__=1',
  ])('%s is taken', async (query) => {
    await expectStatus(range(query), 200)
  })

  test.each([
    'load?from=9999-12-31T23:59:59Z',
    'load?from=9999-12-20T00:00:00Z',
    'load?to=1970-01-01T00:00:00Z',
    'schedules?from=9999-12-31T23:59:59Z',
    'schedules?to=1970-01-01T00:00:00Z',
  ])('the ends of time are answered in order (%s)', async (path) => {
    expectOrderly(await send('GET', `/locations/${locationUid}/${path}`), path)
  })

  test('a parameter that may be repeated may be repeated often', async () => {
    await expectStatus(
      send('GET', `/vehicles?${Array.from({ length: 200 }, () => `locationUid=${locationUid}`).join('&')}`),
      200,
    )
  })
})

describe('methods', () => {
  test.each(['OPTIONS', 'PROPFIND', 'LOCK', 'PURGE', 'SEARCH'])('%s is a 405 with Allow', async (method) => {
    const answer = await rawRequest([`${method} /api/vehicles HTTP/1.1`, `Authorization: ${authorization}`])
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('GET, HEAD')
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
  })

  test('TRACE is a 405 and sends nothing back', async () => {
    const answer = await rawRequest([
      'TRACE /api/vehicles HTTP/1.1',
      `Authorization: ${authorization}`,
      'X-Secret: 1234',
    ])
    expect(answer.status).toBe(405)
    expect(answer.body).not.toContain('1234')
  })

  test('HEAD is GET without the body', async () => {
    const get = await call('GET', `/vehicles/${vehicleId}`)
    const head = await call('HEAD', `/vehicles/${vehicleId}`)
    expect(head).toMatchObject({ status: 200, body: '' })
    for (const name of ['etag', 'content-type']) expect(head.headers.get(name)).toBe(get.headers.get(name))
    expect((await call('HEAD', '/vehicles/nobody')).status).toBe(404)
  })

  test('a GET with a body is answered as one without', async () => {
    const answer = await raw(
      ['GET /api/vehicles HTTP/1.1', 'Content-Type: application/json', 'Content-Length: 5'],
      '[[[[[',
    )
    expect(answer.status).toBe(200)
  })
})

describe('headers', () => {
  test.each([
    'Bearer',
    'Bearer ',
    'bearer x y',
    'Bearer \u00ff',
    `Bearer ${'x'.repeat(6_000)}`,
    'Negotiate x',
    'Bearer a.b.c',
    'Bearer eyJhbGciOiJub25lIn0.e30.',
  ])('the Authorization "%s" is a 401', async (value) => {
    const answer = await rawRequest(['GET /api/vehicles HTTP/1.1', `Authorization: ${value}`])
    expect(answer.status).toBe(401)
  })

  test.each(['"', '*, *', 'W/"x"', '""', ',,,', 'x'.repeat(4_000)])(
    'the If-Match %s is answered in order',
    async (value) => {
      const answer = await send('PATCH', `/vehicles/${vehicleId}`, '{}', { 'if-match': value })
      expectOrderly(answer, value)
      expect([200, 412]).toContain(answer.status)
    },
  )

  test.each(['', 'a b', 'x:y:z', '[::1', 'evil/path', '\u00ff'])(
    'the Host "%s" is a 400 or does no harm',
    async (host) => {
      const answer = await rawRequest(['GET /api/vehicles HTTP/1.1', `Authorization: ${authorization}`], '', host)
      const type = answer.headers.get('content-type') ?? ''
      expectOrderly({ ...answer, type }, host)
      expect([200, 400]).toContain(answer.status)
    },
  )

  test('an odd request id and a foreign origin change nothing', async () => {
    const headers = { 'x-request-id': 'a b\tc', origin: 'http://evil.example', accept: 'text/html' }
    expectOrderly(await send('GET', '/vehicles/nobody', undefined, headers), 'odd headers')
  })
})
