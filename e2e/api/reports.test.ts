import { describe, expect, test } from 'vitest'
import { call, makeLocation, makeVehicle, tokenFor, unique } from '@/e2e/api/client'

const HOUR = 3_600_000
const QUARTER = HOUR / 4
const BASE_KW = 30
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** A midnight in UTC some days ago: what is reported has passed, whatever day it is. */
const midnight = (daysAgo: number) => (Math.floor(Date.now() / (24 * HOUR)) - daysAgo) * 24 * HOUR

const report = (uid: string, query: string, token?: string) =>
  call('GET', `/locations/${uid}/reports${query}`, token === undefined ? {} : { token })

async function depot() {
  const slots = DAYS.map((day) => ({ day, from: '00:00', to: '24:00' }))
  return makeLocation({
    baseLoad: { weekly: slots.map((slot) => ({ ...slot, powerkW: BASE_KW })), dates: [] },
    tariff: {
      ...{ currency: 'EUR', demandChargePerkW: 10, dates: [] },
      weekly: slots.map((slot) => ({ ...slot, perkWh: 0.2 })),
    },
  })
}

/** A vehicle that charges at this power for so many quarter-hours, as its charger reports it. @returns the kWh */
async function charges(uid: string, from: number, powerkW: number, quarters: number): Promise<number> {
  const mac = Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => byte.toString(16).padStart(2, '0'))
  mac[0] = '02'
  const macAddress = mac.join(':')
  await makeVehicle({ locationUid: uid, chargingPorts: [{ macAddress, type: 'CCS2' }] })
  const station = unique('st')
  const event = (type: string, at: number, more: object = {}) => ({
    ...{ id: unique('event'), type, timestamp: new Date(at).toISOString(), macAddress, locationUid: uid },
    ...{ stationId: station, evseId: '1', transactionId: `tx-${station}` },
    ...more,
  })
  const kwhAfter = (count: number) => (powerkW * count) / 4
  const events = [
    event('ev-connected', from),
    event('charging-started', from, { energykWh: 0 }),
    ...Array.from({ length: quarters }, (_, index) =>
      event('meter', from + (index + 1) * QUARTER, { powerkW, energykWh: kwhAfter(index + 1) }),
    ),
    event('charging-stopped', from + quarters * QUARTER, { energykWh: kwhAfter(quarters) }),
    event('ev-disconnected', from + quarters * QUARTER),
  ]
  const { body } = await call('POST', '/charging-events', { body: { events } })
  expect(new Set(body.results.map(({ status }: { status: string }) => status))).toEqual(new Set(['accepted']))
  return kwhAfter(quarters)
}

describe('a report', () => {
  test('has the energy of its sessions, the peak that the load shows, and its cost', async () => {
    const uid = await depot()
    const from = midnight(4)
    const to = midnight(1)
    const energykWh =
      (await charges(uid, from + 2 * HOUR, 60, 8)) +
      (await charges(uid, from + 3 * HOUR, 100, 6)) +
      (await charges(uid, from + 30 * HOUR, 40, 4))
    // Of the session that goes on over the end, the first hour counts.
    await charges(uid, to - HOUR, 80, 8)
    const { status, body } = await report(uid, `?from=${from}&to=${to}`)
    expect(status).toBe(200)
    expect(body.measuredkWh).toBeCloseTo(energykWh + 80, 1)
    expect(body.actual).toMatchObject({
      energykWh: body.measuredkWh,
      peak15From: new Date(from + 3 * HOUR).toISOString(),
      peak15kW: BASE_KW + 160,
    })
    expect(body.actual.energyCost).toBeCloseTo(0.2 * body.measuredkWh, 1)
    const load = (await call('GET', `/locations/${uid}/load?from=${from}&to=${to}`)).body
    expect(load.totals).toMatchObject({ peak15kW: body.actual.peak15kW, cost: body.actual.cost })
    expect(body.days).toHaveLength(3)
    expect(body.vehicles.map((one: { energykWh: number }) => one.energykWh)).toEqual([150, 120, 80, 40])
  })

  test('of a week or a month is the one of its first and last midnight, and without a time that of this month', async () => {
    const uid = await makeLocation({ timeZone: 'Europe/Helsinki' })
    expect((await report(uid, '?week=2026-W14')).body).toMatchObject({
      from: '2026-03-29T21:00:00.000Z',
      to: '2026-04-05T21:00:00.000Z',
    })
    const month = (await report(uid, '?month=2026-03')).body
    expect(month).toMatchObject({ from: '2026-02-28T22:00:00.000Z', to: '2026-03-31T21:00:00.000Z' })
    const { from, to } = (await report(uid, '')).body
    expect(Date.parse(from)).toBeLessThanOrEqual(Date.now())
    expect(Date.parse(to)).toBeGreaterThan(Date.parse(from))
  })

  test.each([
    ['?month=2026-13', 'month'],
    ['?week=2026-W54', 'week'],
    ['?month=2026-01&week=2026-W01', 'month'],
    ['?from=2026-01-01T00:00:00Z', 'to'],
    ['?from=2026-01-01T00:00:00Z&to=2026-06-01T00:00:00Z', 'to'],
  ])('%s is refused, and the fault names %s', async (query, path) => {
    const uid = await makeLocation()
    const { status, body } = await report(uid, query)
    expect(status).toBe(400)
    expect(body.errors).toContainEqual(expect.objectContaining({ path }))
  })

  test('is read with the right to read, and of a location that the token does not see it is not found', async () => {
    const uid = await makeLocation()
    expect((await report(uid, '', await tokenFor('read', [uid]))).status).toBe(200)
    expect((await report(uid, '', await tokenFor('admin', [await makeLocation()]))).status).toBe(404)
  })
})
