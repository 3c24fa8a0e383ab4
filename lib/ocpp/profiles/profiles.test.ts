import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { constant, PlayedDepot, type PlayedStation, START, stretches } from '@/lib/ocpp/fixtures/played-depot'
import { powerAt } from '@/lib/ocpp/profiles/course'
import { folded } from '@/lib/ocpp/profiles/fold'
import { profileCall } from '@/lib/ocpp/profiles/profile-call'
import { PROTOCOLS } from '@/lib/ocpp/socket/frame'
import { ModelCharger, type SetProfile } from '@/lib/simulator/model-charger'

const HOUR = 3_600_000
const WEEK = 7 * 24 * HOUR
const plan = (powers: number[], minutes = 10) => ({ course: stretches(powers, minutes), until: START + 8 * HOUR })

/** A station that has had its default profiles set. */
function readyDepot(fullKws: number[] = [150]) {
  const depot = new PlayedDepot()
  const station = depot.add(fullKws)
  depot.step()
  return { depot, station }
}

describe('a plan', () => {
  test('is sent for the whole stay as soon as a transaction runs; before it the default profile holds', () => {
    const { depot, station } = readyDepot()
    expect(station.charger.received).toBe(1)
    depot.plug(station, 1, plan([80, 0, 40]))
    expect(station.charger.allowedKw(1, depot.now)).toBe(10)
    depot.step()
    expect(station.charger.allowedKw(1, depot.now)).toBe(80)
    expect(station.charger.allowedKw(1, START + 15 * 60_000)).toBe(0)
    expect(station.charger.allowedKw(1, START + 25 * 60_000)).toBe(40)
    expect(station.charger.allowedKw(1, START + 9 * HOUR)).toBe(10)
    expect(station.control.isProven).toBe(true)
  })

  test('that says the same, or all but the same, is not sent again', () => {
    const { depot, station } = readyDepot()
    depot.plug(station, 1, plan([80, 40]))
    depot.step()
    const { received } = station.charger
    for (const kw of [80, 80.9, 79.1, 80]) {
      Object.assign(station.evses[1] ?? {}, { plan: plan([kw, 40]) })
      depot.step(20)
    }
    expect(station.charger.received).toBe(received)
  })

  test('that gives more waits for its minute; one that gives less does not', () => {
    const { depot, station } = readyDepot()
    depot.plug(station, 1, plan([50, 50]))
    depot.step()
    Object.assign(station.evses[1] ?? {}, { plan: plan([70, 70]) })
    depot.step(20)
    expect(station.charger.allowedKw(1, depot.now)).toBe(50)
    Object.assign(station.evses[1] ?? {}, { plan: plan([20, 70]) })
    depot.step(5)
    expect(station.charger.allowedKw(1, depot.now)).toBe(20)
    Object.assign(station.evses[1] ?? {}, { plan: plan([70, 70]) })
    depot.step(65)
    expect(station.charger.allowedKw(1, depot.now)).toBe(70)
  })

  test('of more periods than the station holds is sent in parts, each in time', () => {
    const depot = new PlayedDepot()
    const station = depot.add([150], { mostPeriods: 3 })
    depot.step()
    const powers = [80, 60, 90, 30, 70, 20]
    depot.plug(station, 1, plan(powers))
    for (let seconds = 0; seconds < 3600; seconds += 30) {
      depot.step(30)
      const planned = powers[Math.floor((depot.now - START) / 600_000)] ?? 0
      expect(station.charger.allowedKw(1, depot.now)).toBeLessThanOrEqual(planned)
      const isStep = (depot.now - START) % 600_000 < 120_000
      if (!isStep) expect(station.charger.allowedKw(1, depot.now)).toBe(planned)
    }
  })
})

describe('the ladder', () => {
  test.each([
    { refuses: ['TxProfile'], rung: 'default' },
    { refuses: ['TxProfile', 'TxDefaultProfile'], rung: 'station' },
    { refuses: ['TxProfile', 'TxDefaultProfile', 'ChargePointMaxProfile'], rung: 'none' },
  ])('goes down to $rung where $refuses are refused', ({ refuses, rung }) => {
    const depot = new PlayedDepot()
    const station = depot.add([150], { refuses })
    depot.plug(station, 1, plan([80, 40]))
    for (let step = 0; step < 6; step += 1) depot.step()
    expect(station.control).toMatchObject({ rung, isProven: rung !== 'none' })
    expect(station.charger.totalKw(depot.now)).toBe(rung === 'none' ? 150 : 80)
  })

  test('leaves a rung that is accepted and not obeyed for half a minute, after telling it once more', () => {
    const depot = new PlayedDepot()
    const station = depot.add([150], { ignores: ['TxProfile'] })
    depot.safeKw = 100
    depot.step()
    depot.plug(station, 1, plan([40, 40]))
    for (let step = 0; step < 12; step += 1) {
      depot.step()
      depot.read()
    }
    expect(station.control).toMatchObject({ rung: 'default', isProven: true })
    expect(station.charger.allowedKw(1, depot.now)).toBe(40)
  })

  test('is tried from the top again with another firmware', () => {
    const depot = new PlayedDepot()
    const station = depot.add([150], { refuses: ['TxProfile'] })
    depot.plug(station, 1, plan([80]))
    for (let step = 0; step < 3; step += 1) depot.step()
    expect(station.control.rung).toBe('default')
    station.control = { ...station.control, learnedAt: START - WEEK }
    depot.decide()
    expect(station.control.rung).toBe('transaction')
  })
})

describe('a station that is tried from the top of the ladder again', () => {
  /** One that has refused some purposes for a week and takes all of them now. */
  function improvedDepot(refuses: string[]) {
    const depot = new PlayedDepot()
    const station = depot.add([150, 150], { refuses })
    depot.step()
    depot.plug(station, 1, plan([80, 80]))
    for (let step = 0; step < 6; step += 1) depot.step()
    expect(station.charger.totalKw(depot.now)).toBe(80)
    refuses.splice(0)
    station.control = { ...station.control, learnedAt: START - WEEK }
    depot.step()
    expect(station.control).toMatchObject({ rung: 'transaction', isProven: true })
    return { depot, station }
  }

  test('is not held to the maximum that its evses shared', () => {
    const { depot, station } = improvedDepot(['TxProfile', 'TxDefaultProfile'])
    depot.plug(station, 2, plan([100, 100]))
    for (let step = 0; step < 20; step += 1) depot.step()
    expect(station.charger.totalKw(depot.now)).toBe(180)
  })

  test.each([
    { left: 'default', refuses: ['TxProfile'] },
    { left: 'station', refuses: ['TxProfile', 'TxDefaultProfile'] },
  ])('has its default profiles set again, which were lost on the rung $left', ({ refuses }) => {
    const { depot, station } = improvedDepot(refuses)
    depot.step()
    for (const evseId of [1, 2]) {
      depot.unplug(station, evseId)
      depot.plug(station, evseId)
      expect(station.charger.allowedKw(evseId, depot.now)).toBe(10)
    }
  })

  test('keeps the plan that its default profile holds until it has taken another profile', () => {
    const depot = new PlayedDepot()
    depot.headroom = constant(100)
    const [station, other] = [depot.add([150], { refuses: ['TxProfile'] }), depot.add([150])]
    depot.step()
    depot.plug(station, 1, plan([0, 0]))
    depot.plug(other, 1, plan([100, 100]))
    for (let step = 0; step < 20; step += 1) depot.step()
    expect(depot.totalKw()).toBeCloseTo(100)
    station.control = { ...station.control, learnedAt: START - WEEK }
    for (let step = 0; step < 6; step += 1) {
      depot.step()
      expect(depot.totalKw()).toBeLessThanOrEqual(100)
    }
    expect(station.control).toMatchObject({ rung: 'default', isProven: true })
  })

  test('counts at full power until it has taken its profiles', () => {
    const depot = new PlayedDepot()
    depot.headroom = constant(100)
    const station = depot.add([150], { refuses: ['TxProfile', 'TxDefaultProfile'] })
    const other = depot.add([150])
    depot.step()
    depot.plug(station, 1, plan([60, 60]))
    depot.plug(other, 1, plan([40, 40]))
    for (let step = 0; step < 20; step += 1) depot.step()
    station.control = { ...station.control, learnedAt: START - WEEK }
    for (let step = 0; step < 20; step += 1) {
      depot.step()
      expect(depot.totalKw()).toBeLessThanOrEqual(100)
    }
    expect(station.control.rung).toBe('station')
    expect(depot.totalKw()).toBeCloseTo(100)
  })
})

describe('the headroom', () => {
  test('that is cut reaches the stations at once, and those that can be told make room for one that cannot', () => {
    const depot = new PlayedDepot()
    depot.headroom = constant(150)
    const [a, b] = [depot.add([150]), depot.add([150])]
    depot.step()
    depot.plug(a, 1, plan([75, 75, 75]))
    depot.plug(b, 1, plan([75, 75, 75]))
    for (let step = 0; step < 20; step += 1) depot.step()
    expect(depot.totalKw()).toBeCloseTo(150)
    depot.disconnect(a)
    depot.headroom = constant(100)
    depot.step()
    expect(b.charger.totalKw(depot.now)).toBeCloseTo(25)
  })

  test('is left to the others where one draws more than it was told, from the first reading on', () => {
    const depot = new PlayedDepot()
    depot.headroom = constant(100)
    const [a, b] = [depot.add([150]), depot.add([150])]
    depot.step()
    depot.plug(a, 1, plan([50, 50]))
    depot.plug(b, 1, plan([50, 50]))
    for (let step = 0; step < 20; step += 1) depot.step()
    Object.assign(a.evses[1] ?? {}, { reading: { at: depot.now, kw: 80 } })
    depot.step(1)
    expect(b.charger.totalKw(depot.now)).toBeCloseTo(20)
  })

  test('that others leave is a stranger’s, who has no less than what is safe', () => {
    const depot = new PlayedDepot()
    depot.headroom = constant(100)
    const [a, b] = [depot.add([150]), depot.add([150])]
    depot.step()
    depot.plug(a, 1, plan([60, 95]))
    depot.plug(b, 1)
    for (let step = 0; step < 30; step += 1) depot.step()
    expect(b.charger.totalKw(depot.now)).toBeCloseTo(40)
    expect(b.charger.totalKw(START + 11 * 60_000)).toBeGreaterThan(9)
    expect(depot.totalKw(START + 11 * 60_000)).toBeLessThanOrEqual(100)
  })
})

const powers = fc.array(fc.integer({ min: 0, max: 150 }), { minLength: 1, maxLength: 8 })
const fates = fc.array(fc.constantFrom('lost before' as const, 'lost after' as const, 'through' as const), {
  maxLength: 6,
})
const stationThatRefuses = (...refuses: string[][]) =>
  fc.record({
    evses: fc.integer({ min: 1, max: 2 }),
    protocol: fc.constantFrom(...PROTOCOLS),
    refuses: fc.constantFrom(...refuses),
    unit: fc.constantFrom('W' as const, 'A' as const),
    mostPeriods: fc.constantFrom(undefined, 1, 2, 4),
  })
const event = fc.record({
  what: fc.constantFrom(
    'plug',
    'plug',
    'plan',
    'plan',
    'plan',
    'unplug',
    'offline',
    'online',
    'fates',
    'fates',
    'retry',
    'improve',
  ),
  station: fc.nat(3),
  evse: fc.nat(1),
  powers,
  fates,
  seconds: fc.integer({ min: 1, max: 150 }),
})
type Happening = typeof event extends fc.Arbitrary<infer E> ? E : never
const MOST_KW = 160

/** The moments at which what all may draw is looked at: now, and what the profiles say of later. */
const PROBES = [0, 1, 5, 11, 21, 45, 61, 100].map((minutes) => minutes * 60_000)

describe('whatever is lost, refused or offline', () => {
  const depots = fc.record({
    stations: fc.array(stationThatRefuses([], ['TxProfile'], ['TxProfile', 'TxDefaultProfile']), {
      ...{ minLength: 1, maxLength: 4 },
    }),
    events: fc.array(event, { minLength: 5, maxLength: 40 }),
    headroom: fc.array(fc.integer({ min: 40, max: MOST_KW }), { minLength: 1, maxLength: 6 }),
  })
  type PlayedNight = typeof depots extends fc.Arbitrary<infer T> ? T : never
  const staysWithin = fc.property(depots, ({ stations, events, headroom }) => {
    const depot = new PlayedDepot()
    const limit = stretches(headroom).slice(0, -1)
    depot.headroom = limit
    for (const { evses, ...options } of stations)
      depot.add(
        Array.from({ length: evses }, () => 150),
        { ...options, refuses: [...options.refuses] },
      )
    depot.safeKw = 5
    depot.step()
    for (const each of events) {
      const station = depot.stations[each.station % depot.stations.length]
      if (station) happen(depot, station, each)
      const moments = PROBES.map((ms) => depot.now + each.seconds * 1000 + ms)
      const before = moments.map((at) => depot.totalKw(at))
      depot.step(each.seconds)
      for (const [index, at] of moments.entries())
        expect(depot.totalKw(at)).toBeLessThanOrEqual(Math.max(powerAt(limit, at), before[index] ?? 0) + 0.01)
    }
    for (const station of depot.stations) Object.assign(station, { online: true, fates: [] })
    for (let step = 0; step < 4; step += 1) depot.step()
    expect(depot.totalKw()).toBeLessThanOrEqual(powerAt(limit, depot.now) + 0.01)
  })

  test('no profile raises what all may draw above the headroom, now or later; and in the end all keep to it', () => {
    fc.assert(staysWithin, { numRuns: 200 })
  })

  test('nor when a profile was lost, another is refused, and a vehicle is plugged in again', () => {
    const station = { evses: 1, protocol: 'ocpp1.6' as const, refuses: [], unit: 'W' as const, mostPeriods: undefined }
    const happened = (what: 'plug' | 'fates', station: number, powers: number[], fates: 'lost before'[] = []) => ({
      ...{ what, station, evse: 0, powers, fates, seconds: 1 },
    })
    const found: PlayedNight = {
      stations: [station, { ...station, refuses: ['TxProfile'] }, station],
      events: [
        happened('fates', 0, [0], ['lost before']),
        ...[happened('plug', 0, [36]), happened('plug', 1, [0])],
        ...[happened('plug', 0, [0]), happened('plug', 0, [0]), happened('plug', 0, [0])],
      ],
      headroom: [40],
    }
    fc.assert(staysWithin, { numRuns: 1, examples: [[found]] })
  })

  test('nor when the maximum that evses shared is left, and the profile of one of them was lost', () => {
    const depot = new PlayedDepot()
    const refuses = ['TxProfile', 'TxDefaultProfile']
    depot.headroom = constant(40)
    depot.safeKw = 5
    const station = depot.add([150, 150], { refuses, protocol: 'ocpp2.0.1' })
    depot.step()
    for (const evseId of [1, 2]) depot.plug(station, evseId, plan([0]))
    for (let step = 0; step < 6; step += 1) depot.step()
    expect(station.control.rung).toBe('station')
    refuses.splice(0)
    station.control = { ...station.control, learnedAt: START - WEEK }
    station.fates = ['through', 'lost before', 'through', 'lost before', 'lost before']
    for (let step = 0; step < 20; step += 1) {
      depot.step()
      depot.plug(station, 1, plan([0]))
      expect(depot.totalKw()).toBeLessThanOrEqual(40)
    }
    expect(station.control.leftovers).toEqual([])
  })

  test('nor when more answers are lost than are remembered', () => {
    const depot = new PlayedDepot()
    depot.headroom = constant(100)
    const [a, b] = [depot.add([150]), depot.add([150])]
    depot.step()
    a.fates = ['lost after', ...Array.from({ length: 20 }, () => 'lost before' as const)]
    depot.plug(a, 1, plan([80, 80], 200))
    depot.step()
    depot.plug(b, 1, plan([90, 90], 200))
    for (let lost = 0; lost < 20; lost += 1) {
      Object.assign(a.evses[1] ?? {}, { plan: plan([lost, 40 - lost], 200) })
      depot.step()
      expect(depot.totalKw()).toBeLessThanOrEqual(100)
    }
    expect(a.control.ledgers['1']?.uncertain.length).toBeLessThan(10)
    depot.step()
    expect(a.control.ledgers['1']).toMatchObject({ uncertain: [], confirmed: expect.anything() })
  })

  test('a default profile whose sender has ended is lost after a while, and sent again', () => {
    const { depot, station } = readyDepot()
    const { confirmedKw = 0 } = station.control.defaults['1'] ?? {}
    station.control = { ...station.control, defaults: { 1: { confirmedKw, sent: { kw: 5, at: depot.now } } } }
    const { received } = station.charger
    depot.step(40)
    expect(station.charger.received).toBe(received)
    depot.step(10)
    expect(station.charger.received).toBe(received + 1)
    expect(station.control.defaults['1']).toEqual({ confirmedKw })
  })

  test('what an evse may draw is never above its plan, once it has taken a profile', () => {
    fc.assert(
      fc.property(
        stationThatRefuses([], ['TxProfile']),
        powers,
        fates,
        fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 30 }),
        (options, planned, lost, waits) => {
          const depot = new PlayedDepot()
          const station = depot.add([150], options)
          depot.safeKw = 0
          depot.step()
          station.fates = lost
          const known = { course: stretches(planned), until: START + 90 * 60_000 }
          depot.plug(station, 1, known)
          for (const seconds of waits) {
            depot.step(seconds)
            for (const minutes of [0, 2, 9, 33]) {
              const at = depot.now + minutes * 60_000
              expect(station.charger.allowedKw(1, at)).toBeLessThanOrEqual(powerAt(known.course, at) + 0.001)
            }
          }
        },
      ),
      { numRuns: 150 },
    )
  })
})

/**
 * What happens to a station: a vehicle comes, goes or is planned anew; the connection is lost or comes back; the ladder
 * is tried again, and the station refuses as before or takes all.
 */
function happen(depot: PlayedDepot, station: PlayedStation, { what, evse: nth, ...each }: Happening): void {
  const evseId = (nth % Object.keys(station.evses).length) + 1
  const evse = station.evses[evseId]
  const known = { course: stretches(each.powers), until: START + 2 * HOUR }
  const isPlugged = evse?.transactionId !== undefined
  if (what === 'fates') station.fates = [...each.fates]
  if (what === 'retry' || what === 'improve') station.control = { ...station.control, learnedAt: depot.now - WEEK }
  if (what === 'improve') station.refuses.splice(0)
  if (what === 'offline') depot.disconnect(station)
  if (what === 'online') station.online = true
  if (what === 'unplug' && station.online) depot.unplug(station, evseId)
  if (what === 'plan' && evse && isPlugged) evse.plan = known
  if (what === 'plug' && station.online && !isPlugged) depot.plug(station, evseId, nth === 0 ? known : undefined)
}

describe('a course as a station holds it', () => {
  test('is at or below the course at every moment, and has no more periods', () => {
    const at = fc.integer({ min: 0, max: 100_000 })
    fc.assert(
      fc.property(
        fc.array(fc.record({ ms: at, kw: fc.double({ min: 0, max: 300, noNaN: true }) }), {
          minLength: 1,
          maxLength: 12,
        }),
        fc.constantFrom('W' as const, 'A' as const),
        fc.integer({ min: 1, max: 6 }),
        at,
        (steps, unit, mostPeriods, probe) => {
          const course = steps
            .toSorted((a, b) => a.ms - b.ms)
            .filter(({ ms }, index, all) => ms !== all[index - 1]?.ms)
            .map(({ ms, kw }) => ({ from: START + ms, kw }))
          const held = folded(course, { now: START, unit, mostPeriods })
          expect(held.course.length).toBeLessThanOrEqual(mostPeriods)
          expect(powerAt(held.course, START + probe)).toBeLessThanOrEqual(powerAt(course, START + probe) + 1e-6)
        },
      ),
    )
  })

  test('begins in the station’s clock, a little before now', () => {
    const order = { rung: 'transaction' as const, transactionId: '7', course: constant(22) }
    const clock = { now: START, unit: 'A' as const, stationTime: (at: number) => at - HOUR }
    const { payload } = profileCall('ocpp1.6', { key: '2', order }, clock)
    expect(payload).toMatchObject({
      connectorId: 2,
      csChargingProfiles: {
        ...{ chargingProfileId: 21, stackLevel: 0, chargingProfilePurpose: 'TxProfile', transactionId: 7 },
        chargingSchedule: {
          startSchedule: '2030-01-07T20:59:30.000Z',
          chargingSchedulePeriod: [{ startPeriod: 0, limit: 31.8, numberPhases: 3 }],
        },
      },
    })
  })

  test.each([
    ['of 1970', (at: number) => at - START],
    ['two hours behind', (at: number) => at - 2 * HOUR],
    ['that is set back by a day later on', (at: number) => at - 24 * HOUR],
  ])('holds as a default at a station with a clock %s, though nobody knows it yet', (_, stationClock) => {
    const charger = new ModelCharger({ 2: { fullKw: 150, plugged: true, transactionId: 7 } })
    const sending = { key: '2', defaultKw: 22 }
    const { payload } = profileCall('ocpp1.6', sending, { now: START, unit: 'W', stationTime: (at) => at })
    expect(charger.set(payload as SetProfile)).toBe('Accepted')
    expect(charger.allowedKw(2, stationClock(START))).toBe(22)
  })
})
