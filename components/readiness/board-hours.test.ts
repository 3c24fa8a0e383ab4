import { expect, test } from 'vitest'
import { boardHoursOf, boardShowing } from '@/components/readiness/board-hours'

const HOUR_MS = 3_600_000

test.each([
  [3, 12, 12],
  [12, 12, 12],
  [13, 12, 24],
  [13, 48, 48],
  [49, 12, null],
  [-1, 12, null],
] as const)(
  'a departure in %d h stands on the board of %d h looked at, or on the shortest that reaches it: %s',
  (hours, chosen, expected) => {
    expect(boardShowing(hours * HOUR_MS, 0, chosen)).toBe(expected)
  },
)

test('a range that is not offered is the usual one', () => {
  expect([boardHoursOf('24'), boardHoursOf('7'), boardHoursOf(null)]).toEqual([24, 12, 12])
})
