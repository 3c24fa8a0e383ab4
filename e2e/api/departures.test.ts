import { describe, expect, test } from 'vitest'
import { call, makeLocation, makeVehicle, tokenFor, unique } from '@/e2e/api/client'
import { inHours, stay } from '@/e2e/api/schedule-times'

type Body = Record<string, unknown>

/** A depot whose bus gets 160 of the 320 kWh that it wants, and 60 % instead of 100. */
async function shortDepot(more: Body = {}) {
  const uid = await makeLocation({ powerLimitkW: 40, departureMarginMinutes: 0 })
  const bus = await makeVehicle({
    locationUid: uid,
    chargingCurve: [
      { soc: 0, powerkW: 150 },
      { soc: 100, powerkW: 150 },
    ],
  })
  const schedules = [stay(1, 5, { startSoC: 20, ...more })]
  const [id = '']: string[] = (await call('POST', `/vehicles/${bus}/schedules`, { body: { schedules } })).body.ids
  await call('POST', `/locations/${uid}/plan`)
  return { uid, bus, id }
}

const board = async (uid: string) => (await call('GET', `/locations/${uid}/readiness`)).body.departures
const timeline = (uid: string, query = '') => call('GET', `/locations/${uid}/timeline${query}`)
const departures = (bus: string, query = '') => call('GET', `/vehicles/${bus}/departures${query}`)

describe('a state is the same on the board, the timeline and the vehicle’s page', () => {
  test.each([
    ['will miss its minimum', { minimumSoC: 80 }, 'will-miss'],
    ['is above its minimum and short of its target', { minimumSoC: 50 }, 'short-of-target'],
    ['reaches its target', { targetSoC: 50 }, 'away'],
  ])('of a bus that %s', async (_, wishes, state) => {
    const { uid, bus, id } = await shortDepot(wishes)
    const [shown] = await board(uid)
    expect(shown).toMatchObject({ state, schedule: { id } })
    const [drawn] = (await timeline(uid)).body.stays
    expect(drawn).toMatchObject({ id, vehicleId: bus, state, predictedSoC: shown.predictedSoC })
    expect((await departures(bus)).body.departures).toEqual([shown])
  })
})

test('how far a vehicle goes with what it leaves with is said where its battery and its consumption are known', async () => {
  const { uid, bus } = await shortDepot({ minimumSoC: 80 })
  const [unknown] = await board(uid)
  expect(unknown).not.toHaveProperty('predictedRangekm')
  await call('PATCH', `/vehicles/${bus}`, { body: { consumption: 1_200 } })
  const [{ predictedSoC, predictedRangekm }] = await board(uid)
  expect(predictedSoC).toBeCloseTo(60, 0)
  // 60 % of 400 kWh, at 1.2 kWh a kilometre.
  expect(predictedRangekm).toBeCloseTo((predictedSoC * 4) / 1.2, -1)
})

describe('a timeline', () => {
  test('draws the plan’s power in minutes after the arrival', async () => {
    const { uid, id } = await shortDepot()
    const { plan } = (await call('GET', `/schedules/${id}`)).body
    const [{ arrival, planned, maxPowerkW }] = (await timeline(uid)).body.stays
    const energyKwh = planned.reduce((sum: number, [from, to, kW]: number[]) => sum + ((to! - from!) / 60) * kW!, 0)
    expect(energyKwh).toBeCloseTo(plan.energyKwh, 0)
    expect(maxPowerkW).toBe(150)
    expect(arrival).toBe(Date.parse((await call('GET', `/schedules/${id}`)).body.plannedArrivalTime))
  })

  test('holds the stays that overlap its range and no other', async () => {
    const { uid, id } = await shortDepot()
    const ids = async (from: number, to: number) =>
      (await timeline(uid, `?from=${Date.parse(inHours(from))}&to=${Date.parse(inHours(to))}`)).body.stays.map(
        (one: Body) => one.id,
      )
    expect(await ids(-24, 0)).toEqual([])
    expect(await ids(2, 3)).toEqual([id])
    expect(await ids(6, 30)).toEqual([])
    expect(await ids(72, 96)).toEqual([])
  })

  test('holds the stays of the vehicles that are asked for, and of guests, by rows and by rules', async () => {
    const { uid, bus } = await shortDepot()
    const other = await makeVehicle({ locationUid: uid })
    const guest = await makeVehicle({ locationUid: await makeLocation() })
    const regular = await makeVehicle({ locationUid: await makeLocation() })
    const here = { locationUid: uid }
    await call('POST', `/vehicles/${other}/schedules`, { body: { schedules: [stay(1, 5)] } })
    await call('POST', `/vehicles/${guest}/schedules`, { body: { schedules: [stay(2, 6, here)] } })
    const rule = stay(2, 6, { ...here, recurrenceRule: 'FREQ=DAILY' })
    expect((await call('POST', `/vehicles/${regular}/schedules`, { body: { schedules: [rule] } })).status).toBe(200)
    const vehicles = async (query: string) =>
      new Set((await timeline(uid, query)).body.stays.map(({ vehicleId }: Body) => vehicleId))
    expect(await vehicles('')).toEqual(new Set([bus, other, guest, regular]))
    expect(await vehicles(`?vehicleId=${bus}`)).toEqual(new Set([bus]))
    expect(await vehicles(`?vehicleId=${bus}&vehicleId=${guest}`)).toEqual(new Set([bus, guest]))
    expect(await vehicles('?guests=true')).toEqual(new Set([guest, regular]))
    expect(await vehicles(`?guests=true&vehicleId=${other}`)).toEqual(new Set([other, guest, regular]))
    expect(await vehicles('?guests=false')).toEqual(new Set([bus, other, guest, regular]))
    expect(await vehicles(`?vehicleId=${unique('nobody')}`)).toEqual(new Set())
  })

  test('refuses a range that is empty or too long, and a location that is not there or not seen', async () => {
    const uid = await makeLocation()
    expect((await timeline(uid, '?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z')).status).toBe(400)
    expect((await timeline(uid, '?from=2026-01-01T00:00:00Z&to=2026-02-02T00:00:00Z')).status).toBe(400)
    expect((await timeline(unique('nowhere'))).status).toBe(404)
    const token = await tokenFor('read', [await makeLocation()])
    expect((await call('GET', `/locations/${uid}/timeline`, { token })).status).toBe(404)
  })
})

describe('a vehicle’s departures', () => {
  test('leave out what the caller may not see', async () => {
    const [north, south] = [await makeLocation(), await makeLocation()]
    const bus = await makeVehicle({ locationUid: [north, south] })
    const schedules = [stay(1, 5, { locationUid: north }), stay(7, 9, { locationUid: south })]
    const { ids } = (await call('POST', `/vehicles/${bus}/schedules`, { body: { schedules } })).body
    const idsOf = ({ body }: { body: { departures: { schedule: Body }[] } }) =>
      body.departures.map(({ schedule }) => schedule.id)
    expect(idsOf(await departures(bus))).toEqual(ids)
    const token = await tokenFor('read', [south])
    expect(idsOf(await call('GET', `/vehicles/${bus}/departures`, { token }))).toEqual([ids[1]])
    expect((await departures(unique('nobody'))).status).toBe(404)
    expect((await departures(bus, '?to=2020-01-01T00:00:00Z')).status).toBe(400)
  })
})
