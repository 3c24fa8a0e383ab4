import { expect, test } from 'vitest'
import { call, exchange, makeLocation, makeVehicle, tokenFor, unique } from '@/e2e/api/client'
import { rawRequest } from '@/e2e/api/raw-request'

async function made(role: string, locationUids?: string[]) {
  const { body } = await call('POST', '/auth/tokens', { body: { name: unique('system'), role, locationUids } })
  return { id: body.id as string, token: await exchange(body.refreshToken) }
}

const callsOf = async (id: string, query = '') => (await call('GET', `/auth/tokens/${id}/calls${query}`)).body

test('what the system of a token calls is listed with its status and sizes, the latest first', async () => {
  const uid = await makeLocation()
  const { id, token } = await made('write', [uid])
  const body = { locationUid: uid, name: 'Bus' }
  const vehicleId = unique('bus')
  await call('PUT', `/vehicles/${vehicleId}`, { token, body })
  const read = await call('GET', `/vehicles/${vehicleId}?secret=of-a-query`, { token })
  await call('PATCH', `/vehicles/${vehicleId}`, { token, body: { maxChargePowerkW: 'much' } })
  await call('GET', '/nothing', { token })
  const { calls, lastDay } = await callsOf(id)
  expect(calls.map((one: Record<string, unknown>) => [one.method, one.path, one.status])).toEqual([
    ['GET', '/…', 404],
    ['PATCH', `/vehicles/${vehicleId}`, 400],
    ['GET', `/vehicles/${vehicleId}`, 200],
    ['PUT', `/vehicles/${vehicleId}`, 201],
    ['GET', '/auth/refreshAccessToken', 200],
  ])
  expect(calls[3]).toMatchObject({ calls: 1, requestBytes: JSON.stringify(body).length })
  expect(calls[2]).toMatchObject({ requestBytes: 0, responseBytes: JSON.stringify(read.body).length })
  expect(lastDay).toMatchObject({ calls: 5, refused: 2 })
  const refused = await callsOf(id, '?refused=true&limit=1')
  expect(refused.calls).toMatchObject([{ path: '/…' }])
  const further = await callsOf(id, `?refused=true&before=${refused.before}`)
  expect(further.calls).toMatchObject([{ status: 400 }])
  expect(further.lastDay).toBeUndefined()
})

test('many calls at once are summed by what they are, and none is lost', async () => {
  const { id, token } = await made('read')
  const vehicleId = await makeVehicle()
  const get = (path: string) => call('GET', path, { token })
  await Promise.all(Array.from({ length: 70 }, (_, n) => get(n % 2 ? `/vehicles/${vehicleId}` : `/vehicles/none-${n}`)))
  const { calls, lastDay } = await callsOf(id)
  expect(lastDay).toMatchObject({ calls: 71, refused: 35 })
  const sums = calls.filter(({ path }: { path: string }) => path === '/vehicles/{vehicleId}')
  expect(new Set(sums.map(({ status }: { status: number }) => status))).toEqual(new Set([200, 404]))
  expect(calls.reduce((sum: number, one: { calls: number }) => sum + one.calls, 0)).toBe(71)
})

test('paths that are no call are kept by one name, and leave room for what else is called', async () => {
  const { id, token } = await made('read')
  await Promise.all(Array.from({ length: 150 }, (_, n) => call('GET', `/x${n}/secret`, { token })))
  await call('GET', '/locations', { token })
  const { calls, lastDay } = await callsOf(id)
  expect(lastDay).toMatchObject({ calls: 152, refused: 150 })
  expect(new Set(calls.map(({ path }: { path: string }) => path))).toEqual(
    new Set(['/auth/refreshAccessToken', '/…', '/locations']),
  )
})

test('a size that no body has is not believed, and one that is not said is nothing, or unknown', async () => {
  const { id, token } = await made('read')
  const access = `Authorization: Bearer ${token}`
  await rawRequest(['GET /api/vehicles HTTP/1.1', access, 'Content-Length: 9999999999999999999'])
  await rawRequest(['DELETE /api/vehicles/none HTTP/1.1', access])
  await rawRequest(['PUT /api/vehicles/none HTTP/1.1', access, 'Transfer-Encoding: chunked'], '0\r\n\r\n')
  const { calls } = await callsOf(id)
  expect(calls.map((one: Record<string, unknown>) => [one.method, one.requestBytes])).toEqual([
    ['PUT', undefined],
    ['DELETE', 0],
    ['GET', undefined],
    ['GET', 0],
  ])
})

test('only an administrator whose locations are not fewer sees them', async () => {
  const [uid, other] = [await makeLocation(), await makeLocation()]
  const { id } = await made('read', [uid])
  const seen = async (token: string) => (await call('GET', `/auth/tokens/${id}/calls`, { token })).status
  expect(await seen(await tokenFor('admin', [uid]))).toBe(200)
  expect(await seen(await tokenFor('admin', [other]))).toBe(404)
  expect(await seen(await tokenFor('write', [uid]))).toBe(401)
})

test('what a token called before it was revoked can be looked at as long as it is kept', async () => {
  const { id, token } = await made('read')
  await call('GET', '/locations', { token })
  await call('DELETE', `/auth/tokens/${id}`)
  const { calls } = await callsOf(id)
  expect(calls.map(({ path }: { path: string }) => path)).toContain('/locations')
  const listed = async (query: string) =>
    (await call('GET', `/auth/tokens${query}`)).body.tokens.find((one: { id: string }) => one.id === id)
  expect(await listed('')).toBeUndefined()
  expect(await listed('?revoked=true')).toMatchObject({ revokedAt: expect.stringMatching(/Z$/) })
})
