import { expect, test } from 'vitest'
import { boardHoursOf } from '@/components/readiness/board-hours'

test('a range that is not offered is the usual one', () => {
  expect([boardHoursOf('24'), boardHoursOf('7'), boardHoursOf(null)]).toEqual([24, 12, 12])
})
