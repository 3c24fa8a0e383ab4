import { describe, expect, test } from 'vitest'
import { call, makeLocation, makeVehicle, tokenFor } from '@/e2e/api/client'
import { inHours, stay } from '@/e2e/api/schedule-times'

const post = (id: string, schedules: unknown[], more: Record<string, unknown> = {}, token?: string) =>
  call('POST', `/vehicles/${id}/schedules`, { body: { schedules, ...more }, token })
const patch = (id: string, schedules: unknown[], token?: string) =>
  call('PATCH', `/vehicles/${id}/schedules`, { body: { schedules }, token })
const list = async (id: string) => (await call('GET', `/vehicles/${id}/schedules`)).body.schedules
const moveTo = (id: string, locationUid: unknown) => call('PATCH', `/vehicles/${id}`, { body: { locationUid } })

describe('what a PATCH does not send is not judged anew', () => {
  test('a stay and a rule at a location that is no longer the vehicle’s can be changed', async () => {
    const uid = await makeLocation({ targetSoC: 85 })
    const id = await makeVehicle({ locationUid: uid })
    const rule = stay(24, 30, { recurrenceRule: 'FREQ=DAILY;COUNT=3' })
    const { ids } = (await post(id, [stay(1, 5, { targetSoC: 50 }), rule])).body
    for (const elsewhere of [await makeLocation(), null]) {
      await moveTo(id, elsewhere)
      const answer = await patch(
        id,
        ids.map((one: string) => ({ id: one, priority: 3, targetSoC: null })),
      )
      expect(answer).toMatchObject({ status: 200, body: { success: true, skippedScheduleIds: [] } })
      expect((await list(id))[0]).toMatchObject({ id: ids[0], locationUid: uid, priority: 3, targetSoC: 85 })
    }
    expect((await patch(id, [{ id: ids[0], locationUid: 'nowhere' }])).body).toMatchObject({
      status: 422,
      errors: [{ path: 'schedules[0].locationUid' }],
    })
  })
})

describe('a token that is narrowed to a location', () => {
  async function twoDepots() {
    const [own, hidden] = [await makeLocation(), await makeLocation()]
    return { own, hidden, token: await tokenFor('write', [own]) }
  }

  test('does not delete a vehicle with stays, rules or locations that it does not see: 409 without details', async () => {
    const { own, hidden, token } = await twoDepots()
    const withStay = await makeVehicle({ locationUid: own })
    await post(withStay, [stay(2, 6, { locationUid: hidden })])
    const withRule = await makeVehicle({ locationUid: own })
    await post(withRule, [stay(24, 30, { locationUid: hidden, recurrenceRule: 'FREQ=DAILY' })])
    const withLocation = await makeVehicle({ locationUid: [own, hidden] })
    for (const id of [withStay, withRule, withLocation]) {
      const refused = await call('DELETE', `/vehicles/${id}`, { token })
      expect(refused.status).toBe(409)
      expect(JSON.stringify(refused.body)).not.toContain(hidden)
      expect((await call('GET', `/vehicles/${id}`)).status).toBe(200)
    }
    expect(await list(withStay)).toHaveLength(1)
    expect((await call('DELETE', `/vehicles/${withStay}`)).status).toBe(204)
    const plain = await makeVehicle({ locationUid: own })
    await post(plain, [stay(2, 6)])
    expect((await call('DELETE', `/vehicles/${plain}`, { token })).status).toBe(204)
  })

  test('does not take an occurrence that was moved out of its sight along with the rule', async () => {
    const { own, hidden, token } = await twoDepots()
    const id = await makeVehicle({ locationUid: own })
    const [rule] = (await post(id, [stay(24, 30, { recurrenceRule: 'FREQ=DAILY;COUNT=4' })])).body.ids
    const second = (await list(id))[1].id
    expect((await patch(id, [{ id: second, locationUid: hidden }])).body.success).toBe(true)
    const before = await list(id)
    const refusals = [
      await call('DELETE', `/vehicles/${id}/schedules/${rule}`, { token }),
      await post(id, [], { replaceFutureSchedules: true }, token),
      await patch(id, [{ id: rule, recurrenceRule: 'FREQ=DAILY;COUNT=1' }], token),
    ]
    for (const refused of refusals) {
      expect(refused.status).toBe(409)
      expect(JSON.stringify(refused.body)).not.toContain(hidden)
      expect(JSON.stringify(refused.body)).not.toContain(second)
    }
    expect(await list(id)).toEqual(before)
    expect((await patch(id, [{ id: rule, priority: 7 }], token)).body).toMatchObject({ success: true })
    expect((await call('DELETE', `/vehicles/${id}/schedules/${rule}`)).status).toBe(204)
  })
})

describe('a vehicle’s own lists show that a stay recurs', () => {
  test('recurringSchedules has the rules with an occurrence in the range, and an occurrence names its rule', async () => {
    const id = await makeVehicle({ locationUid: await makeLocation() })
    const recurrenceRule = 'FREQ=DAILY;COUNT=3'
    const { ids } = (await post(id, [stay(1, 5), stay(24, 30, { recurrenceRule })])).body
    const { body } = await call('GET', `/vehicles/${id}/schedules`)
    expect(body.recurringSchedules).toMatchObject([{ id: ids[1], evId: id, recurrenceRule }])
    expect(body.schedules[0]).not.toHaveProperty('recurringScheduleId')
    const occurrences = body.schedules.slice(1)
    expect(occurrences).toHaveLength(3)
    for (const occurrence of occurrences)
      expect(occurrence).toMatchObject({ recurringScheduleId: ids[1], recurrenceRule })
    const near = await call('GET', `/vehicles/${id}/schedules?from=${inHours(0)}&to=${inHours(10)}`)
    expect(near.body.recurringSchedules).toEqual([])
  })

  test('an occurrence with a row of its own says it too: in lists, by itself and as the active one', async () => {
    const uid = await makeLocation()
    const id = await makeVehicle({ locationUid: uid })
    const recurrenceRule = 'FREQ=DAILY;COUNT=2'
    const [rule] = (await post(id, [stay(24, 30, { recurrenceRule })])).body.ids
    const [{ id: first }] = await list(id)
    // The rule that comes along with an occurrence that was read is no change.
    const answer = await patch(id, [{ id: first, recurrenceRule, priority: 4, targetSoC: 70 }])
    expect(answer).toMatchObject({ status: 200, body: { success: true } })
    const shown = { id: first, priority: 4, recurringScheduleId: rule, recurrenceRule }
    expect((await list(id))[0]).toMatchObject(shown)
    expect((await call('GET', `/locations/${uid}/schedules`)).body.schedules[0]).toMatchObject(shown)
    expect((await call('GET', `/schedules/${first}`)).body).toMatchObject(shown)
    expect((await call('GET', `/vehicles/${id}/schedules/active`)).body.currentOrNext).toMatchObject(shown)
    expect((await patch(id, [{ id: first, recurrenceRule: 'FREQ=DAILY' }])).status).toBe(422)
  })

  test('an entry that was read as an occurrence is posted as a dated stay', async () => {
    const id = await makeVehicle({ locationUid: await makeLocation() })
    await post(id, [stay(24, 30, { recurrenceRule: 'FREQ=DAILY;COUNT=2' })])
    const read = await list(id)
    const answer = await post(id, read, { replaceFutureSchedules: true })
    expect(answer.status).toBe(200)
    const { schedules, recurringSchedules } = (await call('GET', `/vehicles/${id}/schedules`)).body
    expect(recurringSchedules).toEqual([])
    expect(schedules).toHaveLength(2)
    for (const one of schedules) expect(one).not.toHaveProperty('recurringScheduleId')
  })
})

describe('SoC in percent', () => {
  test.each([0.35, 1])('a target or a minimum of %d looks like a fraction of one: 422', async (value) => {
    const uid = await makeLocation()
    const id = await makeVehicle({ locationUid: uid })
    const { ids } = (await post(id, [stay(1, 5)])).body
    for (const name of ['targetSoC', 'minimumSoC']) {
      const fault = [{ path: expect.stringContaining(name), message: expect.stringContaining('fraction') }]
      expect((await post(id, [stay(6, 9, { [name]: value })])).body).toMatchObject({ status: 422, errors: fault })
      expect((await patch(id, [{ id: ids[0], [name]: value }])).body).toMatchObject({ status: 422, errors: fault })
      expect((await call('PATCH', `/locations/${uid}`, { body: { [name]: value } })).body).toMatchObject({
        status: 422,
        errors: fault,
      })
    }
    expect((await post(id, [stay(6, 9, { targetSoC: 1.5, minimumSoC: 0, startSoC: 0.5 })])).status).toBe(200)
  })
})

describe('lists', () => {
  test('a posted plan comes back with its lists as arrays, empty where nothing was said', async () => {
    const id = await makeVehicle({ locationUid: await makeLocation() })
    const plan = { endSoc: 80, schedule: { settings: { bulkSoC: 80 } } }
    const rule = stay(24, 30, { recurrenceRule: 'FREQ=DAILY;COUNT=2', plan })
    await post(id, [stay(1, 5, { plan, planMeta: { frozen: true } }), rule])
    const { schedules, recurringSchedules } = (await call('GET', `/vehicles/${id}/schedules`)).body
    const rehearsed = await call('POST', `/vehicles/${id}/schedules?dryRun=true`, {
      body: { schedules: [stay(6, 9, { plan })] },
    })
    for (const shown of [schedules[0], recurringSchedules[0], rehearsed.body.created[0]])
      expect(shown.plan).toEqual({
        endSoc: 80,
        segments: [],
        pastSegments: [],
        schedule: { settings: { bulkSoC: 80, powerRules: [] } },
      })
  })

  test('a plan of ours has pastSegments where nothing is past', async () => {
    const uid = await makeLocation()
    const id = await makeVehicle({ locationUid: uid })
    await post(id, [stay(2, 9, { startSoC: 50 })])
    expect((await call('POST', `/locations/${uid}/plan`, { body: {} })).body.planned).toBe(1)
    const [{ plan }] = await list(id)
    expect(plan.pastSegments).toEqual([])
    expect(plan.segments.length).toBeGreaterThan(0)
    expect(plan.schedule.settings.powerRules).toEqual([])
  })
})

describe('POST /schedules/batch', () => {
  test('a vehicle that is malformed is its own result', async () => {
    const id = await makeVehicle({ locationUid: await makeLocation() })
    const vehicles = [
      { vehicleId: '..', schedules: [] },
      { vehicleId: id, schedules: [stay(1, 5)] },
      { vehicleId: 'not an id', schedules: [] },
      { vehicleId: 12, schedules: [] },
      { schedules: [] },
      { vehicleId: `${id}x`, schedules: 'none' },
      { vehicleId: '..', schedules: [] },
      null,
    ]
    const { status, body } = await call('POST', '/schedules/batch', { body: { vehicles } })
    expect(status).toBe(200)
    expect(body.results.map((result: { status: number }) => result.status)).toEqual([
      400, 200, 400, 400, 400, 400, 400, 400,
    ])
    expect(body.results[0]).toMatchObject({ vehicleId: '..', error: { errors: [{ path: 'vehicleId' }] } })
    expect(body.results[5]).toMatchObject({ error: { errors: [{ path: 'schedules' }] } })
    const twice = [
      { vehicleId: id, schedules: [] },
      { vehicleId: id, schedules: [] },
    ]
    expect((await call('POST', '/schedules/batch', { body: { vehicles: twice } })).status).toBe(400)
  })
})
