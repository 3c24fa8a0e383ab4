import { describe, expect, test } from 'vitest'
import { call, makeLocation, makeVehicle } from '@/e2e/api/client'
import { inHours, stay } from '@/e2e/api/schedule-times'

const post = (id: string, ...schedules: unknown[]) => call('POST', `/vehicles/${id}/schedules`, { body: { schedules } })
const list = async (id: string) =>
  (await call('GET', `/vehicles/${id}/schedules?from=2060-06-01T00:00:00Z&to=2060-06-27T00:00:00Z`)).body.schedules
const times = async (id: string) =>
  (await list(id)).map(({ plannedArrivalTime, plannedDepartureTime }: Record<string, string>) => [
    plannedArrivalTime?.slice(0, 16),
    plannedDepartureTime?.slice(0, 16),
  ])
const fridays = {
  plannedArrivalTime: '2060-06-04T22:30:00Z',
  plannedDepartureTime: '2060-06-05T04:00:00Z',
  recurrenceRule: 'FREQ=WEEKLY;BYDAY=FR;COUNT=3',
}

describe('a change of the time zone', () => {
  test.each(['PATCH', 'PUT'])(
    '%s keeps the wall-clock times of rules and the instants of dated stays',
    async (method) => {
      const uid = await makeLocation()
      const id = await makeVehicle({ locationUid: uid })
      const dated = { plannedArrivalTime: '2060-06-02T10:00:00Z', plannedDepartureTime: '2060-06-02T12:00:00Z' }
      const { ids } = (await post(id, fridays, dated)).body
      const occurrences = (await list(id)).slice(1).map((one: { id: string }) => one.id)
      const answer = await call(method, `/locations/${uid}`, { body: { timeZone: 'Europe/Helsinki' } })
      expect(answer.status).toBe(200)
      expect(await times(id)).toEqual([
        ['2060-06-02T10:00', '2060-06-02T12:00'],
        ['2060-06-04T19:30', '2060-06-05T01:00'],
        ['2060-06-11T19:30', '2060-06-12T01:00'],
        ['2060-06-18T19:30', '2060-06-19T01:00'],
      ])
      const after = await list(id)
      expect(after[0].id).toBe(ids[1])
      expect(after.slice(1).map((one: { id: string }) => one.id)).toEqual(occurrences)
      // The same POST in the depot's own words means the same rule again.
      const again = await post(id, {
        ...fridays,
        plannedArrivalTime: '2060-06-04T22:30:00+03:00',
        plannedDepartureTime: '2060-06-05T04:00:00+03:00',
      })
      expect(again.body.ids).toEqual([ids[0]])
    },
  )

  test.each([
    ['the last arrival', '22:30', '20600606T223000Z', 'America/Los_Angeles'],
    ['the last arrival', '22:30', '20600606T223000Z', 'Asia/Tokyo'],
    ['the end of a day', '08:00', '20600606T235959Z', 'America/Los_Angeles'],
    ['the end of a day', '08:00', '20600606T235959Z', 'Asia/Tokyo'],
    ['a local time', '22:30', '20600606T223000', 'America/Los_Angeles'],
    ['a date', '08:00', '20600606', 'Asia/Tokyo'],
  ])('a rule until %s keeps its nights: none goes, none comes (%s, UNTIL=%s, %s)', async (_, time, until, timeZone) => {
    const uid = await makeLocation()
    const id = await makeVehicle({ locationUid: uid })
    const first = { plannedArrivalTime: `2060-06-04T${time}:00Z`, plannedDepartureTime: '2060-06-04T23:00:00Z' }
    await post(id, { ...first, recurrenceRule: `FREQ=DAILY;UNTIL=${until}` })
    const nights = async () => (await list(id)).map((one: { id: string }) => one.id)
    const before = await nights()
    expect(before).toHaveLength(3)
    expect((await call('PATCH', `/locations/${uid}`, { body: { timeZone } })).status).toBe(200)
    expect(await nights()).toEqual(before)
  })

  test('a change of one occurrence keeps its wall-clock times too', async () => {
    const uid = await makeLocation()
    const id = await makeVehicle({ locationUid: uid })
    await post(id, fridays)
    const [, second] = await list(id)
    const body = { schedules: [{ id: second.id, plannedDepartureTime: '2060-06-12T05:15:00Z', priority: 5 }] }
    await call('PATCH', `/vehicles/${id}/schedules`, { body })
    await call('PATCH', `/locations/${uid}`, { body: { timeZone: 'America/Los_Angeles' } })
    expect((await list(id))[1]).toMatchObject({
      id: second.id,
      plannedArrivalTime: '2060-06-12T05:30:00.000Z',
      plannedDepartureTime: '2060-06-12T12:15:00.000Z',
      priority: 5,
    })
  })

  test('stays that would then overlap are named in a 409, and nothing is changed', async () => {
    const uid = await makeLocation({ name: 'Before' })
    const id = await makeVehicle({ locationUid: uid })
    const rule = stay(48, 53, { recurrenceRule: 'FREQ=DAILY;COUNT=3' })
    const { ids } = (await post(id, rule, stay(43, 45))).body
    const read = async () => (await call('GET', `/vehicles/${id}/schedules`)).body
    const before = await read()
    for (const method of ['PATCH', 'PUT']) {
      // Nepal's clock is 5:45 ahead of UTC all year.
      const refused = await call(method, `/locations/${uid}`, { body: { name: 'After', timeZone: 'Asia/Kathmandu' } })
      expect(refused.status).toBe(409)
      for (const name of [id, ids[1], `${ids[0]}:${inHours(48).slice(0, 10).replaceAll('-', '')}`])
        expect(refused.body.detail).toContain(name)
    }
    expect(await read()).toEqual(before)
    expect((await call('GET', `/locations/${uid}`)).body).toMatchObject({ name: 'Before', timeZone: 'UTC' })
  })

  test('what has begun or is past stays as it was', async () => {
    const uid = await makeLocation()
    const id = await makeVehicle({ locationUid: uid })
    const rule = stay(-1, 5, { recurrenceRule: 'FREQ=DAILY' })
    await post(id, rule)
    const range = `?from=${inHours(-2)}&to=${inHours(39)}`
    const read = async () => (await call('GET', `/vehicles/${id}/schedules${range}`)).body.schedules
    const [ongoing, next] = await read()
    await call('PATCH', `/locations/${uid}`, { body: { timeZone: 'Asia/Kathmandu' } })
    const after = await read()
    expect(after[0]).toEqual(ongoing)
    expect(after[1].id).toBe(next.id)
    expect(Date.parse(after[1].plannedArrivalTime)).toBe(Date.parse(next.plannedArrivalTime) - 5.75 * 3_600_000)
  })
})
