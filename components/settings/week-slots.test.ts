import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowsOfSlots, slotsOfRows, type WeekSlot } from '@/components/settings/week-slots'
import { WEEKDAYS } from '@/lib/contract/enumerations'

const hours = Array.from({ length: 25 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`)
const arbitraryWeek = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...WEEKDAYS), fc.integer({ min: 0, max: 23 })), {
    selector: (slot) => slot.join(),
  })
  .chain((cells) =>
    fc.tuple(
      fc.constant(cells),
      fc.array(fc.constantFrom(0.1, 0.25, -0.05), { minLength: cells.length, maxLength: cells.length }),
    ),
  )
  .map(([cells, values]) =>
    cells.map(
      ([day, hour], index): WeekSlot => ({
        day,
        from: hours[hour] ?? '',
        to: hours[hour + 1] ?? '',
        value: values[index] ?? 0,
      }),
    ),
  )
const sorted = (slots: readonly WeekSlot[]) =>
  [...slots].sort((a, b) => WEEKDAYS.indexOf(a.day) - WEEKDAYS.indexOf(b.day) || a.from.localeCompare(b.from))

test('a week comes back from its rows as it was, by day and hour', () => {
  fc.assert(
    fc.property(arbitraryWeek, (slots) => {
      expect(slotsOfRows(rowsOfSlots(slots, 'de-DE'))).toEqual(sorted(slots))
    }),
  )
})

test('the same hours and value on several days are one row', () => {
  const night = (day: WeekSlot['day']): WeekSlot => ({ day, from: '22:00', to: '24:00', value: 0.09 })
  const rows = rowsOfSlots([night('MO'), night('TU'), { ...night('SA'), value: 0.07 }], 'en-GB')
  expect(rows.map(({ days, value }) => ({ days, value }))).toEqual([
    { days: ['MO', 'TU'], value: '0.09' },
    { days: ['SA'], value: '0.07' },
  ])
})
