import { expect, test } from 'vitest'
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
      ...{ peakkW: 0, energykWh: 0, unmetkWh: 0, unchanged: 2, changes: [] },
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
