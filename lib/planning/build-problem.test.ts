import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseProblem } from '@/lib/planner/parse-problem'
import { type Batch, batchesOf, buildProblem } from '@/lib/planning/build-problem'
import { arbitraryDepot } from '@/lib/planning/fixtures/arbitrary-depot'
import { depotValue, inForceValue, NOW, stayValue } from '@/lib/planning/fixtures/depot-values'
import { sortStays } from '@/lib/planning/plannable'

const HOUR = 3_600_000
const DAY = 24 * HOUR

function problemOf(...[stays, location, parts]: Parameters<typeof depotValue>) {
  const depot = depotValue(stays, location, parts)
  const { plannable, fixedLoads } = sortStays(depot)
  const [batch] = batchesOf(depot, plannable)
  return buildProblem(depot, batch ?? { day: null, strategy: 'balanced' as const, stays: [] }, fixedLoads)
}

const daysOf = (batches: Batch[]) => batches.map(({ day, stays }) => [day, stays.map(({ stay }) => stay.id)])

describe('sortStays', () => {
  it.each([
    ['plans a vehicle of which everything is known', {}, { plannable: 1, loads: 0, reasons: [] }],
    [
      'plans nothing without a battery size',
      { batterySizeKwh: null },
      { plannable: 0, loads: 0, reasons: ['battery-size-unknown'] },
    ],
    [
      'plans nothing without a power',
      { maxPowerKw: null },
      { plannable: 0, loads: 0, reasons: ['charge-power-unknown'] },
    ],
    [
      'counts a vehicle that is not scheduled as a load',
      { enableChargeScheduling: false },
      { plannable: 0, loads: 1, reasons: ['scheduling-disabled'] },
    ],
    [
      'knows no load of one that is not scheduled and unknown',
      { enableChargeScheduling: false, batterySizeKwh: null },
      { plannable: 0, loads: 0, reasons: ['scheduling-disabled'] },
    ],
  ])('%s', (_, vehicle, expected) => {
    const { plannable, fixedLoads, unplannable } = sortStays(depotValue([stayValue({ vehicle })]))
    expect(plannable).toHaveLength(expected.plannable)
    expect(fixedLoads).toHaveLength(expected.loads)
    expect(unplannable.map(({ reason }) => reason)).toEqual(expected.reasons)
  })

  const here = { connectedAt: NOW - HOUR, chargingStartedAt: NOW - HOUR }
  it.each([
    ['out of order', NOW - HOUR / 2, [], 10],
    ['out of order, but it draws power', NOW - HOUR / 2, [{ at: NOW, powerKw: 60 }], 100],
    ['well', null, [], 100],
  ])('plans a vehicle whose connector is %s from now on, with what it can be tried with', (_, since, readings, kw) => {
    const stay = stayValue({ arrival: NOW - HOUR, measured: here, readings })
    const faulted = new Map(since === null ? [] : [[stay.vehicleKey, since]])
    const { plannable } = sortStays(depotValue([stay], {}, { followsEvents: true, faulted }))
    const expected = { from: NOW - HOUR, present: true, rank: 0, settings: { evMaxPowerkW: kw } }
    expect(plannable[0]?.schedule).toMatchObject(expected)
  })

  it('gives a vehicle that is not scheduled full power from its arrival until it is full, which may be past', () => {
    const free = {
      arrival: NOW - HOUR,
      departure: NOW + 9 * HOUR,
      startSoc: 70,
      vehicle: { enableChargeScheduling: false },
    }
    expect(sortStays(depotValue([stayValue(free)])).fixedLoads).toEqual([])
    expect(sortStays(depotValue([stayValue({ ...free, startSoc: 40 })])).fixedLoads).toEqual([
      { from: NOW - HOUR, to: NOW - HOUR + 1.8 * HOUR, powerkW: 100, scheduleId: 'tonight' },
    ])
  })

  it('counts a frozen plan from now on, and plans that stay no more', () => {
    const segments = [
      { from: NOW - HOUR, to: NOW + HOUR, powerkW: 80 },
      { from: NOW + HOUR, to: NOW + 2 * HOUR, powerkW: 0 },
    ]
    const frozen = stayValue({
      arrival: NOW - HOUR,
      incumbent: inForceValue({ segments }, { frozen: true, posted: true }),
    })
    const { plannable, fixedLoads } = sortStays(depotValue([frozen]))
    expect(plannable).toEqual([])
    expect(fixedLoads).toEqual([{ from: NOW, to: NOW + HOUR, powerkW: 80, scheduleId: 'tonight' }])
  })

  it('leaves out a stay that is over', () => {
    const over = stayValue({ arrival: NOW - 2 * HOUR, departure: NOW })
    expect(sortStays(depotValue([over]))).toEqual({
      plannable: [],
      held: [],
      fixedLoads: [],
      unplannable: [],
      gone: [],
      chargedNow: [],
    })
  })

  it('plans nothing for a vehicle that has left, and for one that is full and late to leave', () => {
    const left = { connectedAt: NOW - 5 * HOUR, disconnectedAt: NOW - 60_000 }
    const early = stayValue({
      arrival: NOW - 6 * HOUR,
      departure: NOW + 60_000,
      measured: { ...left, soc: 70, socAt: NOW },
    })
    const full = { connectedAt: NOW - 5 * HOUR, soc: 90, socAt: NOW }
    const blocks = stayValue({ arrival: NOW - 6 * HOUR, departure: NOW - HOUR, measured: full })
    const sorted = sortStays(depotValue([early, blocks], {}, { followsEvents: true }))
    expect(sorted).toMatchObject({ plannable: [], gone: [{ stay: early }, { stay: blocks }] })
  })

  it.each([
    [50, 50],
    [150, 100],
    [null, 100],
  ])('plans a vehicle of 100 kW at an evse of %s kW with at most %i kW', (evseMaxKw, most) => {
    const here = stayValue({ arrival: NOW - HOUR, measured: { connectedAt: NOW - HOUR, evseMaxKw } })
    const [planned] = sortStays(depotValue([here], {}, { followsEvents: true })).plannable
    expect(planned?.schedule.settings.evMaxPowerkW).toBe(most)
  })

  it('puts a vehicle that is late to leave, or very late to come, after the others', () => {
    const overdue = stayValue({
      arrival: NOW - 6 * HOUR,
      departure: NOW - HOUR,
      measured: { connectedAt: NOW - 5 * HOUR },
    })
    const noShow = stayValue({ arrival: NOW - 3 * HOUR, departure: NOW + HOUR })
    const here = stayValue({ arrival: NOW - HOUR, measured: { connectedAt: NOW - HOUR } })
    const { plannable } = sortStays(depotValue([overdue, noShow, here], {}, { followsEvents: true }))
    expect(plannable.map(({ schedule: { present, rank } }) => [present, rank])).toEqual([
      [true, 1],
      [false, 1],
      [true, 0],
    ])
  })
})

describe('buildProblem', () => {
  it('takes the details of the stay, the powers of the vehicle and the settings of the depot', () => {
    const rules = [{ tag: 'saturation', idealPowerkW: 50 }]
    const stay = stayValue({ priority: 4, minimumSoc: 70, vehicle: { minPowerKw: 20, supportsPausing: false } })
    const { schedules, site, strategy } = problemOf([stay], {
      powerLimitKw: 500,
      chargingEfficiency: 0.9,
      powerRules: rules,
    })
    expect(strategy).toBe('peak-supression')
    expect(site).toMatchObject({ powerLimitkW: 500, efficiency: 0.9, demandChargePerkW: 0, peakSoFarkW: 0, limits: [] })
    expect(schedules).toEqual([
      {
        id: 'tonight',
        from: NOW + HOUR,
        to: NOW + 10 * HOUR,
        startSoc: 40,
        targetSoc: 90,
        priority: 4,
        present: false,
        rank: 0,
        charging: false,
        ev: {
          batterySizekWh: 300,
          maxPowerkW: 100,
          supportsPausing: false,
          chargingCurve: [
            { soc: 80, powerkW: 100 },
            { soc: 100, powerkW: 25 },
          ],
          preconditioning: {
            vehiclePreconditioningEnergykWh: 0,
            vehiclePreconditioningTimeMs: 0,
            batteryPreconditioningTimeMs: 0,
          },
        },
        settings: {
          evMinPowerkW: 20,
          evMaxPowerkW: 100,
          departureMarginMinutes: 10,
          minimumSoC: 70,
          bulkSoC: 80,
          powerRules: rules,
        },
      },
    ])
  })

  it('takes the minimum of the depot where the stay has none', () => {
    expect(problemOf([stayValue()], { minimumSoc: 55 }).schedules[0]?.settings.minimumSoC).toBe(55)
  })

  it('lets a vehicle go on that the incumbent plan charges right now', () => {
    const charging = { segments: [{ from: NOW - HOUR, to: NOW + HOUR, powerkW: 60, tag: ['bulk'] }] }
    const paused = { segments: [{ from: NOW - HOUR, to: NOW + HOUR, powerkW: 0, tag: ['bulk'] }] }
    const here = (plan: typeof charging) => stayValue({ arrival: NOW - HOUR, incumbent: inForceValue(plan) })
    expect(problemOf([here(charging)]).schedules[0]?.charging).toBe(true)
    expect(problemOf([here(paused)]).schedules[0]?.charging).toBe(false)
    expect(problemOf([here(charging)], {}, { followsEvents: true }).schedules[0]?.charging).toBe(false)
  })

  it('hands over what is left of the incumbent plan', () => {
    const segments = [{ from: NOW - HOUR, to: NOW + HOUR, powerkW: 60, tag: ['bulk'] }]
    const problem = problemOf([stayValue({ arrival: NOW - HOUR, incumbent: inForceValue({ segments }) })])
    expect(problem.previous).toEqual({ tonight: [{ from: NOW, to: NOW + HOUR, powerkW: 60 }] })
  })

  it('plans stays within 36 hours together, and each later local day by itself', () => {
    const at = (id: string, hours: number) =>
      stayValue({ id, arrival: NOW + hours * HOUR, departure: NOW + (hours + 2) * HOUR })
    const stays = [at('a', -1), at('b', 35), at('c', 36), at('d', 52), at('e', 78)]
    const zone = (timeZone: string) => depotValue(stays, { timeZone })
    const batches = (timeZone: string) => daysOf(batchesOf(zone(timeZone), sortStays(zone(timeZone)).plannable))
    expect(batches('UTC')).toEqual([
      [null, ['a', 'b']],
      ['2026-11-24', ['c', 'd']],
      ['2026-11-26', ['e']],
    ])
    expect(batches('Asia/Tokyo')).toEqual([
      [null, ['a', 'b']],
      ['2026-11-24', ['c']],
      ['2026-11-25', ['d']],
      ['2026-11-26', ['e']],
    ])
  })

  it('gives the same forecast however early it is made', () => {
    const later = stayValue({ arrival: NOW + 3 * DAY, departure: NOW + 3 * DAY + 5 * HOUR })
    const weekly = [{ day: 'WE' as const, from: '00:00', to: '24:00', powerkW: 12 }]
    const early = problemOf([later], { baseLoad: { weekly } })
    expect(early.now).toBe(NOW + 3 * DAY)
    expect(problemOf([later], { baseLoad: { weekly } }, { now: NOW + 5 * HOUR })).toEqual(early)
  })

  it('never is malformed, whatever the rows say', () => {
    fc.assert(
      fc.property(arbitraryDepot(), (depot) => {
        const { plannable, fixedLoads } = sortStays(depot)
        const batches = batchesOf(depot, plannable)
        expect(batches.flatMap(({ stays }) => stays)).toHaveLength(plannable.length)
        for (const batch of batches) {
          const problem = JSON.parse(JSON.stringify(buildProblem(depot, batch, fixedLoads)))
          expect(parseProblem(problem)).not.toHaveProperty('faults')
        }
      }),
    )
  })
})
