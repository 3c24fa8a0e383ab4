import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hoursToCharge, powerAtSoc } from '@/lib/planner/charging-curve'
import { shortfallsOf } from '@/lib/planner/explain/shortfall'
import { slackOf } from '@/lib/planner/explain/slack'
import { parseProblem } from '@/lib/planner/parse-problem'
import { planDepot } from '@/lib/planner/plan-depot'
import { type DepotProblem, strategies } from '@/lib/planner/problem'

const midnight = 1733011200000
const minuteMs = 60_000
const chargingCurve = [
  { soc: 0, powerkW: 150 },
  { soc: 80, powerkW: 150 },
  { soc: 100, powerkW: 40 },
]

function depot(buses: { minutes: number; ev?: object; own?: object }[], site: object = {}): DepotProblem {
  const schedules = buses.map(({ minutes, ev, own }, k) => ({
    ...{ id: `bus-${k}`, from: midnight, to: midnight + minutes * minuteMs, startSoc: 40, targetSoc: 95, ...own },
    ev: { batterySizekWh: 350, maxPowerkW: 150, chargingCurve, ...ev },
  }))
  const parsed = parseProblem({
    ...{ format: 'depot-problem/1', now: midnight, strategy: 'balanced', schedules },
    site: { powerLimitkW: null, ...site },
  })
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults))
  return parsed.problem
}

const neededMinutes = hoursToCharge(chargingCurve, 150, 350, 40, 95) * 60

describe.each(strategies)('with a charging curve, %s', (strategy) => {
  test('never draws more than the curve gives at the SoC of that moment', () => {
    const problem = {
      ...depot([{ minutes: 180 }, { minutes: 100 }, { minutes: 400 }], { powerLimitkW: 300 }),
      strategy,
    }
    for (const { segments } of Object.values(planDepot(problem).plans)) {
      for (const { powerkW, startSoc, endSoc } of segments) {
        const mostKw = Math.min(powerAtSoc(chargingCurve, startSoc), powerAtSoc(chargingCurve, endSoc))
        expect(powerkW).toBeLessThanOrEqual(mostKw + 1e-6)
      }
    }
  })

  test('is ready in a stay a twentieth longer than the curve takes', () => {
    const plan = planDepot({ ...depot([{ minutes: Math.ceil(neededMinutes * 1.05) }]), strategy })
    expect(plan.plans['bus-0']?.reachedTargetSocInSchedule).toBe(true)
  })

  test('charges a vehicle that cannot pause in one block under it', () => {
    const ev = { supportsPausing: false }
    const plan = planDepot({ ...depot([{ minutes: 600, ev }]), strategy })
    const charging = plan.plans['bus-0']?.segments.map(({ powerkW }) => powerkW > 0).join() ?? ''
    expect(charging).toMatch(/^(false,)*(true,?)+(,?false)*$/)
    expect(plan.plans['bus-0']?.reachedTargetSocInSchedule).toBe(true)
  })
})

describe('alone, in less time than its curve takes or in more', () => {
  const taper = fc.record({
    maxKw: fc.integer({ min: 50, max: 300 }),
    sizeKwh: fc.integer({ min: 150, max: 550 }),
    knee: fc.integer({ min: 50, max: 95 }),
    endShare: fc.double({ min: 0.15, max: 0.65, noNaN: true }),
    startSoc: fc.integer({ min: 0, max: 60 }),
    points: fc.integer({ min: 10, max: 40 }),
    timeShare: fc.oneof(fc.double({ min: 0.6, max: 1.3, noNaN: true }), fc.double({ min: 1.3, max: 5, noNaN: true })),
  })
  test.each([
    // What one power for a step of two points leaves of a curve that falls.
    { what: 'a vehicle', ev: {}, own: {}, most: 0.8 },
    { what: 'a vehicle that cannot pause', ev: { supportsPausing: false }, own: {}, most: 1.3 },
    { what: 'a vehicle with a minimum power', ev: {}, own: { settings: { evMinPowerkW: 5 } }, most: 1.3 },
  ])('$what leaves with what its curve lets through, to $most points, whatever the strategy', ({ ev, own, most }) => {
    fc.assert(
      fc.property(taper, ({ maxKw, sizeKwh, knee, endShare, startSoc, points, timeShare }) => {
        const curve = [0, knee, 100].map((soc) => ({ soc, powerkW: soc === 100 ? maxKw * endShare : maxKw }))
        const targetSoc = startSoc + points
        const seconds = Math.round(((points / 100) * sizeKwh * 3600 * timeShare) / maxKw)
        const battery = { batterySizekWh: sizeKwh, maxPowerkW: maxKw, chargingCurve: curve, ...ev }
        const problem = depot([{ minutes: seconds / 60, ev: battery, own: { startSoc, targetSoc, ...own } }])
        const reachable = socAfter({ seconds, startSoc, targetSoc, curve, sizeKwh })
        for (const strategy of strategies) {
          const endSoc = planDepot({ ...problem, strategy }).plans['bus-0']?.endSoc ?? 0
          expect(endSoc).toBeGreaterThan(reachable - most)
          expect(endSoc).toBeLessThan(reachable + 0.05)
        }
      }),
      { numRuns: 60 },
    )
  })
})

/** What a vehicle holds that takes at every second what its curve gives. */
function socAfter(vehicle: { seconds: number; startSoc: number; targetSoc: number; sizeKwh: number; curve: Curve }) {
  const { seconds, startSoc, targetSoc, sizeKwh, curve } = vehicle
  let soc = startSoc
  for (let s = 0; s < seconds; s++) soc += powerAtSoc(curve, soc) / 36 / sizeKwh
  return Math.min(targetSoc, soc)
}
type Curve = { soc: number; powerkW: number }[]

describe('what a curve means', () => {
  test('slack is counted with it', () => {
    expect(slackOf(depot([{ minutes: 200 }])).get('bus-0')?.targetMinutes).toBeCloseTo(200 - neededMinutes, 6)
  })

  test('a shortfall that flat power would not have is the curve’s', () => {
    const problem = depot([{ minutes: Math.floor((0.55 * 350 * 60) / 150) + 2 }])
    expect(shortfallsOf(problem, planDepot(problem)).map(({ cause }) => cause)).toEqual(['charging-curve'])
  })

  test('a curve that never binds changes nothing', () => {
    const buses = [{ minutes: 100 }, { minutes: 300 }]
    const level = [{ soc: 50, powerkW: 400 }]
    const without = planDepot(depot(buses.map((bus) => ({ ...bus, ev: { chargingCurve: [] } }))))
    const withIt = planDepot(depot(buses.map((bus) => ({ ...bus, ev: { chargingCurve: level } }))))
    for (const [id, { segments }] of Object.entries(without.plans)) expect(withIt.plans[id]?.segments).toEqual(segments)
  })
})

describe('the least peak of one vehicle', () => {
  /** What is charged by the deadline under a cap on site power, in steps of ten seconds, kWh. */
  function chargedUnder(capKw: number, { site, schedules: [only] }: DepotProblem): number {
    if (!only) return 0
    const { batterySizekWh, maxPowerkW } = only.ev
    const stepMs = 10_000
    let kwh = 0
    for (let at = only.from; at < only.to; at += stepMs) {
      const baseKw = site.baseLoad.find(({ from, to }) => from <= at && at < to)?.powerkW ?? 0
      const curveKw = powerAtSoc(only.ev.chargingCurve, only.startSoc + (kwh / batterySizekWh) * 100)
      kwh += (Math.max(0, Math.min(capKw - baseKw, curveKw, maxPowerkW)) * stepMs) / 3_600_000
    }
    return kwh
  }

  function leastPeakKw(problem: DepotProblem): number {
    const [only] = problem.schedules
    const needKwh = only ? ((only.targetSoc - only.startSoc) / 100) * only.ev.batterySizekWh : 0
    let [low, high] = [0, 1000]
    for (let step = 0; step < 40; step++) {
      const middle = (low + high) / 2
      if (chargedUnder(middle, problem) >= needKwh - 1e-6) high = middle
      else low = middle
    }
    return Math.max(high, ...problem.site.baseLoad.map(({ powerkW }) => powerkW))
  }

  test('is within a fiftieth of what a search on a fine grid finds', () => {
    const bus = fc.record({
      spareShare: fc.double({ min: 0.05, max: 4, noNaN: true }),
      startSoc: fc.integer({ min: 5, max: 85 }),
      bendSoc: fc.integer({ min: 50, max: 90 }),
      lastKw: fc.integer({ min: 20, max: 100 }),
      baseKw: fc.integer({ min: 0, max: 120 }),
    })
    const property = fc.property(bus, ({ spareShare, startSoc, bendSoc, lastKw, baseKw }) => {
      const curve = [
        { soc: bendSoc, powerkW: 150 },
        { soc: 100, powerkW: lastKw },
      ]
      const minutes = Math.ceil(hoursToCharge(curve, 150, 350, startSoc, 95) * 60 * (1 + spareShare))
      const middle = midnight + Math.floor(minutes / 2) * minuteMs
      const problem: DepotProblem = {
        ...depot([{ minutes, ev: { chargingCurve: curve }, own: { startSoc } }], {
          baseLoad: [{ from: midnight, to: middle, powerkW: baseKw }],
        }),
        strategy: 'peak-supression',
      }
      expect(planDepot(problem).peakkW).toBeLessThanOrEqual(1.02 * leastPeakKw(problem))
    })
    fc.assert(property, { numRuns: 60, seed: 1 })
  })
})

describe('ranks and presence', () => {
  const short = { powerLimitkW: 60 }

  test('rank 1 gets what all minimums and targets of rank 0 leave, whatever its priority', () => {
    const own = { rank: 1, priority: 9, settings: { minimumSoC: 90 } }
    const plan = planDepot(depot([{ minutes: 120, own }, { minutes: 120 }], short))
    expect(plan.plans['bus-0']?.endSoc).toBeCloseTo(40, 6)
    expect(plan.plans['bus-1']?.endSoc).toBeCloseTo(40 + 12000 / 350, 4)
  })

  test('among equals a vehicle that is there comes before one that is due and absent', () => {
    const settings = { minimumSoC: 70 }
    const both = [
      { minutes: 120, own: { present: false, settings } },
      { minutes: 120, own: { present: true, settings } },
    ]
    const plan = planDepot(depot(both, short))
    expect(plan.plans['bus-1']?.endSoc).toBeGreaterThanOrEqual(70)
    expect(plan.plans['bus-0']?.endSoc).toBeLessThan(70)
  })
})

describe('the problem file', () => {
  const faultsOf = (change: object) => {
    const { schedules, ...rest } = depot([{ minutes: 60 }])
    const parsed = parseProblem({ ...rest, schedules: schedules.map((one) => ({ ...one, ...change })) })
    return 'faults' in parsed ? parsed.faults.map(({ path }) => path) : []
  }

  test('takes a curve with rising SoC only, and names the point', () => {
    const ev = { batterySizekWh: 1, maxPowerkW: 1 }
    const points = (...socs: number[]) => socs.map((soc) => ({ soc, powerkW: 9 }))
    expect(faultsOf({ ev: { ...ev, chargingCurve: points(0, 50, 50) } })).toEqual([
      'schedules[0].ev.chargingCurve[2].soc',
    ])
    expect(faultsOf({ ev: { ...ev, chargingCurve: points(0, 101) } })).toEqual(['schedules[0].ev.chargingCurve[1].soc'])
    expect(faultsOf({ ev: { ...ev, chargingCurve: [{ soc: 1, powerkW: 0 }] } })).toEqual([
      'schedules[0].ev.chargingCurve',
    ])
  })

  test('fills in that a vehicle is there once its stay has begun, and that all are of one rank', () => {
    const [now] = depot([{ minutes: 60 }]).schedules
    const [later] = depot([{ minutes: 60, own: { from: midnight + 1 } }]).schedules
    expect([now?.present, now?.rank, later?.present]).toEqual([true, 0, false])
  })
})

describe('the least peak under curves', () => {
  /** Twenty buses of a depot: seconds until they come and leave, SoC, kWh, kW. */
  const buses = [
    [1550.0, 35210.0, 30, 280, 120],
    [1340.0, 29810.0, 24, 270, 120],
    [8280.0, 29640.0, 41, 360, 120],
    [890.0, 33000.0, 30, 280, 150],
    [0, 31810.0, 51, 316.3265306122449, 90],
    [3990.0, 35820.0, 22, 300, 150],
    [9290.0, 34480.0, 23, 260, 150],
    [880.0, 33810.0, 30, 310, 150],
    [6120.0, 35460.0, 30, 350, 90],
    [5440.0, 33880.0, 30, 300, 120],
    [5430.0, 33490.0, 30, 320, 90],
    [3140.0, 34800.0, 52, 280, 120],
    [4870.0, 29180.0, 48, 300, 150],
    [3050.0, 34750.0, 40, 270, 120],
    [4190.0, 30730.0, 23, 340, 90],
    [9090.0, 29990.0, 37, 270, 120],
    [5750.0, 33210.0, 46, 290, 120],
    [9030.0, 33610.0, 44, 300, 150],
    [0, 34500.0, 29, 260, 90],
    [0, 33200.0, 61, 320, 90],
  ]
  const evening = Date.parse('2030-01-07T18:00:00Z')
  const hour = 60 * minuteMs
  const problemWith = (isCurved: boolean) => {
    const schedules = buses.map(([comes = 0, leaves = 0, startSoc, batterySizekWh, maxPowerkW = 0], k) => ({
      ...{ id: `bus-${k}`, from: evening + comes * 1000, to: evening + leaves * 1000, startSoc, targetSoc: 95 },
      ev: {
        ...{ batterySizekWh, maxPowerkW },
        ...(isCurved && {
          chargingCurve: [
            { soc: 80, powerkW: maxPowerkW },
            { soc: 100, powerkW: maxPowerkW / 4 },
          ],
        }),
      },
      settings: { departureMarginMinutes: 10, minimumSoC: 75 },
    }))
    const hours = Array.from({ length: 14 }, (_, k) => ({ from: evening + (k - 1) * hour, to: evening + k * hour }))
    const prices = hours.map((time, k) => ({ ...time, perkWh: k < 5 ? 0.32 : k < 7 || k > 12 ? 0.22 : 0.14 }))
    const baseLoad = hours.map((time, k) => ({ ...time, powerkW: k < 3 ? 90 : 60 }))
    const site = { powerLimitkW: 560, efficiency: 0.94, prices, baseLoad }
    const parsed = parseProblem({
      ...{ format: 'depot-problem/1', now: evening, strategy: 'peak-supression', site, schedules },
    })
    if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults))
    return parsed.problem
  }

  test('is near the one without them, though the ends of all batteries want the same minutes', () => {
    const plan = planDepot(problemWith(true))
    expect(plan.unmetkWh).toBeLessThan(1e-6)
    expect(plan.peakkW).toBeLessThan(1.08 * planDepot(problemWith(false)).peakkW)
  })
})

describe('vehicles that cannot pause, beside others under one peak', () => {
  /** Each fourth cannot pause, and charges four fifths of a battery in hardly more time than its curve takes at little power. */
  const depotWhere = (allPause: boolean) =>
    parsedDepot(
      Array.from({ length: 20 }, (_, k) => ({
        comes: (k % 4) * 15,
        leaves: 330 + (k % 5) * 12,
        soc: k % 4 === 0 ? 35 : 25 + ((k * 7) % 20),
        supportsPausing: allPause || k % 4 !== 0,
      })),
    )

  function parsedDepot(buses: { comes: number; leaves: number; soc: number; supportsPausing: boolean }[]) {
    const falling = [
      { soc: 80, powerkW: 100 },
      { soc: 100, powerkW: 25 },
    ]
    const parsed = parseProblem({
      ...{ format: 'depot-problem/1', now: midnight, strategy: 'peak-supression', site: { powerLimitkW: 5000 } },
      schedules: buses.map(({ comes, leaves, soc, supportsPausing }, k) => ({
        ...{ id: `bus-${k}`, from: midnight + comes * minuteMs, to: midnight + leaves * minuteMs },
        ...{ startSoc: soc, targetSoc: 95 },
        ev: { batterySizekWh: 400, maxPowerkW: 100, supportsPausing, chargingCurve: falling },
      })),
    })
    if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults))
    return parsed.problem
  }

  test('charge their last percents where the others leave room: no peak is raised for them', () => {
    const plan = planDepot(depotWhere(false))
    expect(plan.unmetkWh).toBeLessThan(1e-6)
    expect(plan.peakkW).toBeLessThan(1.01 * planDepot(depotWhere(true)).peakkW)
  })
})
