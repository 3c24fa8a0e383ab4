import fc from 'fast-check'
import type { Operation } from '@/lib/contract/operation'

/** A night that begins in so many days, with everything that can be said of it. */
export function night(days = 1) {
  const from = new Date(Date.now() + days * 86_400_000)
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

/** The document's own example with some of its values, anywhere in it, replaced by odd ones. */
function mutated(example: unknown): fc.Arbitrary<unknown> {
  const kept = fc.constant(example)
  if (Array.isArray(example)) {
    const items = fc.tuple(...example.map(mutated))
    const doubled = items.map((list) => [...list, ...list])
    return fc.oneof({ arbitrary: items, weight: 6 }, doubled, oddJson, fc.constant([]))
  }
  if (typeof example === 'object' && example !== null) {
    const parts = Object.fromEntries(Object.entries(example).map(([name, value]) => [name, mutated(value)]))
    return fc.oneof({ arbitrary: fc.record(parts), weight: 8 }, fc.record(parts, { requiredKeys: [] }), oddJson)
  }
  return fc.oneof({ arbitrary: kept, weight: 6 }, { arbitrary: oddScalar, weight: 2 }, oddJson)
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
const FULL: Record<string, unknown> = {
  postSchedules: { replaceFutureSchedules: false, schedules: [night(3), rule] },
  patchSchedules: { schedules: [{ id: 'x', locationUid: 'x', ...night(4), recurrenceRule: hostileRules[0] }] },
  postScheduleBatch: {
    vehicles: [
      {
        vehicleId: 'x',
        replaceFutureSchedules: true,
        schedules: hostileRules.map((recurrenceRule) => ({ ...rule, recurrenceRule })),
      },
    ],
  },
  putLocation: {
    ...{ name: 'x', timeZone: 'Europe/Helsinki', powerLimitkW: 900, strategy: 'balanced', lat: 1, targetSoC: 80 },
    baseLoad: { weekly: [{ day: 'MO', from: '00:00', to: '24:00', powerkW: 4 }], dates: [{ ...dated, powerkW: 5 }] },
    tariff: { currency: 'EUR', peakSoFarkW: 4, dates: [{ ...dated, perkWh: 1 }] },
    powerRules: [{ tag: 'bulk', idealPowerkW: 4 }],
  },
  postChargingEvents: {
    events: [
      { id: 'a', type: 'meter', timestamp, vehicleId: 'x', soc: 4, powerkW: 4, energykWh: 4, odometer: 4 },
      { id: 'b', type: 'v2icp', timestamp, vehicleId: 'x', v2icp: { vin: 'x', prec_reqtime: 4 } },
      { id: 'c', type: 'connector-status', timestamp, stationId: 's', status: 'Faulted', errorCode: 'x' },
    ],
  },
}

/** Requests of this operation, from sensible to hostile. `known` holds ids that exist, by parameter. */
export function oddRequests(
  operation: Operation,
  known: Record<string, string>,
): fc.Arbitrary<{ path: string; body: unknown; headers: Record<string, string> }> {
  const value = (name: string) => fc.oneof({ arbitrary: fc.constant(known[name] ?? 'x'), weight: 3 }, oddText)
  const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
  const query = fc.dictionary(
    fc.constantFrom(...Object.keys(operation.query?.shape ?? { none: 0 })),
    fc.oneof(oddText, instant, fc.nat().map(String)),
  )
  return fc
    .record({
      values: fc.tuple(...names.map(value)),
      query,
      body: operation.body
        ? fc.oneof({ arbitrary: mutated(FULL[operation.id] ?? operation.bodyExample), weight: 5 }, oddJson)
        : fc.constant(undefined),
      ifMatch: fc.option(fc.constantFrom('*', '"x"', ''), { nil: undefined }),
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
