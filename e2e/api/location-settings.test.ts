import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { call, makeLocation, unique } from '@/e2e/api/client'
import { LocationInput } from '@/lib/contract/location'

const get = async (uid: string) => (await call('GET', `/locations/${uid}`)).body

describe('every setting of the contract', () => {
  /** A value for each; the compiler asks for one when a setting is added. */
  const settings: Required<z.input<typeof LocationInput>> = {
    locationId: 'D-01',
    name: 'North',
    address: 'Varikkotie 1',
    city: 'Helsinki',
    postalCode: '00100',
    country: 'Finland',
    countryCode: 'FI',
    lat: 60.2,
    lng: 24.9,
    timeZone: 'Europe/Helsinki',
    powerLimitkW: 900,
    powerLimits: {
      dates: [
        { from: '2060-01-01T00:00:00.000Z', to: '2060-01-02T00:00:00.000Z', powerkW: 400, note: 'New transformer' },
      ],
    },
    chargingEfficiency: 0.94,
    baseLoad: { weekly: [{ day: 'MO', from: '00:00', to: '24:00', powerkW: 40 }], dates: [] },
    tariff: {
      currency: 'EUR',
      demandChargePerkW: 9.5,
      demandPeriod: 'year',
      peakSoFarkW: 310,
      weekly: [{ day: 'SU', from: '00:00', to: '06:00', perkWh: -0.01 }],
      dates: [],
    },
    strategy: 'balanced',
    targetSoC: 95,
    minimumSoC: 40,
    bulkSoC: 85,
    departureMarginMinutes: 5,
    readyBufferMinutes: 45,
    assumedArrivalSoC: 25,
    controlChargers: false,
    powerRules: [{ tag: 'bulk', idealPowerkW: 120 }],
  }

  test.each(['PUT', 'PATCH'])('that %s takes is given back, by itself and in the list', async (method) => {
    expect(Object.keys(settings).sort()).toEqual(Object.keys(LocationInput.shape).sort())
    const uid = await makeLocation()
    expect((await call(method, `/locations/${uid}`, { body: settings })).status).toBe(200)
    const { tariff, ...others } = await get(uid)
    // Read-only, and what it is depends on the day.
    const { computedPeakkW: _, ...said } = tariff
    expect({ ...others, tariff: said }).toEqual({ id: uid, ...settings })
    const { locations } = (await call('GET', '/locations')).body
    expect(locations).toContainEqual({ id: uid, ...settings })
  })
})

test('what is not said has the contract’s defaults, and null goes back to them', async () => {
  const uid = unique('depot')
  expect((await call('PUT', `/locations/${uid}`, { body: {} })).status).toBe(201)
  const defaults = await get(uid)
  expect(defaults).toMatchObject({ readyBufferMinutes: 30, controlChargers: true, departureMarginMinutes: 10 })
  await call('PATCH', `/locations/${uid}`, { body: { readyBufferMinutes: 0, controlChargers: false } })
  expect(await get(uid)).toMatchObject({ readyBufferMinutes: 0, controlChargers: false })
  await call('PATCH', `/locations/${uid}`, { body: { readyBufferMinutes: null, controlChargers: null } })
  expect(await get(uid)).toEqual(defaults)
})

test.each<[object, string]>([
  [{ readyBufferMinutes: -1 }, 'readyBufferMinutes'],
  [{ controlChargers: 'yes' }, 'controlChargers'],
  [{ tariff: { demandPeriod: 'week' } }, 'tariff.demandPeriod'],
  [{ tariff: { peakSoFarkW: -1 } }, 'tariff.peakSoFarkW'],
  [
    { powerLimits: { dates: [{ from: '2060-01-01T00:00:00Z', to: '2060-01-02T00:00:00Z', powerkW: 4, note: 7 }] } },
    'powerLimits.dates[0].note',
  ],
])('%j is refused with its path', async (body, path) => {
  const refused = await call('PUT', `/locations/${unique('depot')}`, { body })
  expect(refused).toMatchObject({ status: 400, body: { errors: [{ path }] } })
})

test('a change answers the version that it made, and a change of that version takes it back, but no later one', async () => {
  const uid = await makeLocation({ powerLimitkW: 500 })
  const path = `/locations/${uid}`
  const mine = await call('PATCH', path, { body: { powerLimitkW: 300 } })
  const etag = mine.headers.get('etag') ?? ''
  expect(etag).toBe((await call('GET', path)).headers.get('etag'))
  await call('PATCH', path, { body: { powerLimitkW: 200 } })
  const back = await call('PATCH', path, { body: { powerLimitkW: 500 }, headers: { 'if-match': etag } })
  expect(back.status).toBe(412)
  expect((await get(uid)).powerLimitkW).toBe(200)
})
