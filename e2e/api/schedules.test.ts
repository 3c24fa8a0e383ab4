import { describe, expect, test } from 'vitest'
import { call, makeLocation, makeVehicle, tokenFor, unique } from '@/e2e/api/client'
import { inHours, stay } from '@/e2e/api/schedule-times'

type Stored = { id: string; plannedArrivalTime: string; plannedDepartureTime: string; [name: string]: unknown }

async function depotAndBus(settings: Record<string, unknown> = {}) {
  const uid = await makeLocation(settings)
  return { uid, id: await makeVehicle({ locationUid: uid }) }
}

const post = (id: string, schedules: unknown[], more: Record<string, unknown> = {}, query = '') =>
  call('POST', `/vehicles/${id}/schedules${query}`, { body: { schedules, ...more } })
const list = async (id: string, query = ''): Promise<Stored[]> =>
  (await call('GET', `/vehicles/${id}/schedules${query}`)).body.schedules

describe('POST /vehicles/{vehicleId}/schedules', () => {
  test('creates, gives the ids in request order, fills in the defaults, and leaves out what has no value', async () => {
    const { uid, id } = await depotAndBus({ targetSoC: 90 })
    const answer = await post(id, [stay(30, 40, { startSoC: 20, externalId: 'x1' }), stay(2, 10)])
    expect(answer).toMatchObject({ status: 200, body: { removedScheduleIds: [], skipped: [] } })
    const schedules = await list(id)
    expect(schedules.map((schedule) => schedule.id)).toEqual([answer.body.ids[1], answer.body.ids[0]])
    expect(schedules[0]).toEqual({
      id: answer.body.ids[1],
      evId: id,
      locationUid: uid,
      plannedArrivalTime: inHoursOf(schedules[0]?.plannedArrivalTime),
      plannedDepartureTime: inHoursOf(schedules[0]?.plannedDepartureTime),
      targetSoC: 90,
      priority: 0,
    })
    expect(schedules[1]).toMatchObject({ startSoC: 20, externalId: 'x1', targetSoC: 90 })
  })

  test('changes nothing when the same body comes again', async () => {
    const { id } = await depotAndBus()
    const body = [stay(-1, 5), stay(6, 10, { priority: 3 }), stay(30, 33, { recurrenceRule: 'FREQ=DAILY;COUNT=3' })]
    const first = await post(id, body)
    const before = await list(id)
    const second = await post(id, body, { replaceFutureSchedules: true })
    expect(first.status).toBe(200)
    expect(second.body).toEqual({ ids: first.body.ids, removedScheduleIds: [], skipped: [] })
    expect(await list(id)).toEqual(before)
    const rehearsal = await post(id, body, { replaceFutureSchedules: true }, '?dryRun=true')
    expect(rehearsal.body).toMatchObject({ created: [], updated: [], removed: [] })
  })

  test('recognises a schedule by its departure: it keeps its id, and what is left out goes to its default', async () => {
    const { id } = await depotAndBus({ targetSoC: 85 })
    const [first] = (await post(id, [stay(4, 10, { startSoC: 30, targetSoC: 70, priority: 5, blockId: 'b' })])).body.ids
    const again = await post(id, [stay(3, 10)])
    expect(again.body.ids).toEqual([first])
    const [schedule] = await list(id)
    expect(schedule).toMatchObject({ id: first, plannedArrivalTime: inHours(3), targetSoC: 85, priority: 0 })
    expect(schedule).not.toHaveProperty('startSoC')
    expect(schedule).not.toHaveProperty('blockId')
  })

  test('removes with replaceFutureSchedules what departs in the future and is not among the entries', async () => {
    const { id } = await depotAndBus()
    const { ids } = (await post(id, [stay(-2, 4), stay(5, 9), stay(10, 14)])).body
    const answer = await post(id, [stay(5, 9)], { replaceFutureSchedules: true })
    expect(answer.body.ids).toEqual([ids[1]])
    expect(answer.body.removedScheduleIds.toSorted()).toEqual([ids[0], ids[2]].toSorted())
    expect((await list(id)).map((schedule) => schedule.id)).toEqual([ids[1]])
  })

  test('takes an ongoing entry for the ongoing schedule there, whatever its departure says', async () => {
    const { id } = await depotAndBus()
    const { ids } = (await post(id, [stay(-2, 4)])).body
    const answer = await post(id, [stay(-1, 6)], { replaceFutureSchedules: true })
    expect(answer.body).toEqual({ ids, removedScheduleIds: [], skipped: [] })
    expect(await list(id)).toMatchObject([{ id: ids[0], plannedDepartureTime: inHours(6) }])
  })

  test('does not take an ongoing entry for the ongoing schedule of another location', async () => {
    const { id } = await depotAndBus()
    const elsewhere = await makeLocation()
    const { ids } = (await post(id, [stay(-2, 4)])).body
    const refused = await post(id, [stay(-1, 6, { locationUid: elsewhere })])
    expect(refused).toMatchObject({ status: 409, body: { detail: expect.stringContaining(ids[0]) } })
    const answer = await post(id, [stay(-1, 6, { locationUid: elsewhere })], { replaceFutureSchedules: true })
    expect(answer.body.removedScheduleIds).toEqual(ids)
  })

  test('takes an ongoing entry for the schedule there that has just ended', async () => {
    const { id } = await depotAndBus()
    const { ids } = (await post(id, [stay(-3, 4)])).body
    await call('PATCH', `/vehicles/${id}/schedules`, {
      body: { schedules: [{ id: ids[0], plannedDepartureTime: inHours(-0.2) }] },
    })
    expect((await post(id, [stay(-3, 3)])).body.ids).toEqual(ids)
    expect(await list(id)).toMatchObject([{ id: ids[0], plannedDepartureTime: inHours(3) }])
  })

  test('returns the id of a past entry that is stored, lists the others as skipped, and lets them overlap', async () => {
    const { id } = await depotAndBus()
    const { ids } = (await post(id, [stay(-6, 5)])).body
    await call('PATCH', `/vehicles/${id}/schedules`, {
      body: { schedules: [{ id: ids[0], plannedDepartureTime: inHours(-2) }] },
    })
    const answer = await post(id, [stay(-9, -4), stay(-7, -2, { targetSoC: 40 }), stay(-8, -3), stay(1, 2)])
    expect(answer.body).toMatchObject({ ids: [ids[0], expect.any(String)], skipped: [{ index: 0 }, { index: 2 }] })
    expect((await list(id))[0]).toMatchObject({ id: ids[0], plannedArrivalTime: inHours(-6), targetSoC: 100 })
  })

  test('refuses two entries that overlap with 422 and names both, and an overlap with a stored one with 409', async () => {
    const { id } = await depotAndBus()
    const both = await post(id, [stay(1, 5), stay(10, 12), stay(4, 8)])
    expect(both.status).toBe(422)
    expect(both.body.errors.map((fault: { path: string }) => fault.path).sort()).toEqual([
      'schedules[0]',
      'schedules[2]',
    ])
    const { ids } = (await post(id, [stay(1, 5)])).body
    const stored = await post(id, [stay(20, 30), stay(4, 8)])
    expect(stored).toMatchObject({ status: 409, body: { detail: expect.stringContaining(ids[0]) } })
    expect(await list(id)).toHaveLength(1)
    expect((await post(id, [stay(5, 8)])).status).toBe(200)
  })

  test('swaps two departures in one call', async () => {
    const { id } = await depotAndBus()
    const { ids } = (await post(id, [stay(-1, 3), stay(4, 8)])).body
    const answer = await post(id, [stay(-1, 8)], { replaceFutureSchedules: true })
    expect(answer.body).toEqual({ ids: [ids[0]], removedScheduleIds: [ids[1]], skipped: [] })
  })

  test('names all faults with their paths: wrong by themselves with 400, impossible ones with 422', async () => {
    const id = await makeVehicle()
    const malformed = await post(id, [
      { ...stay(1, 2), targetSoC: 101, recurrenceRule: 'freq=daily' },
      { plannedArrivalTime: '2026-01-01T10:00:00', plannedDepartureTime: inHours(3) },
    ])
    expect(malformed.status).toBe(400)
    expect(malformed.body.errors.map((fault: { path: string }) => fault.path)).toEqual(
      expect.arrayContaining([
        'schedules[0].targetSoC',
        'schedules[0].recurrenceRule',
        'schedules[1].plannedArrivalTime',
      ]),
    )
    const uid = await makeLocation()
    const impossible = await post(id, [
      stay(2, 1, { locationUid: uid }),
      stay(2, 3),
      stay(4, 5, { locationUid: 'nowhere' }),
      stay(6, 6 + 24 * 31.1, { locationUid: uid }),
      stay(7, 8, { locationUid: uid, recurrenceRule: 'FREQ=HOURLY' }),
    ])
    expect(impossible.status).toBe(422)
    expect(impossible.body.errors.map((fault: { path: string }) => fault.path)).toEqual([
      'schedules[0].plannedDepartureTime',
      'schedules[1].locationUid',
      'schedules[2].locationUid',
      'schedules[3].plannedDepartureTime',
      'schedules[4].recurrenceRule',
    ])
  })

  test('takes references of up to 1,000 characters', async () => {
    const { id } = await depotAndBus()
    const reference = 'r'.repeat(1_000)
    expect((await post(id, [stay(1, 2, { externalId: reference, blockId: reference })])).status).toBe(200)
    expect(await list(id)).toMatchObject([{ externalId: reference, blockId: reference }])
    const longer = await post(id, [stay(1, 2, { externalId: `${reference}r` })])
    expect(longer).toMatchObject({ status: 400, body: { errors: [{ path: 'schedules[0].externalId' }] } })
  })

  test('writes nothing in a dry run, and says what it would do with before and after', async () => {
    const { id } = await depotAndBus()
    const { ids } = (await post(id, [stay(1, 2), stay(3, 4, { priority: 1 })])).body
    const before = await list(id)
    const body = [stay(3, 4, { priority: 2 }), stay(5, 6)]
    const { body: answer } = await post(id, body, { replaceFutureSchedules: true }, '?dryRun=true')
    expect(answer).toMatchObject({
      ids: [ids[1], expect.any(String)],
      removedScheduleIds: [ids[0]],
      created: [{ plannedArrivalTime: inHours(5) }],
      updated: [{ before: { id: ids[1], priority: 1 }, after: { id: ids[1], priority: 2 } }],
      removed: [{ id: ids[0] }],
    })
    expect(await list(id)).toEqual(before)
  })

  test('refuses with 409 to remove more than maxRemoved, and changes nothing', async () => {
    const { id } = await depotAndBus()
    await post(id, [stay(1, 2), stay(3, 4)])
    expect((await post(id, [], { replaceFutureSchedules: true }, '?maxRemoved=1')).status).toBe(409)
    expect(await list(id)).toHaveLength(2)
    expect((await post(id, [], { replaceFutureSchedules: true }, '?maxRemoved=2')).status).toBe(200)
  })

  test('takes maxRemoved in the body too, the lower of both', async () => {
    const { id } = await depotAndBus()
    await post(id, [stay(1, 2), stay(3, 4)])
    const replace = (maxRemoved: unknown, query = '') =>
      post(id, [], { replaceFutureSchedules: true, maxRemoved }, query)
    expect((await replace(1)).status).toBe(409)
    expect((await replace(1, '?maxRemoved=5')).status).toBe(409)
    expect((await replace(5, '?maxRemoved=1')).status).toBe(409)
    const vehicles = [{ vehicleId: id, replaceFutureSchedules: true, schedules: [] }]
    expect((await call('POST', '/schedules/batch', { body: { vehicles, maxRemoved: 1 } })).status).toBe(409)
    expect(await replace(-1)).toMatchObject({ status: 400, body: { errors: [{ path: 'maxRemoved' }] } })
    expect(await list(id)).toHaveLength(2)
    expect((await replace(2)).body.removedScheduleIds).toHaveLength(2)
  })

  test('answers 404 for an unknown vehicle', async () => {
    expect((await post(unique('bus'), [])).status).toBe(404)
  })
})

describe('a posted plan', () => {
  const plan = (from: number) => ({
    segments: [
      { from: Date.now() + from * 3_600_000, to: Date.now() + (from + 1) * 3_600_000, powerkW: 42.5, tag: ['bulk'] },
    ],
  })

  test('is kept while it is left out, thawed by a change of times, and dropped by null', async () => {
    const { id } = await depotAndBus()
    const chargingCurve = [80, 100].map((soc) => ({ soc, powerkW: 120 - soc }))
    const posted = { ...plan(3), schedule: { ev: { batterySizekWh: 400, chargingCurve } } }
    await post(id, [stay(2, 6, { plan: posted, planMeta: { frozen: true, triggerDescription: 'by hand' } })])
    expect((await list(id))[0]).toMatchObject({
      plan: posted,
      planMeta: { frozen: true, triggerDescription: 'by hand' },
    })
    await post(id, [stay(2, 6, { priority: 1 })])
    expect((await list(id))[0]).toMatchObject({ plan: posted, planMeta: { frozen: true } })
    await post(id, [stay(1, 6)])
    expect((await list(id))[0]).toMatchObject({ plan: posted, planMeta: { frozen: false } })
    await post(id, [stay(1, 6, { plan: null })])
    expect((await list(id))[0]).not.toHaveProperty('plan')
  })

  test('of a frozen stay changes by PATCH of planMeta alone', async () => {
    const { id } = await depotAndBus()
    const { ids } = (await post(id, [stay(2, 6, { plan: plan(3) })])).body
    const freeze = (frozen: boolean) =>
      call('PATCH', `/vehicles/${id}/schedules`, { body: { schedules: [{ id: ids[0], planMeta: { frozen } }] } })
    await freeze(true)
    expect((await list(id))[0]).toMatchObject({ planMeta: { frozen: true } })
    await freeze(false)
    expect((await list(id))[0]).toMatchObject({ planMeta: { frozen: false } })
  })
})

describe('PATCH /vehicles/{vehicleId}/schedules', () => {
  const patch = (id: string, schedules: unknown[]) =>
    call('PATCH', `/vehicles/${id}/schedules`, { body: { schedules } })

  test('changes what it names, clears with null, and keeps the rest', async () => {
    const { id } = await depotAndBus({ targetSoC: 80 })
    const { ids } = (await post(id, [stay(1, 5, { startSoC: 10, targetSoC: 60, priority: 4, externalId: 'e' })])).body
    const answer = await patch(id, [{ id: ids[0], startSoC: null, targetSoC: null, plannedDepartureTime: inHours(6) }])
    expect(answer).toMatchObject({ status: 200, body: { success: true, skippedScheduleIds: [] } })
    const [schedule] = await list(id)
    expect(schedule).toMatchObject({ targetSoC: 80, priority: 4, externalId: 'e', plannedDepartureTime: inHours(6) })
    expect(schedule).not.toHaveProperty('startSoC')
  })

  test('skips ids that are unknown, of another vehicle or ended, and applies the rest', async () => {
    const { id } = await depotAndBus()
    const other = await depotAndBus()
    const [mine, ended] = (await post(id, [stay(2, 3), stay(-2, 1)])).body.ids
    const [theirs] = (await post(other.id, [stay(2, 3)])).body.ids
    await patch(id, [{ id: ended, plannedDepartureTime: inHours(-1) }])
    const answer = await patch(id, [
      { id: 'nope', priority: 1 },
      { id: ended, priority: 1 },
      { id: mine, priority: 1 },
      { id: theirs, priority: 1 },
    ])
    expect(answer.body).toMatchObject({ success: true, skippedScheduleIds: ['nope', ended, theirs] })
    expect((await list(other.id))[0]).toMatchObject({ priority: 0 })
    expect((await patch(id, [{ id: 'nope' }])).body).toMatchObject({ success: false, skippedScheduleIds: ['nope'] })
  })

  test('refuses one id twice with 400, impossible times with 422 and an overlap with 409, and applies nothing', async () => {
    const { id } = await depotAndBus()
    const { ids } = (await post(id, [stay(1, 3), stay(4, 6)])).body
    expect((await patch(id, [{ id: ids[0] }, { id: ids[0] }])).status).toBe(400)
    expect(
      (
        await patch(id, [
          { id: ids[0], priority: 9 },
          { id: ids[1], plannedArrivalTime: inHours(7) },
        ])
      ).status,
    ).toBe(422)
    expect(
      (
        await patch(id, [
          { id: ids[0], priority: 9 },
          { id: ids[1], plannedArrivalTime: inHours(2) },
        ])
      ).status,
    ).toBe(409)
    expect((await patch(id, [{ id: ids[0], recurrenceRule: 'FREQ=DAILY' }])).status).toBe(422)
    expect(await list(id)).toMatchObject([{ priority: 0 }, { priority: 0 }])
  })

  test('swaps the times of two schedules', async () => {
    const { id } = await depotAndBus()
    const { ids } = (await post(id, [stay(1, 3), stay(4, 6)])).body
    const answer = await patch(id, [
      { id: ids[0], plannedArrivalTime: inHours(4), plannedDepartureTime: inHours(6) },
      { id: ids[1], plannedArrivalTime: inHours(1), plannedDepartureTime: inHours(3) },
    ])
    expect(answer.status).toBe(200)
    expect((await list(id)).map((schedule) => schedule.id)).toEqual([ids[1], ids[0]])
  })

  test('ends a schedule with a departure at or before now', async () => {
    const { id } = await depotAndBus()
    const { ids } = (await post(id, [stay(-3, 3)])).body
    expect((await patch(id, [{ id: ids[0], plannedDepartureTime: inHours(-1) }])).body.success).toBe(true)
    const { previous, currentOrNext } = (await call('GET', `/vehicles/${id}/schedules/active`)).body
    expect(previous.id).toBe(ids[0])
    expect(currentOrNext).toBeUndefined()
  })
})

describe('DELETE /vehicles/{vehicleId}/schedules/{scheduleId}', () => {
  test('deletes what is to come, refuses what has ended with 409, and knows no others', async () => {
    const { id } = await depotAndBus()
    const { ids } = (await post(id, [stay(1, 3), stay(-3, 0.5)])).body
    await call('PATCH', `/vehicles/${id}/schedules`, {
      body: { schedules: [{ id: ids[1], plannedDepartureTime: inHours(-1) }] },
    })
    const remove = (scheduleId: string) => call('DELETE', `/vehicles/${id}/schedules/${scheduleId}`)
    expect((await remove(ids[0])).status).toBe(204)
    expect((await remove(ids[0])).status).toBe(404)
    expect((await remove(ids[1])).status).toBe(409)
    expect((await list(id)).map((schedule) => schedule.id)).toEqual([ids[1]])
  })
})

describe('ranges', () => {
  test('overlap half-open, in order of arrival, with the defaults of one end', async () => {
    const { uid, id } = await depotAndBus()
    const { ids } = (await post(id, [stay(1, 3), stay(3, 5), stay(24 * 20, 24 * 20 + 1)])).body
    const inRange = async (query: string) => (await list(id, query)).map((schedule) => schedule.id)
    expect(await inRange(`?from=${inHours(3)}&to=${inHours(4)}`)).toEqual([ids[1]])
    expect(await inRange(`?from=${Date.parse(inHours(2))}`)).toEqual([ids[0], ids[1]])
    expect(await inRange(`?to=${inHours(3)}`)).toEqual([ids[0]])
    expect(await inRange('')).toEqual(ids)
    const atDepot = await call('GET', `/locations/${uid}/schedules?plan=false`)
    expect(atDepot.body.schedules.map((schedule: Stored) => schedule.id)).toEqual(ids)
  })

  test('come without plans where plan=false asks so, of a vehicle as of a location', async () => {
    const { uid, id } = await depotAndBus()
    const plan = { segments: [] }
    await post(id, [stay(1, 5, { plan, planMeta: { frozen: true } })])
    expect((await list(id))[0]).toMatchObject({ plan, planMeta: { frozen: true } })
    const ofLocation = await call('GET', `/locations/${uid}/schedules?plan=false`)
    for (const [schedule] of [await list(id, '?plan=false'), ofLocation.body.schedules]) {
      expect(schedule).toMatchObject({ evId: id })
      expect(schedule).not.toHaveProperty('plan')
      expect(schedule).not.toHaveProperty('planMeta')
    }
    expect((await call('GET', `/vehicles/${id}/schedules?plan=maybe`)).status).toBe(400)
  })

  test('are refused when empty, backwards or over 92 days', async () => {
    const { uid, id } = await depotAndBus()
    for (const query of [
      `?from=${inHours(2)}&to=${inHours(2)}`,
      `?from=${inHours(2)}&to=${inHours(1)}`,
      `?from=${inHours(0)}&to=${inHours(92 * 24 + 1)}`,
    ]) {
      expect((await call('GET', `/vehicles/${id}/schedules${query}`)).status).toBe(400)
      expect((await call('GET', `/locations/${uid}/schedules${query}`)).status).toBe(400)
    }
    expect((await call('GET', `/locations/${unique('depot')}/schedules`)).status).toBe(404)
  })
})

describe('POST /schedules/batch', () => {
  test('gives each vehicle its own result in request order: one error touches no other', async () => {
    const a = await depotAndBus()
    const b = await depotAndBus()
    const vehicles = [
      { vehicleId: a.id, schedules: [stay(1, 2)] },
      { vehicleId: 'nobody', schedules: [] },
      { vehicleId: b.id, schedules: [stay(2, 1)] },
    ]
    const { status, body } = await call('POST', '/schedules/batch', { body: { vehicles } })
    expect(status).toBe(200)
    expect(body.results).toMatchObject([
      { vehicleId: a.id, status: 200, ids: [expect.any(String)], removedScheduleIds: [] },
      { vehicleId: 'nobody', status: 404, error: { status: 404 } },
      { vehicleId: b.id, status: 422, error: { errors: [{ path: 'schedules[0].plannedDepartureTime' }] } },
    ])
    expect(await list(a.id)).toHaveLength(1)
  })

  test('counts maxRemoved over the whole batch before anything is written', async () => {
    const a = await depotAndBus()
    const b = await depotAndBus()
    await post(a.id, [stay(1, 2)])
    await post(b.id, [stay(1, 2)])
    const vehicles = [a, b].map(({ id }) => ({ vehicleId: id, replaceFutureSchedules: true, schedules: [] }))
    expect((await call('POST', '/schedules/batch?maxRemoved=1', { body: { vehicles } })).status).toBe(409)
    expect([...(await list(a.id)), ...(await list(b.id))]).toHaveLength(2)
    const done = await call('POST', '/schedules/batch?maxRemoved=2', { body: { vehicles } })
    expect(done.body.results.map((result: { status: number }) => result.status)).toEqual([200, 200])
    expect([...(await list(a.id)), ...(await list(b.id))]).toHaveLength(0)
  })

  test('answers 400 for a vehicle whose schedules are malformed, and writes the others', async () => {
    const a = await depotAndBus()
    const b = await depotAndBus()
    const vehicles = [
      { vehicleId: a.id, schedules: [stay(1, 2, { targetSoC: 101 }), { plannedArrivalTime: inHours(3) }] },
      { vehicleId: 'nobody', replaceFutureSchedules: 'yes' },
      { vehicleId: b.id, schedules: [stay(1, 2)] },
    ]
    for (const query of ['', '?maxRemoved=0']) {
      const { status, body } = await call('POST', `/schedules/batch${query}`, { body: { vehicles } })
      expect(status).toBe(200)
      expect(body.results).toMatchObject([
        {
          ...{ vehicleId: a.id, status: 400 },
          error: { errors: [{ path: 'schedules[0].targetSoC' }, { path: 'schedules[1].plannedDepartureTime' }] },
        },
        {
          vehicleId: 'nobody',
          status: 400,
          error: { errors: [{ path: 'replaceFutureSchedules' }, { path: 'schedules' }] },
        },
        { vehicleId: b.id, status: 200, ids: [expect.any(String)] },
      ])
    }
    expect(await list(a.id)).toEqual([])
    expect(await list(b.id)).toHaveLength(1)
  })

  test('refuses one vehicle twice', async () => {
    const vehicles = [
      { vehicleId: 'x', schedules: [] },
      { vehicleId: 'x', schedules: [] },
    ]
    expect((await call('POST', '/schedules/batch', { body: { vehicles } })).status).toBe(400)
  })
})

describe('a token narrowed to locations', () => {
  test('sees and removes only there, and a hidden stay in the way is a 409 without details', async () => {
    const here = await makeLocation()
    const hidden = await makeLocation()
    const id = await makeVehicle({ locationUid: [here, hidden] })
    const { ids } = (await post(id, [stay(1, 3, { locationUid: here }), stay(4, 6, { locationUid: hidden })])).body
    const token = await tokenFor('write', [here])
    const narrowed = (schedules: unknown[]) =>
      call('POST', `/vehicles/${id}/schedules`, { token, body: { replaceFutureSchedules: true, schedules } })
    const refused = await narrowed([stay(5, 7, { locationUid: here })])
    expect(refused.status).toBe(409)
    expect(JSON.stringify(refused.body)).not.toContain(ids[1])
    expect((await narrowed([stay(5, 6, { locationUid: here })])).status).toBe(409)
    expect((await narrowed([stay(5, 7, { locationUid: hidden })])).status).toBe(422)
    expect((await narrowed([])).body.removedScheduleIds).toEqual([ids[0]])
    expect((await list(id)).map((schedule) => schedule.id)).toEqual([ids[1]])
    expect((await call('GET', `/vehicles/${id}/schedules`, { token })).body.schedules).toEqual([])
    expect((await call('GET', `/schedules/${ids[1]}`, { token })).status).toBe(404)
    expect((await call('GET', `/locations/${hidden}/schedules`, { token })).status).toBe(404)
  })

  test('means the only location that it sees where an entry names none, as it reads the vehicle', async () => {
    const here = await makeLocation()
    const id = await makeVehicle({ locationUid: [here, await makeLocation()] })
    const token = await tokenFor('write', [here])
    expect((await call('GET', `/vehicles/${id}`, { token })).body.locationUid).toEqual([here])
    const posted = await call('POST', `/vehicles/${id}/schedules`, { token, body: { schedules: [stay(1, 3)] } })
    expect(posted.status).toBe(200)
    expect((await list(id)).map((schedule) => schedule.locationUid)).toEqual([here])
    expect((await post(id, [stay(4, 6)])).status).toBe(422)
  })
})

function inHoursOf(written: string | undefined) {
  expect(written).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  return written
}
