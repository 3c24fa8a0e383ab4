import { describe, expect, test } from 'vitest'
import { call, makeLocation, makeVehicleWithoutTaper, tokenFor, unique } from '@/e2e/api/client'
import { stay } from '@/e2e/api/schedule-times'

type Body = Record<string, unknown>

/** A depot of 200 kW with two buses of 400 kWh that come at different hours and want 320 kWh each. */
async function depotOfTwo() {
  const uid = await makeLocation({ powerLimitkW: 200, departureMarginMinutes: 0 })
  const [first, second] = [
    await makeVehicleWithoutTaper({ locationUid: uid }),
    await makeVehicleWithoutTaper({ locationUid: uid }),
  ]
  const post = (id: string, schedule: Body) =>
    call('POST', `/vehicles/${id}/schedules`, { body: { schedules: [schedule] } })
  const [a] = (await post(first, stay(1, 9, { startSoC: 20 }))).body.ids
  const [b] = (await post(second, stay(2, 9, { startSoC: 20 }))).body.ids
  return { uid, first, second, ids: [a, b] }
}

const plan = (uid: string, body?: unknown, query = '?dryRun=true') =>
  call('POST', `/locations/${uid}/plan${query}`, { body })
const schedules = async (uid: string) => (await call('GET', `/locations/${uid}/schedules`)).body.schedules

test('a tried plan says what it would change and for whom, and stores nothing', async () => {
  const { uid, second, ids } = await depotOfTwo()
  const stored = await plan(uid, undefined, '')
  expect(stored.body).not.toHaveProperty('comparison')
  const before = await schedules(uid)
  const { status, body } = await plan(uid, { powerLimitkW: 60 })
  expect(status).toBe(200)
  expect(body.peakkW).toBeLessThanOrEqual(60)
  expect(body.unmetkWh).toBeGreaterThan(stored.body.unmetkWh + 100)
  expect(body.comparison.unmetkWh).toBeCloseTo(body.unmetkWh - stored.body.unmetkWh, 3)
  expect(body.comparison.energykWh).toBeCloseTo(-body.comparison.unmetkWh, 3)
  expect(body.comparison.short).toEqual({ before: 0, after: 2 })
  expect(body.comparison.changes.map(({ scheduleId }: Body) => scheduleId).sort()).toEqual([...ids].sort())
  expect(body.comparison.changes).toContainEqual(
    expect.objectContaining({
      ...{ evId: second, kind: 'worse' },
      before: expect.objectContaining({ endSoC: 100, reachedTargetSoC: true }),
      after: expect.objectContaining({ reachedTargetSoC: false }),
    }),
  )
  expect(await schedules(uid)).toEqual(before)
})

test('without overrides nothing changes, with or without a body', async () => {
  const { uid } = await depotOfTwo()
  for (const body of [undefined, {}, { powerLimitkW: 200, strategy: null, delayedVehicles: [] }]) {
    const tried = await plan(uid, body)
    expect(tried).toMatchObject({ status: 200, body: { planned: 2, unmetkWh: 0 } })
    expect(tried.body.comparison).toEqual({
      ...{ peak15kW: 0, peakkW: 0, energykWh: 0, unmetkWh: 0, unchanged: 2, changes: [] },
      ...{ short: { before: 0, after: 0 }, added: 0, addedShort: 0 },
    })
  }
})

test('a vehicle that comes later, or only after its departure, has less time to charge', async () => {
  const { uid, second, ids } = await depotOfTwo()
  const late = await plan(uid, { delayedVehicles: [{ vehicleId: second, delayMinutes: 360 }] })
  // One hour is left at 150 kW.
  expect(late.body.unmetkWh).toBeCloseTo(170, 3)
  expect(late.body.comparison.changes).toContainEqual(expect.objectContaining({ scheduleId: ids[1], kind: 'worse' }))
  const never = await plan(uid, { delayedVehicles: [{ vehicleId: second, delayMinutes: 600 }] })
  expect(never.body.unmetkWh).toBeCloseTo(320, 3)
})

test('another strategy and no limit can be tried', async () => {
  const { uid } = await depotOfTwo()
  const flat = await plan(uid)
  const soon = await plan(uid, { strategy: 'as-soon-as-possible', powerLimitkW: null })
  expect(soon.body.peakkW).toBeCloseTo(300, 3)
  expect(soon.body.comparison.peakkW).toBeCloseTo(300 - flat.body.peakkW, 3)
})

test('limits for a time can be tried, as a PATCH of the location would leave them', async () => {
  const { uid } = await depotOfTwo()
  const [from, to] = [stay(1, 9).plannedArrivalTime, stay(1, 9).plannedDepartureTime]
  const dates = [{ from, to, powerkW: 60 }]
  const tried = await plan(uid, { powerLimits: { dates } })
  expect(tried.status).toBe(200)
  expect(tried.body.peakkW).toBeLessThanOrEqual(60)
  expect(tried.body.comparison.unmetkWh).toBeGreaterThan(100)
  expect((await call('PATCH', `/locations/${uid}`, { body: { powerLimits: { dates } } })).status).toBe(200)
  const kept = await plan(uid)
  expect(kept.body.unmetkWh).toBeCloseTo(tried.body.unmetkWh, 3)
  const removed = await plan(uid, { powerLimits: null })
  expect(removed.body).toMatchObject({ unmetkWh: 0, comparison: { unmetkWh: -kept.body.unmetkWh } })
  const refused = await plan(uid, { powerLimits: { dates: [...dates, ...dates, { from: to, to: from, powerkW: 1 }] } })
  expect(refused).toMatchObject({ status: 422, body: { errors: expect.any(Array) } })
  expect(refused.body.errors.map(({ path }: Body) => path).sort()).toEqual([
    'powerLimits.dates[1]',
    'powerLimits.dates[2]',
  ])
})

test('what cannot be tried is refused with its path, and overrides are never stored', async () => {
  const { uid, first } = await depotOfTwo()
  const refused = await plan(uid, { powerLimitkW: -1, strategy: 'hope', delayedVehicles: [{ vehicleId: first }] })
  expect(refused.status).toBe(400)
  expect(refused.body.errors.map(({ path }: Body) => path)).toEqual([
    'powerLimitkW',
    'strategy',
    'delayedVehicles[0].delayMinutes',
  ])
  const unknown = await plan(uid, { delayedVehicles: [{ vehicleId: unique('bus'), delayMinutes: 5 }] })
  expect(unknown).toMatchObject({ status: 422, body: { errors: [{ path: 'delayedVehicles[0].vehicleId' }] } })
  const kept = await plan(uid, { powerLimitkW: 60 }, '')
  expect(kept).toMatchObject({ status: 422, body: { errors: [{ path: 'powerLimitkW' }] } })
  expect((await plan(unique('depot'))).status).toBe(404)
  const elsewhere = await tokenFor('write', [await makeLocation()])
  expect((await call('POST', `/locations/${uid}/plan?dryRun=true`, { token: elsewhere })).status).toBe(404)
})

test('what the call that makes the change would refuse is refused when it is tried, too', async () => {
  const { uid, first, second, ids } = await depotOfTwo()
  const curve = [20, 20].map((soc) => ({ soc, powerkW: 50 }))
  const refused = await plan(uid, {
    minimumSoC: 0.5,
    vehicles: [
      { vehicleId: first, chargingCurve: curve },
      { vehicleId: second, minChargePowerkW: 200 },
    ],
    schedules: [
      { id: ids[0], plannedDepartureTime: new Date(Date.now() + 3_650 * 86_400_000).toISOString() },
      { id: ids[1], targetSoC: 0.8 },
    ],
    newSchedules: [{ vehicleId: first, ...stay(10, 11), minimumSoC: 1 }],
  })
  expect(refused.status).toBe(422)
  expect(refused.body.errors.map(({ path }: Body) => path)).toEqual([
    'minimumSoC',
    'vehicles[0].chargingCurve[1].soc',
    'vehicles[1].minChargePowerkW',
    'schedules[0].plannedDepartureTime',
    'schedules[1].targetSoC',
    'newSchedules[0].minimumSoC',
  ])
})

describe('what can be tried besides, and is as a change through the API would leave it:', () => {
  test('the next vehicles that come late, those that are named apart', async () => {
    const { uid, first, ids } = await depotOfTwo()
    const late = await plan(uid, { lateArrivals: { count: 5, delayMinutes: 600 } })
    expect(late.body.comparison.changes.map(({ scheduleId }: Body) => scheduleId).sort()).toEqual([...ids].sort())
    const one = await plan(uid, { lateArrivals: { count: 1, delayMinutes: 600 } })
    expect(one.body.comparison.short).toEqual({ before: 0, after: 1 })
    expect(one.body.comparison.changes).toContainEqual(expect.objectContaining({ scheduleId: ids[0], kind: 'worse' }))
    const other = await plan(uid, {
      delayedVehicles: [{ vehicleId: first, delayMinutes: 0 }],
      lateArrivals: { count: 1, delayMinutes: 600 },
    })
    expect(other.body.comparison.changes).toContainEqual(expect.objectContaining({ scheduleId: ids[1], kind: 'worse' }))
  })

  test('a colder night, in which each point of charge takes more energy', async () => {
    const { uid } = await depotOfTwo()
    const usual = await plan(uid)
    const colder = await plan(uid, { moreEnergyPercent: 25 })
    expect(colder.body.energykWh).toBeCloseTo(1.25 * usual.body.energykWh, 3)
    expect(colder.body.comparison).toMatchObject({ short: { before: 0, after: 0 }, energykWh: expect.closeTo(160, 3) })
  })

  test('five more vehicles, like those that are there in turn', async () => {
    const { uid } = await depotOfTwo()
    const more = await plan(uid, { moreVehicles: { count: 5 } })
    expect(more.body).toMatchObject({ planned: 7, comparison: { added: 5 } })
    // 7 × 320 kWh are wanted, and 200 kW for 8 hours are there.
    expect(more.body.unmetkWh).toBeCloseTo(7 * 320 - 1600, 3)
    expect(more.body.comparison.short.after).toBeGreaterThan(0)
    expect(more.body.comparison.addedShort).toBeGreaterThan(0)
    const empty = await plan(await makeLocation(), { moreVehicles: { count: 1 } })
    expect(empty).toMatchObject({ status: 422, body: { errors: [{ path: 'moreVehicles' }] } })
  })

  test('another tariff, and none of the prices of single dates', async () => {
    const dates = [{ from: stay(1, 4).plannedArrivalTime, to: stay(1, 4).plannedDepartureTime, perkWh: 1 }]
    const weekly = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'].map((day) => ({
      ...{ day, from: '00:00', to: '24:00', perkWh: 0.5 },
    }))
    const { uid } = await depotOfTwo()
    await call('PATCH', `/locations/${uid}`, { body: { strategy: 'lowest-cost', tariff: { weekly, dates } } })
    const plain = await plan(uid, { tariff: { dates: null } })
    expect(plain.body.cost).toBeCloseTo(320, 2)
    expect(plain.body.cost).toBeLessThanOrEqual(plain.body.cost - plain.body.comparison.cost)
    const none = await plan(uid, { tariff: null })
    expect(none.body).not.toHaveProperty('cost')
    expect(none.body.comparison).not.toHaveProperty('cost')
  })

  test('schedules with other times and targets, as their PATCH leaves them', async () => {
    const { uid, second, ids } = await depotOfTwo()
    const change = { plannedDepartureTime: stay(2, 4).plannedDepartureTime, targetSoC: 100 }
    const tried = await plan(uid, { schedules: [{ id: ids[1], ...change }] })
    // Two hours at 150 kW bring 300 of the 320 kWh.
    expect(tried.body.unmetkWh).toBeCloseTo(20, 3)
    await call('PATCH', `/vehicles/${second}/schedules`, { body: { schedules: [{ id: ids[1], ...change }] } })
    expect((await plan(uid)).body).toMatchObject({ unmetkWh: tried.body.unmetkWh, peak15kW: tried.body.peak15kW })
    const refused = await plan(uid, {
      schedules: [{ id: unique('sch') }, { id: ids[0], plannedDepartureTime: stay(0, 1).plannedDepartureTime }],
    })
    expect(refused.body.errors.map(({ path }: Body) => path)).toEqual([
      'schedules[0].id',
      'schedules[1].plannedDepartureTime',
    ])
  })

  test('a plan that is given back to the planner, or kept: it counts on both sides', async () => {
    const { uid, first, ids } = await depotOfTwo()
    await plan(uid, undefined, '')
    const keep = (frozen: boolean) =>
      call('PATCH', `/vehicles/${first}/schedules`, { body: { schedules: [{ id: ids[0], planMeta: { frozen } }] } })
    const kept = await plan(uid, { schedules: [{ id: ids[0], frozen: true }] })
    expect(kept.body.comparison).toMatchObject({ unchanged: 2, changes: [] })
    expect(kept.body.comparison.energykWh).toBeCloseTo(0, 1)
    await keep(true)
    await call('PATCH', `/locations/${uid}`, { body: { powerLimitkW: 60 } })
    const { comparison, unmetkWh } = (await plan(uid, { schedules: [{ id: ids[0], frozen: false }] })).body
    expect(comparison.short.before).toBe(1)
    expect(comparison.energykWh).toBeCloseTo(-comparison.unmetkWh, 1)
    expect(comparison.changes.map(({ scheduleId }: Body) => scheduleId).sort()).toEqual([...ids].sort())
    await keep(false)
    expect((await plan(uid)).body.unmetkWh).toBeCloseTo(unmetkWh, 1)
  })

  test('schedules that there are not yet, of vehicles that the caller sees', async () => {
    const { uid } = await depotOfTwo()
    const third = await makeVehicleWithoutTaper({ locationUid: uid })
    const hidden = await makeVehicleWithoutTaper({ locationUid: await makeLocation() })
    const schedule = { vehicleId: third, ...stay(3, 5, { startSoC: 0, targetSoC: 100 }) }
    const tried = await plan(uid, { newSchedules: [schedule] })
    // Two hours at 150 kW bring 300 of 400 kWh.
    expect(tried.body).toMatchObject({ planned: 3, comparison: { added: 1, addedShort: 1 } })
    expect(tried.body.unmetkWh).toBeCloseTo(100, 3)
    const token = await tokenFor('write', [uid])
    const refused = await call('POST', `/locations/${uid}/plan?dryRun=true`, {
      ...{ token, body: { newSchedules: [{ ...schedule, vehicleId: hidden }] } },
    })
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: 'newSchedules[0].vehicleId' }] } })
  })

  test('schedules that are removed: a dated one, an occurrence, and a rule without what has begun', async () => {
    const { uid, second, ids } = await depotOfTwo()
    const one = await plan(uid, { removedSchedules: [ids[0], unique('unknown')] })
    expect(one.body).toMatchObject({ planned: 1, comparison: { added: 0 } })
    const rule = stay(20, 22, { startSoC: 0, targetSoC: 30, recurrenceRule: 'FREQ=DAILY' })
    const posted = await call('POST', `/vehicles/${second}/schedules`, { body: { schedules: [rule] } })
    const [ruleId] = posted.body.ids
    const day = String(rule.plannedArrivalTime).slice(0, 10).replaceAll('-', '')
    expect((await plan(uid, {})).body.planned).toBe(3)
    for (const id of [ruleId, `${ruleId}:${day}`])
      expect((await plan(uid, { removedSchedules: [id] })).body.planned).toBe(2)
  })

  test('vehicles with other attributes', async () => {
    const { uid, second, ids } = await depotOfTwo()
    const tried = await plan(uid, { vehicles: [{ vehicleId: second, maxChargePowerkW: 30, chargingCurve: null }] })
    expect(tried.body.comparison.changes).toContainEqual(expect.objectContaining({ scheduleId: ids[1], kind: 'worse' }))
    const off = await plan(uid, { vehicles: [{ vehicleId: second, enableChargeScheduling: false }] })
    expect(off.body.planned).toBe(1)
    const unknown = await plan(uid, { vehicles: [{ vehicleId: unique('bus') }, { vehicleId: second }] })
    expect(unknown).toMatchObject({ status: 422, body: { errors: [{ path: 'vehicles[0].vehicleId' }] } })
  })

  test('a charger that gives nothing to the vehicle that is connected there', async () => {
    const { uid, id, place } = await connectedBus()
    const out = (evseId?: number) => plan(uid, { chargersOut: [{ stationId: place.stationId, evseId }] })
    for (const tried of [await out(), await out(2)])
      expect(tried.body.comparison).toMatchObject({
        short: { before: 0, after: 1 },
        changes: [{ scheduleId: id, kind: 'worse', after: { energykWh: 0 } }],
      })
    expect((await out(1)).body.comparison).toMatchObject({ changes: [], unchanged: 1 })
    const unknown = await plan(uid, { chargersOut: [{ stationId: unique('CP') }] })
    expect(unknown).toMatchObject({ status: 422, body: { errors: [{ path: 'chargersOut[0].stationId' }] } })
  })

  test('a charging station with other powers, for the vehicle that is connected there', async () => {
    const { uid, id, place } = await connectedBus()
    const { stationId, evseId } = place
    const evses = [{ evseId, maxPowerkW: 120 }, { evseId: 1 }]
    await call('PUT', `/stations/${stationId}`, { body: { locationUid: uid, maxPowerkW: 150, evses } })
    const tried = (change: object) => plan(uid, { stations: [{ stationId, ...change }] })
    for (const change of [{ maxPowerkW: 12 }, { evses: [{ evseId, maxPowerkW: 12 }] }])
      expect((await tried(change)).body.comparison).toMatchObject({
        short: { before: 0, after: 1 },
        changes: [{ scheduleId: id, kind: 'worse' }],
      })
    const other = await tried({ maxPowerkW: 150, evses: [{ evseId: 1, maxPowerkW: 12 }] })
    expect(other.body.comparison).toMatchObject({ changes: [], unchanged: 1 })
    const unknown = await plan(uid, { stations: [{ stationId: unique('CP'), maxPowerkW: 12 }] })
    expect(unknown).toMatchObject({ status: 422, body: { errors: [{ path: 'stations[0].stationId' }] } })
    const twice = await plan(uid, { stations: [{ stationId }, { stationId }] })
    expect(twice).toMatchObject({ status: 400, body: { errors: [{ path: 'stations[1].stationId' }] } })
  })
})

/** A bus that is connected at a charger for nine hours more. */
async function connectedBus() {
  const uid = await makeLocation({ powerLimitkW: 200, departureMarginMinutes: 0 })
  const bus = await makeVehicleWithoutTaper({ locationUid: uid })
  const body = { schedules: [stay(-1, 9, { startSoC: 20 })] }
  const [id] = (await call('POST', `/vehicles/${bus}/schedules`, { body })).body.ids
  const place = { locationUid: uid, stationId: unique('CP'), evseId: 2 }
  const event = { id: unique('e'), type: 'ev-connected', timestamp: new Date().toISOString(), vehicleId: bus, ...place }
  await call('POST', '/charging-events', { body: { events: [event] } })
  return { uid, id, place }
}

test('whatever is tried, nothing of the depot, its schedules, its vehicles and its plans is changed', async () => {
  const { uid, first, second, ids } = await depotOfTwo()
  await plan(uid, undefined, '')
  const everything = async () => [
    await schedules(uid),
    (await call('GET', `/locations/${uid}`)).body,
    (await call('GET', `/vehicles?locationUid=${uid}`)).body,
    (await call('GET', `/locations/${uid}/readiness`)).body.lastPlan,
  ]
  const before = await everything()
  const tried = await plan(uid, {
    ...{ powerLimitkW: 60, strategy: 'as-soon-as-possible', tariff: { currency: 'EUR' }, moreEnergyPercent: 20 },
    ...{ lateArrivals: { count: 1, delayMinutes: 30 }, moreVehicles: { count: 5 } },
    vehicles: [{ vehicleId: first, maxChargePowerkW: 20 }],
    schedules: [{ id: ids[0], targetSoC: 50 }],
    newSchedules: [{ vehicleId: second, ...stay(12, 15) }],
  })
  expect(tried.status).toBe(200)
  expect(tried.body.comparison.changes.length).toBeGreaterThan(0)
  expect(await everything()).toEqual(before)
})
