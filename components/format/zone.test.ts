import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysBetween, instantOf, localTimeOf, startOfDay } from '@/components/format/zone'
import { HOUR_MS } from '@/lib/time/interval'

const at = (iso: string) => Date.parse(iso)

describe('instantOf', () => {
  test.each([
    ['a winter evening', { month: 1, day: 15, hour: 20, minute: 0 }, '2026-01-15T19:00:00Z'],
    [
      'a time that spring skips moves forward by the gap',
      { month: 3, day: 29, hour: 2, minute: 30 },
      '2026-03-29T01:30:00Z',
    ],
    [
      'a time that autumn repeats is the first of the two',
      { month: 10, day: 25, hour: 2, minute: 30 },
      '2026-10-25T00:30:00Z',
    ],
  ])('%s', (_name, local, expected) => {
    expect(instantOf({ year: 2026, ...local }, 'Europe/Berlin')).toBe(at(expected))
  })

  test('gives back the instant whose wall clock it reads, or the earlier one with that wall clock', () => {
    const zones = fc.constantFrom(
      'Europe/Helsinki',
      'America/Los_Angeles',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'UTC',
    )
    const minutes = fc.integer({ min: at('2020-01-01') / 60_000, max: at('2030-01-01') / 60_000 })
    fc.assert(
      fc.property(zones, minutes, (zone, minute) => {
        const instant = minute * 60_000
        const found = instantOf(localTimeOf(instant, zone), zone)
        expect(localTimeOf(found, zone)).toEqual(localTimeOf(instant, zone))
        expect(found).toBeLessThanOrEqual(instant)
        expect(instant - found).toBeLessThanOrEqual(HOUR_MS)
      }),
    )
  })
})

describe('startOfDay', () => {
  test('the day of the spring change has 23 hours, of the autumn change 25', () => {
    const lengthOf = (iso: string) =>
      (startOfDay(at(iso), 'Europe/Berlin', 1) - startOfDay(at(iso), 'Europe/Berlin')) / HOUR_MS
    expect(lengthOf('2026-03-29T12:00:00Z')).toBe(23)
    expect(lengthOf('2026-10-25T12:00:00Z')).toBe(25)
    expect(lengthOf('2026-06-01T12:00:00Z')).toBe(24)
  })

  test('is the local midnight, not the one of UTC', () => {
    expect(startOfDay(at('2026-11-22T03:00:00Z'), 'America/Los_Angeles')).toBe(at('2026-11-21T08:00:00Z'))
  })
})

test('daysBetween counts local midnights, also across a short day', () => {
  expect(daysBetween(at('2026-03-28T22:30:00Z'), at('2026-03-29T22:30:00Z'), 'Europe/Berlin')).toBe(2)
  expect(daysBetween(at('2026-11-22T20:00:00Z'), at('2026-11-22T20:05:00Z'), 'Europe/Berlin')).toBe(0)
})
