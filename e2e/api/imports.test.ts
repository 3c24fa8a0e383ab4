import { describe, expect, test } from 'vitest'
import { importRows } from '@/components/import/import-rows'
import { call, makeLocation, makeVehicle, tokenFor, unique } from '@/e2e/api/client'
import { inHours, stay } from '@/e2e/api/schedule-times'

type Body = Record<string, unknown>

const ATTRIBUTES = { name: 'Bus', fullChargeEnergykWh: 300, maxChargePowerkW: 100 }
const importInto = (locationUid: string, vehicles: Body[], { query = '', ...more }: { query?: string } & Body = {}) =>
  call('POST', `/imports${query}`, { body: { locationUid, vehicles, ...more } })
const undo = (id: string, query = '') => call('POST', `/imports/${id}/undo${query}`)
const vehicleOf = async (id: string) => await call('GET', `/vehicles/${id}`)
const schedulesOf = async (id: string): Promise<Body[]> =>
  (await call('GET', `/vehicles/${id}/schedules?plan=false`)).body.schedules
const patchSchedule = (vehicleId: string, change: Body) =>
  call('PATCH', `/vehicles/${vehicleId}/schedules`, { body: { schedules: [change] } })

describe('an import', () => {
  test('creates vehicles that there are not yet and their schedules, and changes what differs', async () => {
    const uid = await makeLocation()
    const [known, made] = [await makeVehicle({ locationUid: uid, name: 'Old', notes: 'kept' }), unique('bus')]
    const { status, body } = await importInto(
      uid,
      [
        { vehicleId: known, vehicle: { name: 'New' }, schedules: [stay(2, 9, { targetSoC: 80 })] },
        { vehicleId: made, vehicle: ATTRIBUTES, schedules: [stay(1, 8), stay(20, 30)] },
      ],
      { name: 'winter.csv' },
    )
    expect(status).toBe(200)
    expect(
      body.results.map(({ vehicleId, status, ids }: Body) => [vehicleId, status, (ids as string[]).length]),
    ).toEqual([
      [known, 200, 1],
      [made, 200, 2],
    ])
    expect((await vehicleOf(known)).body).toMatchObject({ name: 'New', notes: 'kept' })
    expect((await vehicleOf(made)).body).toMatchObject({ ...ATTRIBUTES, locationUid: [uid] })
    expect(await schedulesOf(made)).toMatchObject([{ locationUid: uid }, { locationUid: uid }])
    expect((await call('GET', `/imports/${body.id}`)).body).toMatchObject({
      ...{ id: body.id, locationUid: uid, name: 'winter.csv', vehicles: 2, schedules: 3, leftOut: [] },
    })
  })

  test('that is tried says what would change of each vehicle and schedule, and writes nothing', async () => {
    const uid = await makeLocation()
    const [known, made] = [await makeVehicle({ locationUid: uid, name: 'Old' }), unique('bus')]
    await call('POST', `/vehicles/${known}/schedules`, { body: { schedules: [stay(2, 9, { targetSoC: 80 })] } })
    const entries = [
      { vehicleId: known, vehicle: { name: 'New' }, schedules: [stay(2, 9, { targetSoC: 90 }), stay(20, 30)] },
      { vehicleId: made, vehicle: ATTRIBUTES, schedules: [stay(1, 8)] },
      { vehicleId: known, schedules: [] },
    ]
    expect((await importInto(uid, entries, { query: '?dryRun=true' })).status).toBe(400)
    const { body } = await importInto(uid, entries.slice(0, 2), { query: '?dryRun=true' })
    expect(body).not.toHaveProperty('id')
    expect(body.results).toMatchObject([
      {
        vehicle: { before: { name: 'Old' }, after: { name: 'New' } },
        created: [{ plannedDepartureTime: inHours(30) }],
        updated: [{ before: { targetSoC: 80 }, after: { targetSoC: 90 } }],
      },
      { vehicle: { after: { id: made } }, created: [{ plannedDepartureTime: inHours(8) }] },
    ])
    expect(body.results[1].vehicle).not.toHaveProperty('before')
    expect((await vehicleOf(made)).status).toBe(404)
    expect((await vehicleOf(known)).body.name).toBe('Old')
    expect((await call('GET', `/imports?locationUid=${uid}`)).body.imports).toEqual([])
  })

  test('refuses a vehicle whole with all its faults, names it, and imports the others', async () => {
    const uid = await makeLocation()
    const [bad, good] = [unique('bus'), unique('bus')]
    const { body } = await importInto(
      uid,
      [
        {
          vehicleId: bad,
          vehicle: ATTRIBUTES,
          schedules: [stay(1, 8), stay(12, 11), stay(20, 30, { targetSoC: 0.8 })],
        },
        { vehicleId: good, vehicle: ATTRIBUTES, schedules: [stay(1, 8)] },
        { vehicleId: 'no id', vehicle: ATTRIBUTES },
        { vehicleId: unique('bus'), schedules: [stay(1, 8)] },
      ],
      { leftOut: [{ row: 'row 3', reason: 'no time' }] },
    )
    expect(body.results.map(({ status }: Body) => status)).toEqual([422, 200, 400, 404])
    expect(body.results[0].error.errors.map(({ path }: Body) => path)).toEqual([
      'schedules[1].plannedDepartureTime',
      'schedules[2].targetSoC',
    ])
    expect((await vehicleOf(bad)).status).toBe(404)
    expect((await vehicleOf(good)).status).toBe(200)
    const { leftOut, vehicles } = (await call('GET', `/imports/${body.id}`)).body
    expect(vehicles).toBe(1)
    expect(leftOut.map(({ row }: Body) => row).slice(0, 3)).toEqual(['row 3', bad, 'no id'])
    const [first, second] = body.results[0].error.errors
    expect(leftOut[1].reason).toBe(`${first.path}: ${first.message}; ${second.path}: ${second.message}`)
  })

  test('refuses a vehicle id that no database can hold, and imports the others', async () => {
    const uid = await makeLocation()
    const good = unique('bus')
    for (const vehicleId of ['\0', 'half \uD83D']) {
      const entries = [
        { vehicleId: good, vehicle: ATTRIBUTES },
        { vehicleId, vehicle: ATTRIBUTES },
        { vehicleId: null },
      ]
      const { status, body } = await importInto(uid, entries)
      expect([status, ...body.results.map((result: Body) => result.status)]).toEqual([200, 200, 400, 400])
      const posted = { vehicles: [{ vehicleId, schedules: [] }] }
      expect((await call('POST', '/schedules/batch', { body: posted })).body.results).toMatchObject([{ status: 400 }])
      expect((await call('GET', `/imports/${body.id}`)).body).toMatchObject({ vehicles: 1, leftOut: { length: 2 } })
    }
  })

  test('changes nothing the second time', async () => {
    const uid = await makeLocation()
    const entries = [{ vehicleId: unique('bus'), vehicle: ATTRIBUTES, schedules: [stay(1, 8)] }]
    await importInto(uid, entries)
    const { body } = await importInto(uid, entries, { query: '?dryRun=true' })
    expect(body.results[0]).toMatchObject({ status: 200, created: [], updated: [] })
    expect(body.results[0]).not.toHaveProperty('vehicle')
  })

  test('of several calls is one, and who stops half-way leaves whole vehicles that can be undone', async () => {
    const uid = await makeLocation()
    const ids = [unique('bus'), unique('bus'), unique('bus')]
    const entry = (vehicleId: string) => ({ vehicleId, vehicle: ATTRIBUTES, schedules: [stay(1, 8), stay(20, 30)] })
    const first = await importInto(uid, [entry(ids[0] ?? '')])
    const second = await importInto(uid, [entry(ids[1] ?? '')], { id: first.body.id })
    expect(second.body.id).toBe(first.body.id)
    expect((await call('GET', `/imports/${first.body.id}`)).body).toMatchObject({ vehicles: 2, schedules: 4 })
    expect((await vehicleOf(ids[2] ?? '')).status).toBe(404)
    expect((await undo(first.body.id)).body).toEqual({ restored: 6, kept: [] })
    for (const id of ids) expect((await vehicleOf(id)).status).toBe(404)
  })

  test('goes on only for whom it began, where it began, and not after it was undone', async () => {
    const [uid, other] = [await makeLocation(), await makeLocation()]
    const entries = [{ vehicleId: unique('bus'), vehicle: ATTRIBUTES }]
    const { id } = (await importInto(uid, entries)).body
    expect((await importInto(other, entries, { id })).status).toBe(409)
    const token = await tokenFor('write')
    expect((await call('POST', '/imports', { token, body: { id, locationUid: uid, vehicles: entries } })).status).toBe(
      409,
    )
    await undo(id)
    expect((await importInto(uid, entries, { id })).status).toBe(409)
    expect((await importInto(uid, entries, { id: 'imp_unknown' })).status).toBe(404)
    expect((await importInto('nowhere', entries)).status).toBe(404)
  })
})

describe('an import of many stays', () => {
  const VEHICLES = 24
  const EACH = 25
  const countByVehicle = async (uid: string) => {
    const range = `from=${inHours(-48)}&to=${inHours(24 * EACH + 48)}&plan=false`
    const { schedules } = (await call('GET', `/locations/${uid}/schedules?${range}`)).body
    return schedules.reduce(
      (counts: Map<string, number>, { evId }: { evId: string }) => counts.set(evId, (counts.get(evId) ?? 0) + 1),
      new Map<string, number>(),
    )
  }

  test('that is stopped leaves each vehicle whole or untouched and names the rest; undoing it leaves what changed', async () => {
    const uid = await makeLocation()
    const made = await importInto(
      uid,
      Array.from({ length: VEHICLES }, () => ({ vehicleId: unique('bus'), vehicle: ATTRIBUTES })),
    )
    const ids: string[] = made.body.results.map(({ vehicleId }: Body) => vehicleId)
    const rows = ids.flatMap((vehicleId, bus) =>
      Array.from({ length: EACH }, (_, day) => ({
        ...{ line: bus * EACH + day + 2, vehicleId, faults: [] },
        said: stay(24 * day - 1, 24 * day + 8),
      })),
    )
    let done = 0
    const { id, left } = await importRows(
      { rows, kind: 'stays', name: 'winter.csv', leftOut: [] },
      async (body) => (await call('POST', '/imports', { body: { locationUid: uid, ...body } })).body,
      {
        isStopped: () => done > 0,
        onDone: (now) => {
          done = now
        },
        leftWords: ({ entry, rows: own }) => ({ row: entry.vehicleId, reason: `${own.length} rows were not reached.` }),
      },
    )
    const reached = ids.slice(0, VEHICLES - left.length)
    expect(reached.length).toBe(20)
    expect(await countByVehicle(uid)).toEqual(new Map(reached.map((vehicleId) => [vehicleId, EACH])))
    expect((await call('GET', `/imports/${id}`)).body).toMatchObject({
      ...{ vehicles: 20, schedules: 20 * EACH },
      leftOut: ids.slice(20).map((row) => ({ row, reason: `${EACH} rows were not reached.` })),
    })
    const [changed] = (await schedulesOf(reached[3] ?? '')).slice(-1)
    await patchSchedule(reached[3] ?? '', { id: changed?.id, targetSoC: 55 })
    const { restored, kept } = (await undo(String(id))).body
    expect(restored).toBe(20 * (EACH - 1) - 1)
    const reasons = kept.map(({ reason }: Body) => reason)
    expect(reasons.filter((reason: string) => reason === 'It has begun.').length).toBe(20)
    expect(kept.filter(({ reason }: Body) => reason === 'It was changed since the import.')).toMatchObject([
      { id: changed?.id, vehicleId: reached[3] },
    ])
    expect(kept.length).toBe(21)
    expect(await countByVehicle(uid)).toEqual(
      new Map(reached.map((vehicleId) => [vehicleId, vehicleId === reached[3] ? 2 : 1])),
    )
  })
})

test('a trial names each schedule that overlaps what is stored, so that the rest can be imported', async () => {
  const uid = await makeLocation()
  const bus = await makeVehicle({ locationUid: uid })
  await call('POST', `/vehicles/${bus}/schedules`, { body: { schedules: [stay(2, 9), stay(20, 30), stay(40, 50)] } })
  const stored = await schedulesOf(bus)
  const entry = { vehicleId: bus, schedules: [stay(3, 8), stay(12, 18), stay(41, 51)] }
  for (const query of ['?dryRun=true', '']) {
    const { error, status } = (await importInto(uid, [entry], { query })).body.results[0]
    expect([status, error.detail]).toEqual([409, expect.stringMatching(/^schedules\[0\] overlaps the schedule /)])
    expect(error.errors).toEqual([
      { path: 'schedules[0]', message: expect.stringContaining(`overlaps the schedule ${stored[0]?.id}`) },
      { path: 'schedules[2]', message: expect.stringContaining(`overlaps the schedule ${stored[2]?.id}`) },
    ])
  }
  expect((await call('GET', `/imports?locationUid=${uid}`)).body.imports[0].leftOut[0].reason).toMatch(
    /^schedules\[0\]: overlaps [^;]*; schedules\[2\]: overlaps [^;]*$/,
  )
})

test('many vehicles that are changed together have one entry each in the log, and keep what is not said', async () => {
  const uid = await makeLocation()
  const ids = await Promise.all([1, 2].map(() => makeVehicle({ locationUid: uid, name: 'Old', evModel: 'U10' })))
  const entries = ids.map((vehicleId) => ({ vehicleId, vehicle: { evModel: 'U12', enableChargeScheduling: false } }))
  await importInto(uid, entries, { name: 'Changed in the fleet' })
  for (const id of ids) {
    const changes = (await call('GET', `/audit?kind=vehicle&objectId=${id}&action=changed`)).body.entries
    expect(changes).toMatchObject([
      {
        before: { evModel: 'U10', enableChargeScheduling: true },
        after: { evModel: 'U12', enableChargeScheduling: false },
      },
    ])
    expect((await vehicleOf(id)).body).toMatchObject({ name: 'Old', evModel: 'U12' })
  }
})

describe('a change of many vehicles by hand', () => {
  test('is not among the imports of files, and the other way round', async () => {
    const uid = await makeLocation()
    const bus = await makeVehicle({ locationUid: uid, name: 'Old' })
    const file = (await importInto(uid, [{ vehicleId: bus, vehicle: { name: 'New' } }])).body
    const edit = (await importInto(uid, [{ vehicleId: bus, vehicle: { name: 'Newer' } }], { origin: 'edit' })).body
    const listed = async (query: string) =>
      (await call('GET', `/imports?locationUid=${uid}${query}`)).body.imports.map(({ id, origin }: Body) => [
        id,
        origin,
      ])
    expect(await listed('&origin=file&limit=1')).toEqual([[file.id, 'file']])
    expect(await listed('&origin=edit')).toEqual([[edit.id, 'edit']])
    expect(await listed('')).toEqual([
      [edit.id, 'edit'],
      [file.id, 'file'],
    ])
    expect((await call('GET', `/imports/${edit.id}`)).body.origin).toBe('edit')
    expect((await call('GET', `/imports?origin=hand`)).status).toBe(400)
    expect((await importInto(uid, [], { origin: 'hand' })).status).toBe(400)
  })

  test('makes no vehicle anew that somebody deleted, also where it goes on, and changes the others', async () => {
    const uid = await makeLocation()
    const [known, gone] = [await makeVehicle({ locationUid: uid, name: 'Old' }), unique('bus')]
    const entries = [gone, known].map((vehicleId) => ({ vehicleId, vehicle: ATTRIBUTES }))
    const tried = await importInto(uid, entries, { query: '?dryRun=true', origin: 'edit' })
    const { body } = await importInto(uid, entries, { origin: 'edit' })
    for (const { results } of [tried.body, body]) {
      expect(results.map(({ status }: Body) => status)).toEqual([404, 200])
      expect(results[0].error.detail).toBe(`There is no vehicle with the id ${gone}.`)
    }
    const more = await importInto(uid, entries.slice(0, 1), { id: body.id, origin: 'file' })
    expect(more.body.results).toMatchObject([{ vehicleId: gone, status: 404 }])
    expect((await vehicleOf(gone)).status).toBe(404)
    expect((await vehicleOf(known)).body).toMatchObject(ATTRIBUTES)
    expect((await call('GET', `/imports/${body.id}`)).body).toMatchObject({ origin: 'edit', vehicles: 1 })
  })
})

test('a list of imports gives the first 20 rows that each left out, and how many there are', async () => {
  const uid = await makeLocation()
  const leftOut = Array.from({ length: 30 }, (_, n) => ({ row: `row ${n + 2}`, reason: 'no time' }))
  const { id } = (await importInto(uid, [{ vehicleId: unique('bus'), vehicle: ATTRIBUTES }], { leftOut })).body
  const [listed] = (await call('GET', `/imports?locationUid=${uid}&limit=1000`)).body.imports
  expect(listed).toMatchObject({ id, leftOut: leftOut.slice(0, 20), leftOutCount: 30 })
  expect((await call('GET', `/imports/${id}`)).body).toMatchObject({ leftOut, leftOutCount: 30 })
})

describe('undoing an import', () => {
  test('takes back all that nobody has changed since: vehicles, attributes and schedules', async () => {
    const uid = await makeLocation()
    const [known, made] = [await makeVehicle({ locationUid: uid, name: 'Old' }), unique('bus')]
    const was = (await vehicleOf(known)).body
    await call('POST', `/vehicles/${known}/schedules`, {
      body: { schedules: [stay(2, 9, { targetSoC: 80, blockId: '7' })] },
    })
    const before = await schedulesOf(known)
    const { id } = (
      await importInto(uid, [
        {
          vehicleId: known,
          vehicle: { name: 'New', licensePlate: 'HEL-1' },
          schedules: [stay(1, 9, { targetSoC: 95, minimumSoC: 60 }), stay(20, 30)],
        },
        { vehicleId: made, vehicle: ATTRIBUTES, schedules: [stay(1, 8)] },
      ])
    ).body
    const tried = await undo(id, '?dryRun=true')
    expect(tried.body).toEqual({ restored: 5, kept: [] })
    expect((await vehicleOf(made)).status).toBe(200)
    expect((await undo(id)).body).toEqual(tried.body)
    expect((await vehicleOf(known)).body).toEqual(was)
    expect(await schedulesOf(known)).toEqual(before)
    expect((await vehicleOf(made)).status).toBe(404)
    expect((await call('GET', `/imports/${id}`)).body.undone).toMatchObject({ restored: 5, kept: [] })
    expect((await undo(id)).status).toBe(409)
  })

  test('leaves what was changed since, and names it', async () => {
    const uid = await makeLocation()
    const [one, other] = [unique('bus'), unique('bus')]
    const entry = (vehicleId: string) => ({ vehicleId, vehicle: ATTRIBUTES, schedules: [stay(1, 8), stay(20, 30)] })
    const { id } = (await importInto(uid, [entry(one), entry(other)])).body
    const [changed] = await schedulesOf(one)
    await patchSchedule(one, { id: changed?.id, targetSoC: 55 })
    await call('PATCH', `/vehicles/${other}`, { body: { name: 'Renamed' } })
    const { restored, kept } = (await undo(id)).body
    expect(restored).toBe(3)
    expect(kept).toEqual([
      { kind: 'vehicle', id: other, vehicleId: other, reason: 'It was changed since the import.' },
      { kind: 'schedule', id: changed?.id, vehicleId: one, reason: 'It was changed since the import.' },
      { kind: 'vehicle', id: one, vehicleId: one, reason: 'It has schedules that stay.' },
    ])
    expect(await schedulesOf(one)).toMatchObject([{ id: changed?.id, targetSoC: 55 }])
    expect(await schedulesOf(other)).toEqual([])
  })

  test('leaves stays that have begun, and says nothing of what is gone already', async () => {
    const uid = await makeLocation()
    const bus = await makeVehicle({ locationUid: uid })
    const { id } = (await importInto(uid, [{ vehicleId: bus, schedules: [stay(-1, 8), stay(20, 30), stay(40, 50)] }]))
      .body
    const [begun, deleted] = await schedulesOf(bus)
    await call('DELETE', `/vehicles/${bus}/schedules/${deleted?.id}`)
    expect((await undo(id)).body).toEqual({
      restored: 1,
      kept: [{ kind: 'schedule', id: begun?.id, vehicleId: bus, reason: 'It has begun.' }],
    })
    expect(await schedulesOf(bus)).toMatchObject([{ id: begun?.id }])
  })

  test('takes back what it created and then changed', async () => {
    const uid = await makeLocation()
    const bus = await makeVehicle({ locationUid: uid })
    const { id } = (
      await importInto(uid, [{ vehicleId: bus, schedules: [stay(1, 8, { targetSoC: 80, blockId: '7' })] }])
    ).body
    await importInto(uid, [{ vehicleId: bus, schedules: [stay(1, 8, { targetSoC: 90 })] }], { id })
    expect(await schedulesOf(bus)).toMatchObject([{ targetSoC: 90 }])
    expect((await undo(id)).body).toEqual({ restored: 1, kept: [] })
    expect(await schedulesOf(bus)).toEqual([])
  })

  test('leaves a vehicle for which somebody made a rule that begins later', async () => {
    const uid = await makeLocation()
    const bus = unique('bus')
    const { id } = (await importInto(uid, [{ vehicleId: bus, vehicle: ATTRIBUTES }])).body
    const rule = stay(24 * 40, 24 * 40 + 9, { recurrenceRule: 'FREQ=WEEKLY', locationUid: uid })
    expect((await call('POST', `/vehicles/${bus}/schedules`, { body: { schedules: [rule] } })).status).toBe(200)
    expect((await undo(id)).body.kept).toMatchObject([{ id: bus, reason: 'It has schedules that stay.' }])
    expect((await vehicleOf(bus)).status).toBe(200)
  })

  test('is refused to those who do not see all that it changed', async () => {
    const [uid, hidden] = [await makeLocation(), await makeLocation()]
    const bus = await makeVehicle({ locationUid: [uid, hidden] })
    const schedules = [stay(1, 8), stay(20, 30, { locationUid: hidden })]
    const leftOut = [{ row: 'row 3', reason: `It overlaps a stay at ${hidden}.` }]
    const { id } = (await importInto(uid, [{ vehicleId: bus, schedules }], { leftOut })).body
    const before = await schedulesOf(bus)
    const narrow = { token: await tokenFor('write', [uid]) }
    for (const query of ['?dryRun=true', '']) {
      const { status, body } = await call('POST', `/imports/${id}/undo${query}`, narrow)
      expect([status, body.detail]).toEqual([409, expect.stringContaining('the locations that you are limited to')])
    }
    expect(await schedulesOf(bus)).toEqual(before)
    expect((await call('GET', `/imports/${id}`, narrow)).body.leftOut).toEqual([
      { row: 'row 3', reason: 'It was not imported.' },
    ])
    expect((await undo(id)).body).toEqual({ restored: 2, kept: [] })
  })

  test('is for those who see the location', async () => {
    const uid = await makeLocation()
    const { id } = (await importInto(uid, [{ vehicleId: unique('bus'), vehicle: ATTRIBUTES }])).body
    const narrow = await tokenFor('write', [await makeLocation()])
    expect((await call('GET', `/imports/${id}`, { token: narrow })).status).toBe(404)
    expect((await call('POST', `/imports/${id}/undo`, { token: narrow })).status).toBe(404)
    expect((await call('GET', '/imports', { token: narrow })).body.imports).toEqual([])
    expect((await call('POST', `/imports/${id}/undo`, { token: await tokenFor('read') })).status).toBe(401)
  })
})
