import { describe, expect, test } from 'vitest'
import { call, makeLocation, makeVehicle } from '@/e2e/api/client'
import { inHours, stay } from '@/e2e/api/schedule-times'

type Stored = { id: string; plannedArrivalTime: string; plannedDepartureTime: string; [name: string]: unknown }

async function depotAndBus(settings: Record<string, unknown> = {}) {
  const uid = await makeLocation(settings)
  return { uid, id: await makeVehicle({ locationUid: uid }) }
}

const post = (id: string, schedules: unknown[], more: Record<string, unknown> = {}, query = '') =>
  call('POST', `/vehicles/${id}/schedules${query}`, { body: { schedules, ...more } })
const patch = (id: string, schedules: unknown[]) => call('PATCH', `/vehicles/${id}/schedules`, { body: { schedules } })
const remove = (id: string, scheduleId: string) => call('DELETE', `/vehicles/${id}/schedules/${scheduleId}`)
const list = async (id: string, query = ''): Promise<Stored[]> =>
  (await call('GET', `/vehicles/${id}/schedules${query}`)).body.schedules
const times = (schedules: Stored[]) =>
  schedules.map(({ plannedArrivalTime, plannedDepartureTime }) => [plannedArrivalTime, plannedDepartureTime])
const dateOf = (hours: number) => inHours(hours).slice(0, 10).replaceAll('-', '')

describe('a rule', () => {
  test('is listed with each of its occurrences in the range, whose ids are the rule’s and the local date', async () => {
    const { uid, id } = await depotAndBus()
    const [rule] = (await post(id, [stay(24, 32, { recurrenceRule: 'FREQ=DAILY', targetSoC: 77 })])).body.ids
    const { body } = await call('GET', `/locations/${uid}/schedules?from=${inHours(0)}&to=${inHours(24 * 3)}`)
    expect(body.recurringSchedules).toMatchObject([{ id: rule, recurrenceRule: 'FREQ=DAILY', targetSoC: 77 }])
    expect(body.schedules).toMatchObject([
      {
        id: `${rule}:${dateOf(24)}`,
        plannedArrivalTime: inHours(24),
        plannedDepartureTime: inHours(32),
        targetSoC: 77,
      },
      { id: `${rule}:${dateOf(48)}`, plannedArrivalTime: inHours(48) },
    ])
    expect(body.schedules[0]).toMatchObject({ recurringScheduleId: rule, recurrenceRule: 'FREQ=DAILY' })
    const none = await call('GET', `/locations/${uid}/schedules?from=${inHours(0)}&to=${inHours(20)}`)
    expect(none.body).toEqual({ recurringSchedules: [], schedules: [] })
  })

  test('keeps its wall-clock times across both clock changes, skips forward over a gap, and takes the first of two', async () => {
    const { id } = await depotAndBus({ timeZone: 'Europe/Helsinki' })
    const rule = (arrival: string, departure: string) => ({
      plannedArrivalTime: arrival,
      plannedDepartureTime: departure,
      recurrenceRule: 'FREQ=DAILY;COUNT=4',
    })
    await post(id, [rule('2028-03-24T18:00:00+02:00', '2028-03-25T03:30:00+02:00')])
    expect(times(await list(id, '?from=2028-03-24T00:00:00Z&to=2028-03-30T00:00:00Z'))).toEqual([
      ['2028-03-24T16:00:00.000Z', '2028-03-25T01:30:00.000Z'],
      ['2028-03-25T16:00:00.000Z', '2028-03-26T01:30:00.000Z'],
      ['2028-03-26T15:00:00.000Z', '2028-03-27T00:30:00.000Z'],
      ['2028-03-27T15:00:00.000Z', '2028-03-28T00:30:00.000Z'],
    ])
    await post(id, [rule('2028-10-27T18:00:00+03:00', '2028-10-28T03:30:00+03:00')])
    expect(times(await list(id, '?from=2028-10-27T00:00:00Z&to=2028-11-02T00:00:00Z'))).toEqual([
      ['2028-10-27T15:00:00.000Z', '2028-10-28T00:30:00.000Z'],
      ['2028-10-28T15:00:00.000Z', '2028-10-29T00:30:00.000Z'],
      ['2028-10-29T16:00:00.000Z', '2028-10-30T01:30:00.000Z'],
      ['2028-10-30T16:00:00.000Z', '2028-10-31T01:30:00.000Z'],
    ])
  })

  test.each(['FREQ=HOURLY', 'FREQ=DAILY;BYHOUR=3', 'FREQ=DAILY;COUNT=2;UNTIL=20300101'])(
    '%s is impossible: 422',
    async (rule) => {
      const { id } = await depotAndBus()
      expect((await post(id, [stay(1, 2, { recurrenceRule: rule })])).status).toBe(422)
    },
  )

  test.each([
    'freq=daily',
    'FREQ=DAILY;',
    'RRULE:FREQ=DAILY',
    'FREQ=SOMETIMES',
    'INTERVAL=2',
    'FREQ=DAILY;COUNT=0',
    '',
  ])('"%s" is malformed: 400', async (rule) => {
    const { id } = await depotAndBus()
    expect((await post(id, [stay(1, 2, { recurrenceRule: rule })])).status).toBe(400)
  })

  test('needs a first arrival that matches it and is in whole seconds, and stays that do not overlap', async () => {
    const { id } = await depotAndBus()
    const monday = { plannedArrivalTime: '2030-01-07T18:00:00Z', plannedDepartureTime: '2030-01-08T04:00:00Z' }
    const faults = async (more: Record<string, unknown>) => {
      const { status, body } = await post(id, [{ ...monday, ...more }])
      return [status, body.errors?.map((fault: { path: string }) => fault.path)]
    }
    expect(await faults({ recurrenceRule: 'FREQ=WEEKLY;BYDAY=TU' })).toEqual([422, ['schedules[0].recurrenceRule']])
    expect(await faults({ recurrenceRule: 'FREQ=DAILY', plannedArrivalTime: '2030-01-07T18:00:00.5Z' })).toEqual([
      422,
      ['schedules[0].recurrenceRule'],
    ])
    expect(await faults({ recurrenceRule: 'FREQ=DAILY', plannedDepartureTime: '2030-01-08T18:00:01Z' })).toEqual([
      422,
      ['schedules[0].recurrenceRule'],
    ])
    expect(await faults({ recurrenceRule: 'FREQ=DAILY', plannedDepartureTime: '2030-01-08T18:00:00Z' })).toEqual([
      200,
      undefined,
    ])
  })

  test('is recognised by its next departure and keeps its id; as an entry with none left it is skipped', async () => {
    const { id } = await depotAndBus()
    const daily = (more: object) => stay(-49, -40, { recurrenceRule: 'FREQ=DAILY', ...more })
    const { ids } = (await post(id, [daily({})])).body
    expect(
      (await post(id, [stay(-25, -16, { recurrenceRule: 'FREQ=DAILY;INTERVAL=1', priority: 2 })])).body.ids,
    ).toEqual(ids)
    expect((await list(id)).at(-1)).toMatchObject({ priority: 2 })
    const past = await post(id, [daily({ recurrenceRule: 'FREQ=DAILY;COUNT=2' })])
    expect(past.body).toMatchObject({ ids: [], skipped: [{ index: 0 }] })
  })

  test('overlaps a dated schedule with 409, and another entry with 422', async () => {
    const { id } = await depotAndBus()
    const { ids } = (await post(id, [stay(24, 30, { recurrenceRule: 'FREQ=DAILY' })])).body
    const dated = await post(id, [stay(24 * 300 + 1, 24 * 300 + 2)])
    expect(dated).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining(`${ids[0]}:${dateOf(24 * 300)}`) },
    })
    expect((await post(id, [stay(24 * 401 + 1, 24 * 401 + 2)])).status).toBe(200)
    const two = [stay(24, 30, { recurrenceRule: 'FREQ=DAILY' }), stay(24 * 9 + 5, 24 * 9 + 7)]
    expect((await post(id, two, { replaceFutureSchedules: true })).status).toBe(422)
  })

  test('ends with DELETE: what has not begun goes, without history nothing is left, the ongoing occurrence stays', async () => {
    const { id } = await depotAndBus()
    const [future] = (await post(id, [stay(24, 30, { recurrenceRule: 'FREQ=DAILY' })])).body.ids
    expect((await remove(id, future)).status).toBe(204)
    expect(await list(id)).toEqual([])
    const [begun] = (await post(id, [stay(-1, 5, { recurrenceRule: 'FREQ=DAILY' })])).body.ids
    expect((await remove(id, begun)).status).toBe(204)
    expect((await list(id)).map((schedule) => schedule.id)).toEqual([`${begun}:${dateOf(-1)}`])
    expect((await remove(id, begun)).status).toBe(409)
  })

  test('takes its ongoing occurrence along when replaced, unless an entry is about that occurrence', async () => {
    const { id } = await depotAndBus()
    const [first] = (await post(id, [stay(-1, 5, { recurrenceRule: 'FREQ=DAILY' })])).body.ids
    expect((await post(id, [], { replaceFutureSchedules: true })).body.removedScheduleIds).toEqual([first])
    expect(await list(id)).toEqual([])
    const [second] = (await post(id, [stay(-1, 5, { recurrenceRule: 'FREQ=DAILY' })])).body.ids
    const kept = await post(id, [stay(-1, 7)], { replaceFutureSchedules: true })
    const occurrence = `${second}:${dateOf(-1)}`
    expect(kept.body).toMatchObject({ ids: [occurrence], removedScheduleIds: [second] })
    expect(await list(id)).toMatchObject([{ id: occurrence, plannedDepartureTime: inHours(7) }])
  })
})

describe('one occurrence of a rule', () => {
  const occurrencely = async () => {
    const bus = await depotAndBus()
    const [rule] = (await post(bus.id, [stay(24, 30, { recurrenceRule: 'FREQ=DAILY' })])).body.ids
    return { ...bus, rule: rule as string, occurrence: `${rule}:${dateOf(24)}` }
  }
  const range = `?from=${inHours(20)}&to=${inHours(70)}`

  test('changes by PATCH and keeps its id, and stays changed when the rule changes something else', async () => {
    const { id, rule, occurrence, uid } = await occurrencely()
    await patch(id, [{ id: occurrence, plannedArrivalTime: inHours(26), targetSoC: 55 }])
    await patch(id, [{ id: rule, priority: 7 }])
    const [first, second] = await list(id, range)
    expect(first).toMatchObject({ id: occurrence, plannedArrivalTime: inHours(26), targetSoC: 55, priority: 7 })
    expect(second).toMatchObject({ plannedArrivalTime: inHours(48), targetSoC: 100, priority: 7 })
    expect(await list(id, range)).toEqual((await call('GET', `/locations/${uid}/schedules${range}`)).body.schedules)
    expect((await call('GET', `/schedules/${occurrence}`)).body).toEqual(first)
  })

  test('follows the rule where the rule moves the property that was changed', async () => {
    const { id, rule, occurrence } = await occurrencely()
    await patch(id, [{ id: occurrence, targetSoC: 55, priority: 3 }])
    await patch(id, [{ id: rule, targetSoC: 66 }])
    expect((await list(id, range))[0]).toMatchObject({ id: occurrence, targetSoC: 66, priority: 3 })
  })

  test('goes by DELETE, and does not come back with the rule', async () => {
    const { id, rule, occurrence } = await occurrencely()
    expect((await remove(id, occurrence)).status).toBe(204)
    expect((await remove(id, occurrence)).status).toBe(404)
    await post(id, [stay(24, 30, { recurrenceRule: 'FREQ=DAILY', priority: 1 })])
    expect((await list(id, range)).map((schedule) => schedule.id)).toEqual([`${rule}:${dateOf(48)}`])
    expect((await post(id, [stay(25, 29)])).status).toBe(200)
  })

  test('that was skipped comes back as itself by PATCH, with what else is sent, and nothing else does', async () => {
    const { id, rule, occurrence } = await occurrencely()
    await remove(id, occurrence)
    expect((await patch(id, [{ id: occurrence, targetSoC: 61 }])).body).toMatchObject({ success: false })
    expect((await patch(id, [{ id: occurrence, skipped: true }])).status).toBe(400)
    const back = { id: occurrence, skipped: false, targetSoC: 61 }
    const tried = await call('PATCH', `/vehicles/${id}/schedules?dryRun=true`, { body: { schedules: [back] } })
    expect(tried.body).toMatchObject({ success: true, created: [{ id: occurrence, targetSoC: 61 }], removed: [] })
    expect((await list(id, range)).map((schedule) => schedule.id)).not.toContain(occurrence)
    expect((await patch(id, [back])).body).toMatchObject({ success: true, skippedScheduleIds: [] })
    expect((await list(id, range))[0]).toMatchObject({ id: occurrence, recurringScheduleId: rule, targetSoC: 61 })
    expect((await patch(id, [{ id: occurrence, skipped: false }])).body).toMatchObject({ success: true })
    expect((await list(id, range))[0]).toMatchObject({ id: occurrence, targetSoC: 61 })
    expect((await patch(id, [{ id: rule, skipped: false }])).status).toBe(422)
    const never = `${rule}:20010101`
    expect((await patch(id, [{ id: never, skipped: false }])).body).toMatchObject({ skippedScheduleIds: [never] })
  })

  test('that was skipped does not come back where another stay is by now: 409', async () => {
    const { id, occurrence } = await occurrencely()
    await remove(id, occurrence)
    expect((await post(id, [stay(25, 29)])).status).toBe(200)
    expect((await patch(id, [{ id: occurrence, skipped: false }])).status).toBe(409)
    expect((await list(id, range)).map((schedule) => schedule.id)).not.toContain(occurrence)
  })

  test('is found by its new times, and no longer by its old ones', async () => {
    const { id, occurrence } = await occurrencely()
    await patch(id, [{ id: occurrence, plannedArrivalTime: inHours(32), plannedDepartureTime: inHours(40) }])
    expect(await list(id, `?from=${inHours(24)}&to=${inHours(30)}`)).toEqual([])
    expect(await list(id, `?from=${inHours(39)}&to=${inHours(41)}`)).toMatchObject([{ id: occurrence }])
  })

  test('that overlaps the next is refused with 409', async () => {
    const { id, occurrence } = await occurrencely()
    expect((await patch(id, [{ id: occurrence, plannedDepartureTime: inHours(49) }])).status).toBe(409)
  })

  test('becomes what an ongoing entry says, and stays so when the rule comes again', async () => {
    const { id } = await depotAndBus()
    const rule = stay(-2, 4, { recurrenceRule: 'FREQ=DAILY' })
    const [ruleId] = (await post(id, [rule])).body.ids
    const occurrence = `${ruleId}:${dateOf(-2)}`
    const answer = await post(id, [stay(-1, 6, { targetSoC: 50 })])
    expect(answer.body.ids).toEqual([occurrence])
    expect((await post(id, [rule, stay(-1, 6, { targetSoC: 50 })], { replaceFutureSchedules: true })).body).toEqual({
      ids: [ruleId, occurrence],
      removedScheduleIds: [],
      skipped: [],
    })
    const { currentOrNext } = (await call('GET', `/vehicles/${id}/schedules/active`)).body
    expect(currentOrNext).toMatchObject({ id: occurrence, plannedDepartureTime: inHours(6), targetSoC: 50 })
  })
})

test('a rule changed from now on leaves begun occurrences as they were', async () => {
  const { id } = await depotAndBus()
  const [rule] = (await post(id, [stay(-2, 4, { recurrenceRule: 'FREQ=DAILY', targetSoC: 70 })])).body.ids
  await patch(id, [{ id: rule, targetSoC: 90, plannedDepartureTime: inHours(5) }])
  const [tonight, tomorrow] = await list(id)
  expect(tonight).toMatchObject({ id: `${rule}:${dateOf(-2)}`, targetSoC: 70, plannedDepartureTime: inHours(4) })
  expect(tomorrow).toMatchObject({ id: `${rule}:${dateOf(22)}`, targetSoC: 90, plannedDepartureTime: inHours(29) })
  expect((await patch(id, [{ id: rule, recurrenceRule: null }])).status).toBe(422)
})

test('active knows occurrences: the last that ended, and the one under way or next', async () => {
  const { id } = await depotAndBus()
  const [rule] = (await post(id, [stay(-2, 1, { recurrenceRule: 'FREQ=DAILY' })])).body.ids
  const active = async () => (await call('GET', `/vehicles/${id}/schedules/active`)).body
  expect(await active()).toMatchObject({ currentOrNext: { id: `${rule}:${dateOf(-2)}` } })
  await patch(id, [{ id: `${rule}:${dateOf(-2)}`, plannedDepartureTime: inHours(-1) }])
  expect(await active()).toMatchObject({
    previous: { id: `${rule}:${dateOf(-2)}` },
    currentOrNext: { id: `${rule}:${dateOf(22)}` },
  })
})

describe('a change of a rule from a date on', () => {
  test('is one call: the rule ends before that date, another goes on from there, and nothing overlaps', async () => {
    const { id } = await depotAndBus()
    const [rule] = (await post(id, [stay(24, 32, { recurrenceRule: 'FREQ=DAILY', targetSoC: 77 })])).body.ids
    const until = `FREQ=DAILY;UNTIL=${dateOf(48)}`
    const entries = [
      stay(24, 32, { recurrenceRule: until, targetSoC: 77 }),
      stay(70, 80, { recurrenceRule: 'FREQ=DAILY', targetSoC: 88 }),
    ]
    const { body: trial } = await post(id, entries, {}, '?dryRun=true')
    expect(trial).toMatchObject({
      created: [{ targetSoC: 88 }],
      updated: [{ before: { id: rule }, after: { recurrenceRule: until } }],
    })
    const { body } = await post(id, entries)
    expect(body.ids[0]).toBe(rule)
    expect(times(await list(id, `?from=${inHours(20)}&to=${inHours(24 * 5)}`))).toEqual([
      [inHours(24), inHours(32)],
      [inHours(48), inHours(56)],
      [inHours(70), inHours(80)],
      [inHours(94), inHours(104)],
      [inHours(118), inHours(128)],
    ])
  })
})

test('PATCH with dryRun says what would change, refuses what it would refuse, and writes nothing', async () => {
  const { id } = await depotAndBus()
  const [rule] = (await post(id, [stay(24, 32, { recurrenceRule: 'FREQ=DAILY' })])).body.ids
  const [dated] = (await post(id, [stay(34, 40)])).body.ids
  const tryPatch = (schedules: unknown[]) =>
    call('PATCH', `/vehicles/${id}/schedules?dryRun=true`, { body: { schedules } })
  const { body } = await tryPatch([{ id: rule, targetSoC: 61 }, { id: 'unknown' }])
  expect(body).toMatchObject({
    success: true,
    skippedScheduleIds: ['unknown'],
    created: [],
    updated: [{ before: { id: rule }, after: { id: rule, targetSoC: 61 } }],
    removed: [],
  })
  expect((await tryPatch([{ id: dated, plannedArrivalTime: inHours(30) }])).status).toBe(409)
  expect((await tryPatch([{ id: dated, plannedDepartureTime: inHours(33) }])).status).toBe(422)
  expect((await list(id, `?from=${inHours(20)}&to=${inHours(40)}`)).map(({ targetSoC }) => targetSoC)).toEqual([
    100, 100,
  ])
})
