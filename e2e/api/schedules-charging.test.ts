import { expect, test } from 'vitest'
import { call, makeLocation, makeVehicle, unique } from '@/e2e/api/client'
import { inHours, stay } from '@/e2e/api/schedule-times'

async function depotAndBus() {
  const uid = await makeLocation()
  return { uid, id: await makeVehicle({ locationUid: uid }) }
}

const post = (id: string, schedules: unknown[], more: Record<string, unknown> = {}) =>
  call('POST', `/vehicles/${id}/schedules`, { body: { schedules, ...more } })
const list = async (id: string) => (await call('GET', `/vehicles/${id}/schedules`)).body.schedules

/** Reports events of a vehicle, each `hours` from the beginning of the tests. */
async function report(vehicleId: string, events: { type: string; hours: number; [name: string]: unknown }[]) {
  const transactionId = unique('tx')
  const body = {
    events: events.map(({ hours, ...event }) => ({
      ...{ id: unique('event'), vehicleId, transactionId, timestamp: inHours(hours) },
      ...event,
    })),
  }
  const answer = await call('POST', '/charging-events', { body })
  expect(answer.body.results.every(({ status }: { status: string }) => status === 'accepted')).toBe(true)
}

test('a schedule that is removed after charging has begun is closed at now, and one that is not is erased', async () => {
  const charged = await depotAndBus()
  const uncharged = await depotAndBus()
  const { ids } = (await post(charged.id, [stay(-2, 5)])).body
  await post(uncharged.id, [stay(-2, 5)])
  await report(charged.id, [
    { type: 'ev-connected', hours: -1 },
    { type: 'charging-started', hours: -0.9, soc: 41 },
  ])
  const before = Date.now()
  const removed = await post(charged.id, [], { replaceFutureSchedules: true })
  expect(removed.body.removedScheduleIds).toEqual(ids)
  const [closed] = await list(charged.id)
  expect(closed).toMatchObject({ id: ids[0], plannedArrivalTime: inHours(-2) })
  expect(Date.parse(closed.plannedDepartureTime)).toBeGreaterThanOrEqual(before)
  expect(Date.parse(closed.plannedDepartureTime)).toBeLessThanOrEqual(Date.now())
  await post(uncharged.id, [], { replaceFutureSchedules: true })
  expect(await list(uncharged.id)).toEqual([])
})

test('an ongoing entry means the schedule with the open transaction, though its own times say otherwise', async () => {
  const { id } = await depotAndBus()
  const { ids } = (await post(id, [stay(1, 5), stay(20, 25)])).body
  await report(id, [{ type: 'ev-connected', hours: -0.5 }])
  expect((await post(id, [stay(-0.6, 6)])).body.ids).toEqual([ids[0]])
  expect(await list(id)).toMatchObject([{ id: ids[0], plannedArrivalTime: inHours(-0.6) }, { id: ids[1] }])
})

test('a measured start SoC stays when the posted one is left out', async () => {
  const { id } = await depotAndBus()
  await post(id, [stay(-2, 5, { startSoC: 20 })])
  await report(id, [{ type: 'ev-connected', hours: -1, soc: 37 }])
  await post(id, [stay(-2, 5)])
  expect(await list(id)).toMatchObject([{ startSoC: 37 }])
})
