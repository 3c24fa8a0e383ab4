import { expect, test } from 'vitest'
import { call, exchange, makeLocation, makeVehicle, tokenFor, unique } from '@/e2e/api/client'

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
    ['GET', '/nothing', 404],
    ['PATCH', `/vehicles/${vehicleId}`, 400],
    ['GET', `/vehicles/${vehicleId}`, 200],
    ['PUT', `/vehicles/${vehicleId}`, 201],
    ['GET', '/auth/refreshAccessToken', 200],
  ])
  expect(calls[3]).toMatchObject({ calls: 1, requestBytes: JSON.stringify(body).length })
  expect(calls[2]).toMatchObject({ requestBytes: 0, responseBytes: JSON.stringify(read.body).length })
  expect(lastDay).toMatchObject({ calls: 5, refused: 2 })
  const refused = await callsOf(id, '?refused=true&limit=1')
  expect(refused.calls).toMatchObject([{ path: '/nothing' }])
  expect((await callsOf(id, `?refused=true&before=${refused.before}`)).calls).toMatchObject([{ status: 400 }])
})

test('many calls at once are summed by what they are, and none is lost', async () => {
  const { id, token } = await made('read')
  const vehicleId = await makeVehicle()
  const get = (path: string) => call('GET', path, { token })
  await Promise.all(Array.from({ length: 70 }, (_, n) => get(n % 2 ? `/vehicles/${vehicleId}` : `/vehicles/none-${n}`)))
  const { calls, lastDay } = await callsOf(id)
  expect(lastDay).toMatchObject({ calls: 71, refused: 35 })
  const sums = calls.filter(({ path }: { path: string }) => path === '/vehicles/…')
  expect(new Set(sums.map(({ status }: { status: number }) => status))).toEqual(new Set([200, 404]))
  expect(calls.reduce((sum: number, one: { calls: number }) => sum + one.calls, 0)).toBe(71)
})

test('only an administrator whose locations are not fewer sees them', async () => {
  const [uid, other] = [await makeLocation(), await makeLocation()]
  const { id } = await made('read', [uid])
  const seen = async (token: string) => (await call('GET', `/auth/tokens/${id}/calls`, { token })).status
  expect(await seen(await tokenFor('admin', [uid]))).toBe(200)
  expect(await seen(await tokenFor('admin', [other]))).toBe(404)
  expect(await seen(await tokenFor('write', [uid]))).toBe(401)
})
