import { expect, test } from 'vitest'
import { placeOf } from '@/lib/time/place-of'

test('looks at a few of ten thousand', () => {
  const items = Array.from({ length: 10_000 }, (_, index) => index)
  let asked = 0
  const place = placeOf(items, (item) => {
    asked += 1
    return item <= 7_321
  })
  expect(place).toBe(7_321)
  expect(asked).toBeLessThanOrEqual(15)
})

test.each([
  [[], -1],
  [[5], -1],
  [[1], 0],
  [[1, 2, 3, 4, 5], 2],
])('the last of %j that is at most 3', (items, place) => {
  expect(placeOf(items, (item) => item <= 3)).toBe(place)
})
