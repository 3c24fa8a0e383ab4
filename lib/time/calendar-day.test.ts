import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOfDate, mondayOfWeek, weekOf } from '@/lib/time/calendar-day'

test.each([
  [2026, 1, 1, 2026, 1],
  [2026, 12, 31, 2026, 53],
  [2027, 1, 3, 2026, 53],
  [2027, 1, 4, 2027, 1],
  [2024, 12, 30, 2025, 1],
])('%i-%i-%i is in the week that its Thursday counts', (year, month, date, ofYear, week) => {
  expect(weekOf(dayOfDate(year, month, date))).toEqual({ year: ofYear, week })
})

test('a week begins on its Monday and is the week of all of its days', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1970, max: 9998 }), fc.integer({ min: 1, max: 52 }), (year, week) => {
      const monday = mondayOfWeek(year, week)
      for (let day = monday; day < monday + 7; day++) expect(weekOf(day)).toEqual({ year, week })
    }),
  )
})
