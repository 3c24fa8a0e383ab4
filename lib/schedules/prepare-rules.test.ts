import { expect, test, vi } from 'vitest'
import { prepareRules } from '@/lib/schedules/prepare-rules'
import { recurrenceOf } from '@/lib/time/recurrence'
import { daysOfYear } from '@/lib/time/rule-period'

vi.mock(import('@/lib/time/rule-period'), async (original) => {
  const actual = await original()
  return { ...actual, daysOfYear: vi.fn(actual.daysOfYear) }
})

test.each([
  ['FREQ=MONTHLY;BYDAY=TU;BYMONTHDAY=29;BYMONTH=2', 0],
  ['FREQ=MONTHLY;BYDAY=TU,1MO;BYSETPOS=1;COUNT=99999', 0],
  ['FREQ=DAILY;BYMONTHDAY=29;INTERVAL=97', 0],
  ['FREQ=YEARLY;BYYEARDAY=60;BYDAY=TU', 21],
  ['FREQ=YEARLY;BYWEEKNO=53;BYDAY=TU', 21],
  ['FREQ=WEEKLY;BYDAY=TU,FR', 0],
])('after it is prepared, no question about %s asks for a year anew', async (recurrenceRule, most) => {
  const arrival = Date.UTC(1972, 1, 29, 20)
  vi.mocked(daysOfYear).mockClear()
  await prepareRules([{ recurrenceRule, plannedArrivalTime: arrival }])
  expect(vi.mocked(daysOfYear).mock.calls.length).toBeLessThanOrEqual(most)
  vi.mocked(daysOfYear).mockClear()
  const recurrence = recurrenceOf({ arrival, departure: arrival + 3_600_000, rule: recurrenceRule, timeZone: 'UTC' })
  recurrence.nextDepartingAfter(Date.UTC(2026, 10, 28))
  recurrence.nextDepartingAfter(Date.UTC(2299, 0, 1))
  recurrence.overlapping({ from: Date.UTC(2026, 0, 1), to: Date.UTC(2028, 0, 1) })
  expect(daysOfYear).not.toHaveBeenCalled()
})

test('dated schedules, and what is no rule, need no preparation', async () => {
  vi.mocked(daysOfYear).mockClear()
  await prepareRules([{ recurrenceRule: null }, {}, { recurrenceRule: 'FREQ=HOURLY', plannedArrivalTime: 0 }])
  expect(daysOfYear).not.toHaveBeenCalled()
})
