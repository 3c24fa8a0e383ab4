import { expect, test } from 'vitest'
import { kilometres } from '@/components/format/range-format'

test.each([
  [234, 1300, '180'],
  [0, 1300, '0'],
  [1500, 1000, '1,500'],
  [234, undefined, null],
  [234, 0, null],
  [undefined, 1300, null],
])('%s kWh at %s Wh/km go %s km', (energyKwh, consumption, expected) => {
  expect(kilometres(energyKwh, consumption, 'en-GB')).toBe(expected)
})
