import { expect, test } from 'vitest'
import { dayAndTimes, ruleIdOf, stayTimes, timesBetween, timesOnDay } from '@/components/fleet/stay-format'
import { textIn } from '@/components/messages/text'

const reading = { locale: 'en-GB', zone: 'America/Los_Angeles', text: textIn('en') }
const stay = (plannedArrivalTime: string, plannedDepartureTime: string) =>
  stayTimes({ plannedArrivalTime, plannedDepartureTime }, reading)

test('a stay over one night says the day once, on the depot’s clock; a longer one says both', () => {
  expect(stay('2026-11-23T01:30:00Z', '2026-11-23T12:15:00Z')).toBe('Sun 22 Nov 17:30 – 04:15')
  expect(stay('2026-11-23T01:30:00Z', '2026-11-25T12:15:00Z')).toBe('Sun 22 Nov 17:30 – Wed 25 Nov 04:15')
})

const interval = (from: string, to: string) => ({ from: Date.parse(from), to: Date.parse(to) })

test('an interval says its first day, or leaves it to what stands before it', () => {
  const short = interval('2026-11-23T01:30:00Z', '2026-11-23T12:15:00Z')
  const long = interval('2026-11-23T01:30:00Z', '2026-11-25T12:15:00Z')
  expect(dayAndTimes(short, reading)).toBe('Sun 22 Nov 17:30 – 04:15')
  expect(timesBetween(short, reading)).toBe('17:30 – 04:15')
  expect(timesBetween(long, reading)).toBe('17:30 – Wed 25 Nov 04:15')
})

test('a date that was moved to another day says that day', () => {
  expect(timesOnDay('Sun 22 Nov', interval('2026-11-23T01:30:00Z', '2026-11-23T12:15:00Z'), reading)).toBe(
    '17:30 – 04:15',
  )
  expect(timesOnDay('Sun 22 Nov', interval('2026-11-23T08:30:00Z', '2026-11-23T12:15:00Z'), reading)).toBe(
    'Mon 23 Nov 00:30 – 04:15',
  )
})

test.each([
  ['sch_1:20261122', 'sch_1'],
  ['sch_1', null],
  ['a:b', null],
  ['a:b:20261122', 'a:b'],
])('%s is a night of %s', (id, rule) => expect(ruleIdOf(id)).toBe(rule))
