import { expect, test } from 'vitest'
import { numberOf, quantityOf } from '@/components/format/typed-number'

test.each([
  ['300', 300, 300],
  ['0,285', 0.285, 0.285],
  ['0.285', 0.285, 0.285],
  ['1500', 1_500, 1_500],
  ['12.5', 12.5, 12.5],
  ['60.192', 60.192, Number.NaN],
  ['1.500', 1.5, Number.NaN],
  ['1,500', 1.5, Number.NaN],
  ['1.500.000', Number.NaN, Number.NaN],
  ['', Number.NaN, Number.NaN],
  ['many', Number.NaN, Number.NaN],
])(
  '"%s" is the number %d, and as kilowatts %d: what may be a group of three is asked for again',
  (text, number, quantity) => {
    expect(numberOf(text)).toBe(number)
    expect(quantityOf(text)).toBe(quantity)
  },
)
