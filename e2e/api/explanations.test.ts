import { describe, expect, test } from 'vitest'
import { call, makeLocation, makeVehicle, makeVehicleWithoutTaper, tokenFor } from '@/e2e/api/client'
import { inHours, stay } from '@/e2e/api/schedule-times'

type Body = Record<string, unknown>
// biome-ignore lint/suspicious/noExplicitAny: answers under test have no known shape
type Answer = any

/** A depot whose bus gets 160 of the 320 kWh that it wants: 40 kW for four hours, and nobody else asks. */
async function shortDepot(settings: Body = {}, wishes: Body = {}) {
  const uid = await makeLocation({ powerLimitkW: 40, departureMarginMinutes: 0, ...settings })
  const bus = await makeVehicleWithoutTaper({ locationUid: uid })
  const body = { schedules: [stay(1, 5, { startSoC: 20, ...wishes })] }
  const [id]: string[] = (await call('POST', `/vehicles/${bus}/schedules`, { body })).body.ids
  await planNow(uid)
  return { uid, bus, id: id ?? '' }
}

const planNow = (uid: string) => call('POST', `/locations/${uid}/plan`)
const read = async (id: string): Promise<Answer> => (await call('GET', `/schedules/${id}`)).body
const fixesOf = (bus: string, id: string, token?: string) =>
  call('GET', `/vehicles/${bus}/schedules/${id}/fixes`, { token })
const fixOf = async (bus: string, id: string, kind: string): Promise<Answer> =>
  (await fixesOf(bus, id)).body.fixes.find((fix: Body) => fix.kind === kind)
const patch = (bus: string, id: string, change: Body) =>
  call('PATCH', `/vehicles/${bus}/schedules`, { body: { schedules: [{ id, ...change }] } })

async function expectNoShortfall(uid: string, id: string) {
  expect((await planNow(uid)).status).toBe(200)
  const { plan, explanation } = await read(id)
  expect(plan.reachedTargetSocInSchedule).toBe(true)
  expect(explanation.shortfall).toBeUndefined()
}

describe('the explanation of a plan', () => {
  test('says why the vehicle is short, and of each segment why it is as it is', async () => {
    const { id } = await shortDepot()
    const { plan, explanation } = await read(id)
    expect(explanation.shortfall).toEqual({
      ...{ cause: 'site-limit', missingKwh: 160, missingPoints: 40, endSoc: 60, targetSoc: 100 },
      ...{ neededMinutes: 128, availableMinutes: 240 },
    })
    expect(explanation.slack).toEqual({ targetMinutes: 112, minimumMinutes: 240 })
    expect(explanation.reasons.map(({ from, to }: Body) => [from, to])).toEqual(
      plan.segments.map(({ from, to }: Body) => [from, to]),
    )
    expect(explanation.reasons).toContainEqual(
      expect.objectContaining({ code: 'held-at-limit', powerKw: 40, limitKw: 40 }),
    )
  })

  test('goes beside the plan in every read that gives plans, and not without it', async () => {
    const { uid, bus, id } = await shortDepot()
    const { explanation } = await read(id)
    const reads = [
      (await call('GET', `/locations/${uid}/schedules`)).body.schedules[0],
      (await call('GET', `/vehicles/${bus}/schedules`)).body.schedules[0],
      (await call('GET', `/vehicles/${bus}/schedules/active`)).body.currentOrNext,
    ]
    for (const schedule of reads) expect(schedule.explanation).toEqual(explanation)
    const [without] = (await call('GET', `/locations/${uid}/schedules?plan=false`)).body.schedules
    expect(without).not.toHaveProperty('explanation')
  })

  test('stands on the readiness board without the reasons of the steps, as steps are not explained there', async () => {
    const { uid, id } = await shortDepot()
    const { explanation } = await read(id)
    const { departures } = (await call('GET', `/locations/${uid}/readiness`)).body
    expect(departures).toHaveLength(1)
    expect(departures[0].schedule.explanation).toEqual({ ...explanation, reasons: [] })
  })

  test('is of the planner’s own plans alone, and nobody can send one', async () => {
    const { bus, id } = await shortDepot()
    const { explanation, plan } = await read(id)
    const said = { ...explanation, slack: { targetMinutes: 1 } }
    expect((await patch(bus, id, { explanation: said })).status).toBe(200)
    expect((await read(id)).explanation).toEqual(explanation)
    await patch(bus, id, { plan, planMeta: { frozen: true } })
    const frozen = await read(id)
    expect(frozen.plan.segments).toEqual(plan.segments)
    expect(frozen).not.toHaveProperty('explanation')
  })

  test('changes with what is around the plan, also where the plan itself stays as it is', async () => {
    const dear = (perkWh: number) => ({
      tariff: {
        dates: [
          { ...hours(0, 3), perkWh },
          { ...hours(3, 9), perkWh: 0.1 },
        ],
      },
    })
    const { uid, id } = await shortDepot(
      { strategy: 'lowest-cost', powerLimitkW: 150, ...dear(0.2) },
      { targetSoC: 60 },
    )
    const before = await read(id)
    const waits = { code: 'waits-for-cheaper', at: before.plan.segments[1].from, pricePerKwh: 0.1 }
    expect(before.explanation.reasons[0]).toMatchObject({ ...waits, insteadOfPerKwh: 0.2 })
    await call('PATCH', `/locations/${uid}`, { body: dear(0.3) })
    await planNow(uid)
    const after = await read(id)
    expect(after.explanation.reasons[0]).toMatchObject({ ...waits, insteadOfPerKwh: 0.3 })
    expect({ ...after, explanation: null }).toEqual({ ...before, explanation: null })
  })
})

const hours = (from: number, to: number) => ({ from: inHours(from), to: inHours(to) })

describe('a fix that is applied through the API ends the shortfall', () => {
  test('a higher limit for a time, beside the limits that hold at other times', async () => {
    const other = { ...hours(6, 7), powerkW: 10 }
    const within = { ...hours(2, 3), powerkW: 30 }
    const { uid, bus, id } = await shortDepot({ powerLimits: { dates: [within, other] } })
    const fix = await fixOf(bus, id, 'raise-limit')
    expect(fix).toMatchObject({ byKw: 43, from: inHours(1), to: inHours(5) })
    expect(fix.powerLimits.dates).toEqual([
      { ...hours(1, 2), powerkW: 83 },
      { ...hours(2, 3), powerkW: 73 },
      { ...hours(3, 5), powerkW: 83 },
      other,
    ])
    const { status } = await call('PATCH', `/locations/${uid}`, { body: { powerLimits: fix.powerLimits } })
    expect(status).toBe(200)
    await expectNoShortfall(uid, id)
  })

  test('a later departure', async () => {
    const { uid, bus, id } = await shortDepot()
    const fix = await fixOf(bus, id, 'later-departure')
    expect(fix).toEqual({ kind: 'later-departure', byMinutes: 240, to: inHours(9) })
    await patch(bus, id, { plannedDepartureTime: fix.to })
    await expectNoShortfall(uid, id)
  })

  test('a lower target', async () => {
    const { uid, bus, id } = await shortDepot()
    const fix = await fixOf(bus, id, 'lower-target')
    expect(fix).toEqual({ kind: 'lower-target', targetSoc: 60 })
    await patch(bus, id, { targetSoC: fix.targetSoc })
    await expectNoShortfall(uid, id)
  })

  test('a higher priority, and it says whom it costs what', async () => {
    const { uid, bus, id } = await shortDepot({}, { targetSoC: 50 })
    const rival = await makeVehicleWithoutTaper({ locationUid: uid })
    const body = { schedules: [stay(1, 5, { startSoC: 20, targetSoC: 50 })] }
    const [rivalId] = (await call('POST', `/vehicles/${rival}/schedules`, { body })).body.ids
    const fix = await fixOf(bus, id, 'higher-priority')
    expect(fix).toMatchObject({ priority: 1, costs: [{ scheduleId: rivalId, evId: rival }] })
    expect(fix.costs[0].points).toBeCloseTo(10, 3)
    await patch(bus, id, { priority: fix.priority })
    await expectNoShortfall(uid, id)
  })
})

describe('the fixes of a schedule', () => {
  test('are those of the depot as it is now, with the shortfall that they end', async () => {
    const { bus, id } = await shortDepot()
    const { status, body } = await fixesOf(bus, id)
    expect(status).toBe(200)
    expect(body.shortfall).toMatchObject({ cause: 'site-limit', missingPoints: 40 })
    expect(body.fixes.map(({ kind }: Body) => kind)).toEqual(['raise-limit', 'later-departure', 'lower-target'])
    await patch(bus, id, { targetSoC: 50 })
    expect((await fixesOf(bus, id)).body).toEqual({ fixes: [] })
  })

  test('exist for an occurrence of a rule and for a later day, but not for the rule', async () => {
    const uid = await makeLocation({ powerLimitkW: 40, departureMarginMinutes: 0 })
    const bus = await makeVehicleWithoutTaper({ locationUid: uid })
    const rule = { ...stay(1, 5, { startSoC: 20 }), recurrenceRule: 'FREQ=DAILY' }
    const [id] = (await call('POST', `/vehicles/${bus}/schedules`, { body: { schedules: [rule] } })).body.ids
    const occurrences = (await call('GET', `/vehicles/${bus}/schedules`)).body.schedules
    for (const one of [occurrences[0], occurrences[4]]) {
      const fix = await fixOf(bus, one.id, 'lower-target')
      expect(fix).toEqual({ kind: 'lower-target', targetSoc: 60 })
    }
    expect(await fixesOf(bus, id)).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('occurrences') },
    })
  })

  test('move a departure only as far as the vehicle’s next stay allows', async () => {
    const { bus, id } = await shortDepot()
    await call('POST', `/vehicles/${bus}/schedules`, { body: { schedules: [stay(8, 9)] } })
    const kinds = (await fixesOf(bus, id)).body.fixes.map(({ kind }: Body) => kind)
    expect(kinds).toEqual(['raise-limit', 'lower-target'])
  })

  test.each([
    ['whose plan is frozen', 'unfreeze', (plan: Body) => ({ plan, planMeta: { frozen: true } }), {}],
    ['whose vehicle is not scheduled', 'enableChargeScheduling', null, { enableChargeScheduling: false }],
    ['whose battery nobody knows', 'fullChargeEnergykWh', null, { fullChargeEnergykWh: null }],
  ])('are refused with the reason for a schedule %s', async (_, word, change, vehicle) => {
    const { bus, id } = await shortDepot()
    if (change) await patch(bus, id, change((await read(id)).plan))
    await call('PATCH', `/vehicles/${bus}`, { body: vehicle })
    expect(await fixesOf(bus, id)).toMatchObject({ status: 409, body: { detail: expect.stringContaining(word) } })
  })

  test('are not found for what is unknown, of another vehicle, or hidden from the token', async () => {
    const { uid, bus, id } = await shortDepot()
    const stranger = await makeVehicle()
    expect((await fixesOf(bus, 'nothing')).status).toBe(404)
    expect((await fixesOf('nobody', id)).status).toBe(404)
    expect((await fixesOf(stranger, id)).status).toBe(404)
    const elsewhere = await makeLocation()
    expect((await fixesOf(bus, id, await tokenFor('write', [elsewhere]))).status).toBe(404)
    expect((await fixesOf(bus, id, await tokenFor('read', [uid]))).status).toBe(200)
  })
})
