import { describe, expect, test } from 'vitest'
import { type ScheduleDraft, scheduleDraftOf } from '@/components/fleet/schedule-draft'
import { triedStay } from '@/components/fleet/tried-stay'

const NOW = Date.parse('2026-11-22T15:00:00Z')
const schedule = {
  ...{ id: 's1', evId: 'bus-7', locationUid: 'north', targetSoC: 90, priority: 0 },
  plannedArrivalTime: '2026-11-22T17:00:20.000Z',
  plannedDepartureTime: '2026-11-23T04:00:00.000Z',
}
const before = scheduleDraftOf(schedule, { zone: 'UTC', locale: 'en-GB' })
const tried = (changes: Partial<ScheduleDraft>, isNew = false) =>
  triedStay(
    {
      vehicleId: 'bus-7',
      changed: isNew ? null : { schedule, before },
      draft: { ...before, ...changes },
      zone: 'UTC',
    },
    NOW,
  )

describe('what is tried while a stay is edited', () => {
  test('is what was edited, and not what is stored for the sender alone', () => {
    expect(tried({ targetSoC: '80', departure: '2026-11-23T05:30', blockId: '54/15' })).toEqual({
      schedules: [{ id: 's1', targetSoC: 80, plannedDepartureTime: '2026-11-23T05:30:00.000Z' }],
    })
  })

  test('is the whole of a new one', () => {
    expect(tried({ startSoC: '30' }, true)).toEqual({
      newSchedules: [
        {
          ...{ vehicleId: 'bus-7', startSoC: 30, targetSoC: 90 },
          plannedArrivalTime: '2026-11-22T17:00:00.000Z',
          plannedDepartureTime: '2026-11-23T04:00:00.000Z',
        },
      ],
    })
  })

  test.each<[string, Partial<ScheduleDraft>]>([
    ['nothing is edited', {}],
    ['only the block is', { blockId: '54/16' }],
    ['a number is none', { targetSoC: 'full' }],
    ['a time is none', { arrival: 'T17:00' }],
    ['it ends before it begins', { departure: '2026-11-22T16:00' }],
    ['it goes to another depot', { locationUid: 'south', targetSoC: '80' }],
    ['it is later than what is planned together', { arrival: '2026-11-24T17:00', departure: '2026-11-25T04:00' }],
  ])('is nothing where %s', (_case, changes) => {
    expect(tried(changes)).toBeNull()
  })
})
