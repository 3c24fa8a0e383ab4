import { describe, expect, test } from 'vitest'
import { textIn } from '@/components/messages/text'
import { canBeFixed } from '@/components/readiness/can-be-fixed'
import { arrivalWords, socSourceWords, whatIsWrong } from '@/components/readiness/departure-format'
import type { Departure } from '@/lib/contract/readiness'

const now = Date.parse('2026-11-22T20:00:00.000Z')
const reading = { locale: 'en-GB', zone: 'UTC', text: textIn('en') }

function departure(more: Partial<Departure>): Departure {
  return {
    schedule: {
      id: 's1',
      evId: 'bus-7',
      locationUid: 'north',
      plannedArrivalTime: '2026-11-22T18:00:00.000Z',
      plannedDepartureTime: '2026-11-23T04:00:00.000Z',
      targetSoC: 90,
      priority: 0,
    },
    state: 'at-risk',
    ...more,
  }
}

test.each([
  [{ state: 'at-risk', slackMinutes: 12 }, 'Only 12 min to spare at full power.'],
  [{ state: 'at-risk', slackMinutes: -83 }, 'Even at full power it would need 1 h 23 min longer.'],
  [
    { state: 'will-miss', shortfallSoC: 9.6, shortfallkWh: 40, reason: 'site-limit' },
    '9.6 % too little (40 kWh). The depot’s power limit leaves too little.',
  ],
  [{ state: 'not-plugged-in', lateMinutes: 0 }, 'Due now.'],
  [{ state: 'not-plugged-in', lateMinutes: 75 }, 'Due 1 h 15 min ago.'],
  [
    { state: 'not-charging', reason: 'not-charging', since: '2026-11-22T19:14:00.000Z' },
    'It is plugged in, should charge, and does not. Since 19:14.',
  ],
  [
    { state: 'fault', reason: 'fault', since: '2026-11-21T23:05:00.000Z' },
    'Its charger reports a fault. Since yesterday 23:05.',
  ],
  [
    { state: 'falls-behind', deliveredShare: 0.34, since: '2026-11-22T18:30:00.000Z' },
    'It gets 34 % of what was ordered. Since 18:30.',
  ],
  [
    { state: 'left-short', shortfallSoC: 12.4, since: '2026-11-22T19:50:00.000Z' },
    '12 % too little. It left at 19:50.',
  ],
  [{ state: 'left-ready', since: '2026-11-22T19:50:00.000Z' }, null],
  [{ state: 'ready', slackMinutes: 300 }, null],
] as const)('what is wrong with %j is said in one sentence with a number', (more, sentence) => {
  expect(whatIsWrong(departure(more), now, reading)).toBe(sentence)
})

describe('where the planner explains a shortfall', () => {
  const shortfall = {
    cause: 'stay-too-short',
    missingKwh: 70,
    missingPoints: 20,
    endSoc: 70,
    targetSoc: 90,
    missedMinimumSoc: 80,
    neededMinutes: 101,
    availableMinutes: 75,
  } as const
  const explained = (more: Partial<Departure>) =>
    departure({
      ...more,
      schedule: { ...departure({}).schedule, explanation: { slack: {}, shortfall, reasons: [] } },
    })
  const missing = { shortfallSoC: 9.6, shortfallkWh: 34 }

  test.each([
    [
      'its numbers stand beside what is missing of the minimum',
      { state: 'will-miss', reason: 'stay-too-short', ...missing },
      '70.4 % at departure, 34 kWh below its minimum of 80 %. The stay is too short: it has 75 min, full power to 90 % needs 101 min.',
    ],
    [
      'what is missing of the target alone is told as that',
      { state: 'short-of-target', reason: 'stay-too-short', ...missing },
      '80.4 % at departure, 34 kWh below its target of 90 %. The stay is too short: it has 75 min, full power to 90 % needs 101 min.',
    ],
    [
      'another cause that the board knows better stays',
      { state: 'will-miss', reason: 'not-plugged-in', ...missing },
      '70.4 % at departure, 34 kWh below its minimum of 80 %. It is due here and not plugged in.',
    ],
    ['a fault is not explained by a shortfall', { state: 'fault' }, null],
  ] as const)('%s', (_rule, more, sentence) => {
    expect(whatIsWrong(explained(more), now, reading)).toBe(sentence)
  })
})

test.each([
  ['will-miss', { segments: [] }, 'stay-too-short', true],
  ['short-of-target', { segments: [] }, undefined, true],
  ['will-miss', undefined, 'battery-size-unknown', false],
  ['will-miss', { segments: [] }, 'frozen-plan', false],
  ['at-risk', { segments: [] }, undefined, false],
] as const)(
  'a departure that is %s with the plan %j and the reason %s can be fixed: %s',
  (state, plan, reason, can) => {
    const schedule = { ...departure({}).schedule, ...(plan && { plan: { segments: [...plan.segments] } }) }
    expect(canBeFixed(departure({ state, reason, schedule }))).toBe(can)
  },
)

test.each([
  ['since', {}, 'since 18:00'],
  ['due, where it is missing,', { state: 'not-plugged-in', lateMinutes: 120 }, 'due 18:00'],
] as const)('a vehicle is %s the time of its arrival', (_, more, words) => {
  expect(arrivalWords(departure(more), now, reading)).toBe(words)
})

test.each([
  [{ value: 61, source: 'measured', at: '2026-11-22T19:48:00.000Z' }, 'measured 12 min ago'],
  [{ value: 61, source: 'estimated', at: '2026-11-22T19:48:00.000Z', plusMinus: 4.2 }, 'estimated ± 4 %'],
  [{ value: 61, source: 'posted', at: '2026-11-22T19:48:00.000Z', plusMinus: 0.4 }, 'from the timetable'],
] as const)('of a state of charge like %j it is said how it is known', (soc, words) => {
  expect(socSourceWords(departure({ soc }), now, reading)).toBe(words)
})
