import { expect, test } from 'vitest'
import { weekRows } from '@/components/settings/week-rows'
import type { WeekSlot } from '@/components/settings/week-slots'

const slot = (day: WeekSlot['day'], from: string, to: string, value: number): WeekSlot => ({ day, from, to, value })
const rowsOf = (slots: WeekSlot[]) => weekRows(slots).map(({ at, value }) => [at, value])

test('hours that touch, also at midnight, are one stepped line; hours without a value are a gap', () => {
  const slots = [
    slot('TU', '00:00', '06:00', 0.1),
    slot('MO', '22:00', '24:00', 0.2),
    slot('TU', '07:00', '08:00', 0.3),
  ]
  expect(rowsOf(slots)).toEqual([
    [1_320, 0.2],
    [1_440, 0.1],
    [1_800, 0.1],
    [1_800, undefined],
    [1_860, 0.3],
    [1_920, 0.3],
  ])
})

test('what is still being typed is left out', () => {
  expect(rowsOf([slot('MO', 'x', '24:00', 0.2), slot('MO', '06:00', '07:00', Number.NaN)])).toEqual([])
})

test('hours that overlap do not go back in time', () => {
  expect(rowsOf([slot('MO', '00:00', '10:00', 1), slot('MO', '06:00', '12:00', 2)])).toEqual([
    [0, 1],
    [600, 2],
    [720, 2],
  ])
})
