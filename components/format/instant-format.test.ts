import { describe, expect, test } from 'vitest'
import {
  dayAndTime,
  dayOfYear,
  durationWords,
  nearDayAndTime,
  timeAgo,
  timeAhead,
  timeUntil,
  zoneName,
} from '@/components/format/instant-format'
import { textIn } from '@/components/messages/text'
import { MINUTE_MS } from '@/lib/time/interval'

const reading = { locale: 'en-GB', zone: 'America/Los_Angeles', text: textIn('en') }
const now = Date.parse('2026-11-22T12:15:00Z')

describe('timeAhead', () => {
  test.each([
    [0, 'now'],
    [25, 'in 25 min'],
    [60, 'in 1 h'],
    [185, 'in 3 h 05'],
    [200, 'in 3 h 20'],
    [25 * 60 + 5, 'tomorrow 05:20'],
    [72 * 60, 'Wed 25 Nov 04:15'],
  ])('%i minutes from 04:15 is "%s"', (minutes, expected) => {
    expect(timeAhead(now + minutes * MINUTE_MS, now, reading)).toBe(expected)
  })
})

test('how far off a time is, is said only until the day says more', () => {
  expect(timeUntil(now + 200 * MINUTE_MS, now, reading)).toBe('in 3 h 20')
  expect(timeUntil(now + 12 * 60 * MINUTE_MS, now, reading)).toBeNull()
})

describe('timeAgo', () => {
  test.each([
    [0, 'just now'],
    [12, '12 min ago'],
    [150, '2 h ago'],
    [30 * 60, 'yesterday'],
    [72 * 60, '3 days ago'],
  ])('%i minutes ago is "%s"', (minutes, expected) => {
    expect(timeAgo(now - minutes * MINUTE_MS, now, reading)).toBe(expected)
  })
})

test('a day is named by the depot’s calendar, not by UTC', () => {
  expect(dayAndTime(Date.parse('2026-11-22T03:00:00Z'), reading)).toBe('Sat 21 Nov 19:00')
  expect(nearDayAndTime(Date.parse('2026-11-22T03:00:00Z'), now, reading)).toBe('yesterday 19:00')
})

test('midnight is 00:00, never 24:00', () => {
  expect(dayAndTime(Date.parse('2026-11-22T08:00:00Z'), reading)).toBe('Sun 22 Nov 00:00')
})

test('durations leave out what is zero', () => {
  expect([45, 180, 200].map((minutes) => durationWords(minutes * MINUTE_MS, reading))).toEqual([
    '45 min',
    '3 h',
    '3 h 20 min',
  ])
})

test('a zone is named with the offset that holds then', () => {
  expect(zoneName('America/Los_Angeles', now, 'en-GB')).toBe('Los Angeles (GMT-8)')
  expect(zoneName('UTC', now, 'en-GB')).toBe('UTC')
})

test('a day of another year says which, by the depot’s clock', () => {
  expect(dayOfYear(Date.parse('2026-01-01T08:00:00Z'), now, reading)).toBe('Thu 1 Jan')
  expect(dayOfYear(Date.parse('2026-01-01T07:59:00Z'), now, reading)).toBe('Wed 31 Dec 2025')
})
