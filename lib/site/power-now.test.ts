import { describe, expect, it } from 'vitest'
import { powerNow } from '@/lib/site/power-now'

const NOW = Date.UTC(2026, 10, 22, 18)
const one = { charging: true, powerKw: 50, lastEventAt: NOW - 60_000, plannedKw: 80 }

describe('powerNow', () => {
  it.each([
    ['the plans’ where chargers say nothing', null, { powerKw: 352, source: 'planned' }],
    [
      'nothing where two are connected and none charges',
      [
        { ...one, charging: false },
        { ...one, charging: false, powerKw: null },
      ],
      { powerKw: 0, source: 'measured' },
    ],
    ['what chargers said', [one, { ...one, powerKw: 30 }], { powerKw: 80, source: 'measured' }],
    [
      'the plan’s for one that charges without a reading, and says so',
      [one, { ...one, powerKw: null }],
      { powerKw: 130, source: 'planned' },
    ],
    [
      'the plan’s where the reading is old',
      [{ ...one, lastEventAt: NOW - 16 * 60_000 }],
      { powerKw: 80, source: 'planned' },
    ],
  ] as const)('is %s', (_, connected, expected) => {
    expect(powerNow(connected, 352, NOW)).toEqual(expected)
  })
})
