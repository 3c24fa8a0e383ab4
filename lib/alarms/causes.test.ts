import { expect, it, test } from 'vitest'
import { importCause } from '@/lib/alarms/import-cause'
import { limitCause } from '@/lib/alarms/limit-cause'
import { stationCauses } from '@/lib/alarms/station-causes'
import { unheardCauses, vehicleCauses } from '@/lib/alarms/vehicle-causes'
import type { Departure } from '@/lib/contract/readiness'
import type { LastImport } from '@/lib/imports/last-import'

const departure = (more: Partial<Departure>): Departure => ({
  schedule: {
    ...{ id: 'tonight', evId: 'bus-1', locationUid: 'north', targetSoC: 90, priority: 0 },
    ...{ plannedArrivalTime: '2026-11-22T17:00:00.000Z', plannedDepartureTime: '2026-11-23T03:00:00.000Z' },
  },
  ...{ vehicleName: 'Bus 1', state: 'on-track' },
  ...more,
})
const since = '2026-11-22T18:00:00.000Z'
const place = { name: 'Row B, 7', stationId: 'CP-7', evseId: '1' }

test.each<[string, Partial<Departure>, unknown[]]>([
  ['is well', {}, []],
  ['is well beside what is no alarm', { state: 'at-risk', alsoStates: ['short-of-target'] }, []],
  [
    'does not charge',
    { state: 'not-charging', since, reason: 'vehicle-takes-nothing', place },
    [['vehicle.not-charging', true, Date.parse(since), /the vehicle takes no power/, expect.stringMatching(/display/)]],
  ],
  [
    'is not plugged in and so will miss: the miss alone begins',
    { ...{ state: 'will-miss', alsoStates: ['not-plugged-in'], reason: 'not-plugged-in', since, lateMinutes: 90 } },
    [
      ['vehicle.will-miss', true, null, /less than it needs. It is due/, expect.any(String)],
      ['vehicle.not-plugged-in', false, null, /due here and not plugged in/, 'Find the vehicle and plug it in.'],
    ],
  ],
  [
    'will miss its minimum',
    { ...{ state: 'will-miss', predictedSoC: 61.4, shortfallSoC: 8.7, reason: 'stay-too-short' } },
    [
      [
        'vehicle.will-miss',
        true,
        null,
        /^It will leave with about 61 % instead of 70 %\. The stay/,
        expect.any(String),
      ],
    ],
  ],
  [
    'falls behind',
    { state: 'falls-behind', since, deliveredShare: 0.62 },
    [['vehicle.falls-behind', true, Date.parse(since), /60 %/, expect.any(String)]],
  ],
])('a vehicle that %s', (_, more, expected) => {
  const found = vehicleCauses([departure(more)])
  expect(found.map(({ kind, begins, since: from, cause, advice }) => [kind, begins, from, cause, advice])).toEqual(
    expected.map((one) => {
      const [kind, begins, from, cause, advice] = one as unknown[]
      return [kind, begins, from, expect.stringMatching(cause as RegExp), advice]
    }),
  )
})

it('names the vehicle, its schedule and its place, and another stay is another subject', () => {
  const [first] = vehicleCauses([departure({ state: 'not-charging', since, place })])
  expect(first?.about).toEqual({
    ...{ vehicleId: 'bus-1', vehicleName: 'Bus 1', scheduleId: 'tonight' },
    ...{ stationId: 'CP-7', evseId: '1', place: 'Row B, 7' },
    details: {},
  })
  const later = departure({ state: 'not-charging' })
  const [second] = vehicleCauses([{ ...later, schedule: { ...later.schedule, id: 'tomorrow' } }])
  expect(second?.subject).not.toBe(first?.subject)
})

it('takes the faults of an evse as one cause of the oldest, and tells what stands at a station that is offline', () => {
  const fault = { stationId: 'CP-7', evseId: '1', place: 'Row B, 7' }
  const causes = stationCauses(
    [{ stationId: 'CP-8', name: 'Charger 8', since: 5, vehicles: 2 }],
    [
      { ...fault, code: 'HighTemperature', since: 9 },
      { ...fault, code: 'GroundFailure', since: 7 },
      { ...fault, evseId: '2', code: 'GroundFailure', since: 8 },
    ],
  )
  expect(causes.map(({ kind, since: from, cause }) => [kind, from, cause])).toEqual([
    ['station.offline', 5, 'The charger is not connected. 2 vehicles are plugged in there.'],
    ['station.fault', 7, 'The charger reports a fault: GroundFailure, HighTemperature.'],
    ['station.fault', 8, 'The charger reports a fault: GroundFailure.'],
  ])
})

test('that a vehicle is not plugged in goes on while it is not known, and does not begin', () => {
  const causes = unheardCauses([departure({ reason: 'chargers-connecting' })])
  expect(causes).toMatchObject([{ kind: 'vehicle.not-plugged-in', begins: false }])
})

test.each<[number | null, number | null, boolean[]]>([
  [null, 100, []],
  [120, null, []],
  [100.4, 100, []],
  [100.8, 100, [false]],
  [101.2, 100, [true]],
  [1_004, 1_000, []],
  [1_008, 1_000, [false]],
  [1_011, 1_000, [true]],
])('%s kW measured against a limit of %s kW', (measuredKw, limitKw, expected) => {
  expect(limitCause(measuredKw, limitKw).map(({ begins }) => begins)).toEqual(expected)
})

const IMPORTED_AT = Date.parse('2026-11-22T18:00:00.000Z')
const HOUR = 3_600_000

test.each<[string, Partial<LastImport> | undefined, number, unknown[]]>([
  ['there was none', undefined, 1, []],
  ['it left out nothing', { leftOut: 0, first: null }, 1, []],
  ['it was undone', { isUndone: true }, 1, []],
  ['it is a day old', {}, 24, []],
  ['it left out one entry', { name: 'fleet.csv' }, 1, ['The last import, fleet.csv, left out one entry. It is bus-7.']],
  [
    'it left out many, of which a list names some',
    { leftOut: 30 },
    23,
    ['The last import left out 30 entries. The first: bus-7.'],
  ],
])('of the last import, when %s', (_, parts, hours, causes) => {
  const last: LastImport = {
    ...{ id: 'imp_1', name: null, startedAt: IMPORTED_AT, leftOut: 1, first: 'bus-7', isUndone: false },
    ...parts,
  }
  const found = importCause(parts && last, IMPORTED_AT + hours * HOUR)
  expect(found.map(({ cause }) => cause)).toEqual(causes)
  for (const one of found) expect(one).toMatchObject({ kind: 'import.refused', begins: true, since: IMPORTED_AT })
})
