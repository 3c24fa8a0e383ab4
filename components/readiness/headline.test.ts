import { expect, test } from 'vitest'
import { textIn } from '@/components/messages/text'
import { headlineOf } from '@/components/readiness/headline'
import type { Departure } from '@/lib/contract/readiness'

const departure = (state: Departure['state'], more: Partial<Departure> = {}): Departure => ({
  schedule: {
    ...{ id: state, evId: 'bus-1', locationUid: 'north', targetSoC: 90, priority: 0 },
    ...{ plannedArrivalTime: '2026-11-22T17:00:00.000Z', plannedDepartureTime: '2026-11-23T03:00:00.000Z' },
  },
  state,
  ...more,
})
const unheard = departure('on-track', { reason: 'chargers-connecting' })
const connecting = { connected: 3, stations: 19 }

test.each([
  ['while chargers connect', { departures: [unheard], connecting }, 'The chargers are connecting: 3 of 19'],
  [
    'while all of them are connected, and some have yet to say what is plugged in: others have, and theirs are here',
    { departures: [unheard, departure('on-track')], connecting: { connected: 19, stations: 19 } },
    'Of 1 vehicle it is not known yet whether it is plugged in',
  ],
  [
    'once all have said it of the vehicles that are due',
    { departures: [departure('on-track')], connecting: { connected: 19, stations: 19 } },
    'The next departure will be ready',
  ],
  [
    'then too of what is wrong anyway',
    { departures: [unheard, departure('will-miss')], connecting },
    '1 departure needs attention',
  ],
  ['when they are there', { departures: [departure('on-track')] }, 'The next departure will be ready'],
])('the headline %s', (_, board, words) => {
  expect(headlineOf(board, textIn('en'))).toBe(words)
})
