import postgres from 'postgres'
import { afterAll, describe, expect, test } from 'vitest'
import { call, makeLocation, makeVehicle, tokenFor, unique, uniqueMac } from '@/e2e/api/client'
import { given } from '@/e2e/api/given'

const sql = postgres(given('databaseUrl'), { max: 2 })
afterAll(() => sql.end())

const MINUTE = 60_000
const now = Math.floor(Date.now() / 1000) * 1000
const at = (minutes: number) => new Date(now + minutes * MINUTE).toISOString()

type Event = Record<string, unknown> & { id: string }
let count = 0
const event = (type: string, minutes: number, more: Record<string, unknown> = {}): Event => ({
  id: `${unique('evt')}-${count++}`,
  type,
  timestamp: at(minutes),
  ...more,
})

async function post(events: unknown[], token?: string) {
  const answer = await call('POST', '/charging-events', { body: { events }, token })
  expect(answer.status).toBe(200)
  return answer.body.results as { id?: string; status: string; error?: string; warnings?: string[] }[]
}
const statuses = async (events: unknown[], token?: string) => (await post(events, token)).map(({ status }) => status)

/** A vehicle with a port, that is to stay at a location from an hour ago for eight hours. */
async function makeStay(attributes: Record<string, unknown> = {}) {
  const locationUid = await makeLocation()
  const macAddress = uniqueMac()
  const vehicleId = await makeVehicle({ locationUid, chargingPorts: [{ macAddress, type: 'CCS2' }], ...attributes })
  const { body } = await call('POST', `/vehicles/${vehicleId}/schedules`, {
    body: { schedules: [{ locationUid, plannedArrivalTime: at(-60), plannedDepartureTime: at(420), targetSoC: 90 }] },
  })
  return { locationUid, macAddress, vehicleId, stayId: body.ids[0] as string }
}

/** What the database holds of a stay, times in minutes from now. */
async function stateOf(stayId: string) {
  const minutes = (column: string) => sql`round(extract(epoch from ${sql(column)} - ${at(0)}::timestamptz) / 60)::int`
  const [row] = await sql`
    select ${minutes('connected_at')} as connected, ${minutes('disconnected_at')} as disconnected,
      ${minutes('charging_started_at')} as started, ${minutes('charging_ended_at')} as ended,
      measured_start_soc as start, measured_soc as soc from stay where id = ${stayId}`
  return row
}

const night = (macAddress: string): Event[] => [
  event('ev-connected', -50, { macAddress, transactionId: 'tx', soc: 30 }),
  event('charging-started', -45, { macAddress, transactionId: 'tx' }),
  event('meter', -30, { macAddress, transactionId: 'tx', powerkW: 80, energykWh: 20 }),
  event('meter', -15, { macAddress, transactionId: 'tx', powerkW: 80, energykWh: 40, soc: 40 }),
  event('charging-stopped', -10, { macAddress, transactionId: 'tx', energykWh: 44 }),
]
const NIGHT = { connected: -50, disconnected: null, started: -45, ended: -10, start: 30, soc: 41 }

describe('POST /charging-events', () => {
  test('answers for each event in request order, and one bad event does not lose the others', async () => {
    const { macAddress, vehicleId } = await makeStay()
    const good = event('ev-connected', -5, { macAddress: macAddress.toLowerCase().replaceAll(':', '-') })
    const byId = event('meter', -4, { vehicleId, soc: 50 })
    const events = [
      { id: 'x', type: 'nonsense', timestamp: at(0), macAddress },
      good,
      null,
      event('meter', -4, { macAddress: uniqueMac() }),
      byId,
      good,
      { ...event('meter', -3), macAddress: undefined },
      event('connector-status', -3, { status: 'Available', connectorId: '1' }),
    ]
    const results = await post(events)
    expect(results.map(({ status }) => status)).toEqual([
      'invalid',
      'accepted',
      'invalid',
      'unknown-vehicle',
      'accepted',
      'duplicate',
      'invalid',
      'accepted',
    ])
    expect(results[0]).toMatchObject({ id: 'x', error: expect.stringContaining('type') })
    expect(results[2]).not.toHaveProperty('id')
  })

  test.each([
    ['no events', {}],
    ['events that are no array', { events: 'x' }],
    ['over 1,000 events', { events: Array.from({ length: 1_001 }, () => ({})) }],
  ])('refuses %s with 400', async (_, body) => {
    const answer = await call('POST', '/charging-events', { body })
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'events' }] } })
  })

  test.each([
    ['a local time', { timestamp: '2026-11-22T17:30:00' }],
    ['a time of over 400 days ago', { timestamp: at(-401 * 24 * 60) }],
    ['an unknown location', { locationUid: 'nowhere' }],
  ])('calls %s invalid and says why', async (_, more) => {
    const [result] = await post([event('meter', 0, { macAddress: uniqueMac(), ...more })])
    expect(result).toMatchObject({ status: 'invalid', error: expect.stringContaining(Object.keys(more)[0] ?? '') })
  })

  test.each([
    ['a time years ahead', { timestamp: '2199-01-01T00:00:00Z' }],
    ['a SoC over 100', { soc: 101 }],
    ['the SoC that is not available', { soc: 255 }],
    ['NUL in a text', { stationId: 'a\0' }],
    ['half of a surrogate pair in the V2ICP message', { v2icp: { a: '\ud800' } }],
    ['an odometer of words', { odometer: 'far' }],
    ['an energy below 0', { energykWh: -1 }],
    ['a second name that is none', { vehicleId: '' }],
  ])('leaves out %s, says so, and takes the event', async (_, more) => {
    const { macAddress, stayId } = await makeStay()
    const [result] = await post([event('ev-connected', 0, { macAddress, ...more })])
    expect(result).toMatchObject({
      status: 'accepted',
      warnings: [expect.stringContaining(Object.keys(more)[0] ?? '')],
    })
    expect(await stateOf(stayId)).toMatchObject({ connected: 0, soc: null })
  })

  test('a whole evening sets the times of the transaction and the measured SoC, carried forward by the meter', async () => {
    const { macAddress, stayId } = await makeStay()
    expect(new Set(await statuses(night(macAddress)))).toEqual(new Set(['accepted']))
    expect(await stateOf(stayId)).toEqual(NIGHT)
  })

  test('late and out-of-order events, one by one, give the same state', async () => {
    for (const order of [
      [4, 3, 2, 1, 0],
      [2, 0, 4, 1, 3],
      [3, 4, 0, 2, 1],
    ]) {
      const { macAddress, stayId } = await makeStay()
      const events = night(macAddress)
      for (const index of order) await post([events[index]])
      expect(await stateOf(stayId)).toEqual(NIGHT)
    }
  })

  test('the metered means hold what was charged, whatever the order', async () => {
    const { macAddress, vehicleId } = await makeStay()
    for (const each of night(macAddress).reverse()) await post([each])
    const [row] = await sql`
      select sum(m.energy_kwh) as energy, min(m.from_at)::text as first, count(*)::int as count
      from metered_interval m join vehicle v on v.key = m.vehicle_key where v.id = ${vehicleId}`
    expect(row?.energy).toBeCloseTo(44, 6)
  })

  test('the same events again, also from parallel calls, are duplicates and change nothing', async () => {
    const { macAddress, stayId } = await makeStay()
    const events = night(macAddress)
    const answers = await Promise.all(Array.from({ length: 6 }, () => statuses(events)))
    for (const index of events.keys()) {
      const of = answers.map((answer) => answer[index])
      expect(of.filter((status) => status === 'accepted')).toHaveLength(1)
      expect(of.filter((status) => status === 'duplicate')).toHaveLength(5)
    }
    expect(await stateOf(stayId)).toEqual(NIGHT)
  })

  test('parallel calls with different events of one vehicle lose none', async () => {
    const { macAddress, stayId } = await makeStay()
    const answers = await Promise.all(night(macAddress).map((each) => statuses([each])))
    expect(answers.flat()).toEqual(Array.from({ length: 5 }, () => 'accepted'))
    expect(await stateOf(stayId)).toEqual(NIGHT)
  })

  test('an event of an unknown vehicle is taken when it comes again and the vehicle is known', async () => {
    const macAddress = uniqueMac()
    const each = event('ev-connected', -5, { macAddress })
    expect(await statuses([each])).toEqual(['unknown-vehicle'])
    expect(await statuses([each])).toEqual(['unknown-vehicle'])
    await makeVehicle({ evMacAddress: macAddress })
    expect(await statuses([each])).toEqual(['accepted'])
    expect(await statuses([each])).toEqual(['duplicate'])
  })

  test('a schedule that is posted after its vehicle was connected follows the events too', async () => {
    const locationUid = await makeLocation()
    const macAddress = uniqueMac()
    const vehicleId = await makeVehicle({ evMacAddress: macAddress })
    await post([event('ev-connected', -30, { macAddress, locationUid, soc: 44 })])
    const schedule = { locationUid, plannedArrivalTime: at(-60), plannedDepartureTime: at(420), targetSoC: 90 }
    const { body } = await call('POST', `/vehicles/${vehicleId}/schedules`, { body: { schedules: [schedule] } })
    await post([event('meter', -10, { macAddress, locationUid })])
    expect(await stateOf(body.ids[0])).toMatchObject({ connected: -30, start: 44, soc: 44 })
  })

  test('a vehicle that is said to connect at two places in one instant is at one, and no other vehicle’s event is lost', async () => {
    const { macAddress, stayId, locationUid } = await makeStay()
    const other = await makeStay()
    const there = (evseId: string) => event('ev-connected', -5, { macAddress, locationUid, stationId: 's', evseId })
    const events = [there('1'), there('2'), event('ev-connected', -5, { macAddress: other.macAddress })]
    expect(await statuses(events)).toEqual(['accepted', 'accepted', 'accepted'])
    expect(await stateOf(stayId)).toMatchObject({ connected: -5, disconnected: null })
    expect(await stateOf(other.stayId)).toMatchObject({ connected: -5 })
  })

  test('a connection at another location than planned does not touch the stay', async () => {
    const { macAddress, stayId } = await makeStay()
    await post([event('ev-connected', -5, { macAddress, locationUid: await makeLocation() })])
    expect(await stateOf(stayId)).toMatchObject({ connected: null })
  })

  test('the last V2ICP message by its own time is the vehicle’s, and does not change its ETag', async () => {
    const { macAddress, vehicleId, locationUid } = await makeStay()
    const before = (await call('GET', `/vehicles/${vehicleId}`)).headers.get('etag')
    const message = { vin: 'WEB1', prec_reqtime: 30, prec_eamount: 12_000, bat_reqtime: 255 }
    await post([event('v2icp', -5, { macAddress, locationUid, odometer: 120, v2icp: message })])
    await post([event('v2icp', -9, { macAddress, locationUid, v2icp: { vin: 'OLD' } })])
    const { body, headers } = await call('GET', `/vehicles/${vehicleId}`)
    expect(body.v2icp).toEqual({
      ...{ evId: vehicleId, evMacAddress: macAddress, locationUid, odometer: 120 },
      ...{ timestamp: at(-5), v2icp: message, vin: 'WEB1' },
    })
    expect(headers.get('etag')).toBe(before)
  })

  test('asks for a plan with the latest cause', async () => {
    const { macAddress, locationUid, vehicleId } = await makeStay()
    await post([event('meter', -2, { macAddress, soc: 50 }), event('ev-connected', -5, { macAddress })])
    const [row] = await sql`select trigger, trigger_description from plan_request where location_uid = ${locationUid}`
    expect(row).toEqual({
      trigger: 'soc-updated',
      trigger_description: `Vehicle ${vehicleId} reported a state of charge of 50 %.`,
    })
    await post([event('ev-disconnected', -1, { macAddress })])
    const [after] = await sql`select trigger from plan_request where location_uid = ${locationUid}`
    expect(after).toEqual({ trigger: 'ev-disconnected' })
  })

  test('a token that is narrowed to a location sees only its vehicles and locations', async () => {
    const [mine, other] = [await makeStay(), await makeStay()]
    const token = await tokenFor('write', [mine.locationUid])
    const events = [
      event('ev-connected', -5, { macAddress: mine.macAddress }),
      event('ev-connected', -5, { macAddress: other.macAddress }),
      event('ev-connected', -5, { vehicleId: other.vehicleId }),
      event('ev-connected', -5, { macAddress: mine.macAddress, locationUid: other.locationUid }),
    ]
    expect(await statuses(events, token)).toEqual(['accepted', 'unknown-vehicle', 'unknown-vehicle', 'invalid'])
    expect(await stateOf(other.stayId)).toMatchObject({ connected: null })
  })

  test('needs the permission to write', async () => {
    const token = await tokenFor('read')
    expect((await call('POST', '/charging-events', { token, body: { events: [] } })).status).toBe(401)
  })

  test('takes 1,000 events of 200 vehicles at once', async () => {
    const locationUid = await makeLocation()
    const macs = Array.from({ length: 200 }, uniqueMac)
    await Promise.all(macs.map((evMacAddress) => makeVehicle({ evMacAddress, locationUid })))
    const events = macs.flatMap((macAddress) => night(macAddress))
    expect(new Set(await statuses(events))).toEqual(new Set(['accepted']))
    const [row] = await sql`select count(*)::int as count from charging_session where location_uid = ${locationUid}`
    expect(row?.count).toBe(200)
  })
})

test('an event that is none is told in words what it lacks', async () => {
  const { body } = await call('POST', '/charging-events', { body: { events: [5, { type: 'meter' }] } })
  expect(body.results).toEqual([
    { status: 'invalid', error: 'must be an object' },
    { status: 'invalid', error: 'id: is missing; timestamp: is missing' },
  ])
})
