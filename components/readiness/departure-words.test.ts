import { expect, test } from 'vitest'
import { textIn } from '@/components/messages/text'
import { whatIsWrong } from '@/components/readiness/departure-words'
import type { Departure } from '@/lib/contract/readiness'

const now = Date.parse('2026-11-22T20:00:00.000Z')
const reading = { locale: 'en-GB', zone: 'UTC', text: textIn('en-GB') }

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
    '9.6 points short (40 kWh). The depot’s power limit leaves too little.',
  ],
  [{ state: 'not-plugged-in', lateMinutes: 75 }, 'Due 1 h 15 min ago.'],
  [{ state: 'ready', slackMinutes: 300 }, null],
] as const)('what is wrong with %j is said in one sentence with a number', (more, sentence) => {
  expect(whatIsWrong(departure(more), now, reading)).toBe(sentence)
})
