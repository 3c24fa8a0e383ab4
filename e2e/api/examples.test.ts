import { beforeAll, describe, expect, test } from 'vitest'
import { call, makeLocation, makeVehicle, uniqueMac } from '@/e2e/api/client'
import { inHours } from '@/e2e/api/schedule-times'

type Entry = {
  operationId: string
  parameters?: {
    in: string
    name: string
    example?: unknown
    schema: { example?: unknown; items?: { example?: unknown } }
  }[]
  requestBody?: { content: { 'application/json': { example: unknown } } }
}
type Sent = { id: string; method: string; path: string; body: unknown }

let uid: string
let bus: string
let examples: Sent[]

/** The examples of every call as they stand, those that end the caller's own session left out. */
async function readExamples(): Promise<Sent[]> {
  const { paths } = (await call('GET', '/openapi.json')).body as { paths: Record<string, Record<string, Entry>> }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, entry]) => ({
      id: entry.operationId,
      method: method.toUpperCase(),
      path: filled(path, entry),
      body: entry.requestBody?.content['application/json'].example,
    })),
  )
}

function filled(path: string, { parameters = [] }: Entry): string {
  const exampleOf = ({ example, schema }: NonNullable<Entry['parameters']>[number]) =>
    encodeURIComponent(String(example ?? schema.example ?? schema.items?.example))
  return parameters
    .filter((one) => one.in === 'path')
    .reduce((url, one) => url.replace(`{${one.name}}`, exampleOf(one)), path)
    .replace(/^\/api/, '')
}

const send = ({ method, path, body }: Sent) => call(method, path, { body })

/** Everything of the depot that a call could damage. */
async function everything() {
  const read = async (path: string) => (await call('GET', path)).body
  const { schedules, recurringSchedules } = await read(`/vehicles/${bus}/schedules?plan=false`)
  const { tokens } = await read('/auth/tokens')
  return {
    location: await read(`/locations/${uid}`),
    vehicle: await read(`/vehicles/${bus}`),
    schedules,
    recurringSchedules,
    tokens: tokens.filter(({ name }: { name: string }) => name === uid).map(({ id }: { id: string }) => id),
    staff: (await read('/staff')).staff.filter(({ name }: { name: string }) => name === uid),
  }
}

beforeAll(async () => {
  examples = await readExamples()
  uid = await makeLocation({ powerLimitkW: 300, tariff: { currency: 'EUR', weekly: [] } })
  bus = await makeVehicle({ locationUid: uid, chargingPorts: [{ macAddress: uniqueMac(), type: 'CCS2' }] })
  const stay = (from: number) => ({
    plannedArrivalTime: inHours(from),
    plannedDepartureTime: inHours(from + 8),
    targetSoC: 90,
  })
  const schedules = [stay(-2), stay(20), { ...stay(44), recurrenceRule: 'FREQ=DAILY' }]
  expect(await call('POST', `/vehicles/${bus}/schedules`, { body: { schedules } })).toMatchObject({ status: 200 })
  await call('POST', '/auth/tokens', { body: { name: uid, role: 'read' } })
  await call('POST', '/staff', {
    body: { name: uid, email: `${uid}@depot.example`, password: 'a long passphrase', role: 'read' },
  })
})

describe('the examples of the OpenAPI document do no harm:', () => {
  test('sent as they stand, all of them leave a depot as it is', async () => {
    const before = await everything()
    for (const example of examples) {
      const { status } = await send(example)
      expect(status, `${example.id} answers ${status}`).toBeLessThan(500)
    }
    expect(await everything()).toEqual(before)
  }, 120_000)

  test('none removes or changes a schedule of the vehicle that it is sent for', async () => {
    const before = await everything()
    const kept = (rows: { id: string }[]) =>
      rows.filter(({ id }) => before.schedules.some((one: { id: string }) => one.id === id))
    for (const { id, method, path, body } of examples) {
      if (method === 'DELETE' || !/schedule/i.test(id)) continue
      const text = JSON.stringify(body)?.replaceAll('example-bus-12', bus).replaceAll('example-depot', uid)
      const url = path.replace('example-bus-12', bus).replace('example-depot', uid)
      const answer = await call(method, url, { rawBody: text })
      expect(answer.status, `${id} answers ${answer.status}`).toBeLessThan(500)
      expect(answer.body.removedScheduleIds ?? []).toEqual([])
    }
    const after = await everything()
    expect(kept(after.schedules)).toEqual(before.schedules)
    expect(after.recurringSchedules).toEqual(before.recurringSchedules)
  })

  test('the posted ones are taken as they stand by a vehicle of the depot', async () => {
    const post = examples.find(({ id }) => id === 'postSchedules')
    const rawBody = JSON.stringify(post?.body).replaceAll('example-depot', uid)
    const answer = await call('POST', `/vehicles/${await makeVehicle({ locationUid: uid })}/schedules`, { rawBody })
    expect(answer.body).toMatchObject({ ids: [expect.any(String)], skipped: [] })
  })
})

describe('a query name that is a slip of a known one', () => {
  test.each(['dryrun', 'dry_run', 'dryRunn', 'DryRun', 'maxremoved'])(
    '%s is refused by its name, and nothing is written',
    async (name) => {
      const before = await everything()
      const body = { replaceFutureSchedules: true, schedules: [] }
      const answer = await call('POST', `/vehicles/${bus}/schedules?${name}=1`, { body })
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: name }] } })
      expect((await everything()).schedules).toEqual(before.schedules)
    },
  )

  test.each([
    ['PUT', 'dryRun'],
    ['PATCH', 'dryRun'],
    ['DELETE', 'dryRun'],
    ['DELETE', 'dry_run'],
  ])('%s of a vehicle, which cannot be tried, refuses %s and writes nothing', async (method, name) => {
    const path = `/vehicles/${await makeVehicle({ name: 'As it was' })}`
    const answer = await call(method, `${path}?${name}=true`, method === 'DELETE' ? {} : { body: { name: 'New' } })
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: name }] } })
    expect((await call('GET', path)).body).toMatchObject({ name: 'As it was' })
  })

  test('is refused by every call that has query names; one that resembles none is ignored', async () => {
    expect(await call('GET', '/vehicles?location_uid=x')).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'location_uid' }] },
    })
    expect(await call('GET', `/locations/${uid}/load?form=0`)).toMatchObject({ status: 400 })
    expect(await call('GET', `/vehicles?utm_source=x&locationUid=${uid}`)).toMatchObject({ status: 200 })
  })
})
