import { describe, expect, test } from 'vitest'
import { tickStepHours, zoneTicks } from '@/components/charts/zone-ticks'
import { timeOfDay } from '@/components/format/instant-format'

const BERLIN = 'Europe/Berlin'
const labels = (from: string, to: string, stepHours: number) =>
  zoneTicks(Date.parse(from), Date.parse(to), BERLIN, stepHours).map(({ at }) =>
    timeOfDay(at, { locale: 'en-GB', zone: BERLIN }),
  )

describe('zoneTicks', () => {
  test('marks stand at whole steps of the local clock', () => {
    expect(labels('2026-11-22T20:30:00Z', '2026-11-23T10:00:00Z', 3)).toEqual(['00:00', '03:00', '06:00', '09:00'])
  })

  test('on the night that DST makes longer, 02:00 comes twice', () => {
    expect(labels('2026-10-24T22:00:00Z', '2026-10-25T04:00:00Z', 1)).toEqual([
      '00:00',
      '01:00',
      '02:00',
      '02:00',
      '03:00',
      '04:00',
    ])
  })

  test('on the night that DST makes shorter, 02:00 is left out', () => {
    expect(labels('2026-03-28T23:00:00Z', '2026-03-29T03:00:00Z', 1)).toEqual(['00:00', '01:00', '03:00', '04:00'])
    expect(labels('2026-03-28T23:00:00Z', '2026-03-29T06:00:00Z', 2)).toEqual(['00:00', '04:00', '06:00'])
  })

  test('midnights are marked as such, across a change of the clocks', () => {
    const ticks = zoneTicks(Date.parse('2026-10-23T22:00:00Z'), Date.parse('2026-10-26T23:00:00Z'), BERLIN, 24)
    expect(ticks.map(({ at }) => new Date(at).toISOString())).toEqual([
      '2026-10-23T22:00:00.000Z',
      '2026-10-24T22:00:00.000Z',
      '2026-10-25T23:00:00.000Z',
    ])
    expect(ticks.every(({ midnight }) => midnight)).toBe(true)
  })
})

test.each([
  [6, 1],
  [24, 2],
  [72, 6],
  [168, 12],
])('a view of %i h on 1,100 px has marks every %i h', (hours, step) => {
  expect(tickStepHours((hours * 3_600_000) / 1_100)).toBe(step)
})
