import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Context, SYSTEM } from '@/lib/context'
import { LocationLoad } from '@/lib/contract/location'
import { PlanAnswer } from '@/lib/contract/plan-overrides'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { meteredInterval } from '@/lib/db/schema/charging'
import { sitePeak } from '@/lib/db/schema/site-peak'
import { clearDepots, insertLocation, insertStay, insertVehicle } from '@/lib/planning/fixtures/depot-rows'
import { getLoad } from '@/lib/planning/get-load'
import { getLocationWithPeak } from '@/lib/planning/get-location-with-peak'
import { loadDepot } from '@/lib/planning/load-depot'
import { planLocation } from '@/lib/planning/plan-location'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOW = Date.parse('2026-11-22T18:00:00Z')
const PERIOD = Date.parse('2026-11-01T00:00:00Z')
const manual = { locationUid: 'north', trigger: 'manual', description: 'Planned by hand.' } as const
const weekly = (['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const).map((day) => ({
  ...{ day, from: '00:00', to: '24:00', perkWh: 0.2 },
}))
const tariff = { currency: 'EUR', demandChargePerkW: 10, weekly }

let scratch: ScratchDatabase
beforeAll(async () => {
  scratch = await createScratchDatabase()
})
afterAll(() => scratch.drop())
beforeEach(() => clearDepots(scratch.connection.db))

const at = (now: number): Context => ({ who: SYSTEM, now, db: scratch.connection.db })
const load = async (from: number, to: number, now = NOW) =>
  LocationLoad.parse(await getLoad(at(now), { locationUid: 'north', from, to }))
const peakIn = async (from: number, to: number) => (await load(from, to)).totals.peak15kW

/** A bus that was there from 19:00 to 21:00 of an earlier day, and its meter's powers. */
async function earlierBus(id: string, daysAgo: number, powerKw: number): Promise<void> {
  const { db } = scratch.connection
  const vehicleKey = await insertVehicle(db, id)
  const from = NOW - daysAgo * DAY + HOUR
  const times = { from, to: from + 2 * HOUR, connectedAt: new Date(from), disconnectedAt: new Date(from + 2 * HOUR) }
  await insertStay(db, { id: `stay-${id}`, vehicleKey, locationUid: 'north', createdAt: new Date(from), ...times })
  await db.insert(meteredInterval).values({
    ...{ vehicleKey, from: new Date(from), to: new Date(from + HOUR / 4), locationUid: 'north' },
    energyKwh: powerKw / 4,
  })
}

async function tonight(): Promise<void> {
  const { db } = scratch.connection
  const vehicleKey = await insertVehicle(db, 'tonight')
  const times = { from: NOW, to: NOW + 10 * HOUR, createdAt: new Date(NOW - HOUR) }
  await insertStay(db, { id: 'tonight', vehicleKey, locationUid: 'north', ...times })
}

describe('the demand charge of a load', () => {
  it('counts only what raises the peak that the billing period had before, as measured', async () => {
    await insertLocation(scratch.connection.db, 'north', { tariff })
    await earlierBus('past', 5, 60)
    await tonight()
    await planLocation(at(NOW), { ...manual })
    const before = await peakIn(PERIOD, NOW)
    expect(before).toBeCloseTo(60, 3)
    const { totals, uncontrolled } = await load(NOW, NOW + 12 * HOUR)
    expect(totals.energykWh).toBeCloseTo(150, 1)
    expect(totals.energyCost).toBeCloseTo(30, 1)
    expect(totals.demandCost).toBeCloseTo(10 * Math.max(0, totals.peak15kW - before), 3)
    expect(uncontrolled.demandCost).toBeCloseTo(10 * (100 - before), 3)
    expect(uncontrolled.cost).toBeCloseTo(30 + 400, 1)
  })

  it('begins anew with the next month', async () => {
    await insertLocation(scratch.connection.db, 'north', { tariff })
    await earlierBus('past', 5, 60)
    const december = Date.parse('2026-12-01T00:00:00Z')
    await insertStay(scratch.connection.db, {
      ...{ id: 'later', vehicleKey: await insertVehicle(scratch.connection.db, 'later'), locationUid: 'north' },
      ...{ from: december + HOUR, to: december + 9 * HOUR },
    })
    await planLocation(at(NOW), manual)
    const { totals } = await load(december, december + DAY)
    expect(totals.peak15kW).toBeGreaterThan(0)
    expect(totals.demandCost).toBeCloseTo(10 * totals.peak15kW, 2)
  })

  it('counts up to a floor that was set by hand as paid', async () => {
    await insertLocation(scratch.connection.db, 'north', { tariff: { ...tariff, peakSoFarkW: 95 } })
    await tonight()
    await planLocation(at(NOW), manual)
    const { totals, uncontrolled } = await load(NOW, NOW + 12 * HOUR)
    expect(totals.demandCost).toBe(0)
    expect(uncontrolled.demandCost).toBeCloseTo(50, 3)
  })
})

describe('what was measured', () => {
  it('stands beside what was planned, and in its place in the load; of no stay too', async () => {
    const { db } = scratch.connection
    await insertLocation(db, 'north', { chargingEfficiency: 0.8 })
    await earlierBus('past', 1, 40)
    const stranger = await insertVehicle(db, 'stray')
    const from = NOW - DAY + HOUR
    await db.insert(meteredInterval).values({
      ...{
        vehicleKey: stranger,
        from: new Date(from),
        to: new Date(from + HOUR / 4),
        locationUid: 'north',
        energyKwh: 5,
      },
    })
    const { intervals } = await load(from, from + HOUR)
    expect(intervals[0]).toMatchObject({ evPowerkW: 75, measuredkW: 75, plannedkW: 0 })
    expect(intervals[1]).not.toHaveProperty('measuredkW')
  })
})

describe('a load of many stays', () => {
  it('counts each of them once in every quarter-hour, however many answers of the database it takes', async () => {
    const { db } = scratch.connection
    await insertLocation(db, 'north')
    const vehicleKey = await insertVehicle(db, 'bus-1')
    const begin = new Date(NOW - 2 * DAY).toISOString()
    await db.execute(sql`
      insert into stay (id, vehicle_key, location_uid, arrival, departure, start_soc, target_soc, priority, created_at)
      select 'many-' || n, ${vehicleKey}, 'north', ${begin}::timestamptz + (n / 300) * interval '12 hours',
        ${begin}::timestamptz + (n / 300) * interval '12 hours' + interval '14 hours' + n * interval '1 second', 40, 90, 0,
        ${begin}::timestamptz - interval '1 day'
      from generate_series(0, 1199) n`)
    await db.execute(sql`
      insert into plan (stay_key, plan, frozen, posted, planned_at)
      select key, jsonb_build_object('energyKwh', 13, 'endSoc', 90, 'segments', jsonb_build_array(jsonb_build_object(
          'from', extract(epoch from arrival) * 1000, 'to', extract(epoch from arrival + interval '13 hours') * 1000,
          'powerkW', 1))), false, false, arrival
      from stay where id like 'many-%'`)
    const { intervals, totals } = await load(NOW - 2 * DAY, NOW + 12 * HOUR)
    const inPower = (hours: number) => intervals[hours * 4]?.evPowerkW
    expect([0, 11, 12, 13, 36, 37, 48, 49].map(inPower)).toEqual([300, 300, 600, 300, 600, 300, 300, 0])
    expect(totals).toMatchObject({ energykWh: 15_600, peak15kW: 600, peakkW: 600 })
    expect(intervals).toHaveLength(60 * 4)
  })
})

describe('the peak of the billing period so far', () => {
  it('is what the planner may draw without a demand charge, and stands at the location outside of its tag', async () => {
    const { db } = scratch.connection
    await insertLocation(db, 'north', { tariff })
    const { etag } = await getLocationWithPeak(at(NOW), 'north')
    await earlierBus('past', 5, 60)
    await earlierBus('recent', 1, 70)
    await planLocation(at(NOW), manual)
    expect((await loadDepot(db, 'north', NOW))?.depot.peakSoFarKw).toBeCloseTo(70, 3)
    const after = await getLocationWithPeak(at(NOW), 'north')
    expect(after.location.tariff?.computedPeakkW).toBeCloseTo(70, 3)
    expect(after.etag).toBe(etag)
    const kept = await db.select().from(sitePeak)
    expect(kept.map(({ day }) => day)).not.toContain('2026-11-21')
    expect(kept.find(({ day }) => day === '2026-11-17')?.peakKw).toBeCloseTo(60, 3)
  })

  it('means nothing where peaks cost nothing', async () => {
    const { db } = scratch.connection
    await insertLocation(db, 'north', { tariff: { weekly } })
    await earlierBus('past', 5, 60)
    expect((await loadDepot(db, 'north', NOW))?.depot.peakSoFarKw).toBe(0)
    expect((await getLocationWithPeak(at(NOW), 'north')).location.tariff).not.toHaveProperty('computedPeakkW')
  })
})

describe('a plan’s answer', () => {
  it('has the sums of the load, by the same arithmetic', async () => {
    await insertLocation(scratch.connection.db, 'north', { tariff })
    await tonight()
    const answer = PlanAnswer.parse(await planLocation(at(NOW), manual))
    const { totals } = await load(NOW, NOW + 10 * HOUR)
    for (const name of ['peak15kW', 'peakkW', 'energykWh', 'energyCost', 'demandCost', 'cost'] as const)
      expect(answer[name]).toBeCloseTo(totals[name] ?? Number.NaN, 2)
  })

  it('says no cost without a tariff', async () => {
    await insertLocation(scratch.connection.db, 'north')
    await tonight()
    expect(await planLocation(at(NOW), manual)).not.toHaveProperty('cost')
  })
})
