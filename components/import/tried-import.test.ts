import { describe, expect, it } from 'vitest'
import type { Fate } from '@/components/import/preview-rows'
import type { ReadRow } from '@/components/import/read-rows'
import { triedImport } from '@/components/import/tried-import'

const NOW = Date.parse('2026-11-24T18:00Z')
const at = { locationUid: 'north', now: NOW }
const row = (said: Record<string, unknown>): ReadRow => ({ line: 2, vehicleId: 'bus-1', said, faults: [] })
const night = (day: string, more = {}) =>
  row({ plannedArrivalTime: `${day}T20:00Z`, plannedDepartureTime: `${day}T23:00Z`, targetSoC: 90, ...more })
const tried = (kind: 'vehicles' | 'stays', ...pairs: [ReadRow, Fate][]) =>
  triedImport(
    pairs.map(([one]) => one),
    new Map(pairs),
    { ...at, kind },
  )

describe('what is tried of an import', () => {
  it('is the stays that it makes and changes, as the file says them', () => {
    const changed: Fate = { fate: 'changed', changes: [], scheduleId: 's-7' }
    expect(
      tried('stays', [night('2026-11-24'), { fate: 'new' }], [night('2026-11-25', { blockId: '7' }), changed]),
    ).toEqual({
      newSchedules: [
        {
          vehicleId: 'bus-1',
          plannedArrivalTime: '2026-11-24T20:00Z',
          plannedDepartureTime: '2026-11-24T23:00Z',
          targetSoC: 90,
        },
      ],
      schedules: [
        {
          id: 's-7',
          plannedArrivalTime: '2026-11-25T20:00Z',
          plannedDepartureTime: '2026-11-25T23:00Z',
          targetSoC: 90,
        },
      ],
    })
  })

  it.each<[string, ReadRow, Fate]>([
    ['begins after what is compared', night('2026-11-27'), { fate: 'new' }],
    ['is at another depot', night('2026-11-24', { locationUid: 'south' }), { fate: 'new' }],
    ['stays as it is', night('2026-11-24'), { fate: 'same' }],
    ['is at fault', night('2026-11-24'), { fate: 'fault', reasons: [] }],
  ])('is nothing of a stay that %s', (_, one, fate) => {
    expect(tried('stays', [one, fate])).toBeNull()
  })

  it('is the attributes of changed vehicles that plans depend on', () => {
    const said = { name: 'Bus 1', maxChargePowerkW: 120 }
    expect(tried('vehicles', [row(said), { fate: 'changed', changes: [] }])).toEqual({
      vehicles: [{ vehicleId: 'bus-1', maxChargePowerkW: 120 }],
    })
    expect(tried('vehicles', [row(said), { fate: 'new' }])).toBeNull()
    expect(tried('vehicles', [row({ locationUid: ['south'] }), { fate: 'changed', changes: [] }])).toBeNull()
    expect(tried('vehicles', [row({ name: 'Bus 1' }), { fate: 'changed', changes: [] }])).toBeNull()
  })

  it('is nothing where they are more than one call takes', () => {
    const many = Array.from({ length: 1_001 }, (): [ReadRow, Fate] => [night('2026-11-24'), { fate: 'new' }])
    expect(tried('stays', ...many)).toBeNull()
    expect(tried('stays', ...many.slice(1))).not.toBeNull()
  })
})
