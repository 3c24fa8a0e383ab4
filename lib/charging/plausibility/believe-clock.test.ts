import { expect, test } from 'vitest'
import { believeClock } from '@/lib/charging/plausibility/believe-clock'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/time/interval'

const NOW = Date.UTC(2026, 10, 22, 20)

test.each([
  ['now', NOW, { at: NOW, estimated: false }],
  ['2 minutes ahead', NOW + 2 * MINUTE_MS, { at: NOW + 2 * MINUTE_MS, estimated: false }],
  ['2.5 hours ahead', NOW + 2.5 * HOUR_MS, { at: NOW, estimated: true }],
  ['of 1970', 12_000, { at: NOW, estimated: true }],
  ['of 2000', Date.UTC(2000, 0, 1), { at: NOW, estimated: true }],
  ['of 400 days ago', NOW - 400 * DAY_MS, { at: NOW - 400 * DAY_MS, estimated: false }],
  ['of 401 days ago', NOW - 401 * DAY_MS, { error: 'timestamp: lies over 400 days back' }],
])('a time %s', (_, timestamp, expected) => {
  expect(believeClock(timestamp, NOW, { index: 0, count: 1 })).toEqual(expected)
})

test('events of one request whose clock is wrong keep their order, and none is later than the receipt', () => {
  const times = [0, 1, 2].map((index) => believeClock(0, NOW, { index, count: 3 }))
  expect(times).toEqual([NOW - 2, NOW - 1, NOW].map((at) => ({ at, estimated: true })))
})
