import postgres from 'postgres'
import { afterAll, describe, expect, test } from 'vitest'
import { call, makeLocation, tokenFor, unique, uniqueMac } from '@/e2e/api/client'
import { given } from '@/e2e/api/given'

const sql = postgres(given('databaseUrl'), { max: 2 })
afterAll(() => sql.end())

const MINUTE = 60_000
const now = Math.floor(Date.now() / 1000) * 1000
const at = (minutes: number) => new Date(now + minutes * MINUTE).toISOString()

type Values = Record<string, unknown>
type Result = { id: string; status: string; error?: string; warnings?: string[] }

/** A depot with what its chargers send, and buses of 400 kWh and 100 kW. */
async function makeDepot(settings: Values = {}) {
  const uid = await makeLocation({ powerLimitkW: 500, ...settings })
  const send = async (...events: Values[]): Promise<Result[]> => {
    const { body } = await call('POST', '/charging-events', {
      body: { events: events.map((event) => ({ id: unique('evt'), locationUid: uid, ...event })) },
    })
    return body.results
  }
  const makeBus = async (macAddress = uniqueMac()) => {
    const id = unique('bus')
    const answer = await call('PUT', `/vehicles/${id}`, { body: busBody(uid, macAddress) })
    expect(answer.status).toBe(201)
    return { id, macAddress }
  }
  const stay = (id: string, from: number, to: number, startSoC = 30, targetSoC = 90) =>
    call('POST', `/vehicles/${id}/schedules`, {
      body: {
        schedules: [
          { plannedArrivalTime: at(from), plannedDepartureTime: at(to), locationUid: uid, startSoC, targetSoC },
        ],
      },
    })
  const plan = () => call('POST', `/locations/${uid}/plan`, { body: {} })
  const board = async () => (await call('GET', `/locations/${uid}/readiness`)).body
  const row = async (id: string) =>
    (await board()).departures.find((one: { schedule: { evId: string } }) => one.schedule.evId === id)
  return { uid, send, makeBus, stay, plan, board, row }
}

const busBody = (locationUid: string, macAddress: string) => ({
  ...{ locationUid, fullChargeEnergykWh: 400, maxChargePowerkW: 100, supportsPauseResume: true },
  chargingPorts: [{ macAddress, type: 'CCS2' }],
})

const event = (type: string, minutes: number, macAddress: string, more: Values = {}): Values => ({
  ...{ type, timestamp: at(minutes), macAddress },
  ...more,
})

/** A bus that stands since two hours, from 30 to 90 %, and is there for six more. */
async function makeNight() {
  const depot = await makeDepot()
  const bus = await depot.makeBus()
  await depot.stay(bus.id, -120, 360)
  const meter = (minutes: number, more: Values) =>
    event('meter', minutes, bus.macAddress, { transactionId: '1', ...more })
  await depot.send(
    event('ev-connected', -120, bus.macAddress, { soc: 30 }),
    event('charging-started', -120, bus.macAddress, { transactionId: '1' }),
  )
  return { ...depot, bus, meter }
}

describe('nothing impossible is believed', () => {
  test('a counter in Wh is read as Wh, and said so', async () => {
    const { send, meter, plan, row, bus } = await makeNight()
    const [result] = await send(meter(-60, { energykWh: 40_000, powerkW: 40 }))
    expect(result).toMatchObject({ status: 'accepted', warnings: ['energykWh: 40000 is taken as Wh'] })
    await plan()
    const found = await row(bus.id)
    expect(found.soc).toMatchObject({ source: 'measured' })
    expect(found.soc.value).toBeLessThan(55)
    expect(found.state).not.toBe('ready')
  })

  test('the first reading of a register is a beginning, no energy', async () => {
    const { send, meter, plan, row, bus } = await makeNight()
    await send(meter(-114, { energykWh: 784_906.1, powerkW: 40 }), meter(-60, { energykWh: 784_942.1, powerkW: 40 }))
    await plan()
    expect((await row(bus.id)).soc.value).toBeLessThan(55)
  })

  test('power in W is no megawatt', async () => {
    const { send, meter, row, bus, plan } = await makeNight()
    const [result] = await send(meter(-30, { powerkW: 40_000 }), meter(-15, { powerkW: 40_000 }))
    expect(result?.warnings).toEqual([expect.stringContaining('powerkW')])
    await plan()
    expect((await row(bus.id)).soc.value).toBeLessThan(50)
  })

  test('nor is one of less than 1,000 W, nor the watts of a vehicle that waits', async () => {
    for (const sent of [
      [900, 800],
      [110, 110, 40_000, 40_000, 110],
    ]) {
      const { send, meter, row, bus, plan } = await makeNight()
      await send(...sent.map((powerkW, index) => meter(-100 + index * 20, { powerkW })))
      await plan()
      expect((await row(bus.id)).soc.value).toBeLessThan(50)
    }
  })

  test('a wild SoC needs a second reading, and 0.35 is 35 %', async () => {
    const { send, meter, row, bus, plan } = await makeNight()
    const sent = [
      meter(-100, { energykWh: 20, soc: 0.35 }),
      meter(-60, { energykWh: 40, soc: 40 }),
      meter(-54, { energykWh: 44, soc: 100 }),
      meter(-30, { energykWh: 60 }),
    ]
    const results = await send(...sent)
    expect(results.map(({ warnings }) => warnings?.[0]?.slice(0, 24))).toEqual([
      'soc: 0.35 is taken as a ',
      undefined,
      'soc: 100 is not explaine',
      undefined,
    ])
    await plan()
    const found = await row(bus.id)
    expect(found.state).not.toBe('ready')
    expect(found.soc.value).toBeLessThan(60)
  })

  test('SoC 255 and whole numbers as ids lose no event, and the raw value is kept', async () => {
    const { send, bus, uid } = await makeNight()
    const id = unique('evt')
    const [result] = await send(
      event('meter', -5, bus.macAddress, { id, soc: 255, connectorId: 1, evseId: 1, transactionId: 185 }),
    )
    expect(result).toEqual({ id, status: 'accepted', warnings: [expect.stringContaining('255')] })
    const [stored] = await sql`
      select soc, connector_id, transaction_id from charging_event where id = ${id} and location_uid = ${uid}`
    expect(stored).toEqual({ soc: 255, connector_id: '1', transaction_id: '185' })
  })

  test('what is delivered bounds the forecast: two hours at 30 of 100 kW are not on track', async () => {
    const depot = await makeDepot()
    const bus = await depot.makeBus()
    await depot.stay(bus.id, -120, 150)
    const meter = (minutes: number) =>
      event('meter', minutes, bus.macAddress, { transactionId: '1', powerkW: 30, energykWh: (minutes + 120) / 2 })
    await depot.send(
      event('ev-connected', -120, bus.macAddress, { soc: 30 }),
      event('charging-started', -120, bus.macAddress, { transactionId: '1' }),
      ...[-90, -60, -30, -1].map(meter),
    )
    await depot.plan()
    const found = await depot.row(bus.id)
    expect(found.state).toBe('will-miss')
    expect(found.predictedSoC).toBeLessThan(70)
  })
})

describe('clocks', () => {
  test('an event of 1970 blocks neither its vehicle nor the others', async () => {
    const { send, makeBus } = await makeDepot()
    const [a, b] = [await makeBus(), await makeBus()]
    const old = { type: 'ev-connected', timestamp: '1970-01-01T00:00:12Z', macAddress: a.macAddress, soc: 30 }
    expect(await send(old)).toMatchObject([{ status: 'accepted', warnings: [expect.stringContaining('receipt')] }])
    const later = [event('meter', -30, a.macAddress, { powerkW: 50 }), event('ev-connected', -20, b.macAddress)]
    expect(await send(...later)).toMatchObject([{ status: 'accepted' }, { status: 'accepted' }])
    const [row] = await sql`
      select count(*)::int as count from metered_interval m join vehicle v on v.key = m.vehicle_key where v.id = ${a.id}`
    expect(row?.count).toBeLessThan(10)
  })

  test('an event of 399 days ago, of a vehicle that never disconnects, makes no history of quarter-hours', async () => {
    const { send, makeBus } = await makeDepot()
    const { id, macAddress } = await makeBus()
    await send(event('ev-connected', -399 * 24 * 60, macAddress, { soc: 30 }))
    expect(await send(event('meter', -1, macAddress, { powerkW: 50 }))).toMatchObject([{ status: 'accepted' }])
    const [row] = await sql`
      select count(*)::int as count from metered_interval m join vehicle v on v.key = m.vehicle_key where v.id = ${id}`
    expect(row?.count).toBeLessThan(200)
  })

  test('a clock that is ahead does not make a vehicle wait for its connection', async () => {
    const { send, makeBus, stay, plan, row } = await makeDepot()
    const { id, macAddress } = await makeBus()
    await stay(id, -60, 180)
    await send(event('ev-connected', 150, macAddress, { soc: 30 }))
    await plan()
    expect((await row(id)).predictedSoC).toBeGreaterThan(80)
  })
})

describe('a connection ends', () => {
  const place = { stationId: 'st1', evseId: '1', connectorId: '1' }

  test('when another vehicle is at its connector, whichever event came first', async () => {
    for (const isReversed of [false, true]) {
      const { send, makeBus, stay, plan, board } = await makeDepot()
      const [a, b] = [await makeBus(), await makeBus()]
      await stay(a.id, -30, 540)
      await stay(b.id, -60, 480)
      const events = [
        event('ev-connected', -474, a.macAddress, { ...place, soc: 40 }),
        event('meter', -240, a.macAddress, { ...place, soc: 70, powerkW: 0 }),
        event('ev-connected', -54, b.macAddress, { ...place, soc: 40 }),
      ]
      for (const each of isReversed ? events.reverse() : events) await send(each)
      await plan()
      expect((await board()).counts.here).toBe(1)
    }
  })

  test('when its connector is available; that of the whole station ends nothing', async () => {
    const { send, makeBus, stay, board } = await makeDepot()
    const { id, macAddress } = await makeBus()
    await stay(id, -60, 480)
    const status = (connectorId: number, word: string) => ({
      ...{ type: 'connector-status', timestamp: at(-10), stationId: 'st1', connectorId, status: word },
    })
    await send(event('ev-connected', -54, macAddress, { stationId: 'st1', connectorId: 1, soc: 40 }))
    await send(status(0, 'Available'), status(2, 'Available'), status(1, 'Charging'))
    expect((await board()).counts.here).toBe(1)
    await send({ ...status(1, 'Available'), timestamp: at(-5) })
    expect((await board()).counts.here).toBe(0)
  })

  test('where no location is said, too, if the caller knows one station of that name; not by who cannot see the location', async () => {
    const { uid, send, makeBus, stay, board } = await makeDepot()
    const { id, macAddress } = await makeBus()
    await stay(id, -60, 480)
    const stationId = unique('station')
    const here = { stationId, connectorId: 1 }
    const said = (minutes: number) => ({
      ...{ id: unique('evt'), type: 'connector-status', timestamp: at(minutes), status: 'Available' },
      ...here,
    })
    const others = [await makeLocation(), await makeLocation()]
    const theirs = unique('bus')
    await call('PUT', `/vehicles/${theirs}`, { body: { ...busBody('', uniqueMac()), locationUid: others } })
    const foreign = async (...events: Values[]) =>
      call('POST', '/charging-events', { body: { events }, token: await tokenFor('write', others) })
    await send(event('ev-connected', -54, macAddress, { ...here, soc: 40 }))
    const connects = { id: unique('evt'), type: 'ev-connected', timestamp: at(-40), vehicleId: theirs, ...here }
    expect((await foreign(said(-50), connects)).body.results).toMatchObject([
      { status: 'accepted' },
      { status: 'accepted' },
    ])
    expect((await board()).counts.here).toBe(1)
    await call('POST', '/charging-events', { body: { events: [said(-30)] } })
    expect((await board()).counts.here).toBe(0)
    const again = event('ev-connected', -20, macAddress, { ...here, id: unique('evt'), locationUid: uid })
    await call('POST', '/charging-events', { body: { events: [again, said(-10)] }, token: await tokenFor('write') })
    expect((await board()).counts.here).toBe(0)
    const elsewhere = await makeDepot()
    const bus = await elsewhere.makeBus()
    await elsewhere.stay(bus.id, -60, 480)
    await elsewhere.send(event('ev-connected', -9, bus.macAddress, { ...here, soc: 40 }))
    await call('POST', '/charging-events', { body: { events: [said(-5)] } })
    expect((await elsewhere.board()).counts.here).toBe(1)
  })

  test('when its vehicle is deleted, and others get its power', async () => {
    const { send, makeBus, stay, plan, board, row } = await makeDepot({ powerLimitkW: 150 })
    const [a, b] = [await makeBus(), await makeBus()]
    await stay(a.id, -120, 360, 40)
    await send(
      event('ev-connected', -115, a.macAddress, { soc: 40 }),
      event('charging-started', -115, a.macAddress, { transactionId: '7' }),
      event('meter', -1, a.macAddress, { transactionId: '7', energykWh: 60, powerkW: 50 }),
    )
    expect((await call('DELETE', `/vehicles/${a.id}`)).status).toBe(204)
    await stay(b.id, 3, 180, 10, 70)
    await plan()
    expect((await board()).departures.map((one: { schedule: { evId: string } }) => one.schedule.evId)).toEqual([b.id])
    expect((await row(b.id)).predictedSoC).toBeGreaterThan(69)
  })

  test('when its address is another vehicle’s, where it goes on', async () => {
    const { uid, send, makeBus, stay, row, board } = await makeDepot()
    const [a, b] = [await makeBus(), await makeBus()]
    await stay(a.id, -60, 480)
    await stay(b.id, -60, 480)
    await send(event('ev-connected', -54, a.macAddress, { ...place, soc: 40 }))
    await call('PUT', `/vehicles/${a.id}`, { body: busBody(uid, uniqueMac()) })
    expect((await row(a.id)).state).toBe('not-plugged-in')
    await call('PUT', `/vehicles/${b.id}`, { body: busBody(uid, a.macAddress) })
    expect((await row(b.id)).state).not.toBe('not-plugged-in')
    expect((await board()).counts.here).toBe(1)
  })

  test('two hours after its last word, where it was charging: its SoC is not measured in a later stay', async () => {
    const { send, makeBus, stay, plan } = await makeDepot()
    const { id, macAddress } = await makeBus()
    await stay(id, -120, 360)
    await send(
      event('ev-connected', -3_000, macAddress, { soc: 30, transactionId: 'a' }),
      event('charging-started', -3_000, macAddress, { transactionId: 'a' }),
      event('meter', -2_820, macAddress, { transactionId: 'a', energykWh: 100, powerkW: 60, soc: 55 }),
    )
    await plan()
    const { body } = await call('GET', `/vehicles/${id}/schedules?from=${at(-30)}&to=${at(2_880)}`)
    expect(body.schedules[0].plan.schedule).toMatchObject({ startSoc: 30, startSocSource: 'posted' })
  })

  test('or without that: a SoC of 47 hours ago, of which nothing was heard since, is not measured in this stay', async () => {
    const { send, makeBus, stay, plan } = await makeDepot()
    const { id, macAddress } = await makeBus()
    await stay(id, -120, 360)
    await send(event('ev-connected', -47 * 60, macAddress, { soc: 77 }))
    await plan()
    const { body } = await call('GET', `/vehicles/${id}/schedules?from=${at(-30)}&to=${at(2_880)}`)
    expect(body.schedules[0].plan.schedule).toMatchObject({ startSoc: 30, startSocSource: 'posted' })
  })

  test('a vehicle that stays past its departure takes no power from those that have to leave', async () => {
    const { send, makeBus, stay, plan, row } = await makeDepot({ powerLimitkW: 100 })
    const [a, b] = [await makeBus(), await makeBus()]
    const [created] = await sql`select key from vehicle where id = ${a.id}`
    await sql`
      insert into stay (id, vehicle_key, location_uid, arrival, departure, start_soc, target_soc, priority, created_at)
      select ${unique('stay')}, ${created?.key}, location_uid, ${at(-600)}, ${at(-1)}, 30, 90, 0, ${at(-700)}
      from vehicle_location where vehicle_key = ${created?.key}`
    await send(
      event('ev-connected', -595, a.macAddress, { soc: 30 }),
      event('charging-started', -595, a.macAddress, { transactionId: '1' }),
      event('meter', -420, a.macAddress, { transactionId: '1', energykWh: 180, powerkW: 60, soc: 75 }),
    )
    await stay(b.id, -10, 120, 45)
    await send(event('ev-connected', -10, b.macAddress, { soc: 45 }))
    await plan()
    expect((await row(b.id)).predictedSoC).toBeGreaterThan(89)
    expect((await row(a.id)).state).toMatch(/will-miss|not-heard-of/)
  })
})

test('a charger that is silent for hours is not on track: it is not heard of since then', async () => {
  const { send, meter, plan, row, bus } = await makeNight()
  await send(meter(-90, { energykWh: 20, powerkW: 40, soc: 35 }))
  await sql`
    update stay set departure = ${at(600)} where vehicle_key = (select key from vehicle where id = ${bus.id})`
  await plan()
  await sql`
    update plan set plan = jsonb_set(plan, '{segments}', jsonb_build_array(jsonb_build_object('from', ${now - 60 * MINUTE}::float8,
      'to', ${now + 500 * MINUTE}::float8, 'powerkW', 40)))
    where stay_key = (select s.key from stay s join vehicle v on v.key = s.vehicle_key where v.id = ${bus.id})`
  expect(await row(bus.id)).toMatchObject({ state: 'not-heard-of', lastEventAt: at(-90) })
})

describe('ids and strangers', () => {
  test('the same id with other content is a conflict; in another depot it is another event', async () => {
    const { send, makeBus } = await makeDepot()
    const other = await makeDepot()
    const { macAddress } = await makeBus()
    const elsewhere = await other.makeBus()
    const first = event('ev-connected', -54, macAddress, { id: '1', soc: 40 })
    expect(await send(first)).toEqual([{ id: '1', status: 'accepted' }])
    expect(await send({ ...first, connectorId: null })).toEqual([{ id: '1', status: 'duplicate' }])
    expect(await send(event('ev-disconnected', -5, macAddress, { id: '1' }))).toMatchObject([
      { id: '1', status: 'conflict', error: expect.stringContaining('other content') },
    ])
    expect(await other.send(event('ev-connected', -54, elsewhere.macAddress, { id: '1' }))).toMatchObject([
      { status: 'accepted' },
    ])
  })

  test('without a location ids are unique per token', async () => {
    const { uid, makeBus } = await makeDepot()
    const { id: vehicleId } = await makeBus()
    const tokens = [await tokenFor('write', [uid]), await tokenFor('write', [uid])]
    const one = (token: string, soc: number) =>
      call('POST', '/charging-events', {
        token,
        body: { events: [{ id: 'x', type: 'meter', timestamp: at(-5), vehicleId, soc }] },
      }).then(({ body }) => body.results[0].status)
    expect(await one(tokens[0] ?? '', 40)).toBe('accepted')
    expect(await one(tokens[1] ?? '', 41)).toBe('accepted')
    expect(await one(tokens[0] ?? '', 42)).toBe('conflict')
  })

  test('an EVCCID padded to 8 bytes is the 6-byte address', async () => {
    const { send, makeBus } = await makeDepot()
    const digits = uniqueMac().replaceAll(':', '')
    await makeBus(digits)
    expect(await send(event('ev-connected', -5, `${digits}0000`))).toMatchObject([{ status: 'accepted' }])
    expect(await send(event('meter', -4, `0000${digits}`))).toMatchObject([{ status: 'accepted' }])
  })

  test('a stranger stands at its place until its address is registered', async () => {
    const { send, makeBus, stay, board, row } = await makeDepot()
    const macAddress = uniqueMac()
    const connected = event('ev-connected', -54, macAddress, { stationId: 's', evseId: 1, soc: 42 })
    expect(await send(connected)).toMatchObject([{ status: 'unknown-vehicle' }])
    expect((await board()).counts.withoutSchedule).toBe(1)
    const { id } = await makeBus(macAddress)
    await stay(id, -60, 480)
    await send(event('meter', -1, macAddress))
    expect((await row(id)).soc).toMatchObject({ value: 42, source: 'measured' })
    expect((await board()).counts.withoutSchedule).toBe(0)
  })

  test('who says only where it stands is a stranger there', async () => {
    const { send, board } = await makeDepot()
    const stranger = { type: 'ev-connected', timestamp: at(-5), stationId: 's', connectorId: 2 }
    expect(await send({ id: 'stranger', ...stranger })).toEqual([{ id: 'stranger', status: 'accepted' }])
    expect((await board()).counts.withoutSchedule).toBe(1)
    await send({ type: 'connector-status', timestamp: at(-1), stationId: 's', connectorId: 2, status: 'Available' })
    expect((await board()).counts.withoutSchedule).toBe(0)
  })

  test('a stranger is shown at its station', async () => {
    const { send, uid } = await makeDepot()
    const stationId = unique('station')
    await call('PUT', `/stations/${stationId}`, { body: { locationUid: uid, evses: [{ evseId: 1 }] } })
    await send(
      { type: 'ev-connected', timestamp: at(-5), stationId, evseId: 1 },
      { type: 'meter', timestamp: at(-1), stationId, evseId: 1, powerkW: 40 },
    )
    const shown = { status: 'Occupied', since: at(-5), powerkW: 40 }
    expect((await call('GET', `/stations/${stationId}`)).body.evses[0]).toMatchObject(shown)
    expect((await call('GET', `/locations/${uid}/stations`)).body.stations[0].evses[0]).toMatchObject(shown)
    await send({ type: 'ev-disconnected', timestamp: at(0), stationId, evseId: 1 })
    expect((await call('GET', `/stations/${stationId}`)).body.evses[0]).not.toHaveProperty('status')
  })

  test('what a stranger draws is in the power of the board and in the load, past and to come', async () => {
    const { send, board, uid } = await makeDepot()
    const place = { stationId: 's', evseId: 1, connectorId: 1 }
    // Both orders of two words of the same moment.
    await send({ type: 'ev-connected', timestamp: at(-60), ...place, id: unique('b') })
    await send({ type: 'meter', timestamp: at(-60), ...place, powerkW: 80, id: unique('a') })
    await send({ type: 'charging-started', timestamp: at(-50), ...place, id: unique('b') })
    for (const minutes of [-60, -50, -40, -30, -20, -10, -1])
      await send({ type: 'meter', timestamp: at(minutes), ...place, powerkW: 80 })
    const { counts, site } = await board()
    expect(counts.withoutSchedule).toBe(1)
    expect(site.withoutSchedulekW).toBeGreaterThan(79)
    expect(site.powerkW).toBe(site.baseLoadkW + site.withoutSchedulekW)
    expect(site.peak15kW).toBeGreaterThan(79)
    const { body } = await call('GET', `/locations/${uid}/load?from=${at(-40)}&to=${at(40)}`)
    const powers: number[] = body.intervals.map(({ evPowerkW }: { evPowerkW: number }) => evPowerkW)
    expect(Math.min(...powers)).toBeGreaterThan(79)
    expect(body.intervals[0].measuredkW).toBeGreaterThan(79)
  })

  test('the board says since when chargers are silent while vehicles charge, and that they never spoke', async () => {
    const { send, board, makeBus, stay } = await makeDepot()
    expect(await board()).not.toHaveProperty('lastEventAt')
    const macAddress = uniqueMac()
    const { id } = await makeBus(macAddress)
    await stay(id, -120, 480)
    await send(event('ev-connected', -90, macAddress))
    await send(event('charging-started', -89, macAddress))
    await send(event('meter', -30, macAddress, { powerkW: 50 }))
    expect(await board()).toMatchObject({ lastEventAt: at(-30), silentSince: at(-30) })
    await send(event('meter', -1, macAddress, { powerkW: 50 }))
    const heard = await board()
    expect(heard).toMatchObject({ lastEventAt: at(-1) })
    expect(heard).not.toHaveProperty('silentSince')
  })
})
