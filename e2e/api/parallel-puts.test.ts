import { expect, test } from 'vitest'
import { call, makeLocation, unique, uniqueMac } from '@/e2e/api/client'

const twenty = <T>(work: (n: number) => Promise<T>) => Promise.all(Array.from({ length: 20 }, (_, n) => work(n)))
const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status).sort()
const ONE_CREATED = [...Array(19).fill(200), 201]

test('twenty parallel PUTs of one new vehicle all succeed: one makes it, the others replace it', async () => {
  const locationUid = await makeLocation()
  for (let round = 0; round < 5; round++) {
    const id = unique('bus')
    const chargingPorts = [uniqueMac(), uniqueMac()].map((macAddress) => ({ macAddress, type: 'CCS2' }))
    const answers = await twenty((n) =>
      call('PUT', `/vehicles/${id}`, { body: { name: `Bus ${n}`, locationUid, chargingPorts } }),
    )
    expect(statuses(answers)).toEqual(ONE_CREATED)
    expect((await call('GET', `/vehicles/${id}`)).body).toMatchObject({ chargingPorts, locationUid: [locationUid] })
  }
})

test('a vehicle that is put and deleted in parallel answers with what one after the other gives', async () => {
  const id = unique('bus')
  const chargingPorts = [{ macAddress: uniqueMac(), type: 'CCS2' }]
  const answers = await twenty((n) =>
    n % 2 === 0 ? call('PUT', `/vehicles/${id}`, { body: { chargingPorts } }) : call('DELETE', `/vehicles/${id}`),
  )
  for (const { status } of answers) expect([200, 201, 204, 404]).toContain(status)
})

test('of parallel PUTs with If-Match * of an unknown vehicle none makes it', async () => {
  const id = unique('bus')
  const answers = await twenty(() => call('PUT', `/vehicles/${id}`, { body: {}, headers: { 'if-match': '*' } }))
  expect(statuses(answers)).toEqual(Array(20).fill(412))
})

test('twenty parallel PUTs of one new location all succeed', async () => {
  const uid = unique('depot')
  const answers = await twenty((n) => call('PUT', `/locations/${uid}`, { body: { name: `Depot ${n}` } }))
  expect(statuses(answers)).toEqual(ONE_CREATED)
})

test('of twenty parallel claims of one address by new vehicles one wins, and the others learn who', async () => {
  const chargingPorts = [{ macAddress: uniqueMac(), type: 'CCS2' }]
  const ids = Array.from({ length: 20 }, () => unique('bus'))
  const answers = await Promise.all(ids.map((id) => call('PUT', `/vehicles/${id}`, { body: { chargingPorts } })))
  const winner = ids[answers.findIndex(({ status }) => status === 201)]
  expect(statuses(answers)).toEqual([201, ...Array(19).fill(409)])
  for (const { status, body } of answers) if (status === 409) expect(body.detail).toContain(winner)
})

test('parallel POSTs of staff with one address: one is made, the others are told', async () => {
  const body = { name: 'Jo', email: `${unique('jo')}@example.org`, password: 'a-long-enough-password', role: 'read' }
  const answers = await twenty(() => call('POST', '/staff', { body }))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  for (const { status } of answers) expect([201, 409, 422]).toContain(status)
})
