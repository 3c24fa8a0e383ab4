import type { CurvePoint } from '@/lib/planner/charging-curve'
import type {
  ChargeSettings,
  DepotProblem,
  DepotSchedule,
  Ev,
  FixedLoad,
  PowerInterval,
  PowerRule,
  Preconditioning,
  PriceInterval,
  Site,
} from '@/lib/planner/problem'
import { strategies, tags } from '@/lib/planner/problem'
import { type Fault, Reader } from '@/lib/planner/problem-reader'

export type { Fault } from '@/lib/planner/problem-reader'

/**
 * Reads a `depot-problem/1` from JSON. Gives the problem with everything optional filled in, or every fault with its
 * path. To ignore a limit would be dangerous, so an unknown property is a fault and `site.powerLimitkW` must be given.
 * Also faults: numbers that are not finite, an end before its beginning, a minimum above its maximum, SoC outside
 * 0–100, an id used twice, and base loads or prices that overlap (limits may: the lowest holds; fixed loads add up).
 */
export function parseProblem(json: unknown): { problem: DepotProblem } | { faults: Fault[] } {
  const faults: Fault[] = []
  const reader = Reader.of(json, '', faults)
  const problem = readProblem(reader)
  return faults.length > 0 ? { faults } : { problem }
}

function readProblem(r: Reader): DepotProblem {
  r.only('format', 'name', 'source', 'now', 'strategy', 'site', 'schedules', 'fixedLoads', 'previous')
  r.word('format', ['depot-problem/1'])
  const now = r.number('now')
  const schedules = r.list('schedules', (item) => readSchedule(item, now))
  const seen = new Set<string>()
  for (const [index, { id }] of schedules.entries()) {
    if (seen.has(id)) r.fault(`schedules[${index}].id`, `is used twice ("${id}"): give every schedule an id of its own`)
    seen.add(id)
  }
  return {
    format: 'depot-problem/1',
    name: r.text('name', ''),
    source: r.text('source', ''),
    now,
    strategy: r.word('strategy', strategies),
    site: readSite(r.object('site')),
    schedules,
    fixedLoads: r.list('fixedLoads', readFixedLoad, true),
    previous: r.record('previous', (list) => list.items(readPower)),
  }
}

function readSite(r: Reader): Site {
  r.only(
    'powerLimitkW',
    'limits',
    'baseLoad',
    'prices',
    'efficiency',
    'demandChargePerkW',
    'peakSoFarkW',
    'readyBufferMinutes',
  )
  return {
    powerLimitkW: r.numberOrNull('powerLimitkW', { atLeast: 0 }),
    limits: r.list('limits', readLimit, true),
    baseLoad: r.apart(
      'baseLoad',
      r.list('baseLoad', (item) => readPower(item, Number.NEGATIVE_INFINITY), true),
    ),
    prices: r.apart('prices', r.list('prices', readPrice, true)),
    efficiency: r.number('efficiency', { above: 0, atMost: 1, otherwise: 1 }),
    demandChargePerkW: r.number('demandChargePerkW', { atLeast: 0, otherwise: 0 }),
    peakSoFarkW: r.number('peakSoFarkW', { atLeast: 0, otherwise: 0 }),
    readyBufferMinutes: r.number('readyBufferMinutes', { atLeast: 0, otherwise: 0 }),
  }
}

function readPower(r: Reader, atLeast = 0): PowerInterval {
  r.only('from', 'to', 'powerkW')
  return { ...r.interval(), powerkW: r.number('powerkW', { atLeast }) }
}

function readLimit(r: Reader): PowerInterval {
  return readPower(r)
}

function readPrice(r: Reader): PriceInterval {
  r.only('from', 'to', 'perkWh')
  return { ...r.interval(), perkWh: r.number('perkWh') }
}

function readFixedLoad(r: Reader): FixedLoad {
  r.only('from', 'to', 'powerkW', 'scheduleId')
  const load: FixedLoad = { ...r.interval(), powerkW: r.number('powerkW', { atLeast: 0 }) }
  const scheduleId = r.text('scheduleId', '')
  if (scheduleId !== '') load.scheduleId = scheduleId
  return load
}

function readSchedule(r: Reader, now: number): DepotSchedule {
  r.only('id', 'from', 'to', 'startSoc', 'targetSoc', 'priority', 'charging', 'present', 'rank', 'ev', 'settings')
  const soc = { atLeast: 0, atMost: 100 }
  const ev = readEv(r.object('ev'))
  const interval = r.interval()
  return {
    id: r.text('id'),
    ...interval,
    startSoc: r.number('startSoc', soc),
    targetSoc: r.number('targetSoc', soc),
    priority: r.number('priority', { otherwise: 0 }),
    charging: r.flag('charging', false),
    present: r.flag('present', interval.from <= now),
    rank: r.number('rank', { atLeast: 0, otherwise: 0 }),
    ev,
    settings: readSettings(r.object('settings', true), ev),
  }
}

function readEv(r: Reader): Ev {
  r.only('batterySizekWh', 'maxPowerkW', 'supportsPausing', 'chargingCurve', 'preconditioning')
  return {
    batterySizekWh: r.number('batterySizekWh', { above: 0 }),
    maxPowerkW: r.number('maxPowerkW', { atLeast: 0 }),
    supportsPausing: r.flag('supportsPausing', true),
    ...readCurve(r),
    preconditioning: readPreconditioning(r.object('preconditioning', true)),
  }
}

/** SoC rises from point to point, so that there is one power at each. */
function readCurve(r: Reader): Pick<Ev, 'chargingCurve'> {
  const points = r.list('chargingCurve', readPoint, true)
  points.forEach(({ soc }, k) => {
    const before = points[k - 1]
    if (before && soc <= before.soc) r.fault(`chargingCurve[${k}].soc`, `must be above ${before.soc}, the point before`)
  })
  if (points.length > 0 && points.every(({ powerkW }) => powerkW <= 0))
    r.fault('chargingCurve', 'gives no power at all')
  return points.length > 0 ? { chargingCurve: points } : {}
}

function readPoint(r: Reader): CurvePoint {
  r.only('soc', 'powerkW')
  return { soc: r.number('soc', { atLeast: 0, atMost: 100 }), powerkW: r.number('powerkW', { atLeast: 0 }) }
}

function readPreconditioning(r: Reader): Preconditioning {
  r.only('vehiclePreconditioningEnergykWh', 'vehiclePreconditioningTimeMs', 'batteryPreconditioningTimeMs')
  const some = { atLeast: 0, otherwise: 0 }
  return {
    vehiclePreconditioningEnergykWh: r.number('vehiclePreconditioningEnergykWh', some),
    vehiclePreconditioningTimeMs: r.number('vehiclePreconditioningTimeMs', some),
    batteryPreconditioningTimeMs: r.number('batteryPreconditioningTimeMs', some),
  }
}

function readSettings(r: Reader, ev: Ev): ChargeSettings {
  r.only('evMinPowerkW', 'evMaxPowerkW', 'departureMarginMinutes', 'minimumSoC', 'bulkSoC', 'powerRules')
  const soc = { atLeast: 0, atMost: 100 }
  const settings = {
    evMinPowerkW: r.number('evMinPowerkW', { atLeast: 0, otherwise: 0 }),
    evMaxPowerkW: r.number('evMaxPowerkW', { atLeast: 0, otherwise: ev.maxPowerkW }),
    departureMarginMinutes: r.number('departureMarginMinutes', { atLeast: 0, otherwise: 0 }),
    minimumSoC: r.number('minimumSoC', { ...soc, otherwise: 0 }),
    bulkSoC: r.number('bulkSoC', { ...soc, otherwise: 100 }),
    powerRules: r.list('powerRules', readRule, true),
  }
  if (settings.evMinPowerkW > settings.evMaxPowerkW) {
    r.fault('evMinPowerkW', `is above evMaxPowerkW (${settings.evMinPowerkW} > ${settings.evMaxPowerkW})`)
  }
  return settings
}

function readRule(r: Reader): PowerRule {
  r.only('tag', 'idealPowerkW')
  return {
    tag: r.isNull('tag') ? null : r.word('tag', tags),
    idealPowerkW: r.isNull('idealPowerkW') ? null : r.number('idealPowerkW', { atLeast: 0 }),
  }
}
