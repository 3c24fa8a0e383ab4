import { expect, test } from 'vitest'
import { call, makeLocation, makeVehicle } from '@/e2e/api/client'
import { inHours, stay } from '@/e2e/api/schedule-times'

const ZONES = ['Asia/Kathmandu', 'America/Los_Angeles', 'Europe/Helsinki', 'UTC']
const VEHICLES = 8
/** Overlaps with rules are looked for 400 days ahead. */
const SOON = 240

type Listed = { id: string; plannedArrivalTime: string; plannedDepartureTime: string; recurringScheduleId?: string }

const clockIn = (timeZone: string, time: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(new Date(time))

const body = (more: object = {}) => ({
  schedules: [
    {
      plannedArrivalTime: '2060-06-04T22:30:00Z',
      plannedDepartureTime: '2060-06-05T04:00:00Z',
      recurrenceRule: 'FREQ=DAILY;COUNT=5',
      ...more,
    },
  ],
})

async function listed(id: string, range = 'from=2060-05-20T00:00:00Z&to=2060-06-27T00:00:00Z'): Promise<Listed[]> {
  return (await call('GET', `/vehicles/${id}/schedules?${range}`)).body.schedules
}

test('rules that are posted while the depot changes its zone all end in the zone that it has then', async () => {
  for (let round = 0; round < 3; round++) {
    const uid = await makeLocation()
    const ids = await Promise.all(Array.from({ length: VEHICLES }, () => makeVehicle({ locationUid: uid })))
    const change = (timeZone: string) => call('PATCH', `/locations/${uid}`, { body: { timeZone } })
    const answers = await Promise.all([
      ...ids.slice(0, VEHICLES / 2).map((id) => call('POST', `/vehicles/${id}/schedules`, { body: body() })),
      change('Asia/Kathmandu'),
      ...ids.slice(VEHICLES / 2).map((id) => call('POST', `/vehicles/${id}/schedules`, { body: body() })),
    ])
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    for (const id of ids) {
      const stays = await listed(id)
      expect(stays).toHaveLength(5)
      // Posted before the change it keeps 22:30; posted after it, it keeps the clock of Nepal at that instant.
      const times = new Set(stays.map(({ plannedArrivalTime }) => clockIn('Asia/Kathmandu', plannedArrivalTime)))
      expect([['22:30'], ['04:15']]).toContainEqual([...times])
    }
    // Once more, alone: whatever rule there is moves along, so each has the zone of the depot.
    const before = await Promise.all(ids.map((id) => listed(id)))
    expect((await change('America/Los_Angeles')).status).toBe(200)
    for (const [index, id] of ids.entries()) {
      const clock = (zone: string, stays: Listed[]) => stays.map((stay) => clockIn(zone, stay.plannedArrivalTime))
      expect(clock('America/Los_Angeles', await listed(id))).toEqual(clock('Asia/Kathmandu', before[index] ?? []))
    }
  }
})

test('changes of the zone, posts, patches and batches at once leave no overlap, lose nothing and end', async () => {
  const uid = await makeLocation()
  const ids = await Promise.all(Array.from({ length: 6 }, () => makeVehicle({ locationUid: uid })))
  const dated = (hour: number) => body({ ...stay(SOON + hour, SOON + hour + 2), recurrenceRule: undefined })
  const nightly = body(stay(SOON, SOON + 5.5))
  const accepted = new Map<string, string[]>(ids.map((id) => [id, []]))
  const post = async (id: string, sent: object) => {
    const answer = await call('POST', `/vehicles/${id}/schedules`, { body: sent })
    if (answer.status === 200) accepted.get(id)?.push(...answer.body.ids)
    return answer
  }
  const answers = await Promise.all(
    ZONES.flatMap((timeZone, round) => [
      ...ids.map((id) => post(id, nightly)),
      call('PATCH', `/locations/${uid}`, { body: { timeZone } }),
      ...ids.map((id, index) => post(id, dated(3 * ((round + index) % 7)))),
      call('POST', '/schedules/batch', {
        body: { vehicles: ids.map((vehicleId) => ({ vehicleId, ...dated(3 * round) })) },
      }),
    ]),
  )
  for (const { status } of answers) expect([200, 409]).toContain(status)
  for (const id of ids) {
    const stays = await listed(id, `from=${inHours(SOON - 48)}&to=${inHours(SOON + 480)}`)
    const spans = stays
      .map(({ plannedArrivalTime, plannedDepartureTime }) => [plannedArrivalTime, plannedDepartureTime] as const)
      .sort()
    for (const [index, [arrival]] of spans.entries())
      if (index > 0) expect(arrival >= (spans[index - 1]?.[1] ?? '')).toBe(true)
    const present = new Set(stays.flatMap((stay) => [stay.id, stay.recurringScheduleId]))
    for (const one of accepted.get(id) ?? []) expect(present).toContain(one)
  }
})
