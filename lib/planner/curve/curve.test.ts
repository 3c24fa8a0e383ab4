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
