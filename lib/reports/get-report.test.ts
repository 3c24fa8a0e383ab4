import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Context, SYSTEM } from '@/lib/context'
import { Report } from '@/lib/contract/report'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { meteredInterval } from '@/lib/db/schema/charging'
import { clearDepots, insertLocation, insertStay, insertVehicle } from '@/lib/planning/fixtures/depot-rows'
import { getLoad } from '@/lib/planning/get-load'
import { planLocation } from '@/lib/planning/plan-location'
import { getReport } from '@/lib/reports/get-report'

const QUARTER = 900_000
const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Ten days that have passed; the reports are of the days 2 to 9, so that sessions reach over both ends. */
const BEGIN = Date.parse('2026-11-01T00:00:00Z')
const RANGE = { from: BEGIN + 2 * DAY, to: BEGIN + 9 * DAY }
const NOW = BEGIN + 12 * DAY
/** A dozen depots take some seconds, and ten times as long on a busy machine. */
const BUSY_MS = 300_000
const EFFICIENCY = 0.8
const BASE_KW = 20

let scratch: ScratchDatabase
beforeAll(async () => {
  scratch = await createScratchDatabase()
})
afterAll(() => scratch.drop())
beforeEach(() => depot())

const context = (now = NOW): Context => ({ who: SYSTEM, now, db: scratch.connection.db })
const report = async (query: { from: number; to: number } | { month: string } = RANGE, now = NOW) =>
  Report.parse(await getReport(context(now), { locationUid: 'north', ...query }))

async function depot(): Promise<void> {
  const { db } = scratch.connection
  await clearDepots(db)
  const weekly = (['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const).map((day) => ({
    day,
    from: '00:00',
    to: '24:00',
  }))
  await insertLocation(db, 'north', {
    chargingEfficiency: EFFICIENCY,
    baseLoad: { weekly: weekly.map((slot) => ({ ...slot, powerkW: BASE_KW })) },
    tariff: { currency: 'EUR', demandChargePerkW: 10, weekly: weekly.map((slot) => ({ ...slot, perkWh: 0.2 })) },
  })
}

/** A vehicle that is connected for some quarter-hours, and what each of them metered, kWh; all of it in the tenth of an hour. */
type Session = {
  /** The first quarter-hour, from BEGIN on. */
  first: number
  energies: number[]
  /** How many quarter-hours its stay begins after the vehicle came, and ends after it went; null: it is in no stay. */
  stay: { early: number; late: number; block: boolean } | null
}

const session: fc.Arbitrary<Session> = fc.record({
  first: fc.integer({ min: 0, max: 10 * 96 }),
  energies: fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 1, maxLength: 30 }),
  stay: fc.option(
    fc.record({
      early: fc.integer({ min: -4, max: 60 }),
      late: fc.integer({ min: -20, max: 20 }),
      block: fc.boolean(),
    }),
  ),
})

type Metered = { at: number; energyKwh: number; vehicleId: string; blockId: string | undefined }

/** Writes the sessions, each of a vehicle of its own, and gives what they metered. */
async function writeSessions(sessions: readonly Session[]): Promise<{ metered: Metered[]; departures: number[] }> {
  const { db } = scratch.connection
  const metered: Metered[] = []
  const departures: number[] = []
  for (const [index, { first, energies, stay }] of sessions.entries()) {
    const vehicleId = `bus-${index}`
    const vehicleKey = await insertVehicle(db, vehicleId)
    const from = BEGIN + first * QUARTER
    const to = from + energies.length * QUARTER
    const blockId = stay?.block ? `block-${index % 3}` : undefined
    if (stay) {
      const arrival = from + stay.early * QUARTER
      const departure = Math.max(arrival + QUARTER, to + stay.late * QUARTER)
      departures.push(departure)
      await insertStay(db, {
        ...{ id: `stay-${index}`, vehicleKey, locationUid: 'north', from: arrival, to: departure, blockId },
        ...{ connectedAt: new Date(from), disconnectedAt: new Date(to) },
      })
    }
    const rows = energies.map((energyKwh, quarter) => ({ at: from + quarter * QUARTER, energyKwh, vehicleId, blockId }))
    metered.push(...rows)
    await db.insert(meteredInterval).values(
      rows.map(({ at, energyKwh }) => {
        return { vehicleKey, from: new Date(at), to: new Date(at + QUARTER), locationUid: 'north', energyKwh }
      }),
    )
  }
  return { metered, departures }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** What `metered` of the range is, by what a key says. */
function energiesBy(metered: readonly Metered[], keyOf: (one: Metered) => string): Record<string, number> {
  const energies: Record<string, number> = {}
  for (const one of metered) energies[keyOf(one)] = (energies[keyOf(one)] ?? 0) + one.energyKwh
  return Object.fromEntries(Object.entries(energies).filter(([, energyKwh]) => energyKwh > 0))
}

function isNear(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(0.001 * Math.abs(expected) + 0.002)
}

describe('a report of what was metered', () => {
  test(
    'is the sum of its sessions, its peak the quarter-hour that the load shows, and each departure counts once',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(session, { minLength: 1, maxLength: 12 }), async (sessions) => {
          await depot()
          const all = await writeSessions(sessions)
          const { actual, measuredkWh, vehicles, blocks, days, readiness } = await report()
          const metered = all.metered.filter(({ at }) => at >= RANGE.from && at < RANGE.to)

          // Energy: the sum of the sessions, however it is divided.
          const energyKwh = sum(metered.map((one) => one.energyKwh))
          for (const said of [
            actual.energykWh,
            measuredkWh,
            ...[vehicles, blocks, days].map((rows) => sum(rows.map((row) => row.energykWh))),
          ])
            isNear(said, energyKwh)
          const byVehicle = Object.fromEntries(vehicles.map((one) => [one.vehicleId, one.energykWh]))
          for (const [id, kwh] of Object.entries(energiesBy(metered, (one) => one.vehicleId)))
            isNear(byVehicle[id] ?? 0, kwh)
          const byBlock = Object.fromEntries(blocks.map((one) => [one.blockId ?? '', one.energykWh]))
          for (const [id, kwh] of Object.entries(energiesBy(metered, (one) => one.blockId ?? '')))
            isNear(byBlock[id] ?? 0, kwh)

          // Peak: the highest quarter-hour of all, and the one that the load shows.
          const quarters = energiesBy(metered, (one) => String(one.at))
          const highestKwh = Math.max(0, ...Object.values(quarters))
          isNear(actual.peak15kW, BASE_KW + (highestKwh * 4) / EFFICIENCY)
          const load = await getLoad(context(), { locationUid: 'north', ...RANGE })
          expect(actual.peak15kW).toBe(load.totals.peak15kW)
          const shown = load.intervals.find(({ from }) => from === actual.peak15From)
          isNear((shown?.baseLoadkW ?? 0) + (shown?.evPowerkW ?? 0), actual.peak15kW)
          isNear(Math.max(...days.map((day) => day.peak15kW)), actual.peak15kW)

          // Cost: as the load has it.
          expect([actual.energyCost, actual.demandCost, actual.cost]).toEqual([
            load.totals.energyCost,
            load.totals.demandCost,
            load.totals.cost,
          ])

          // Readiness: each departure of the time once, in one kind, on one day.
          const departing = all.departures.filter((at) => at > RANGE.from && at <= RANGE.to).length
          const { ready, short, missed, unknown, misses } = readiness
          expect(readiness.departures).toBe(departing)
          expect(ready + short + missed + unknown).toBe(departing)
          expect(misses).toHaveLength(missed)
          expect(sum(readiness.causes.map(({ count }) => count))).toBe(missed)
          expect(sum(days.map((day) => day.departures))).toBe(departing)
          expect(sum(days.map((day) => day.ready))).toBe(ready)
          expect(sum(vehicles.map((one) => one.departures))).toBe(departing)
        }),
        { numRuns: 12 },
      )
    },
    BUSY_MS,
  )

  test(
    'is the same in one time as in two that follow each other',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(session, { minLength: 1, maxLength: 8 }),
          fc.integer({ min: 1, max: 27 }),
          async (sessions, cut) => {
            await depot()
            await writeSessions(sessions)
            const middle = RANGE.from + cut * 6 * HOUR
            const whole = await report()
            const parts = [await report({ from: RANGE.from, to: middle }), await report({ from: middle, to: RANGE.to })]
            isNear(sum(parts.map(({ actual }) => actual.energykWh)), whole.actual.energykWh)
            for (const count of ['departures', 'ready', 'short', 'missed', 'unknown'] as const)
              expect(sum(parts.map(({ readiness }) => readiness[count]))).toBe(whole.readiness[count])
            expect(Math.max(...parts.map(({ actual }) => actual.peak15kW))).toBe(whole.actual.peak15kW)
          },
        ),
        { numRuns: 8 },
      )
    },
    BUSY_MS,
  )
})

describe('a report', () => {
  const planned = async (id: string, more: Partial<Parameters<typeof insertStay>[1]> = {}) => {
    const { db } = scratch.connection
    const vehicleKey = await insertVehicle(db, id, { name: `Bus ${id}` })
    const times = { from: RANGE.from + HOUR, to: RANGE.from + 9 * HOUR, createdAt: new Date(BEGIN) }
    return {
      vehicleKey,
      stayKey: await insertStay(db, { id: `stay-${id}`, vehicleKey, locationUid: 'north', ...times, ...more }),
    }
  }
  const plan = () =>
    planLocation(context(RANGE.from), { locationUid: 'north', trigger: 'manual', description: 'Planned by hand.' })

  test('of a month ends at its own midnight, over a change of clocks too, and is of one location', async () => {
    const { db } = scratch.connection
    await insertLocation(db, 'inland', { timeZone: 'Europe/Helsinki' })
    await insertLocation(db, 'coast', { timeZone: 'Europe/Helsinki' })
    const end = Date.parse('2026-10-31T22:00:00Z')
    // The hour from three to four comes twice on the 25th.
    const twice = Date.parse('2026-10-25T00:00:00Z')
    const vehicleKey = await insertVehicle(db, 'roams')
    const metered = (at: number, energyKwh: number, locationUid = 'inland') => ({
      ...{ vehicleKey, from: new Date(at), to: new Date(at + QUARTER), locationUid, energyKwh },
    })
    await db
      .insert(meteredInterval)
      .values([
        ...[metered(twice, 10), metered(twice + HOUR, 20), metered(end - QUARTER, 3), metered(end, 5)],
        ...[metered(twice + 3 * HOUR, 100, 'coast'), metered(end + HOUR, 7, 'coast')],
      ])
    const leaving = [
      { id: 'before', to: end - HOUR },
      { id: 'at-the-end', to: end },
      { id: 'after', to: end + QUARTER },
    ]
    for (const { id, to } of leaving)
      await insertStay(db, {
        ...{ id, vehicleKey: await insertVehicle(db, `leaves-${id}`), locationUid: 'inland' },
        ...{ from: to - 8 * HOUR, to },
      })
    const of = async (month: string, locationUid = 'inland') =>
      Report.parse(await getReport(context(end + 20 * DAY), { locationUid, month }))
    const [october, november] = [await of('2026-10'), await of('2026-11')]

    expect([october.measuredkWh, november.measuredkWh]).toEqual([33, 5])
    expect([(await of('2026-10', 'coast')).measuredkWh, (await of('2026-11', 'coast')).measuredkWh]).toEqual([100, 7])
    expect([october.readiness.departures, november.readiness.departures]).toEqual([2, 1])
    expect(october.days).toHaveLength(31)
    const long = october.days[24]
    expect(long).toMatchObject({ date: '2026-10-25', measuredkWh: 30 })
    expect(Date.parse(long?.to ?? '') - Date.parse(long?.from ?? '')).toBe(25 * HOUR)
    expect(october.actual).toMatchObject({ peak15kW: 80, peak15From: '2026-10-25T01:00:00.000Z' })
    for (const { days, readiness, measuredkWh } of [october, november]) {
      expect(sum(days.map((day) => day.departures))).toBe(readiness.departures)
      isNear(sum(days.map((day) => day.measuredkWh)), measuredkWh)
    }
  })

  test('takes the plans where nothing was measured, and says that nothing was', async () => {
    await planned('a')
    await plan()
    const { actual, planned: said, measuredkWh, readiness, vehicles } = await report()
    expect(actual.energykWh).toBeCloseTo(150, 1)
    expect(said.energykWh).toBeCloseTo(150, 1)
    expect(measuredkWh).toBe(0)
    expect(readiness).toMatchObject({
      departures: 1,
      ready: 1,
      measured: 0,
      readyPercent: 100,
      aboveMinimumPercent: 100,
    })
    expect(vehicles).toEqual([
      { vehicleId: 'a', vehicleName: 'Bus a', departures: 1, energykWh: said.energykWh, measuredkWh: 0 },
    ])
  })

  test('shows the plan beside what was measured, and names who got less and why', async () => {
    const { vehicleKey } = await planned('a', {
      ...{ minimumSoC: undefined, minimumSoc: 80, blockId: '204' },
      ...{ connectedAt: new Date(RANGE.from + HOUR), disconnectedAt: new Date(RANGE.from + 9 * HOUR) },
      ...{ measuredStartSoc: 40, measuredSoc: 50, measuredSocAt: new Date(RANGE.from + 8 * HOUR) },
    } as Partial<Parameters<typeof insertStay>[1]>)
    await plan()
    await scratch.connection.db.insert(meteredInterval).values({
      ...{ vehicleKey, from: new Date(RANGE.from + 2 * HOUR), to: new Date(RANGE.from + 2 * HOUR + QUARTER) },
      ...{ locationUid: 'north', energyKwh: 20 },
    })
    const { planned: said, measuredkWh, readiness } = await report()
    expect(said.energykWh).toBeGreaterThan(100)
    expect(measuredkWh).toBeCloseTo(20, 3)
    expect(readiness).toMatchObject({ departures: 1, missed: 1, measured: 1, readyPercent: 0, aboveMinimumPercent: 0 })
    expect(readiness.misses).toEqual([
      {
        ...{ scheduleId: 'stay-a', vehicleId: 'a', vehicleName: 'Bus a', blockId: '204' },
        plannedDepartureTime: new Date(RANGE.from + 9 * HOUR).toISOString(),
        ...{ soc: 50, socIsMeasured: true, neededSoC: 80, shortfallSoC: 30, cause: expect.any(String) },
      },
    ])
  })

  test('counts a vehicle that was not plugged in as missed where chargers reported, and does not say its charge', async () => {
    await planned('absent')
    await plan()
    await writeSessions([{ first: 2 * 96 + 8, energies: [5], stay: null }])
    const { readiness } = await report()
    expect(readiness).toMatchObject({ departures: 1, missed: 1, causes: [{ cause: 'not-plugged-in', count: 1 }] })
    expect(readiness.misses[0]).not.toHaveProperty('soc')
  })

  test('ends where the present begins, and says so', async () => {
    await planned('a')
    await plan()
    const now = RANGE.from + 5 * HOUR + 60_000
    const { until, to, readiness, days } = await report(RANGE, now)
    expect(until).toBe(new Date(RANGE.from + 5 * HOUR).toISOString())
    expect(to).toBe(new Date(RANGE.to).toISOString())
    expect(readiness.departures).toBe(0)
    expect(days).toHaveLength(1)
  })

  test('of a time that is still to come has nothing in it', async () => {
    await planned('a')
    const { until, actual, days, vehicles, readiness } = await report({ month: '2027-03' })
    expect(until).toBe('2027-03-01T00:00:00.000Z')
    expect(actual).toMatchObject({ energykWh: 0, peak15kW: 0 })
    expect([days, vehicles, readiness.departures]).toEqual([[], [], 0])
  })

  test('of a location that the caller may not see is not found', async () => {
    const stranger = { ...context(), who: { ...SYSTEM, locationUids: ['south'] } }
    await expect(getReport(stranger, { locationUid: 'north' })).rejects.toMatchObject({ code: 'notFound' })
  })
})
