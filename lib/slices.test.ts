import { expect, test } from 'vitest'
import { atOnce, type InPieces, inSlices } from '@/lib/slices'

function* sum(numbers: readonly number[]): InPieces<number> {
  let total = 0
  for (const number of numbers) {
    if (number < 0) throw new RangeError('negative')
    total += number
    yield
  }
  return total
}

test('work in pieces gives the same result at once and in slices', async () => {
  const numbers = Array.from({ length: 1_000 }, (_, n) => n)
  expect(atOnce(sum(numbers))).toBe(499_500)
  expect(await inSlices(sum(numbers))).toBe(499_500)
})

test('what a piece throws is thrown', async () => {
  expect(() => atOnce(sum([1, -1]))).toThrow(RangeError)
  await expect(inSlices(sum([1, -1]))).rejects.toThrow(RangeError)
})

test('others are let by while pieces take longer than a slice', async () => {
  function* slow(): InPieces<void> {
    for (let piece = 0; piece < 3; piece++) {
      const begun = performance.now()
      while (performance.now() - begun < 15);
      yield
    }
  }
  let others = 0
  const other = () => {
    others++
    if (others < 100) setImmediate(other)
  }
  setImmediate(other)
  await inSlices(slow())
  expect(others).toBeGreaterThanOrEqual(2)
})
