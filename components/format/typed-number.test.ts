import { expect, test } from 'vitest'
import { numberOf, quantityOf, typedNumber } from '@/components/format/typed-number'

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

test.each([
  [9.5, '9.5', '9,5'],
  [60.192, '60.1920', '60,1920'],
  [1500, '1500', '1500'],
  [-0.25, '-0.25', '-0,25'],
  [0, '0', '0'],
])('%d is shown as "%s", in German as "%s", and read back as it was', (value, english, german) => {
  expect([typedNumber(value, 'en-GB'), typedNumber(value, 'de-DE'), typedNumber(value, 'fi-FI')]).toEqual([
    ...[english, german, german],
  ])
  expect([english, german].map(quantityOf)).toEqual([value, value])
})

test('none is an empty field', () => {
  expect([typedNumber(undefined, 'de-DE'), typedNumber(null, 'de-DE')]).toEqual(['', ''])
})
