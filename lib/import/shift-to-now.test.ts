import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ImportSchedule } from '@/lib/import/import-file'
import { shiftToNow } from '@/lib/import/shift-to-now'

const WEEK_MS = 7 * 86_400_000
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
        const skippedHour = Math.abs(moved.departure - moved.arrival - (original.departure - original.arrival)) > 0
        if (!skippedHour) expect(wall(moved.departure)).toBe(wall(original.departure))
      })
    }),
  )
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
