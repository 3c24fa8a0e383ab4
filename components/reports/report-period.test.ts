import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textIn } from '@/components/messages/text'
import { currentPeriod, periodOf, periodWords, shiftedPeriod } from '@/components/reports/report-period'

const NOW = Date.parse('2026-11-29T22:30:00Z')
const none = { month: null, week: null }

describe('periodOf', () => {
  test('takes what the address names, and the depot’s own month where it names nothing that is one', () => {
    expect(periodOf({ ...none, week: '2026-W48' }, NOW, 'UTC')).toEqual({ kind: 'week', value: '2026-W48' })
    expect(periodOf({ ...none, month: '2026-02' }, NOW, 'UTC')).toEqual({ kind: 'month', value: '2026-02' })
    expect(periodOf({ ...none, month: '2026-13' }, NOW, 'UTC')).toEqual({ kind: 'month', value: '2026-11' })
    expect(periodOf(none, Date.parse('2026-11-30T22:30:00Z'), 'Europe/Helsinki').value).toBe('2026-12')
  })
})

test('the week that goes on is that of the depot’s zone', () => {
  expect(currentPeriod('week', NOW, 'UTC').value).toBe('2026-W48')
  expect(currentPeriod('week', NOW, 'Europe/Helsinki').value).toBe('2026-W49')
  expect(currentPeriod('week', Date.parse('2027-01-01T12:00:00Z'), 'UTC').value).toBe('2026-W53')
})

test.each([
  ['month', '2026-12', 1, '2027-01'],
  ['month', '2026-01', -1, '2025-12'],
  ['week', '2026-W53', 1, '2027-W01'],
  ['week', '2026-W01', -1, '2025-W52'],
] as const)('the %s %s, %i later, is %s', (kind, value, by, expected) => {
  expect(shiftedPeriod({ kind, value }, by)).toEqual({ kind, value: expected })
})

test('going so many later and so many earlier leads back', () => {
  const at = fc.integer({ min: Date.UTC(1980, 0), max: Date.UTC(2090, 0) })
  fc.assert(
    fc.property(at, fc.integer({ min: -600, max: 600 }), fc.constantFrom('month', 'week'), (now, by, kind) => {
      const period = currentPeriod(kind, now, 'UTC')
      expect(shiftedPeriod(shiftedPeriod(period, by), -by)).toEqual(period)
    }),
  )
})

test('a period is written in words', () => {
  const reading = { locale: 'en-GB', text: textIn('en') }
  expect(periodWords({ kind: 'month', value: '2026-11' }, reading)).toBe('November 2026')
  expect(periodWords({ kind: 'week', value: '2026-W48' }, reading)).toBe('Week 48, 23 Nov – 29 Nov 2026')
})
