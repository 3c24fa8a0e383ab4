import { expect, test } from 'vitest'
import { call, makeLocation, makeVehicleWithoutTaper } from '@/e2e/api/client'
import { inHours, stay } from '@/e2e/api/schedule-times'

type Interval = { from: string; to: string; powerkW: number }
type LoadInterval = { from: string; limitkW?: number; evPowerkW: number }

const limitOf = (from: number, to: number, powerkW: number): Interval => ({
  ...{ from: inHours(from), to: inHours(to), powerkW },
})
const patch = (uid: string, body: unknown) => call('PATCH', `/locations/${uid}`, { body })
const plan = async (uid: string) => (await call('POST', `/locations/${uid}/plan`)).body
const loadOf = async (uid: string, from: number, to: number): Promise<LoadInterval[]> =>
  (await call('GET', `/locations/${uid}/load?from=${inHours(from)}&to=${inHours(to)}`)).body.intervals

test('a location gives its limits back as UTC, replaces them whole and clears them with null', async () => {
  const uid = await makeLocation({ powerLimitkW: 100 })
  const local = { from: '2030-01-07T03:00:00+02:00', to: '2030-01-07T04:10:00+02:00', powerkW: 142 }
  expect((await patch(uid, { powerLimits: { dates: [local] } })).status).toBe(200)
  const stored = [{ from: '2030-01-07T01:00:00.000Z', to: '2030-01-07T02:10:00.000Z', powerkW: 142 }]
  expect((await call('GET', `/locations/${uid}`)).body.powerLimits).toEqual({ dates: stored })
  expect((await call('GET', '/locations')).body.locations).toContainEqual(
    expect.objectContaining({ id: uid, powerLimits: { dates: stored } }),
  )
  await patch(uid, { powerLimits: { dates: [limitOf(1, 2, 50)] } })
  expect((await call('GET', `/locations/${uid}`)).body.powerLimits.dates).toEqual([limitOf(1, 2, 50)])
  await patch(uid, { powerLimits: null })
  expect((await call('GET', `/locations/${uid}`)).body).not.toHaveProperty('powerLimits')
})

test('a replaced location forgets its limits, and other settings do not touch them', async () => {
  const uid = await makeLocation({ powerLimits: { dates: [limitOf(1, 2, 50)] } })
  await patch(uid, { name: 'North' })
  expect((await call('GET', `/locations/${uid}`)).body.powerLimits.dates).toHaveLength(1)
  await call('PUT', `/locations/${uid}`, { body: { name: 'North' } })
  expect((await call('GET', `/locations/${uid}`)).body).not.toHaveProperty('powerLimits')
})

test('limits that overlap, end before they begin or are below nothing are refused with their paths', async () => {
  const uid = await makeLocation()
  const refused = async (dates: unknown[]) => {
    const { status, body } = await patch(uid, { powerLimits: { dates } })
    return [status, body.errors.map(({ path }: { path: string }) => path)]
  }
  expect(await refused([limitOf(1, 3, 50), limitOf(2, 4, 60)])).toEqual([422, ['powerLimits.dates[1]']])
  expect(await refused([limitOf(3, 1, 50)])).toEqual([422, ['powerLimits.dates[0]']])
  expect(await refused([limitOf(1, 2, -1)])).toEqual([400, ['powerLimits.dates[0].powerkW']])
  expect(await refused([{ from: '2030-01-07T03:00:00', to: inHours(9), powerkW: 1 }])).toEqual([
    ...[400, ['powerLimits.dates[0].from']],
  ])
})

test('the plan keeps a lower limit for its time and uses a higher one', async () => {
  const uid = await makeLocation({ powerLimitkW: 80, departureMarginMinutes: 0 })
  const bus = await makeVehicleWithoutTaper({ locationUid: uid })
  // Four hours at 80 kW leave 80 kWh of 400 open; an hour at 150 instead brings 70 of them.
  await call('POST', `/vehicles/${bus}/schedules`, { body: { schedules: [stay(1, 5, { startSoC: 0 })] } })
  expect((await plan(uid)).unmetkWh).toBeCloseTo(80, 3)
  await patch(uid, { powerLimits: { dates: [limitOf(2, 3, 150)] } })
  expect((await plan(uid)).unmetkWh).toBeCloseTo(10, 3)
  await patch(uid, { powerLimits: { dates: [limitOf(2, 3, 150), limitOf(3, 4, 20)] } })
  expect((await plan(uid)).unmetkWh).toBeCloseTo(70, 3)
  const hours = await loadOf(uid, 2, 5)
  // The tests begin in any minute, so only the quarter-hours well inside are asked for.
  const inside = (hour: number) =>
    hours.filter(({ from }) => from > inHours(hour) && from < inHours(hour + 0.75)).map(({ limitkW }) => limitkW)
  expect(new Set(inside(2))).toEqual(new Set([150]))
  expect(new Set(inside(3))).toEqual(new Set([20]))
  expect(new Set(inside(4))).toEqual(new Set([80]))
})

test('a forecast of a later day is made again when a limit of that day changes', async () => {
  const uid = await makeLocation({ powerLimitkW: 80, departureMarginMinutes: 0 })
  const bus = await makeVehicleWithoutTaper({ locationUid: uid })
  await call('POST', `/vehicles/${bus}/schedules`, { body: { schedules: [stay(60, 64, { startSoC: 0 })] } })
  const endSoc = async () => {
    await plan(uid)
    return (await call('GET', `/locations/${uid}/schedules`)).body.schedules[0].plan.endSoc
  }
  expect(await endSoc()).toBeCloseTo(80, 3)
  await patch(uid, { powerLimits: { dates: [limitOf(60, 62, 150)] } })
  expect(await endSoc()).toBe(100)
})

test('a depot with nothing to plan has a plan of numbers', async () => {
  const tariff = { currency: 'EUR', demandChargePerkW: 10 }
  const { timestamp: _, ...totals } = await plan(await makeLocation({ tariff }))
  expect(totals).toEqual({
    ...{ planned: 0, peak15kW: 0, peakkW: 0, energykWh: 0, unmetkWh: 0 },
    ...{ demandCost: 0, cost: 0 },
  })
})
