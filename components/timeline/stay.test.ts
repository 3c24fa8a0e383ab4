import { expect, test } from 'vitest'
import { shapeStay } from '@/components/timeline/stay'
import type { Plan } from '@/lib/contract/plan'
import type { EvSchedule } from '@/lib/contract/schedule'

const from = Date.parse('2026-11-22T20:00:00Z')
const HOUR_MS = 3_600_000

function schedule(plan: Plan | undefined, more: Partial<EvSchedule> = {}): EvSchedule {
  return {
    id: 's1',
    evId: 'bus-1',
    locationUid: 'north',
    plannedArrivalTime: new Date(from).toISOString(),
    plannedDepartureTime: new Date(from + 10 * HOUR_MS).toISOString(),
    targetSoC: 90,
    priority: 0,
    plan,
    ...more,
  }
}

const segment = (startHour: number, endHour: number, powerkW: number) => ({
  from: from + startHour * HOUR_MS,
  to: from + endHour * HOUR_MS,
  powerkW,
})

test('power is drawn over the stay, against the vehicle’s maximum', () => {
  const plan = {
    endSoc: 90,
    schedule: { ev: { maxPowerkW: 150 } },
    pastSegments: [segment(0, 2, 150)],
    segments: [segment(2, 5, 0), segment(5, 10, 75)],
  }
  const stay = shapeStay(schedule(plan))
  expect(stay.pastPath).toBe('M0 100V0H200V100Z')
  expect(stay.planPath).toBe('M500 100V50H1000V100Z')
})

test('what lies outside of the stay is cut off, and power above the maximum too', () => {
  const plan = {
    endSoc: 90,
    schedule: { ev: { maxPowerkW: 100 } },
    segments: [segment(-3, 5, 140), segment(12, 13, 50)],
  }
  expect(shapeStay(schedule(plan)).planPath).toBe('M0 100V0H500V100Z')
})

test.each([
  [undefined, undefined, 'unplanned'],
  [90, undefined, 'well'],
  [89.2, undefined, 'well'],
  [85, undefined, 'miss'],
  [85, 60, 'short'],
  [55, 60, 'miss'],
] as const)('a plan that ends at %s with a minimum of %s is "%s" for a target of 90', (endSoc, minimumSoC, outcome) => {
  expect(shapeStay(schedule(endSoc === undefined ? undefined : { endSoc }, { minimumSoC })).outcome).toBe(outcome)
})
