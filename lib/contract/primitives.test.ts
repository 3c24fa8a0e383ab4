import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseInstant, QueryInstant } from '@/lib/contract/primitives'
import { HOUR_MS, MINUTE_MS } from '@/lib/time/interval'

const AT = Date.UTC(2026, 10, 22, 17, 30)

test.each<[string, string, number | null]>([
  ['UTC', '2026-11-22T17:30:00Z', AT],
  ['UTC in small letters', '2026-11-22t17:30:00z', AT],
  ['no seconds', '2026-11-22T17:30Z', AT],
  ['finer fractions than milliseconds, cut off', '2026-11-22T17:30:00.0019999Z', AT + 1],
  ['a comma before the fraction', '2026-11-22T17:30:00,5Z', AT + 500],
  ['an offset of hours and minutes', '2026-11-22T23:00:00+05:30', AT],
  ['an offset without its colon', '2026-11-22T19:30:00+0200', AT],
  ['an offset of hours', '2026-11-22T19:30:00+02', AT],
  ['a negative offset of hours', '2026-11-22T12:30:00-05', AT],
  ['a local time', '2026-11-22T17:30:00', null],
  ['a date', '2026-11-22', null],
  ['a day that there is not', '2026-02-29T17:30:00Z', null],
  ['an hour that there is not', '2026-11-22T24:00:00Z', null],
  ['an offset that there is not', '2026-11-22T17:30:00+24', null],
  ['an offset of one digit', '2026-11-22T17:30:00+2', null],
])('%s', (_, value, expected) => {
  expect(parseInstant(value)).toBe(expected)
})

describe('an instant that is written with an offset', () => {
  const offsets = fc.record({ hours: fc.integer({ min: 0, max: 14 }), quarters: fc.integer({ min: 0, max: 3 }) })
  const forms = fc.constantFrom(':', '')
  const digits = (value: number) => String(value).padStart(2, '0')

  test('is the same instant with every offset, also in a query that made its plus a space', () => {
    const instants = fc.integer({ min: Date.UTC(1971, 0), max: Date.UTC(9998, 0) })
    fc.assert(
      fc.property(instants, offsets, fc.boolean(), forms, (instant, { hours, quarters }, isNegative, between) => {
        const offset = (isNegative ? -1 : 1) * (hours * HOUR_MS + quarters * 15 * MINUTE_MS)
        const local = new Date(instant + offset).toISOString().slice(0, -1)
        const minutes = quarters === 0 ? [`${between}00`, ''] : [`${between}${digits(quarters * 15)}`]
        for (const ending of minutes) {
          const written = `${local}${isNegative ? '-' : '+'}${digits(hours)}${ending}`
          expect(parseInstant(written)).toBe(instant)
          expect(QueryInstant.parse(written.replace('+', ' '))).toBe(instant)
        }
      }),
    )
  })
})
