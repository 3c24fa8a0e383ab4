import { describe, expect, test } from 'vitest'
import { call, makeLocation, makeVehicleWithoutTaper, tokenFor, unique } from '@/e2e/api/client'
import { inHours, stay } from '@/e2e/api/schedule-times'

type Body = Record<string, unknown>
type Side = { bus: string; id: string }

const post = async (bus: string, ...schedules: Body[]): Promise<string[]> =>
  (await call('POST', `/vehicles/${bus}/schedules`, { body: { schedules } })).body.ids
const read = async (id: string) => (await call('GET', `/schedules/${id}`)).body
const patch = (bus: string, change: Body) =>
  call('PATCH', `/vehicles/${bus}/schedules`, { body: { schedules: [change] } })
const swap = (schedules: Body[], { query = '', ...more }: { query?: string; token?: string } = {}) =>
  call('POST', `/schedules/swap${query}`, { body: { schedules }, ...more })

async function sideAt(uid: string, schedule: Body): Promise<Side> {
  const bus = await makeVehicleWithoutTaper({ locationUid: uid })
  const [id = ''] = await post(bus, schedule)
  return { bus, id }
}

const EARLY = { targetSoC: 90, minimumSoC: 70, priority: 2, blockId: '54/15' }
const LATE = { targetSoC: 60, externalId: 'of the late one' }

/** A depot where one bus leaves in an hour, the other in nine. */
async function twoBuses(settings: Body = {}) {
  const uid = await makeLocation({ departureMarginMinutes: 0, ...settings })
  const early = await sideAt(uid, stay(-1, 1, { startSoC: 20, ...EARLY }))
  const late = await sideAt(uid, stay(-2, 9, { startSoC: 95, ...LATE }))
  return { uid, early, late, pair: [{ id: early.id }, { id: late.id }] }
}

describe('a swap', () => {
  test('lets each vehicle take over the duty of the other; the rest stays with the vehicle', async () => {
    const { early, late, pair } = await twoBuses()
    const { status, body } = await swap(pair)
    expect(status).toBe(200)
    expect(body).toEqual({
      success: true,
      message: `${early.bus} now leaves at ${inHours(9)} and ${late.bus} at ${inHours(1)}.`,
    })
    const [one, other] = [await read(early.id), await read(late.id)]
    expect(one).toMatchObject({
      ...{ evId: early.bus, startSoC: 20, targetSoC: 60, priority: 0 },
      ...{ plannedArrivalTime: inHours(-1), plannedDepartureTime: inHours(9) },
    })
    for (const name of ['minimumSoC', 'blockId', 'externalId']) expect(one).not.toHaveProperty(name)
    expect(other).toMatchObject({
      ...{ evId: late.bus, startSoC: 95, ...EARLY, externalId: 'of the late one' },
      ...{ plannedArrivalTime: inHours(-2), plannedDepartureTime: inHours(1) },
    })
  })

  test('sent again is taken back', async () => {
    const { early, late, pair } = await twoBuses()
    const before = [await read(early.id), await read(late.id)]
    await swap(pair)
    expect((await swap(pair)).status).toBe(200)
    expect([await read(early.id), await read(late.id)]).toEqual(before)
  })

  test('that is tried shows both before and after, and writes nothing', async () => {
    const { early, late, pair } = await twoBuses()
    const before = [await read(early.id), await read(late.id)]
    const { status, body } = await swap(pair, { query: '?dryRun=true' })
    expect(status).toBe(200)
    expect(body.updated.map((change: { before: Body }) => change.before)).toEqual(before)
    expect(body.updated.map((change: { after: Body }) => change.after)).toMatchObject([
      { id: early.id, plannedDepartureTime: inHours(9), targetSoC: 60 },
      { id: late.id, plannedDepartureTime: inHours(1), ...EARLY },
    ])
    expect([await read(early.id), await read(late.id)]).toEqual(before)
    await swap(pair)
    expect([await read(early.id), await read(late.id)]).toEqual(
      body.updated.map((change: { after: Body }) => change.after),
    )
  })

  test('of occurrences changes these nights alone', async () => {
    const uid = await makeLocation()
    const rule = (from: number, to: number, more: Body) => stay(from, to, { recurrenceRule: 'FREQ=DAILY', ...more })
    const one = await sideAt(uid, rule(2, 6, { blockId: 'a' }))
    const other = await sideAt(uid, rule(3, 8, { blockId: 'b' }))
    const nights = async ({ bus }: Side) =>
      (await call('GET', `/vehicles/${bus}/schedules`)).body.schedules.slice(0, 2) as (Body & { id: string })[]
    const [[mine], [theirs]] = [await nights(one), await nights(other)]
    expect((await swap([{ id: mine?.id }, { id: theirs?.id }])).status).toBe(200)
    expect(await nights(one)).toMatchObject([
      { id: mine?.id, blockId: 'b', plannedArrivalTime: inHours(2), plannedDepartureTime: inHours(8) },
      { blockId: 'a', plannedDepartureTime: inHours(30) },
    ])
    expect(await nights(other)).toMatchObject([
      { id: theirs?.id, blockId: 'a', plannedArrivalTime: inHours(3), plannedDepartureTime: inHours(6) },
      { blockId: 'b', plannedDepartureTime: inHours(32) },
    ])
  })

  test('thaws a plan that was frozen for the other departure', async () => {
    const { uid, early, pair } = await twoBuses()
    await call('POST', `/locations/${uid}/plan`)
    await patch(early.bus, { id: early.id, planMeta: { frozen: true } })
    expect((await read(early.id)).planMeta.frozen).toBe(true)
    await swap(pair)
    expect((await read(early.id)).planMeta.frozen).toBe(false)
  })
})

describe('a swap is refused, and nothing is changed,', () => {
  const unchanged = async ({ early, late }: { early: Side; late: Side }, work: () => Promise<unknown>) => {
    const before = [await read(early.id), await read(late.id)]
    await work()
    expect([await read(early.id), await read(late.id)]).toEqual(before)
  }

  test('for anything but two schedules of two vehicles', async () => {
    const two = await twoBuses()
    const [own = ''] = await post(two.early.bus, stay(20, 22))
    await unchanged(two, async () => {
      expect(await swap([{ id: two.early.id }])).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'schedules' }] },
      })
      expect(await swap([...two.pair, { id: own }])).toMatchObject({ status: 400 })
      expect(await swap([{ id: own }, { id: own }])).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'schedules[1].id', message: `names ${own} a second time` }] },
      })
      expect(await swap([{ id: two.early.id }, { id: own }])).toMatchObject({
        status: 422,
        body: { errors: [{ path: 'schedules[1].id', message: expect.stringContaining('same vehicle') }] },
      })
    })
  })

  test('for a schedule that is unknown or that the caller does not see', async () => {
    const two = await twoBuses()
    const elsewhere = await tokenFor('write', [await makeLocation()])
    const here = await tokenFor('write', [two.uid])
    await unchanged(two, async () => {
      const gone = unique('sch')
      expect(await swap([{ id: two.early.id }, { id: gone }])).toMatchObject({
        status: 404,
        body: { detail: expect.stringContaining(gone) },
      })
      expect((await swap(two.pair, { token: elsewhere })).status).toBe(404)
      expect((await swap(two.pair, { token: await tokenFor('read') })).status).toBe(401)
    })
    expect((await swap(two.pair, { token: here })).status).toBe(200)
  })

  test('for two locations, a rule, or a vehicle that comes too late for the duty', async () => {
    const two = await twoBuses()
    const far = await sideAt(await makeLocation(), stay(-1, 5))
    const rule = await sideAt(two.uid, stay(2, 3, { recurrenceRule: 'FREQ=DAILY' }))
    const coming = await sideAt(two.uid, stay(3, 9))
    const refusal = async ({ id }: Side) => {
      const { status, body } = await swap([{ id: two.early.id }, { id }])
      return [status, body.errors?.[0].path, body.errors?.[0].message]
    }
    await unchanged(two, async () => {
      expect(await refusal(far)).toEqual([422, 'schedules[1].id', expect.stringContaining('one location')])
      expect(await refusal(rule)).toEqual([422, 'schedules[1].id', 'is a rule: name one of its occurrences'])
      expect(await refusal(coming)).toEqual([422, 'schedules[1].id', expect.stringContaining('too late')])
    })
  })

  test('for what has ended, has changed since it was read, or would overlap the next stay', async () => {
    const two = await twoBuses()
    const over = await sideAt(two.uid, stay(-3, 5))
    await patch(over.bus, { id: over.id, plannedDepartureTime: inHours(-1) })
    const [next = ''] = await post(two.early.bus, stay(5, 7))
    await unchanged(two, async () => {
      expect(await swap([{ id: two.early.id }, { id: over.id }])).toMatchObject({
        status: 409,
        body: { detail: expect.stringContaining('has ended') },
      })
      const stale = [{ id: two.early.id, plannedDepartureTime: inHours(1.5) }, { id: two.late.id }]
      expect(await swap(stale)).toMatchObject({ status: 409, body: { detail: expect.stringContaining(inHours(1)) } })
      expect(await swap(two.pair)).toMatchObject({ status: 409, body: { detail: expect.stringContaining(next) } })
    })
  })
})

test('parallel swaps among three vehicles end in what one after the other gives: each duty is done once', async () => {
  const { uid, early, late } = await twoBuses()
  const third = await sideAt(uid, stay(-1, 5, { blockId: 'third' }))
  const ids = [early.id, late.id, third.id]
  const duties = async () =>
    (await Promise.all(ids.map(read)))
      .map(({ plannedDepartureTime, blockId = '', targetSoC }) => `${plannedDepartureTime} ${blockId} ${targetSoC}`)
      .sort()
  const before = await duties()
  const answers = await Promise.all(
    Array.from({ length: 18 }, (_, n) => swap([{ id: ids[n % 3] }, { id: ids[(n + 1 + (n % 2)) % 3] }])),
  )
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
  expect(await duties()).toEqual(before)
})

test('of parallel swaps that name the departures that they read one is done, and the others are told', async () => {
  const { pair } = await twoBuses()
  const read = [
    { ...pair[0], plannedDepartureTime: inHours(1) },
    { ...pair[1], plannedDepartureTime: inHours(9) },
  ]
  const answers = await Promise.all(Array.from({ length: 8 }, () => swap(read)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)])
})

test('a vehicle that is short is offered a swap that was proven by planning, and it ends the shortfall', async () => {
  const { uid, early, late } = await twoBuses()
  await call('POST', `/locations/${uid}/plan`)
  const { fixes } = (await call('GET', `/vehicles/${early.bus}/schedules/${early.id}/fixes`)).body
  expect(fixes[0]).toEqual({
    ...{ kind: 'swap', scheduleId: late.id, evId: late.bus, plannedDepartureTime: inHours(9), targetSoC: 60 },
  })
  expect(fixes.length).toBeGreaterThan(1)
  await swap([{ id: early.id }, { id: fixes[0].scheduleId }])
  await call('POST', `/locations/${uid}/plan`)
  for (const { id } of [early, late]) expect((await read(id)).plan.reachedTargetSocInSchedule).toBe(true)
})

test('no swap is offered that the call would refuse: the next stay of the vehicle is in the way', async () => {
  const { uid, early } = await twoBuses()
  await post(early.bus, stay(5, 7))
  await call('POST', `/locations/${uid}/plan`)
  const { fixes } = (await call('GET', `/vehicles/${early.bus}/schedules/${early.id}/fixes`)).body
  expect(fixes.map(({ kind }: Body) => kind)).not.toContain('swap')
})
