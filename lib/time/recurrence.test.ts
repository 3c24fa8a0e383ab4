import fc from 'fast-check'
import { RRule } from 'rrule'
import { describe, expect, test, vi } from 'vitest'
import { parseRecurrenceRule } from '@/lib/contract/recurrence-rule'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/time/interval'
import { checkRecurrence, Recurrence } from '@/lib/time/recurrence'
import { type ModelRule, modelInstant, modelOccurrences, modelWall, textOfModel } from '@/lib/time/recurrence.model'
import { timeZone } from '@/lib/time/time-zone'

const ZONES = [
  'UTC',
  'Europe/Helsinki',
  'America/New_York',
  'Pacific/Auckland',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'Africa/Casablanca',
  'Asia/Kathmandu',
]
const iso = (text: string) => Date.parse(text)
const occurrences = (recurrence: Recurrence, from: string, to: string) =>
  recurrence
    .overlapping({ from: iso(from), to: iso(to) })
    .map(({ arrival, departure }) => [new Date(arrival).toISOString(), new Date(departure).toISOString()])
const recurring = (rule: string, arrival: string, departure: string, zone = 'UTC') =>
  new Recurrence(
    { rule, arrival: iso(arrival), departure: iso(departure), timeZone: zone },
    parseRecurrenceRule(rule).parts,
  )
const arrivals = (rule: string, first: string, until: string, zone = 'UTC') =>
  occurrences(recurring(rule, first, new Date(iso(first) + HOUR_MS).toISOString(), zone), first, until).map(
    ([arrival]) => arrival?.slice(0, 10),
  )

const zone = fc.constantFrom(...ZONES)
const subset = <T>(values: T[], maxLength = 4) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength })
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)
const signed = (to: number) => range(-to, to).filter((number) => number !== 0)

/** Rules that RFC 5545 allows, of every frequency, with the parts that it allows them. */
const rule: fc.Arbitrary<ModelRule> = fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY').chain((freq) => {
  const yearly = freq === 'YEARLY'
  const perhaps = <T>(arbitrary: fc.Arbitrary<T>, isAllowed = true) =>
    isAllowed ? fc.option(arbitrary, { nil: undefined, freq: 2 }) : fc.constant(undefined)
  return fc
    .record({
      freq: fc.constant(freq as ModelRule['freq']),
      interval: fc.integer({ min: 1, max: freq === 'DAILY' ? 40 : 4 }),
      count: perhaps(fc.integer({ min: 1, max: 40 })),
      byMonth: perhaps(subset(range(1, 12), 8)),
      byMonthDay: perhaps(subset(signed(31), 12), freq !== 'WEEKLY'),
      byYearDay: perhaps(subset(signed(366), 60), yearly),
      byWeekNo: perhaps(subset(signed(53), 12), yearly),
      byDay: perhaps(
        fc.uniqueArray(fc.record({ weekday: fc.integer({ min: 0, max: 6 }), nth: fc.constant(null) }), {
          minLength: 1,
          maxLength: 7,
          selector: ({ weekday }) => weekday,
        }),
      ),
      nth: perhaps(fc.constantFrom(1, 2, -1, 5), freq === 'MONTHLY' || yearly),
      bySetPos: perhaps(subset([1, 2, 3, -1, -2], 3)),
      weekStart: fc.constantFrom(0, 0, 6, 3),
    })
    .map(({ nth, byDay, bySetPos, ...parts }) => {
      const numbered =
        nth !== undefined && !parts.byWeekNo
          ? byDay?.map((day, index) => (index % 2 === 0 ? { ...day, nth } : day))
          : byDay
      const chosenFrom = byDay ?? parts.byMonth ?? parts.byMonthDay ?? parts.byYearDay ?? parts.byWeekNo
      return { ...parts, byDay: numbered, bySetPos: chosenFrom && bySetPos }
    })
})

/** A first arrival between 2024 and 2029, and how long the stay is. */
const stay = fc.record({
  arrival: fc
    .integer({ min: iso('2024-01-01T00:00:00Z') / MINUTE_MS, max: iso('2029-01-01T00:00:00Z') / MINUTE_MS })
    .map((minute) => minute * MINUTE_MS),
  minutes: fc.integer({ min: 1, max: 20 * 60 }),
  timeZone: zone,
})

describe('against a day-by-day model', () => {
  test('the occurrences of any rule are the ones of a naive reader, or its first arrival is refused by both', () => {
    fc.assert(
      fc.property(
        rule,
        stay,
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 1, max: 200 }),
        (said, { arrival, minutes, timeZone: name }, begin, days) => {
          const when = {
            arrival: modelInstant(name, modelWall(name, arrival)),
            departure: arrival + minutes * MINUTE_MS,
            timeZone: name,
          }
          fc.pre(when.departure > when.arrival)
          const window = { from: arrival + begin * DAY_MS, to: arrival + (begin + days) * DAY_MS }
          const expected = modelOccurrences(said, when, window.to + DAY_MS)
          const text = textOfModel(said)
          const starts = modelOccurrences(
            { ...said, count: undefined, bySetPos: said.bySetPos },
            { ...when, departure: when.arrival + 20 * DAY_MS },
            when.arrival + DAY_MS,
          )
          const first = Math.floor(modelWall(name, arrival) / DAY_MS)
          expect(checkRecurrence({ ...when, rule: text }).length === 0).toBe(starts.some(({ day }) => day === first))
          const found = new Recurrence({ ...when, rule: text }, parseRecurrenceRule(text).parts).overlapping(window)
          expect(found).toEqual(
            expected.filter((occurrence) => occurrence.arrival < window.to && occurrence.departure > window.from),
          )
        },
      ),
      { numRuns: 400 },
    )
  })

  test('the next occurrence after any instant is the first of the model that departs after it', () => {
    fc.assert(
      fc.property(
        rule,
        stay,
        fc.integer({ min: -100, max: 800 }),
        (said, { arrival, minutes, timeZone: name }, after) => {
          const when = { arrival, departure: arrival + minutes * MINUTE_MS, timeZone: name }
          const instant = arrival + after * DAY_MS + 12_345
          const text = textOfModel(said)
          const expected = modelOccurrences(said, when, instant + 500 * DAY_MS).find(
            ({ departure }) => departure > instant,
          )
          const found = new Recurrence({ ...when, rule: text }, parseRecurrenceRule(text).parts).nextDepartingAfter(
            instant,
          )
          if (expected) expect(found).toEqual(expected)
          else expect(found === null || found.arrival > instant + 490 * DAY_MS).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('a wall time and its instant are those that Intl knows, in every zone', () => {
    fc.assert(
      fc.property(
        zone,
        fc.integer({ min: iso('1990-01-01T00:00:00Z'), max: iso('2045-01-01T00:00:00Z') }),
        (name, instant) => {
          const clock = timeZone(name)
          expect(clock.toWall(instant)).toBe(modelWall(name, instant))
          expect(clock.toInstant(instant)).toBe(modelInstant(name, instant))
        },
      ),
      { numRuns: 2_000 },
    )
  })
})

describe('a clock change', () => {
  test('keeps the wall-clock times: the occurrence is an hour shorter or longer', () => {
    const spring = recurring('FREQ=DAILY', '2027-03-27T20:00:00+02:00', '2027-03-28T06:00:00+03:00', 'Europe/Helsinki')
    expect(occurrences(spring, '2027-03-27T00:00:00Z', '2027-03-29T00:00:00Z')).toEqual([
      ['2027-03-27T18:00:00.000Z', '2027-03-28T03:00:00.000Z'],
      ['2027-03-28T17:00:00.000Z', '2027-03-29T03:00:00.000Z'],
    ])
  })

  test('moves a skipped wall time forward by the gap and takes the first of a doubled one', () => {
    const skipped = recurring('FREQ=DAILY', '2027-03-27T03:30:00+02:00', '2027-03-27T09:00:00+02:00', 'Europe/Helsinki')
    expect(occurrences(skipped, '2027-03-28T00:00:00Z', '2027-03-28T05:00:00Z')[0]?.[0]).toBe(
      '2027-03-28T01:30:00.000Z',
    )
    const doubled = recurring('FREQ=DAILY', '2027-10-30T03:30:00+03:00', '2027-10-30T09:00:00+03:00', 'Europe/Helsinki')
    expect(occurrences(doubled, '2027-10-31T00:00:00Z', '2027-10-31T05:00:00Z')[0]?.[0]).toBe(
      '2027-10-31T00:30:00.000Z',
    )
  })

  test('that empties an occurrence leaves it out, and COUNT counts it', () => {
    const emptied = recurring(
      'FREQ=DAILY;COUNT=3',
      '2027-03-13T02:30:00-05:00',
      '2027-03-13T03:10:00-05:00',
      'America/New_York',
    )
    expect(occurrences(emptied, '2027-03-12T00:00:00Z', '2027-04-05T00:00:00Z').map(([arrival]) => arrival)).toEqual([
      '2027-03-13T07:30:00.000Z',
      '2027-03-15T06:30:00.000Z',
    ])
  })
})

describe('UNTIL', () => {
  test.each([
    ['an instant equal to the last arrival', 'FREQ=DAILY;UNTIL=20270329T150000Z', 3],
    ['an instant a second before it', 'FREQ=DAILY;UNTIL=20270329T145959Z', 2],
    ['a local date', 'FREQ=DAILY;UNTIL=20270329', 3],
    ['a local time', 'FREQ=DAILY;UNTIL=20270329T180000', 3],
    ['a local time a second before', 'FREQ=DAILY;UNTIL=20270329T175959', 2],
  ])('as %s is inclusive', (_, text, expected) => {
    const until = recurring(text, '2027-03-27T18:00:00+02:00', '2027-03-27T20:00:00+02:00', 'Europe/Helsinki')
    expect(occurrences(until, '2027-03-26T00:00:00Z', '2027-04-26T00:00:00Z')).toHaveLength(expected)
  })
})

describe('examples of RFC 5545', () => {
  test.each([
    ['FREQ=MONTHLY;BYDAY=-1FR', '2027-01-29T09:00:00Z', ['2027-01-29', '2027-02-26', '2027-03-26']],
    ['FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3', '2027-01-07T09:00:00Z', ['2027-01-07', '2027-02-04', '2027-03-04']],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '2027-01-31T09:00:00Z', ['2027-01-31', '2027-02-28', '2027-03-31']],
    ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', '2026-11-13T09:00:00Z', ['2026-11-13']],
    [
      'FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,SU',
      '2027-01-05T09:00:00Z',
      [
        '2027-01-05',
        '2027-01-17',
        '2027-01-19',
        '2027-01-31',
        '2027-02-02',
        '2027-02-14',
        '2027-02-16',
        '2027-02-28',
        '2027-03-02',
        '2027-03-14',
        '2027-03-16',
        '2027-03-28',
        '2027-03-30',
      ],
    ],
    [
      'FREQ=MONTHLY;BYDAY=MO,2TU',
      '2027-01-04T09:00:00Z',
      [
        '2027-01-04',
        '2027-01-11',
        '2027-01-12',
        '2027-01-18',
        '2027-01-25',
        '2027-02-01',
        '2027-02-08',
        '2027-02-09',
        '2027-02-15',
        '2027-02-22',
        '2027-03-01',
        '2027-03-08',
        '2027-03-09',
        '2027-03-15',
        '2027-03-22',
        '2027-03-29',
      ],
    ],
  ])('%s', (text, first, expected) => {
    expect(arrivals(text, first, '2027-03-31T23:00:00Z')).toEqual(expected)
  })
})

describe('a hostile rule', () => {
  test.each([
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31', '1970-01-01T10:00:00Z'],
    ['FREQ=DAILY;INTERVAL=999999', '1970-01-01T10:00:00Z'],
    ['FREQ=DAILY;COUNT=1000000000', '1970-01-01T10:00:00Z'],
    ['FREQ=DAILY;BYMONTHDAY=29;BYMONTH=2;BYDAY=TU', '2028-02-29T10:00:00Z'],
    ['FREQ=WEEKLY;BYMONTH=2;BYDAY=MO,TU;BYSETPOS=2;COUNT=1000000', '1970-02-03T10:00:00Z'],
    ['FREQ=WEEKLY;INTERVAL=52;BYMONTH=1', '1970-01-01T10:00:00Z'],
    ['FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2,1;COUNT=100000', '1970-01-31T10:00:00Z'],
    [
      `FREQ=YEARLY;BYYEARDAY=${range(1, 200).join()};BYSETPOS=${range(1, 60).join()};COUNT=100000`,
      '1970-01-01T10:00:00Z',
    ],
    [
      `FREQ=YEARLY;BYDAY=${range(1, 53)
        .map((nth) => `${nth}MO,-${nth}TU`)
        .join()};BYWEEKNO=1`,
      '1970-01-05T10:00:00Z',
    ],
    ['FREQ=DAILY;INTERVAL=2000000000;BYMONTHDAY=1,31;COUNT=2000000000', '9998-12-31T10:00:00Z'],
    ['FREQ=MONTHLY;INTERVAL=2000000000', '9999-12-01T10:00:00Z'],
    ['FREQ=WEEKLY;INTERVAL=2000000000;COUNT=2', '9999-12-27T10:00:00Z'],
    ['FREQ=YEARLY;INTERVAL=2000000000;COUNT=2', '9999-12-27T10:00:00Z'],
    ['FREQ=YEARLY;INTERVAL=400;BYMONTHDAY=29;BYMONTH=2', '2000-02-29T10:00:00Z'],
  ])('asks rrule for no more than the months of its 300 years: %.60s', (text, first) => {
    const { parts } = parseRecurrenceRule(text)
    const recurrence = new Recurrence(
      { rule: text, arrival: iso(first), departure: iso(first) + HOUR_MS, timeZone: 'Europe/Helsinki' },
      parts,
    )
    const asked = vi.spyOn(RRule.prototype, 'all')
    recurrence.startsOnRule()
    for (const from of ['2026-11-22T00:00:00Z', '9000-01-01T00:00:00Z']) {
      recurrence.nextDepartingAfter(iso(from))
      recurrence.overlapping({ from: iso(from), to: iso(from) + 400 * DAY_MS })
    }
    expect(asked.mock.calls.length).toBeLessThanOrEqual(300 * 12)
    asked.mockRestore()
  })
})
