import { describe, expect, test } from 'vitest'
import {
  compareCells,
  type FleetFilter,
  filterFleet,
  fleetRows,
  modelsOf,
  sortValue,
} from '@/components/fleet/fleet-rows'
import { READINESS_STATES } from '@/lib/contract/enumerations'
import type { Departure } from '@/lib/contract/readiness'
import type { Vehicle } from '@/lib/contract/vehicle'

const NOW = Date.parse('2026-11-22T20:00:00Z')

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
  test('a vehicle that is plugged in is found by its place', () => {
    const place = { name: 'Row B, 7', stationId: 'CP-7', evseId: '1' }
    const there = { ...departure('bus-1', '2026-11-23T04:00:00.000Z', 'on-track'), place }
    const rows = fleetRows([vehicle('bus-1'), vehicle('bus-2')], [there], NOW)
    expect(rows.map((row) => row.place)).toEqual(['Row B, 7', undefined])
    const found = filterFleet(rows, { query: 'row b', show: null, model: null })
    expect(found.map(({ id }) => id)).toEqual(['bus-1'])
  })

  test('the earliest departure is the next one, in whatever order they come', () => {
    const departures = [
      departure('bus-1', '2026-11-23T12:00:00.000Z', 'away'),
      departure('bus-1', '2026-11-23T04:00:00.000Z', 'ready'),
    ]
    expect(fleetRows([vehicle('bus-1')], departures, NOW)[0]).toMatchObject({
      state: 'ready',
      leavesAt: Date.parse('2026-11-23T04:00:00Z'),
    })
  })

  test.each([
    ['during a stay, it is here', 'ready', NOW, true],
    ['before it arrives, it is not', 'away', Date.parse('2026-11-22T17:00:00Z'), false],
    ['when it has not come, it is not', 'away', NOW, false],
  ] as const)('%s', (_title, state, now, here) => {
    const [row] = fleetRows([vehicle('bus-1')], [departure('bus-1', '2026-11-23T04:00:00.000Z', state)], now)
    expect(row?.here).toBe(here)
  })

  test.each([
    ['nothing is known', {}, 'battery-size-unknown'],
    ['the power is not', { fullChargeEnergykWh: 350 }, 'charge-power-unknown'],
    ['all is known', { fullChargeEnergykWh: 350, maxChargePowerkW: 150 }, undefined],
    ['it is switched off', { fullChargeEnergykWh: 350, enableChargeScheduling: false }, 'scheduling-disabled'],
  ])('why it cannot be planned when %s', (_title, attributes, reason) => {
    expect(fleetRows([vehicle('a', attributes)], [], NOW)[0]?.reason).toBe(reason)
  })
})

describe('filterFleet', () => {
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
    NOW,
  )
  const idsOf = (filter: Partial<FleetFilter>) =>
    filterFleet(rows, { query: '', show: null, model: null, ...filter }).map(({ id }) => id)

  test.each([
    ['bus', ['bus-1', 'bus-2']],
    ['00:1a:2b', ['bus-1']],
    ['001A2B3C4D5E', ['bus-1']],
    ['citea bus', ['bus-2']],
    ['tram', []],
  ])('"%s" finds %j', (query, ids) => {
    expect(idsOf({ query })).toEqual(ids)
  })

  test.each([
    [{ show: 'unplannable' }, ['bus-1']],
    [{ show: 'portless' }, ['bus-2']],
    [{ show: 'here' }, []],
    [{ model: 'Citea' }, ['bus-2']],
    [{ model: 'Citea', query: 'bus', show: 'unplannable' }, []],
  ] as const)('%j leaves %j', (filter, ids) => expect(idsOf(filter)).toEqual(ids))

  test('names each model once, in the order of people', () => {
    const fleet = ['e10', 'e9', 'e9', undefined].map((evModel, index) => vehicle(`v${index}`, { evModel }))
    expect(modelsOf(fleetRows(fleet, [], NOW), 'en')).toEqual(['e9', 'e10'])
  })
})

describe('the order of a column', () => {
  test('states go from worst to best, as the contract lists them', () => {
    const rows = READINESS_STATES.map((state) => {
      const [row] = fleetRows([vehicle('a')], [departure('a', '2026-11-23T04:00:00.000Z', state)], NOW)
      return row && sortValue(row, 'state')
    })
    expect(rows).toEqual(READINESS_STATES.map((_state, index) => index))
  })

  test('names as people order them, numbers by size', () => {
    expect(['Bus 10', 'Bus 9', 'bus 1'].sort(compareCells)).toEqual(['bus 1', 'Bus 9', 'Bus 10'])
    expect([350, 80, 420].sort(compareCells)).toEqual([80, 350, 420])
  })
})
