import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linearScale } from '@/components/charts/time-scale'

test('the ends of the domain fall on the ends of the range, also upside down', () => {
  const y = linearScale([0, 150], [200, 20])
  expect([y(0), y(75), y(150)]).toEqual([200, 110, 20])
})

test('invert undoes the scale', () => {
  const number = fc.double({ min: -1e6, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(number, fc.double({ min: 1, max: 1e6, noNaN: true }), number, (from, length, value) => {
      const scale = linearScale([from, from + length], [40, 840])
      expect(scale.invert(scale(value))).toBeCloseTo(value, 3)
    }),
  )
})

test('an empty domain stays finite', () => {
  expect(linearScale([5, 5], [0, 100])(5)).toBe(0)
})
