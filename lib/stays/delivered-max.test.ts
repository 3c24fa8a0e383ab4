import { expect, test } from 'vitest'
import { deliveredMaxKw } from '@/lib/stays/delivered-max'
import { HOUR_MS, MINUTE_MS } from '@/lib/time/interval'

/** Powers of one quarter-hour each. */
const quarters = (...powers: number[]) =>
  powers.map((powerkW, index) => ({ from: index * 15 * MINUTE_MS, to: (index + 1) * 15 * MINUTE_MS, powerkW }))

test.each([
  ['less than was asked for is a bound', [30, 30], [100, 100], 30],
  ['what was asked for is none', [60, 60], [60, 60], null],
  ['the bound stays when less is asked for', [30, 30], [100, 30], 30],
  ['it goes up when more is delivered', [30, 50], [100, 50], 50],
  ['it ends when the maximum is delivered', [30, 98], [100, 100], null],
  ['a quarter-hour in which less was asked for in between shows nothing', [30], [0], null],
  ['a pause shows nothing', [0], [100], null],
  ['nine tenths of every order are no bound', [90, 45], [100, 50], null],
  ['where no plan was, the maximum was asked for', [30], [], 30],
])('%s', (_, delivered, asked, expected) => {
  expect(deliveredMaxKw(quarters(...delivered), quarters(...asked), 100, HOUR_MS)).toBe(expected)
})

test('a bound that was seen over two hours ago is forgotten', () => {
  expect(deliveredMaxKw(quarters(30), quarters(100), 100, 3 * HOUR_MS)).toBeNull()
})
