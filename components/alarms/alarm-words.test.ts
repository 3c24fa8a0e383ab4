import { describe, expect, test } from 'vitest'
import { alarmAdviceWords, alarmCause } from '@/components/alarms/alarm-words'
import { textIn } from '@/components/messages/text'
import type { Cause } from '@/lib/alarms/decide-alarms'
import { importCause } from '@/lib/alarms/import-cause'
import { limitCause } from '@/lib/alarms/limit-cause'
import { stationCauses } from '@/lib/alarms/station-causes'
import { vehicleCauses } from '@/lib/alarms/vehicle-causes'
import type { Departure } from '@/lib/contract/readiness'

const at = '2026-11-22T18:00:00.000Z'
const departure = (more: Partial<Departure>): Departure => ({
  schedule: {
    ...{ id: 'tonight', evId: 'bus-1', locationUid: 'north', targetSoC: 90, priority: 0 },
    ...{ plannedArrivalTime: at, plannedDepartureTime: '2026-11-23T03:00:00.000Z' },
  },
  ...{ state: 'on-track', ...more },
})
const short = { predictedSoC: 61.4, shortfallSoC: 8.7 }
const lastImport = { id: 'imp_1', name: null, startedAt: Date.parse(at), leftOut: 1, first: 'bus-7', isUndone: false }

const CAUSES: Cause[] = [
  ...limitCause(120, 100),
  ...vehicleCauses([
    departure({ state: 'will-miss', ...short, reason: 'stay-too-short' }),
    departure({ state: 'will-miss', ...short, schedule: { ...departure({}).schedule, minimumSoC: 70 } }),
    departure({ state: 'will-miss', reason: 'not-plugged-in', alsoStates: ['not-plugged-in'] }),
    departure({ state: 'not-charging', reason: 'vehicle-takes-nothing' }),
    departure({ state: 'not-charging' }),
    departure({ state: 'not-plugged-in' }),
    departure({ state: 'falls-behind', deliveredShare: 0.62 }),
    departure({ state: 'falls-behind' }),
  ]),
  ...stationCauses(
    [0, 2].map((vehicles) => ({ stationId: `CP-${vehicles}`, name: 'Charger', since: 5, vehicles })),
    [{ stationId: 'CP-7', place: 'Row B', code: 'GroundFailure', since: 9 }],
  ),
  ...importCause(lastImport, Date.parse(at)),
  ...importCause({ ...lastImport, first: null }, Date.parse(at)),
  ...importCause({ ...lastImport, name: 'fleet.csv', leftOut: 30 }, Date.parse(at)),
]

describe('an alarm in words', () => {
  const seen = ({ kind, cause, about }: Cause) => ({ kind, cause, details: about.details })

  test.each(CAUSES.map((cause) => [cause.kind, cause] as const))('%s is in English what the API says', (_, cause) => {
    expect(alarmCause(seen(cause), textIn('en'))).toBe(cause.cause)
    expect(alarmAdviceWords(seen(cause), textIn('en'))).toBe(cause.advice)
  })

  test.each(['de', 'fi'] as const)('has nothing English in %s', (language) => {
    for (const cause of CAUSES) {
      expect(alarmCause(seen(cause), textIn(language))).not.toBe(cause.cause)
      expect(alarmAdviceWords(seen(cause), textIn(language))).not.toBe(cause.advice)
    }
  })

  test('an alarm of an earlier version has the sentence of then', () => {
    expect(alarmCause({ kind: 'vehicle.will-miss', cause: 'It will.' }, textIn('de'))).toBe('It will.')
  })
})
