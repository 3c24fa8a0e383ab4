import { expect, test } from 'vitest'
import { timeOfDays } from '@/components/audit/audit-days'

const ZONE = 'Europe/Helsinki'

test('two dates are whole days of the depot’s clock, also where its offset changes and a month ends', () => {
  expect(timeOfDays('2026-11-30', '2026-11-30', ZONE)).toEqual({
    from: '2026-11-29T22:00:00.000Z',
    to: '2026-11-30T22:00:00.000Z',
  })
  expect(timeOfDays('2026-10-25', '2026-10-25', ZONE)).toEqual({
    from: '2026-10-24T21:00:00.000Z',
    to: '2026-10-25T22:00:00.000Z',
  })
})

test('a side that says no date, or not yet, bounds nothing', () => {
  expect(timeOfDays(null, '', ZONE)).toEqual({})
  expect(timeOfDays('0002-11-30', '2026-11-30', ZONE)).toEqual({ to: '2026-11-30T22:00:00.000Z' })
})
