import fc from 'fast-check'
import type { Operation } from '@/lib/contract/operation'

/** A night that begins in so many days, with everything that can be said of it. */
export function night(days = 1) {
  const from = new Date(Math.floor(Date.now() / 1000) * 1000 + days * 86_400_000)
  const to = new Date(from.getTime() + 8 * 3_600_000)
  return {
    ...{ plannedArrivalTime: from.toISOString(), plannedDepartureTime: to.toISOString() },
    ...{ startSoC: 20, targetSoC: 90, minimumSoC: 50, priority: 1, externalId: 'e', blockId: 'b' },
    planMeta: { frozen: true, strategy: 'mine', timestamp: from.toISOString() },
    plan: {
      segments: [{ from: from.getTime(), to: to.getTime(), powerkW: 10, tag: ['bulk'] }],
      schedule: { tx: { chargingStartTime: 'x' }, settings: { powerRules: [{ tag: 'bulk' }] } },
    },
  }
}

const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '\0',
    '\ud800',
    '🚌',
    '..',
    '__proto__',
    "'; drop table stay; --",
    '%s%n',
    '\u202e',
    'x'.repeat(1_001),
  ),
)
const oddNumber = fc.oneof(fc.double(), fc.constantFrom(-0, 1e308, -1e308, 5e-324, 2 ** 53, -1, 0.1, 101, 1e15))
const instant = fc
  .date({ min: new Date('1960-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString())
const oddScalar = fc.oneof(oddText, oddNumber, fc.boolean(), fc.constant(null), instant)
const oddJson = fc.oneof(
  { depthSize: 'small' },
  oddScalar,
  fc.jsonValue({ maxDepth: 4 }),
  fc.array(oddScalar, { maxLength: 5 }),
)

/** Every place in a JSON value, by its keys from the outside in. */
function placesOf(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [[]]
  return [[], ...Object.entries(value).flatMap(([key, child]) => placesOf(child).map((place) => [key, ...place]))]
}

/** The value with what is at one place replaced; `undefined` takes it away. */
function replacedAt(value: unknown, [key, ...rest]: string[], next: unknown): unknown {
  if (key === undefined) return next
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === key ? replacedAt(item, rest, next) : item))
  const parts = value as Record<string, unknown>
  return { ...parts, [key]: replacedAt(parts[key], rest, next) }
}

/** What is at a place may become something odd, something of its own kind, something said twice, or nothing. */
function alternative(current: unknown): fc.Arbitrary<unknown> {
  if (typeof current === 'number') return fc.oneof(fc.integer({ min: -100, max: 200 }), oddNumber, oddJson)
  if (typeof current === 'boolean') return fc.oneof(fc.boolean(), oddJson)
  if (Array.isArray(current)) return fc.oneof(fc.constant([...current, ...current]), fc.constant([]), oddJson)
  return fc.oneof(instant, oddText, fc.constant(undefined), oddJson)
}

/** A sensible body with up to two of its values, anywhere in it, replaced. */
function mutated(body: unknown): fc.Arbitrary<unknown> {
  const once = (value: unknown) =>
    fc.constantFrom(...placesOf(value)).chain((place) => {
      const current = place.reduce((at: unknown, key) => (at as Record<string, unknown>)[key], value)
      return alternative(current).map((next) => replacedAt(value, place, next))
    })
  return fc.oneof(
    fc.constant(body),
    { arbitrary: once(body), weight: 5 },
    { arbitrary: once(body).chain(once), weight: 2 },
  )
}

const hostileRules = [
  'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31',
  'FREQ=YEARLY;INTERVAL=999999',
  'FREQ=MONTHLY;BYDAY=5MO;BYSETPOS=-1',
]
const rule = { ...night(2), plan: undefined, planMeta: undefined, recurrenceRule: 'FREQ=DAILY;INTERVAL=2' }
const dated = { from: night().plannedArrivalTime, to: night().plannedDepartureTime }
const timestamp = night(0).plannedArrivalTime

/** Bodies that say everything that can be said, where the document's example says less. */
const fullBodies = ({ vehicleId, locationUid, scheduleId }: Record<string, string>): Record<string, unknown> => ({
  postSchedules: {
    replaceFutureSchedules: false,
    schedules: [
      { locationUid, ...night(3) },
      { locationUid, ...rule },
    ],
  },
  patchSchedules: {
    schedules: [
      { id: scheduleId, locationUid, ...night(4) },
      { id: 'x', recurrenceRule: hostileRules[0] },
    ],
  },
  swapSchedules: { schedules: [{ id: scheduleId, plannedDepartureTime: timestamp }, { id: 'x' }] },
  postScheduleBatch: {
    vehicles: [
      {
        vehicleId,
        replaceFutureSchedules: true,
        schedules: hostileRules.map((recurrenceRule) => ({ locationUid, ...rule, recurrenceRule })),
      },
    ],
  },
  putVehicle: {
    ...{ name: 'x', locationUid: [locationUid], fullChargeEnergykWh: 400, maxChargePowerkW: 150, minChargePowerkW: 5 },
    v2icpParameters: { ambientTemp: 4, interiorHvac: 'NoPreconditioning', preconditioning: true },
    preconditioning: { vehiclePreconditioningEnergykWh: 4, vehiclePreconditioningTimeMs: 4 },
  },
  putLocation: {
    ...{ name: 'x', timeZone: 'Europe/Helsinki', powerLimitkW: 900, strategy: 'balanced', lat: 1, targetSoC: 80 },
    powerLimits: { dates: [{ ...dated, powerkW: 3 }] },
    baseLoad: { weekly: [{ day: 'MO', from: '00:00', to: '24:00', powerkW: 4 }], dates: [{ ...dated, powerkW: 5 }] },
    tariff: { currency: 'EUR', peakSoFarkW: 4, dates: [{ ...dated, perkWh: 1 }] },
    powerRules: [{ tag: 'bulk', idealPowerkW: 4 }],
  },
  postChargingEvents: {
    events: [
      { id: 'a', type: 'meter', timestamp, vehicleId, soc: 4, powerkW: 4, energykWh: 4, odometer: 4 },
      { id: 'b', type: 'v2icp', timestamp, vehicleId, v2icp: { vin: 'x', prec_reqtime: 4 } },
      { id: 'c', type: 'connector-status', timestamp, stationId: 's', status: 'Faulted', errorCode: 'x' },
    ],
  },
})

/** Requests of this operation, from sensible to hostile. `known` holds ids that exist, by parameter. */
export function oddRequests(
  operation: Operation,
  known: Record<string, string>,
): fc.Arbitrary<{ path: string; body: unknown; headers: Record<string, string> }> {
  const value = (name: string) => fc.oneof({ arbitrary: fc.constant(known[name] ?? 'x'), weight: 3 }, oddText)
  const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
  const noQuery: fc.Arbitrary<Record<string, string>> = fc.constant({})
  const oddQuery = fc.dictionary(
    fc.constantFrom(...Object.keys(operation.query?.shape ?? { none: 0 })),
    fc.oneof(
      oddText,
      instant,
      fc.integer({ min: 1, max: 60 }).map((days) => night(days).plannedArrivalTime),
      fc.nat().map(String),
      fc.constantFrom('true', 'false'),
    ),
  )
  return fc
    .record({
      values: fc.tuple(...names.map(value)),
      query: fc.oneof({ arbitrary: noQuery, weight: 2 }, oddQuery),
      body: operation.body
        ? fc.oneof({ arbitrary: mutated(fullBodies(known)[operation.id] ?? operation.bodyExample), weight: 5 }, oddJson)
        : fc.constant(undefined),
      ifMatch: fc.option(fc.constantFrom('*', '"x"', ''), { nil: undefined, freq: 2 }),
    })
    .map(({ values, query, body, ifMatch }) => {
      const path = names.reduce(
        (at, name, index) => at.replace(`{${name}}`, escaped(values[index] ?? '')),
        operation.path,
      )
      const search = Object.entries(query).map(([name, text]) => `${name}=${escaped(text)}`)
      return {
        path: search.length > 0 ? `${path}?${search.join('&')}` : path,
        body,
        headers: (ifMatch === undefined ? {} : { 'if-match': ifMatch }) as Record<string, string>,
      }
    })
}

const escaped = (text: string) => encodeURIComponent(text.toWellFormed())
