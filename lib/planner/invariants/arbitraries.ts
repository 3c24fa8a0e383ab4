import fc from 'fast-check'
import {
  type ChargeSettings,
  type DepotProblem,
  type DepotSchedule,
  type Ev,
  type PowerInterval,
  type PowerRule,
  type Site,
  strategies,
  tags,
} from '@/lib/planner/problem'

/** Random depots of every shape that a planner may be given, the degenerate ones included. */

const midnightMs = Date.UTC(2024, 11, 1)
const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** Mostly minutes, now and then seconds, milliseconds, or a fraction of one. */
const instantMs = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 96 }).map((n) => midnightMs + n * 15 * minuteMs) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 1440 }).map((n) => midnightMs + n * minuteMs) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 86_400 }).map((n) => midnightMs + n * 1000) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 4 * dayMs }).map((n) => midnightMs + n / 4) },
)

const lengthMs = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 48 }).map((n) => n * 15 * minuteMs) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 900 }).map((n) => n * minuteMs) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 7200 }).map((n) => n * 1000) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, 999, 1000, 1001, 1500, 2000, 60_001.5, 10 * dayMs) },
)

const soc = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 100 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 700 }).map((n) => n / 7) },
  { weight: 1, arbitrary: fc.constantFrom(0, 50, 80, 100, 99.999_999) },
)

const kilowatts = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(11, 22, 50, 80, 100, 150, 300) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 3000 }).map((n) => n / 7) },
  { weight: 1, arbitrary: fc.constantFrom(0, 0.5, 1, 1000) },
)

/** Rarely something, mostly nothing. */
function seldom<T>(arbitrary: fc.Arbitrary<T>, otherwise: T): fc.Arbitrary<T> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(otherwise) }, { weight: 1, arbitrary })
}

const preconditioning = fc.record({
  vehiclePreconditioningEnergykWh: fc.integer({ min: 0, max: 60 }),
  vehiclePreconditioningTimeMs: fc.constantFrom(0, 1000, 90_500, 10 * minuteMs, 30 * minuteMs, 2 * hourMs, 3 * hourMs),
  batteryPreconditioningTimeMs: fc.constantFrom(0, 20 * minuteMs, 45 * minuteMs, 4 * hourMs),
})

const noPreconditioning = {
  vehiclePreconditioningEnergykWh: 0,
  vehiclePreconditioningTimeMs: 0,
  batteryPreconditioningTimeMs: 0,
}

/** Falling to a part of its power, or rising from one first. */
const chargingCurve = fc
  .tuple(kilowatts, fc.constantFrom(0.1, 0.25, 0.6), fc.constantFrom(50, 80, 90), fc.constantFrom(1, 0.5))
  .map(([kw, endPart, kneeSoc, startPart]) => [
    ...(startPart < 1 ? [{ soc: 0, powerkW: kw * startPart }] : []),
    ...[
      { soc: 10, powerkW: kw },
      { soc: kneeSoc, powerkW: kw },
      { soc: 100, powerkW: kw * endPart },
    ],
  ])
  .filter((points) => points.some(({ powerkW }) => powerkW > 0))

const ev: fc.Arbitrary<Ev> = fc.record({
  batterySizekWh: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 20, max: 600 }) },
    { weight: 1, arbitrary: fc.constantFrom(0.01, 1, 1_000_000, 420.5) },
  ),
  maxPowerkW: kilowatts,
  supportsPausing: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  preconditioning: seldom(preconditioning, noPreconditioning),
})

const powerRules: fc.Arbitrary<PowerRule[]> = fc.array(
  fc.record({ tag: fc.option(fc.constantFrom(...tags)), idealPowerkW: fc.option(kilowatts) }),
  { maxLength: 3 },
)

const settings: fc.Arbitrary<ChargeSettings> = fc
  .record({
    leastPart: seldom(fc.constantFrom(0.01, 0.1, 0.5, 1), 0),
    evMaxPowerkW: kilowatts,
    departureMarginMinutes: seldom(fc.constantFrom(1, 2.5, 10, 30, 600), 0),
    minimumSoC: seldom(soc, 0),
    bulkSoC: seldom(soc, 100),
    powerRules: seldom(powerRules, []),
  })
  .map(({ leastPart, ...rest }) => ({ ...rest, evMinPowerkW: rest.evMaxPowerkW * leastPart }))

const schedule = fc
  .record({
    from: instantMs,
    lengthMs,
    startSoc: soc,
    targetSoc: soc,
    priority: seldom(fc.integer({ min: -2, max: 2 }), 0),
    charging: seldom(fc.constant(true), false),
    present: seldom(fc.boolean(), true),
    rank: seldom(fc.constant(1), 0),
    ev,
    settings,
  })
  .map(({ lengthMs: stayMs, ...rest }) => ({ ...rest, to: rest.from + stayMs }))

/** Up to nine stays, some of them twins that differ in nothing but the id. */
const schedules: fc.Arbitrary<DepotSchedule[]> = fc
  .array(fc.tuple(schedule, seldom(fc.integer({ min: 1, max: 3 }), 0)), { maxLength: 6 })
  .map((drawn) => drawn.flatMap(([stay, twins]) => Array.from({ length: twins + 1 }, () => stay)).slice(0, 9))
  .map((stays) => stays.map((stay, k) => ({ id: `s${k + 1}`, ...stay })))

/** Values that hold one after another from midnight on, with gaps; they never overlap. */
function stepsOf<T>(value: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<(T & { from: number; to: number })[]> {
  return fc.array(fc.tuple(lengthMs, seldom(lengthMs, 0), value), { maxLength }).map((drawn) => {
    let ms = midnightMs
    return drawn.map(([holdsMs, gapMs, what]) => {
      const from = ms + gapMs
      ms = from + holdsMs
      return { ...what, from, to: ms }
    })
  })
}

const baseKw = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 200 }) },
  { weight: 1, arbitrary: fc.integer({ min: -100, max: 500 }).map((n) => n / 3) },
)

const span: fc.Arbitrary<PowerInterval> = fc
  .record({ from: instantMs, lengthMs, powerkW: fc.integer({ min: 0, max: 300 }) })
  .map(({ from, lengthMs: holdsMs, powerkW }) => ({ from, to: from + holdsMs, powerkW }))

const prices: fc.Arbitrary<Site['prices']> = fc.oneof(
  fc.constant<Site['prices']>([]),
  stepsOf(
    fc.integer({ min: -10, max: 40 }).map((n) => ({ perkWh: n / 100 })),
    24,
  ),
)

const site: fc.Arbitrary<Site> = fc.record({
  powerLimitkW: fc.oneof(
    fc.constant(null),
    fc.integer({ min: 0, max: 600 }),
    fc.integer({ min: 0, max: 600 }).map((n) => n / 7),
  ),
  limits: seldom(fc.array(span, { maxLength: 3 }), []),
  baseLoad: seldom(
    stepsOf(
      baseKw.map((powerkW) => ({ powerkW })),
      8,
    ),
    [],
  ),
  prices,
  efficiency: seldom(fc.constantFrom(0.5, 0.9, 0.95), 1),
  demandChargePerkW: seldom(fc.constantFrom(0.01, 1, 10), 0),
  peakSoFarkW: seldom(fc.integer({ min: 0, max: 400 }), 0),
})

/** Any problem at all: constraints must hold on it, whatever its strategy. */
export const anyProblem: fc.Arbitrary<DepotProblem> = fc
  .record({
    format: fc.constant('depot-problem/1' as const),
    now: fc.oneof(
      { weight: 5, arbitrary: fc.constant(midnightMs) },
      { weight: 3, arbitrary: instantMs },
      { weight: 1, arbitrary: fc.constant(midnightMs + 20 * dayMs) },
    ),
    strategy: fc.constantFrom(...strategies),
    site,
    schedules,
    fixedLoads: seldom(fc.array(span, { maxLength: 3 }), []),
    previous: fc.constant<DepotProblem['previous']>({}),
  })
  .chain((problem) => {
    const plans = fc.tuple(...problem.schedules.map(() => fc.array(span, { maxLength: 3 })))
    const previous = plans.map((drawn) => Object.fromEntries(drawn.map((plan, k) => [`s${k + 1}`, apart(plan)])))
    return seldom(previous, {}).map((kept) => ({ ...problem, previous: kept }))
  })

/** A plan says one power at a time. */
function apart<T extends { from: number; to: number }>(plan: readonly T[]): T[] {
  const kept: T[] = []
  for (const one of plan) if (kept.every(({ from, to }) => one.to <= from || to <= one.from)) kept.push(one)
  return kept
}

/** As above, with the curves that most vehicles have: what a flow cannot say of them must be kept all the same. */
export const curvedProblem: fc.Arbitrary<DepotProblem> = fc
  .tuple(anyProblem, fc.array(fc.option(chargingCurve, { freq: 4 }), { minLength: 9, maxLength: 9 }))
  .map(([problem, curves]) => ({
    ...problem,
    site: { ...problem.site, readyBufferMinutes: curves[0] ? 30 : 0 },
    schedules: problem.schedules.map((stay, k) => ({
      ...stay,
      ev: { ...stay.ev, ...(curves[k] && { chargingCurve: curves[k] }) },
    })),
  }))

/** Vehicles that can pause, without minimum powers and ideals: here the aims are reached exactly. */
export const pausableProblem: fc.Arbitrary<DepotProblem> = anyProblem.map((problem) => ({
  ...problem,
  schedules: problem.schedules.map((stay) => ({
    ...stay,
    charging: false,
    ev: { ...stay.ev, supportsPausing: true },
    settings: { ...stay.settings, evMinPowerkW: 0, powerRules: [] },
  })),
}))

const wholeSecond = (ms: number) => Math.round(ms / 1000) * 1000

function onSeconds<T extends { from: number; to: number }>(span: T): T {
  return { ...span, from: wholeSecond(span.from), to: wholeSecond(span.to) }
}

/** As above, everything on whole seconds, so that what can be planned loses nothing to rounding. */
export const wholeSecondProblem: fc.Arbitrary<DepotProblem> = pausableProblem.map((problem) => ({
  ...problem,
  now: wholeSecond(problem.now),
  site: {
    ...problem.site,
    limits: problem.site.limits.map(onSeconds),
    baseLoad: problem.site.baseLoad.map(onSeconds),
    prices: problem.site.prices.map(onSeconds),
  },
  fixedLoads: problem.fixedLoads.map(onSeconds),
  schedules: problem.schedules.map(onSeconds),
}))

/** As above, without preconditioning and with margins of whole seconds: a plain linear program. */
export const exactProblem: fc.Arbitrary<DepotProblem> = wholeSecondProblem.map((problem) => ({
  ...problem,
  schedules: problem.schedules.map((stay) => ({ ...stay, ev: { ...stay.ev, preconditioning: noPreconditioning } })),
}))

/** As above, of one rank, on a weak grid connection, many with a minimum: here someone must be short. */
export const scarceProblem: fc.Arbitrary<DepotProblem> = fc
  .tuple(
    exactProblem,
    fc.integer({ min: 1, max: 120 }),
    fc.array(fc.constantFrom(0, 40, 60, 80), { minLength: 9, maxLength: 9 }),
  )
  .map(([problem, powerLimitkW, minimums]) => ({
    ...problem,
    site: { ...problem.site, powerLimitkW, baseLoad: [] },
    schedules: problem.schedules.map((stay, k) => ({
      ...stay,
      rank: 0,
      settings: { ...stay.settings, minimumSoC: minimums[k] ?? 0 },
    })),
  }))
