import { describe, expect, test } from 'vitest'
import { fleetRows, searchFleet } from '@/components/fleet/fleet-rows'
import type { Departure } from '@/lib/contract/readiness'
import type { Vehicle } from '@/lib/contract/vehicle'

const vehicle = (id: string, more: Partial<Vehicle> = {}): Vehicle => ({
  id,
  minChargePowerkW: 0,
  supportsPauseResume: true,
  enableChargeScheduling: true,
  locationUid: ['north'],
  chargingPorts: [],
  evMacAddress: null,
  ...more,
})

const departure = (evId: string, plannedDepartureTime: string, state: Departure['state']): Departure => ({
  state,
  schedule: {
    id: `${evId}-${plannedDepartureTime}`,
    evId,
    locationUid: 'north',
    plannedArrivalTime: '2026-11-22T18:00:00.000Z',
    plannedDepartureTime,
    targetSoC: 90,
    priority: 0,
  },
})

describe('fleetRows', () => {
  test('the earliest departure is the next one, in whatever order they come', () => {
    const departures = [
      departure('bus-1', '2026-11-23T12:00:00.000Z', 'away'),
      departure('bus-1', '2026-11-23T04:00:00.000Z', 'ready'),
    ]
    expect(fleetRows([vehicle('bus-1')], departures)[0]).toMatchObject({
      state: 'ready',
      leavesAt: Date.parse('2026-11-23T04:00:00Z'),
    })
  })

  test('says what the planner lacks', () => {
    const rows = fleetRows(
      [
        vehicle('a'),
        vehicle('b', { fullChargeEnergykWh: 350 }),
        vehicle('c', { fullChargeEnergykWh: 350, maxChargePowerkW: 150 }),
      ],
      [],
    )
    expect(rows.map(({ missing }) => missing)).toEqual([['battery', 'power'], ['power'], []])
  })
})

describe('searchFleet', () => {
  const rows = fleetRows(
    [
      vehicle('bus-1', {
        name: 'Bus 1',
        licensePlate: 'ABC-1',
        chargingPorts: [{ macAddress: '00:1A:2B:3C:4D:5E', type: 'CCS2' }],
      }),
      vehicle('bus-2', { name: 'Bus 2', evModel: 'Citea', fullChargeEnergykWh: 1, maxChargePowerkW: 1 }),
    ],
    [],
  )
  test.each([
    ['bus', ['bus-1', 'bus-2']],
    ['00:1a:2b', ['bus-1']],
    ['001A2B3C4D5E', ['bus-1']],
    ['citea bus', ['bus-2']],
    ['tram', []],
  ])('"%s" finds %j', (query, ids) => {
    expect(searchFleet(rows, query, false).map(({ id }) => id)).toEqual(ids)
  })

  test('leaves only those that cannot be planned when asked', () => {
    expect(searchFleet(rows, '', true).map(({ id }) => id)).toEqual(['bus-1'])
  })
})
