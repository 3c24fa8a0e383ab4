import { describe, expect, test } from 'vitest'
import { countStates, filterDepartures, isPlanning, needsAttention } from '@/components/readiness/needs-attention'
import type { Departure, ReadinessState } from '@/lib/contract/readiness'

function departure(
  vehicleName: string,
  state: ReadinessState,
  more: { licensePlate?: string; blockId?: string } = {},
): Departure {
  return {
    schedule: {
      id: `s-${vehicleName}`,
      evId: vehicleName.toLowerCase().replace(' ', '-'),
      locationUid: 'north',
      plannedArrivalTime: '2026-11-22T18:00:00.000Z',
      plannedDepartureTime: '2026-11-23T04:00:00.000Z',
      targetSoC: 90,
      priority: 0,
      blockId: more.blockId,
    },
    vehicleName,
    licensePlate: more.licensePlate,
    state,
  }
}

const departures = [
  departure('Bus 7', 'will-miss', { licensePlate: 'ABC-123', blockId: '204' }),
  departure('Bus 8', 'ready', { licensePlate: 'XYZ-777' }),
  departure('Truck 1', 'ready'),
]
const namesOf = (found: Departure[]) => found.map((one) => one.vehicleName)

describe('filterDepartures', () => {
  test.each([
    ['', null, ['Bus 7', 'Bus 8', 'Truck 1']],
    ['bus', null, ['Bus 7', 'Bus 8']],
    ['7 abc', null, ['Bus 7']],
    ['204', null, ['Bus 7']],
    ['xyz bus', null, ['Bus 8']],
    ['', 'ready', ['Bus 8', 'Truck 1']],
    ['bus', 'ready', ['Bus 8']],
    ['tram', null, []],
  ] as const)('"%s" with state %s leaves %j', (query, state, expected) => {
    expect(namesOf(filterDepartures(departures, { query, state }))).toEqual(expected)
  })
})

test('countStates counts each state that occurs', () => {
  expect([...countStates(departures)]).toEqual([
    ['will-miss', 1],
    ['ready', 2],
  ])
})

describe('needsAttention', () => {
  const bus = (state: ReadinessState, more: Partial<Departure> = {}): Departure => ({
    ...departure('Bus 7', state),
    ...more,
  })

  test('what is well or away needs no hand, what goes wrong does', () => {
    expect((['on-track', 'ready', 'away'] as const).some((state) => needsAttention(bus(state), false))).toBe(false)
    expect((['will-miss', 'fault', 'no-plan'] as const).every((state) => needsAttention(bus(state), false))).toBe(true)
  })

  test('what is still to be planned only has to wait, unless something about the vehicle is in the way', () => {
    expect(needsAttention(bus('no-plan', { reason: 'battery-size-unknown' }), true)).toBe(true)
    expect(needsAttention(bus('no-plan', { reason: 'not-planned-yet' }), false)).toBe(false)
  })

  test('what looks tight without a plan waits while one is on its way, and what has a plan does not', () => {
    const planned = { ...bus('at-risk').schedule, plan: { segments: [] } }
    expect(needsAttention(bus('at-risk'), true)).toBe(false)
    expect(needsAttention(bus('at-risk'), false)).toBe(true)
    expect(needsAttention(bus('at-risk', { schedule: planned }), true)).toBe(true)
    expect(needsAttention(bus('not-plugged-in'), true)).toBe(true)
  })
})

test('a plan is on its way when it was asked for, or when departures have come and none was ever made', () => {
  const lastPlan = { timestamp: '2026-11-22T18:00:00.000Z', trigger: 'soc-updated' }
  expect(isPlanning({ departures, lastPlan: { ...lastPlan, pending: true } })).toBe(true)
  expect(isPlanning({ departures, lastPlan: { ...lastPlan, pending: false } })).toBe(false)
  expect(isPlanning({ departures })).toBe(true)
  expect(isPlanning({ departures: [] })).toBe(false)
})
