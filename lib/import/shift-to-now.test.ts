import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ImportSchedule } from '@/lib/import/import-file'
import { shiftToNow } from '@/lib/import/shift-to-now'
import { DAY_MS } from '@/lib/time/interval'

const WEEK_MS = 7 * DAY_MS
const zone = 'America/Los_Angeles'
const monday = Date.UTC(2014, 9, 6, 14)
const arbitraryStay = fc
  .record({ start: fc.integer({ min: 0, max: WEEK_MS - 2 }), length: fc.integer({ min: 60_000, max: 86_400_000 }) })
  .map(
    ({ start, length }): ImportSchedule => ({
      vehicleId: 'b',
      arrival: monday + start,
      departure: monday + start + length,
      raw: {},
    }),
  )
const arbitraryNow = fc.integer({ min: Date.UTC(2013, 0, 1), max: Date.UTC(2030, 0, 1) })
const never = () => false
const wall = (instant: number) =>
  new Intl.DateTimeFormat('en', {
    timeZone: zone,
    weekday: 'short',
    timeStyle: undefined,
    hour: '2-digit',
    minute: '2-digit',
  }).format(instant)

test('every stay departs later than now, within eight days, on its weekday at its wall-clock time', () => {
  fc.assert(
    fc.property(fc.array(arbitraryStay, { maxLength: 5 }), arbitraryNow, (stays, now) => {
      shiftToNow(stays, now, zone, never).forEach((moved, index) => {
        expect(moved.departure).toBeGreaterThan(now)
        expect(moved.departure).toBeLessThanOrEqual(now + WEEK_MS + 3_600_000)
        const original = stays[index] as ImportSchedule
        // The zone skips Sunday's hour from 02:00 in spring: such a time moves forward by the gap.
        const said = wall(original.departure)
        expect([said, said.replace('Sun 02', 'Sun 03')]).toContain(wall(moved.departure))
      })
    }),
  )
})

test('a stay inside of the hour that spring skips moves forward by the gap, and keeps its length', () => {
  const [arrival, departure] = [Date.UTC(2014, 9, 12, 9, 5), Date.UTC(2014, 9, 12, 9, 25)]
  const [moved] = shiftToNow([{ vehicleId: 'b', arrival, departure, raw: {} }], Date.UTC(2026, 2, 7), zone, never)
  expect(moved).toMatchObject({ arrival: Date.UTC(2026, 2, 8, 10, 5), departure: Date.UTC(2026, 2, 8, 10, 25) })
})

test('a second run within a day moves nothing that the first run has stored', () => {
  fc.assert(
    fc.property(
      fc.array(arbitraryStay, { maxLength: 5 }),
      arbitraryNow,
      fc.integer({ min: 0, max: 86_000_000 }),
      (stays, now, later) => {
        const first = shiftToNow(stays, now, zone, never)
        const stored = new Set(first.map(({ departure }) => departure))
        expect(shiftToNow(stays, now + later, zone, (_, departure) => stored.has(departure))).toEqual(first)
      },
    ),
  )
})
