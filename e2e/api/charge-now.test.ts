import { describe, expect, test } from 'vitest'
import { call, makeLocation, makeVehicleWithoutTaper, tokenFor } from '@/e2e/api/client'
import { inHours, stay } from '@/e2e/api/schedule-times'

type Body = Record<string, unknown>

async function stayAt(uid: string, schedule: Body) {
  const bus = await makeVehicleWithoutTaper({ locationUid: uid })
  const { body } = await call('POST', `/vehicles/${bus}/schedules`, { body: { schedules: [schedule] } })
  return { bus, id: body.ids[0] as string }
}

/** A depot where two buses are here for nine hours more, each in need of some hours at full power. */
async function twoBuses(settings: Body = {}) {
  const uid = await makeLocation({ departureMarginMinutes: 0, readyBufferMinutes: 0, ...settings })
  const soon = stay(-1, 9, { startSoC: 20, targetSoC: 90 })
  return { uid, one: await stayAt(uid, soon), other: await stayAt(uid, soon) }
}

const chargeNow = (id: string, { query = '', token }: { query?: string; token?: string } = {}) =>
  call('POST', `/schedules/${id}/charge-now${query}`, { token })
const cancel = (id: string) => call('DELETE', `/schedules/${id}/charge-now`)
const plan = (uid: string) => call('POST', `/locations/${uid}/plan`)
const read = async (id: string) => (await call('GET', `/schedules/${id}`)).body
const powers = async (id: string): Promise<number[]> =>
  (await read(id)).plan.segments.map(({ powerkW }: { powerkW: number }) => powerkW)

describe('charging now', () => {
  test('gives the vehicle its full power until its target, and says by whose word', async () => {
    const { uid, one, other } = await twoBuses()
    const { status, body } = await chargeNow(one.id)
    expect([status, body]).toEqual([200, { success: true, message: `${one.bus} charges at full power from now on.` }])
    await plan(uid)
    const { maxChargePowerkW } = (await call('GET', `/vehicles/${one.bus}`)).body
    const schedule = await read(one.id)
    expect(schedule.chargeNow).toEqual({ since: expect.any(String), by: expect.any(String) })
    expect(schedule.planMeta.strategy).toBe('as-soon-as-possible')
    expect((await powers(one.id))[0]).toBe(maxChargePowerkW)
    expect((await powers(other.id))[0]).toBeLessThan(maxChargePowerkW)
    expect((await read(other.id)).planMeta.strategy).toBe('peak-supression')
    const board = (await call('GET', `/locations/${uid}/readiness`)).body
    const rows = board.departures.map(({ schedule }: { schedule: Body }) => [schedule.id, schedule.chargeNow])
    expect(Object.fromEntries(rows)).toEqual({ [one.id]: schedule.chargeNow, [other.id]: undefined })
    const { stays } = (await call('GET', `/locations/${uid}/timeline`)).body
    expect(stays.find(({ id }: Body) => id === one.id)).toMatchObject({ chargeNowBy: schedule.chargeNow.by })
    const { entries } = (await call('GET', `/audit?objectId=${one.id}&limit=1`)).body
    expect(entries[0]).toMatchObject({ kind: 'schedule', action: 'changed', after: { chargeNow: schedule.chargeNow } })
  })

  test('is at full power also where the depot charges at ideal powers', async () => {
    const { uid, one } = await twoBuses({ powerRules: [{ tag: 'bulk', idealPowerkW: 40 }] })
    await chargeNow(one.id)
    await plan(uid)
    const { maxChargePowerkW } = (await call('GET', `/vehicles/${one.bus}`)).body
    expect((await powers(one.id))[0]).toBe(maxChargePowerkW)
  })

  test('that is tried says what would be, and writes nothing', async () => {
    const { one } = await twoBuses()
    const { body } = await chargeNow(one.id, { query: '?dryRun=true' })
    expect(body.updated).toEqual([
      {
        before: expect.not.objectContaining({ chargeNow: expect.anything() }),
        after: expect.objectContaining({ chargeNow: expect.anything() }),
      },
    ])
    expect(await read(one.id)).not.toHaveProperty('chargeNow')
  })

  test('tells its effect on the others before, by a tried plan', async () => {
    const { uid, one, other } = await twoBuses()
    await plan(uid)
    const { body } = await call('POST', `/locations/${uid}/plan?dryRun=true`, {
      body: { schedules: [{ id: one.id, chargeNow: true }] },
    })
    expect(body.comparison.peakkW).toBeGreaterThan(0)
    expect(body.comparison.changes.map(({ scheduleId }: Body) => scheduleId)).toContain(one.id)
    expect(body.comparison.short.after).toBe(0)
    expect(await read(other.id)).not.toHaveProperty('chargeNow')
  })

  test('asked again goes on by the first word; cancelled, the strategy holds again', async () => {
    const { uid, one } = await twoBuses()
    await chargeNow(one.id)
    const { chargeNow: first } = await read(one.id)
    expect((await chargeNow(one.id)).status).toBe(200)
    expect((await read(one.id)).chargeNow).toEqual(first)
    await plan(uid)
    expect((await cancel(one.id)).status).toBe(204)
    expect((await cancel(one.id)).status).toBe(204)
    await plan(uid)
    const schedule = await read(one.id)
    expect(schedule).not.toHaveProperty('chargeNow')
    expect(schedule.planMeta.strategy).toBe('peak-supression')
  })

  test('ends by itself at the target, with the plan that finds it there', async () => {
    const { uid, one } = await twoBuses()
    await chargeNow(one.id)
    await call('PATCH', `/vehicles/${one.bus}/schedules`, { body: { schedules: [{ id: one.id, targetSoC: 10 }] } })
    await plan(uid)
    expect(await read(one.id)).not.toHaveProperty('chargeNow')
    const { entries } = (await call('GET', `/audit?objectId=${one.id}&limit=1`)).body
    expect(entries[0]).toMatchObject({ kind: 'schedule', action: 'changed', before: { chargeNow: expect.anything() } })
    expect(entries[0].after).not.toHaveProperty('chargeNow')
  })

  test('stays when the timetable is sent again', async () => {
    const { one } = await twoBuses()
    await chargeNow(one.id)
    const again = stay(-1, 9, { startSoC: 20, targetSoC: 80 })
    await call('POST', `/vehicles/${one.bus}/schedules`, { body: { replaceFutureSchedules: true, schedules: [again] } })
    expect(await read(one.id)).toMatchObject({ targetSoC: 80, chargeNow: { by: expect.any(String) } })
  })

  test('of an occurrence that is not planned yet makes its row', async () => {
    const uid = await makeLocation({ departureMarginMinutes: 0 })
    const [at, to] = [-1, 9].map((hours) =>
      new Date(Math.floor(Date.parse(inHours(hours)) / 1000) * 1000).toISOString(),
    )
    const rule = {
      plannedArrivalTime: at,
      plannedDepartureTime: to,
      startSoC: 20,
      targetSoC: 90,
      recurrenceRule: 'FREQ=DAILY',
    }
    const { bus, id } = await stayAt(uid, rule)
    expect((await chargeNow(id)).status).toBe(409)
    const { schedules } = (await call('GET', `/vehicles/${bus}/schedules?from=${at}&to=${to}`)).body
    expect((await chargeNow(schedules[0].id)).status).toBe(200)
    expect(await read(schedules[0].id)).toMatchObject({
      recurringScheduleId: id,
      chargeNow: { by: expect.any(String) },
    })
  })

  test('is refused with the reason where the vehicle cannot charge now', async () => {
    const uid = await makeLocation()
    const coming = await stayAt(uid, stay(2, 9, { startSoC: 20, targetSoC: 90 }))
    const full = await stayAt(uid, stay(-1, 9, { startSoC: 95, targetSoC: 90 }))
    const frozen = await stayAt(uid, stay(-1, 9, { startSoC: 20, targetSoC: 90 }))
    await plan(uid)
    await call('PATCH', `/vehicles/${frozen.bus}/schedules`, {
      body: { schedules: [{ id: frozen.id, planMeta: { frozen: true } }] },
    })
    const unscheduled = await stayAt(uid, stay(-1, 9, { startSoC: 20, targetSoC: 90 }))
    await call('PATCH', `/vehicles/${unscheduled.bus}`, { body: { enableChargeScheduling: false } })
    for (const [id, detail] of [
      [coming.id, 'not here'],
      [full.id, 'has its target'],
      [frozen.id, 'frozen'],
      [unscheduled.id, 'enableChargeScheduling'],
    ] as const) {
      const { status, body } = await chargeNow(id)
      expect([status, body.detail]).toEqual([409, expect.stringContaining(detail)])
    }
    expect((await chargeNow('sch_unknown')).status).toBe(404)
  })

  test('needs write, and a schedule that the token may see', async () => {
    const { one } = await twoBuses()
    const elsewhere = await makeLocation()
    const reader = await tokenFor('read')
    const narrow = await tokenFor('write', [elsewhere])
    expect((await chargeNow(one.id, { token: reader })).status).toBe(401)
    expect((await chargeNow(one.id, { token: narrow })).status).toBe(404)
  })
})
