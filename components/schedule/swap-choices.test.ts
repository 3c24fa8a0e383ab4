import { expect, test } from 'vitest'
import { swapChoices, triedSwap } from '@/components/schedule/swap-choices'
import type { Departure } from '@/lib/contract/readiness'
import type { EvSchedule } from '@/lib/contract/schedule'

const NOW = Date.parse('2026-12-02T20:00:00Z')
const stay = (evId: string, arrival: string, departure: string, more: Partial<EvSchedule> = {}) =>
  ({
    ...{ id: `s-${evId}`, evId, locationUid: 'north', targetSoC: 90, priority: 0 },
    plannedArrivalTime: `2026-12-${arrival}:00.000Z`,
    plannedDepartureTime: `2026-12-${departure}:00.000Z`,
    ...more,
  }) as EvSchedule
const departure = (schedule: EvSchedule) => ({ schedule, state: 'on-track' }) as Departure
const own = stay('bus-7', '02T18:00', '03T04:00', { minimumSoC: 60 })

test('a duty can be exchanged with another vehicle’s, where each is here before the other leaves', () => {
  const departures = [
    stay('bus-9', '02T19:00', '03T06:00'),
    stay('bus-8', '02T23:00', '03T03:00', { targetSoC: 70, priority: 2 }),
    stay('bus-7', '03T18:00', '04T04:00'),
    stay('bus-10', '03T05:00', '03T09:00'),
    stay('bus-11', '02T12:00', '02T17:30'),
  ].map(departure)
  expect(swapChoices(departures, own, NOW).map(({ schedule }) => schedule.evId)).toEqual(['bus-8', 'bus-9'])
})

test('a vehicle that has left, or whose next stay would begin before it leaves, is no choice', () => {
  const left = { ...departure(stay('bus-9', '02T19:00', '03T06:00')), state: 'left-ready' } as Departure
  expect(swapChoices([left], own, NOW)).toEqual([])
  const early = departure(stay('bus-8', '02T19:00', '03T02:00'))
  const itsNext = departure(stay('bus-8', '03T03:00', '03T09:00', { id: 's-next' }))
  expect(swapChoices([early, itsNext], own, NOW).map(({ schedule }) => schedule.id)).toEqual(['s-next'])
  const late = departure(stay('bus-9', '02T19:00', '03T06:00'))
  const ownNext = departure(stay('bus-7', '03T05:00', '03T22:00', { id: 's-own' }))
  expect(swapChoices([late, ownNext], own, NOW)).toEqual([])
})

test('what is tried is each stay with the other’s departure, target, minimum and priority', () => {
  const other = stay('bus-8', '02T23:00', '03T03:00', { targetSoC: 70, priority: 2 })
  expect(triedSwap(own, other)).toEqual({
    schedules: [
      { id: 's-bus-7', plannedDepartureTime: other.plannedDepartureTime, targetSoC: 70, priority: 2, minimumSoC: null },
      { id: 's-bus-8', plannedDepartureTime: own.plannedDepartureTime, targetSoC: 90, priority: 0, minimumSoC: 60 },
    ],
  })
})
