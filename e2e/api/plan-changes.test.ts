import { expect, test } from 'vitest'
import { call, makeLocation, makeVehicleWithoutTaper, tokenFor, unique } from '@/e2e/api/client'
import { inHours, stay } from '@/e2e/api/schedule-times'

const changesOf = (bus: string, id: string, token?: string) =>
  call('GET', `/vehicles/${bus}/schedules/${id}/changes`, { token })
const plan = (uid: string) => call('POST', `/locations/${uid}/plan`)
const board = async (uid: string) => (await call('GET', `/locations/${uid}/readiness`)).body

/** A bus that is to charge 160 kWh in the four hours from the next hour on. */
async function plannedBus() {
  const uid = await makeLocation({ departureMarginMinutes: 0, readyBufferMinutes: 0 })
  const bus = await makeVehicleWithoutTaper({ locationUid: uid })
  const body = { schedules: [stay(1, 5, { startSoC: 20, targetSoC: 60 })] }
  const [id]: string[] = (await call('POST', `/vehicles/${bus}/schedules`, { body })).body.ids
  await plan(uid)
  return { uid, bus, id: id ?? '' }
}

test('what a replan changed is told on the schedule, and summed up on the board', async () => {
  const { uid, bus, id } = await plannedBus()
  expect((await changesOf(bus, id)).body).toEqual({ changes: [] })
  expect((await board(uid)).lastChange).toMatchObject({ changed: 1, peakkW: 40 })
  await call('PATCH', `/vehicles/${bus}/schedules`, {
    body: { schedules: [{ id, plannedArrivalTime: inHours(3), targetSoC: 80 }] },
  })
  await plan(uid)
  const { status, body } = await changesOf(bus, id)
  expect(status).toBe(200)
  expect(body.changes).toMatchObject([
    {
      trigger: 'manual',
      before: { endSoC: 60, peakkW: 40, chargesFrom: inHours(1), endTime: inHours(5), reachedTargetSoC: true },
      after: { endSoC: 80, peakkW: 120, chargesFrom: inHours(3), endTime: inHours(5), reachedTargetSoC: true },
    },
  ])
  expect((await board(uid)).lastChange).toMatchObject({
    ...{ trigger: 'manual', changed: 1, peakBeforekW: 40, peakkW: 120 },
  })
  // A run that changes nothing is no change.
  const before = (await board(uid)).lastChange
  await plan(uid)
  expect((await board(uid)).lastChange).toEqual(before)
})

test('what was never planned has no changes; what is unknown or hidden is not found', async () => {
  const { bus, id } = await plannedBus()
  const [rule] = (
    await call('POST', `/vehicles/${bus}/schedules`, {
      body: { schedules: [stay(30, 32, { recurrenceRule: 'FREQ=DAILY' })] },
    })
  ).body.ids
  expect((await changesOf(bus, rule)).body).toEqual({ changes: [] })
  expect((await changesOf(bus, unique('sch'))).status).toBe(404)
  expect((await changesOf(unique('bus'), id)).status).toBe(404)
  expect((await changesOf(bus, id, await tokenFor('read', [await makeLocation()]))).status).toBe(404)
})
