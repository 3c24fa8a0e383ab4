import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clockTimeOf, steppedTime } from '@/components/ui/clock-time'

test.each([
  ['05:30', '05:30'],
  ['5:30', '05:30'],
  ['530', '05:30'],
  ['1745', '17:45'],
  ['17.45', '17:45'],
  [' 5 ', '05:00'],
  ['00:00', '00:00'],
  ['24:00', null],
  ['12:60', null],
  ['5:30 PM', null],
  ['', null],
])('%j is typed for %s', (typed, time) => {
  expect(clockTimeOf(typed)).toBe(time)
})

test('steps go to quarter-hours, in both directions and over midnight', () => {
  expect([steppedTime('17:30', 1), steppedTime('17:37', 1), steppedTime('17:37', -1)]).toEqual([
    '17:45',
    '17:45',
    '17:30',
  ])
  expect([steppedTime('23:50', 1), steppedTime('00:00', -1)]).toEqual(['00:00', '23:45'])
})

test('every step gives a time that is read as itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1439 }), fc.constantFrom(-1, 1), (minutes, step) => {
      const two = (value: number) => String(value).padStart(2, '0')
      const next = steppedTime(`${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`, step)
      expect(clockTimeOf(next)).toBe(next)
    }),
  )
})
