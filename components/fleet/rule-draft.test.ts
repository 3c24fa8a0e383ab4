import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countLeft, firstOfRule, ruleDates } from '@/components/fleet/rule-dates'
import {
  dayOfClock,
  endedBefore,
  monthDaysOf,
  onceDraft,
  type RuleDraft,
  ruleDraftFaults,
  ruleDraftOf,
  ruleOfDraft,
} from '@/components/fleet/rule-draft'
import { checkRecurrence } from '@/lib/time/recurrence'

const zone = 'Europe/Helsinki'
const at = (clock: string) => Date.parse(clock)
const day = (date: string) => dayOfClock(date) ?? Number.NaN
const draft = (part: Partial<RuleDraft>): RuleDraft => ({ ...onceDraft(), ...part })

test.each<[string, Partial<RuleDraft>, string | null]>([
  ['once', {}, null],
  ['workdays', { kind: 'weekly' }, 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  ['every second weekend', { kind: 'weekly', interval: '2', weekdays: [5, 6] }, 'FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU'],
  ['ten days', { kind: 'daily', ends: 'after', count: '10' }, 'FREQ=DAILY;COUNT=10'],
  ['until a date', { kind: 'daily', ends: 'on', until: '2026-12-31' }, 'FREQ=DAILY;UNTIL=20261231'],
  ['a date of the month', { kind: 'monthly' }, 'FREQ=MONTHLY;BYMONTHDAY=25'],
  ['its nth weekday', { kind: 'monthly', monthDay: 'nth' }, 'FREQ=MONTHLY;BYDAY=4WE'],
  ['its last weekday', { kind: 'monthly', monthDay: 'last' }, 'FREQ=MONTHLY;BYDAY=-1WE'],
  ['the last day', { kind: 'monthly', monthDay: 'lastDay' }, 'FREQ=MONTHLY;BYMONTHDAY=-1'],
])('a rule of %s', (_, part, rule) => expect(ruleOfDraft(draft(part), day('2026-11-25'))).toBe(rule))

test.each([
  ['FREQ=YEARLY;BYMONTH=6'],
  ['FREQ=MONTHLY;BYMONTHDAY=1,15'],
  ['FREQ=DAILY;UNTIL=20261231T215959Z'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU'],
])('%s is kept as it is written, because the fields cannot say it', (rule) => {
  const read = ruleDraftOf(rule, day('2026-11-25'), null)
  expect([read.kind, ruleOfDraft(read, day('2026-11-25'))]).toEqual(['other', rule])
})

test('a draft is read back from its own rule', () => {
  const drafts = fc.record({
    kind: fc.constantFrom('daily' as const, 'weekly' as const, 'monthly' as const),
    interval: fc.integer({ min: 1, max: 99 }).map(String),
    weekdays: fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 }),
    monthDay: fc.constantFrom('date' as const, 'nth' as const, 'last' as const, 'lastDay' as const),
    ends: fc.constantFrom('never' as const, 'on' as const, 'after' as const),
    until: fc.constant('2027-06-30'),
    count: fc.integer({ min: 1, max: 999 }).map(String),
  })
  fc.assert(
    fc.property(drafts, fc.integer({ min: 20_000, max: 25_000 }), (part, on) => {
      const rule = ruleOfDraft(draft(part), on) ?? ''
      const read = ruleDraftOf(rule, on, part.ends === 'after' ? Number(part.count) : null)
      expect(ruleDraftFaults(read)).toEqual([])
      expect(ruleOfDraft(read, on)).toBe(rule)
    }),
  )
})

test('a first arrival on no day of the rule moves to the next that is one, and the server takes it', () => {
  const saturday = { from: at('2026-11-28T18:00+02:00'), to: at('2026-11-29T05:00+02:00') }
  const times = firstOfRule(draft({ kind: 'weekly', interval: '2' }), saturday, zone)
  expect(times).toEqual({
    from: at('2026-11-30T18:00+02:00'),
    to: at('2026-12-01T05:00+02:00'),
    rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR',
  })
  const { from, to, rule } = times ?? { from: 0, to: 0, rule: '' }
  expect(checkRecurrence({ arrival: from, departure: to, rule, timeZone: zone })).toEqual([])
})

test('the next dates tell how much a change of the clock makes a stay longer or shorter', () => {
  const times = { from: at('2026-10-23T20:00+03:00'), to: at('2026-10-24T06:00+03:00'), rule: 'FREQ=DAILY' }
  const dates = ruleDates(times, zone, at('2026-10-23T00:00+03:00'), 3)
  expect(dates.map((date) => [date.day, date.longerMs / 60_000])).toEqual([
    ['20261023', 0],
    ['20261024', 60],
    ['20261025', 0],
  ])
})

test('a rule that another takes over from ends the day before, whatever its end was', () => {
  expect(endedBefore('FREQ=DAILY;COUNT=10', day('2026-12-01'))).toBe('FREQ=DAILY;UNTIL=20261130')
  expect(endedBefore('FREQ=DAILY;UNTIL=20270101T000000Z', day('2026-12-01'))).toBe('FREQ=DAILY;UNTIL=20261130')
})

test('of a counted rule that began those count that are left', () => {
  const times = { from: at('2026-11-23T18:00+02:00'), to: at('2026-11-24T05:00+02:00'), rule: 'FREQ=DAILY;COUNT=10' }
  expect(countLeft(times, zone, day('2026-11-23'))).toBe(10)
  expect(countLeft(times, zone, day('2026-11-27'))).toBe(6)
  expect(countLeft({ ...times, rule: 'FREQ=DAILY' }, zone, day('2026-11-27'))).toBeNull()
})

test.each([
  ['2026-11-25', ['date', 'nth', 'last']],
  ['2026-11-11', ['date', 'nth']],
  ['2026-11-30', ['date', 'nth', 'last', 'lastDay']],
])('%s can be these days of its month', (date, choices) => expect(monthDaysOf(day(date))).toEqual(choices))
