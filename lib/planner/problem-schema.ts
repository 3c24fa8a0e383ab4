import { z } from 'zod'
import { strategies, tags } from '@/lib/planner/problem'

/** An object of which every property is known: to ignore a limit that is spelled wrong would be dangerous. */
function known<T extends z.core.$ZodLooseShape>(shape: T) {
  const names = Object.keys(shape).join(', ')
  return z.strictObject(shape, {
    error: ({ code }) => (code === 'unrecognized_keys' ? `is not known; known here: ${names}` : undefined),
  })
}

const finite = z.number()
const positive = finite.nonnegative()
const some = positive.default(0)
const soc = positive.max(100)

const times = { from: finite, to: finite }
type Times = { from: number; to: number }

/** Half-open, epoch milliseconds; an end before the beginning is a fault. */
function interval<T extends z.core.$ZodLooseShape>(shape: T) {
  return known({ ...times, ...shape }).check(({ value, issues }) => {
    const { from, to } = value as Times
    if (to < from) issues.push({ code: 'custom', path: ['to'], input: to, message: `is before from (${to} < ${from})` })
  })
}

/** Intervals of which only one can hold at a time. */
function apart<T extends z.ZodType<Times>>(item: T) {
  return z
    .array(item)
    .default([])
    .check(({ value, issues }) => {
      const order = value.map(({ from, to }, index) => ({ from, to, index })).filter(({ from, to }) => to > from)
      order.sort((a, b) => a.from - b.from || a.to - b.to || a.index - b.index)
      for (const [k, { from, index }] of order.entries()) {
        const earlier = order[k - 1]
        if (earlier === undefined || from >= earlier.to) continue
        const message = `overlaps the one at ${earlier.index}: only one value can hold at a time`
        issues.push({ code: 'custom', path: [index], input: from, message })
      }
    })
}

const power = interval({ powerkW: positive })

const site = known({
  powerLimitkW: positive.nullable(),
  limits: z.array(power).default([]),
  baseLoad: apart(interval({ powerkW: finite })),
  prices: apart(interval({ perkWh: finite })),
  efficiency: finite.positive().max(1).default(1),
  demandChargePerkW: some,
  peakSoFarkW: some,
  readyBufferMinutes: some,
})

const preconditioning = known({
  vehiclePreconditioningEnergykWh: some,
  vehiclePreconditioningTimeMs: some,
  batteryPreconditioningTimeMs: some,
})

/** SoC rises from point to point, so that there is one power at each. */
const chargingCurve = z.array(known({ soc, powerkW: positive })).check(({ value, issues }) => {
  const fault = (path: PropertyKey[], message: string) => issues.push({ code: 'custom', path, input: value, message })
  for (const [k, point] of value.entries()) {
    const before = value[k - 1]
    if (before && point.soc <= before.soc) fault([k, 'soc'], `must be above ${before.soc}, the point before`)
  }
  if (value.length > 0 && value.every(({ powerkW }) => powerkW <= 0)) fault([], 'gives no power at all')
})

const ev = known({
  batterySizekWh: finite.positive(),
  maxPowerkW: positive,
  supportsPausing: z.boolean().default(true),
  chargingCurve: chargingCurve.default([]),
  preconditioning: preconditioning.prefault({}),
})

const settings = known({
  evMinPowerkW: some,
  evMaxPowerkW: positive.optional(),
  departureMarginMinutes: some,
  minimumSoC: soc.default(0),
  bulkSoC: soc.default(100),
  powerRules: z.array(known({ tag: z.enum(tags).nullable(), idealPowerkW: positive.nullable() })).default([]),
})

const schedule = interval({
  id: z.string().min(1),
  startSoc: soc,
  targetSoc: soc,
  priority: finite.default(0),
  charging: z.boolean().default(false),
  present: z.boolean().optional(),
  rank: some,
  ev,
  settings: settings.prefault({}),
})
  .transform(({ settings: own, ...rest }) => ({
    ...rest,
    settings: { ...own, evMaxPowerkW: own.evMaxPowerkW ?? rest.ev.maxPowerkW },
  }))
  .check(({ value: { settings: own }, issues }) => {
    if (own.evMinPowerkW <= own.evMaxPowerkW) return
    const message = `is above evMaxPowerkW (${own.evMinPowerkW} > ${own.evMaxPowerkW})`
    issues.push({ code: 'custom', path: ['settings', 'evMinPowerkW'], input: own.evMinPowerkW, message })
  })

const schedules = z.array(schedule).check(({ value, issues }) => {
  const seen = new Set<string>()
  for (const [index, { id }] of value.entries()) {
    const message = `is used twice ("${id}"): give every schedule an id of its own`
    if (seen.has(id)) issues.push({ code: 'custom', path: [index, 'id'], input: id, message })
    seen.add(id)
  }
})

/** A `depot-problem/1` in JSON; what may be left out is filled in, `present` and the curve apart. */
export const problemSchema = known({
  format: z.enum(['depot-problem/1']),
  name: z.string().default(''),
  source: z.string().default(''),
  now: finite,
  strategy: z.enum(strategies),
  site,
  schedules,
  fixedLoads: z.array(interval({ powerkW: positive, scheduleId: z.string().optional() })).default([]),
  previous: z.record(z.string(), apart(power)).default({}),
})
