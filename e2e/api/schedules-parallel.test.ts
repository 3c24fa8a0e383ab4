import { expect, test } from 'vitest'
import { startApi } from '@/e2e/api/api-process'
import { call, makeLocation, makeVehicle } from '@/e2e/api/client'
import { given } from '@/e2e/api/given'
import { inHours, stay } from '@/e2e/api/schedule-times'

const depotAndBus = async () => {
  const uid = await makeLocation()
  return makeVehicle({ locationUid: uid })
}
const list = async (id: string) => (await call('GET', `/vehicles/${id}/schedules`)).body.schedules

test('identical parallel calls create each schedule once and answer the same ids', async () => {
  const id = await depotAndBus()
  const body = {
    replaceFutureSchedules: true,
    schedules: [stay(-1, 5), stay(6, 9), stay(24, 30, { recurrenceRule: 'FREQ=DAILY;COUNT=2' })],
  }
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => call('POST', `/vehicles/${id}/schedules`, { body })),
  )
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
  expect(new Set(answers.map((answer) => answer.body.ids.join())).size).toBe(1)
  expect(await list(id)).toHaveLength(4)
})

test('of conflicting parallel calls one wins and the others get 409', async () => {
  const id = await depotAndBus()
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      call('POST', `/vehicles/${id}/schedules`, { body: { schedules: [stay(1, 3 + n / 10)] } }),
    ),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(9)
  expect(await list(id)).toHaveLength(1)
})

test('parallel replacements, patches and deletes over two server processes end in what one after the other gives', async () => {
  const id = await depotAndBus()
  const second = await startApi(given('databaseUrl'), {
    APP_SECRET: given('appSecret'),
    BOOTSTRAP_REFRESH_TOKEN: given('bootstrapToken'),
  })
  try {
    const { ids } = (await call('POST', `/vehicles/${id}/schedules`, { body: { schedules: [stay(1, 3), stay(4, 6)] } }))
      .body
    const urls = [undefined, second.url]
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, n) => {
        const url = urls[n % 2]
        const schedules = [stay(1, 3, { priority: n }), stay(10 + n, 10.5 + n)]
        if (n % 3 === 0)
          return call('POST', `/vehicles/${id}/schedules`, { url, body: { replaceFutureSchedules: true, schedules } })
        if (n % 3 === 1)
          return call('PATCH', `/vehicles/${id}/schedules`, {
            url,
            body: { schedules: [{ id: ids[0], targetSoC: n }] },
          })
        return call('DELETE', `/vehicles/${id}/schedules/${ids[1]}`, { url })
      }),
    )
    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    const left = await list(id)
    expect(left).toHaveLength(2)
    expect(left[0]).toMatchObject({ id: ids[0], plannedDepartureTime: inHours(3) })
    const posted = answers.filter((answer) => answer.body?.ids?.includes(left[1].id))
    expect(posted).toHaveLength(1)
  } finally {
    await second.stop()
  }
})
