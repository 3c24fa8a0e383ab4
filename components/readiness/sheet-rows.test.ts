import { describe, expect, test } from 'vitest'
import { daysOf, leavesWords, type SheetOrder, sheetRows } from '@/components/readiness/sheet-rows'
import type { Departure } from '@/lib/contract/readiness'

const HELSINKI = { zone: 'Europe/Helsinki', locale: 'en-GB' }

function departure(vehicleName: string, leaves: string, place?: string): Departure {
  return {
    schedule: {
      id: `s-${vehicleName}`,
      evId: vehicleName,
      locationUid: 'north',
      plannedArrivalTime: '2026-11-22T16:00:00.000Z',
      plannedDepartureTime: leaves,
      targetSoC: 90,
      priority: 0,
    },
    vehicleName,
    state: 'ready',
    ...(place && { place: { name: place, stationId: place } }),
  }
}

// Two hours ahead of UTC: the first leaves on the 22nd, the others on the 23rd.
const evening = departure('Bus 10', '2026-11-22T21:30:00.000Z', 'Bay 10')
const midnight = departure('Bus 2', '2026-11-22T22:00:00.000Z', 'Bay 9')
const morning = departure('Bus 1', '2026-11-23T03:10:00.000Z')
const all = [morning, evening, midnight]
const namesOf = (rows: readonly Departure[]) => rows.map((one) => one.vehicleName)

test('the days of a sheet are those of the depot’s zone', () => {
  expect(daysOf(all, 'Europe/Helsinki')).toEqual(['2026-11-22', '2026-11-23'])
  expect(daysOf(all, 'America/New_York')).toEqual(['2026-11-22'])
})

describe('sheetRows', () => {
  test.each<[string | null, SheetOrder, string[]]>([
    [null, 'departure', ['Bus 10', 'Bus 2', 'Bus 1']],
    ['2026-11-23', 'departure', ['Bus 2', 'Bus 1']],
    [null, 'vehicle', ['Bus 1', 'Bus 2', 'Bus 10']],
    [null, 'place', ['Bus 2', 'Bus 10', 'Bus 1']],
  ])(
    'the sheet of %s by %s has each of its departures once, numbers in the order of people: %j',
    (day, order, names) => {
      expect(namesOf(sheetRows(all, { day, order, ...HELSINKI }))).toEqual(names)
    },
  )
})

test('a departure has its time in the depot’s zone, and its weekday where the sheet holds several days', () => {
  expect(leavesWords(morning, HELSINKI, false)).toBe('05:10')
  expect(leavesWords(morning, HELSINKI, true)).toBe('Mon 05:10')
})
