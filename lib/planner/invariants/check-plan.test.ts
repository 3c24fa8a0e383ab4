import { describe, expect, it } from 'vitest'
import { checkPlan } from '@/lib/planner/invariants/check-plan'
import { checkReadiness } from '@/lib/planner/invariants/check-readiness'
import type { DepotPlan, Segment } from '@/lib/planner/plan'
import type { DepotProblem, DepotSchedule, Tag } from '@/lib/planner/problem'

const minuteMs = 60_000
const startMs = Date.UTC(2024, 11, 1, 18)
const batteryKwh = 100

/** Two hours from 40 % to 70 % at 60 kW at most, 40 % to 50 % urgent, and 5 kWh of preconditioning in the last half-hour. */
function stay(id: string, changes: Partial<DepotSchedule> = {}): DepotSchedule {
  return {
    id,
    from: startMs,
    to: startMs + 130 * minuteMs,
    startSoc: 40,
    targetSoc: 70,
    priority: 0,
    charging: false,
    ev: {
      batterySizekWh: batteryKwh,
      maxPowerkW: 60,
      supportsPausing: true,
      preconditioning: {
        vehiclePreconditioningEnergykWh: 5,
        vehiclePreconditioningTimeMs: 30 * minuteMs,
        batteryPreconditioningTimeMs: 0,
      },
    },
    settings: {
      evMinPowerkW: 0,
      evMaxPowerkW: 60,
      departureMarginMinutes: 10,
      minimumSoC: 50,
      bulkSoC: 60,
      powerRules: [],
    },
    ...changes,
  }
}

function depot(schedules: DepotSchedule[], powerLimitkW = 100): DepotProblem {
  const baseLoad = [{ from: startMs, to: startMs + 180 * minuteMs, powerkW: 20 }]
  const prices = [{ from: startMs, to: startMs + 60 * minuteMs, perkWh: 0.5 }]
  const site = { powerLimitkW, limits: [], baseLoad, prices, efficiency: 1, demandChargePerkW: 2, peakSoFarkW: 10 }
  return {
    format: 'depot-problem/1',
    now: startMs,
    strategy: 'balanced',
    site,
    schedules,
    fixedLoads: [],
    previous: {},
  }
}

type Row = [minutes: number, powerKw: number, tag: Tag]

/** Half-hours: 20 kW below the minimum, then 20 and 20 kW, a pause nowhere, then the preconditioning. */
const goodRows: Row[] = [
  [30, 20, 'minimum'],
  [30, 20, 'bulk'],
  [30, 20, 'saturation'],
  [30, 10, 'preconditioning'],
]

function segmentsOf(rows: Row[]): Segment[] {
  let from = startMs
  let startSoc = 40
  return rows.map(([minutes, powerkW, tag]) => {
    const to = from + minutes * minuteMs
    const energykWh = (powerkW * minutes) / 60
    const endSoc = startSoc + (tag === 'preconditioning' ? 0 : (energykWh / batteryKwh) * 100)
    const isWait = powerkW === 0 && tag !== 'idle'
    const flags = { paused: isWait, powerUnlimited: powerkW === 60, powerIsBeingLimited: powerkW > 0 && powerkW < 60 }
    const segment: Segment = {
      from,
      to,
      durationMs: to - from,
      powerkW,
      energykWh,
      startSoc,
      endSoc,
      ...flags,
      tag: [tag],
    }
    from = to
    startSoc = endSoc
    return segment
  })
}

/** A plan with honest totals for rows of equal length; `siteKw` is its highest power, all of it before 19:00 priced. */
function planOf(problem: DepotProblem, rows: Row[][]): DepotPlan {
  const segments = rows.map(segmentsOf)
  const all = segments.flat()
  const energykWh = all.reduce((sum, segment) => sum + segment.energykWh, 0)
  const powerAt = (ms: number) =>
    all.reduce((kw, { from, to, powerkW }) => kw + (from <= ms && ms < to ? powerkW : 0), 20)
  const peakkW = Math.max(...all.map(({ from }) => powerAt(from)))
  const plans = problem.schedules.map((schedule, k) => {
    const own = segments[k] ?? []
    const endSoc = own.at(-1)?.endSoc ?? schedule.startSoc
    const plan = {
      schedule: { ...schedule, ev: { ...schedule.ev, batteryEnergyNeedkWh: 30, energyNeedkWh: 35 }, tx: {} },
      segments: own,
      pastSegments: [],
      departureMarginMs: 10 * minuteMs,
      endTime: own.filter(({ powerkW }) => powerkW > 0).at(-1)?.to ?? startMs,
      energyKwh: own.reduce((sum, segment) => sum + segment.energykWh, 0),
      endSoc,
      reachedTargetSocInSchedule: endSoc >= schedule.targetSoc,
      usesMargin: false,
    }
    return [schedule.id, plan] as const
  })
  return {
    format: 'depot-plan/1',
    strategy: problem.strategy,
    strategyVersion: '1',
    peakkW,
    peak15kW: peakkW,
    energykWh,
    unmetkWh: problem.schedules.length * 35 - energykWh,
    cost: energykWh * 0.5 + 2 * (peakkW - 10),
    plans: Object.fromEntries(plans),
  }
}

const one = depot([stay('a')])
const good = planOf(one, [goodRows])
const rulesOf = (plan: DepotPlan, problem = one) => checkPlan(problem, plan).map(({ rule }) => rule)

/** The good plan with segment `k` changed, nothing else made to fit. */
function withSegment(k: number, changes: Partial<Segment>): DepotPlan {
  const plan = structuredClone(good)
  Object.assign(plan.plans.a?.segments[k] ?? {}, changes)
  return plan
}

describe('the checker of plans', () => {
  it('finds nothing in a plan that keeps every rule', () => {
    expect(checkPlan(one, good)).toEqual([])
  })

  it.each<[string, Row[]]>([
    [
      'power is 0 or within bounds',
      [
        [20, 30, 'minimum'],
        [9, 66.666_666_666_666_67, 'bulk'],
        [61, 9.836_065_573_770_492, 'saturation'],
        [30, 10, 'preconditioning'],
      ],
    ],
    [
      'charging ends at the deadline',
      [
        [30, 20, 'minimum'],
        [30, 20, 'bulk'],
        [15, 20, 'saturation'],
        [25, 10, 'preconditioning'],
        [20, 15, 'saturation'],
      ],
    ],
    [
      'SoC never passes the target',
      [
        [30, 20, 'minimum'],
        [30, 20, 'bulk'],
        [30, 21, 'saturation'],
        [30, 10, 'preconditioning'],
      ],
    ],
    [
      'segments cover the window',
      [
        [30, 20, 'minimum'],
        [30, 20, 'bulk'],
        [30, 20, 'saturation'],
      ],
    ],
    [
      'segments cover the window',
      [
        [30, 20, 'minimum'],
        [30, 20, 'bulk'],
        [30, 20, 'saturation'],
        [31, 10, 'preconditioning'],
      ],
    ],
    [
      'neighbours differ',
      [
        [15, 20, 'minimum'],
        [15, 20, 'minimum'],
        [30, 20, 'bulk'],
        [30, 20, 'saturation'],
        [30, 10, 'preconditioning'],
      ],
    ],
    [
      'segments carry the tag of their SoC',
      [
        [31, 20, 'minimum'],
        [29, 20, 'bulk'],
        [30, 20, 'saturation'],
        [30, 10, 'preconditioning'],
      ],
    ],
    [
      'segments carry the tag of their SoC',
      [
        [90, 20, 'bulk'],
        [30, 10, 'preconditioning'],
      ],
    ],
    [
      'segments carry the tag of their SoC',
      [
        [30, 20, 'minimum'],
        [30, 20, 'bulk'],
        [30, 0, 'idle'],
        [30, 10, 'preconditioning'],
      ],
    ],
    [
      'preconditioning is reserved evenly before the departure',
      [
        [30, 20, 'minimum'],
        [30, 20, 'bulk'],
        [30, 20, 'saturation'],
        [15, 20, 'preconditioning'],
        [15, 0, 'preconditioning'],
      ],
    ],
  ])('finds: %s (%#)', (rule, rows) => {
    expect(rulesOf(planOf(one, [rows]))).toContain(rule)
  })

  it.each<[string, DepotPlan]>([
    ['energykWh is power times time', withSegment(0, { energykWh: 10.001 })],
    ['a segment begins with the SoC that the one before left', withSegment(1, { startSoc: 50.001 })],
    ['SoC grows by the energy charged', withSegment(1, { endSoc: 60.001 })],
    ['segments cover the window', withSegment(1, { from: startMs + 30 * minuteMs + 1 })],
    ['segments cover the window', withSegment(1, { durationMs: 1 })],
    ['flags say what the power says', withSegment(1, { powerUnlimited: true })],
    ['flags say what the power says', withSegment(1, { powerIsBeingLimited: false })],
    ['flags say what the power says', withSegment(1, { paused: true })],
    ['segments carry the tag of their SoC', withSegment(1, { tag: ['idle'] })],
    ['numbers are finite', withSegment(1, { powerkW: Number.NaN })],
    ['energykWh is what the vehicles get', { ...good, energykWh: 34.9 }],
    ['unmetkWh is what the vehicles lack', { ...good, unmetkWh: 0.1 }],
    ['peakkW is the highest site power', { ...good, peakkW: 39 }],
    ['peak15kW is the highest quarter-hour', { ...good, peak15kW: 39 }],
    ['cost is energy and demand', { ...good, cost: 1 }],
    ['every schedule has a plan', { ...good, plans: {} }],
  ])('finds what does not add up: %s (%#)', (rule, plan) => {
    expect(rulesOf(plan)).toContain(rule)
  })

  it.each([
    ['endTime is when the last energy is delivered', { endTime: startMs }],
    ['reachedTargetSocInSchedule is honest', { reachedTargetSocInSchedule: false }],
    ['energyKwh is what the plan delivers', { energyKwh: 30 }],
    ['endSoc is the last SoC', { endSoc: 71 }],
    ['the margin is used only for what is missing, and the plan says it', { usesMargin: true }],
  ])('finds a dishonest outcome: %s', (rule, changes) => {
    const plan = structuredClone(good)
    Object.assign(plan.plans.a ?? {}, changes)
    expect(rulesOf(plan)).toContain(rule)
  })

  it('finds a site above its limit, also where the base load alone exceeds it', () => {
    expect(rulesOf(good, depot([stay('a')], 39))).toContain('site power stays within the limit')
    expect(rulesOf(good, depot([stay('a')], 5))).toContain('site power stays within the limit')
  })

  it('finds a vehicle that cannot pause but is paused, and one under way that is made to wait', () => {
    const restless = stay('a', { charging: true })
    const problem = depot([{ ...restless, ev: { ...restless.ev, supportsPausing: false } }])
    const paused = planOf(problem, [
      [
        [30, 20, 'minimum'],
        [15, 0, 'bulk'],
        [15, 40, 'bulk'],
        [30, 20, 'saturation'],
        [30, 10, 'preconditioning'],
      ],
    ])
    const late = planOf(problem, [
      [
        [30, 0, 'minimum'],
        [15, 40, 'minimum'],
        [15, 40, 'bulk'],
        [30, 20, 'saturation'],
        [30, 10, 'preconditioning'],
      ],
    ])
    expect(rulesOf(paused, problem)).toContain('what cannot pause charges in one block')
    expect(rulesOf(late, problem)).toContain('a block that is charging starts at now')
  })

  it('finds a power above its ideal where the ideal would have done', () => {
    const settings = { ...stay('a').settings, powerRules: [{ tag: 'bulk' as const, idealPowerkW: 25 }] }
    const problem = { ...depot([stay('a', { settings })]), site: { ...one.site, powerLimitkW: null } }
    const hasty = planOf(problem, [
      [
        [20, 30, 'minimum'],
        [20, 30, 'bulk'],
        [50, 12, 'saturation'],
        [30, 10, 'preconditioning'],
      ],
    ])
    expect(rulesOf(good, problem)).toEqual([])
    expect(rulesOf(hasty, problem)).toContain('power keeps to its ideal')
  })
})

describe('the checker of readiness', () => {
  const plain = {
    ...stay('a').ev,
    preconditioning: {
      ...one.schedules[0]?.ev.preconditioning,
      vehiclePreconditioningEnergykWh: 0,
      vehiclePreconditioningTimeMs: 0,
      batteryPreconditioningTimeMs: 0,
    },
  }
  const settings = { ...stay('a').settings, minimumSoC: 0, departureMarginMinutes: 0, bulkSoC: 100 }
  const to = stay('a').to - 10 * minuteMs
  const two = (changes: Partial<DepotSchedule>[] = []) =>
    depot(
      ['a', 'b'].map((id, k) => stay(id, { ev: plain, settings, to, ...changes[k] })),
      35,
    )
  const rulesOfReadiness = (problem: DepotProblem, rows: Row[][]) =>
    checkReadiness(problem, planOf(problem, rows)).map(({ rule }) => rule)
  const share = (kw: number): Row[] => [[120, kw, 'bulk']]

  it('finds energy that the site could still give', () => {
    expect(rulesOfReadiness(two(), [share(7), share(7)])).toContain('each level gets the most energy')
    expect(rulesOfReadiness(two(), [share(7.5), share(7.5)])).toEqual([])
  })

  it('finds a higher priority that is short while a lower one charges', () => {
    const problem = two([{ priority: 1 }, {}])
    expect(rulesOfReadiness(problem, [share(7.5), share(7.5)])).toContain('an earlier level goes first')
    expect(rulesOfReadiness(problem, [share(15), share(0)])).toEqual([])
  })

  it('finds a shortage above the minimum that is not spread', () => {
    expect(rulesOfReadiness(two(), [share(10), share(5)])).toContain('above the minimum the shortage is spread')
  })

  it('finds that who has a margin makes no way for who has none', () => {
    const withMargin = { to: to + 10 * minuteMs, settings: { ...settings, departureMarginMinutes: 10 } }
    const problem = two([withMargin, {}])
    const inMargin: Row = [10, 15, 'bulk']
    const rule = 'above the minimum the shortage is spread'
    expect(rulesOfReadiness(problem, [[[120, 7.5, 'bulk']], share(7.5)])).toContain('each level gets the most energy')
    expect(rulesOfReadiness(problem, [[[120, 12, 'bulk'], inMargin], share(3)])).toContain(rule)
    expect(rulesOfReadiness(problem, [[[120, 6.875, 'bulk'], inMargin], share(8.125)])).toEqual([])
  })

  it('finds a margin that is used although the window has room', () => {
    const problem = depot(
      two([{ to: to + 10 * minuteMs, settings: { ...settings, departureMarginMinutes: 10 } }]).schedules,
      80,
    )
    const early: Row[] = [
      [120, 20, 'bulk'],
      [10, 12, 'bulk'],
    ]
    expect(rulesOfReadiness(problem, [early, share(20)])).toContain('the margin is used only for what is missing')
  })

  it('finds two below their minimum where one would do, and the wrong one', () => {
    const urgent = { settings: { ...settings, minimumSoC: 70 } }
    const rule = 'below the minimum rather one is short than many'
    const nearly = depot(two([urgent, urgent]).schedules, 39)
    expect(rulesOfReadiness(nearly, [[[120, 9.5, 'minimum']], [[120, 9.5, 'minimum']]])).toContain(rule)
    expect(rulesOfReadiness(nearly, [[[120, 4, 'minimum']], [[120, 15, 'minimum']]])).toContain(rule)
    expect(rulesOfReadiness(nearly, [[[120, 15, 'minimum']], [[120, 4, 'minimum']]])).toEqual([])
  })
})
