import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { smallestSize } from '@/lib/planner/explain/smallest-size'

/** What is missing at each size: never more with a larger one. */
const falling = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 60 })
  .map((falls) => falls.map((_, k) => falls.slice(k).reduce((sum, fall) => sum + fall, 0)))

describe('the smallest size', () => {
  test('is the first at which nothing is missing, whatever is tried first', () => {
    fc.assert(
      fc.property(falling, fc.double({ min: -10, max: 100, noNaN: true }), (missing, likely) => {
        const most = missing.length + 3
        const missingAt = (size: number) => (size === 0 ? 1_000 : (missing[size - 1] ?? 0))
        const first = missing.indexOf(0)
        expect(smallestSize(missingAt, most, likely)).toBe(first < 0 ? missing.length + 1 : first + 1)
      }),
    )
  })

  test('does not exist where even the largest is too small', () => {
    expect(smallestSize((size) => 10 - size, 9, 3)).toBeUndefined()
    expect(smallestSize(() => 1, 0, 3)).toBeUndefined()
  })

  test('is found in few steps along a line, and never in many more than bisection takes', () => {
    const stepsTo = (missingAt: (size: number) => number, most: number, likely: number) => {
      let steps = 0
      const counted = (size: number) => {
        steps += 1
        return missingAt(size)
      }
      smallestSize(counted, most, likely)
      return steps
    }
    expect(stepsTo((size) => Math.max(0, 700 - size), 1e6, 3)).toBeLessThanOrEqual(5)
    expect(stepsTo((size) => (size < 235 ? 1 : 0), 720, 3)).toBeLessThanOrEqual(36)
  })
})
