import { describe, expect, it } from 'vitest'
import { WEEKDAYS } from '@/lib/contract/enumerations'
import { meanPrice, priceIntervals } from '@/lib/site/prices'

const HOUR = 3_600_000
const FROM = Date.UTC(2026, 10, 23)
const range = { from: FROM, to: FROM + 24 * HOUR }
const daily = (from: string, to: string, perkWh: number) => WEEKDAYS.map((day) => ({ day, from, to, perkWh }))

describe('priceIntervals', () => {
  it('assumes the mean of what the tariff says where it says nothing, and says so', () => {
    const tariff = { weekly: [...daily('00:00', '06:00', 0.1), ...daily('18:00', '24:00', 0.3)] }
    expect(priceIntervals(tariff, 'UTC', range)).toEqual([
      { from: FROM, to: FROM + 6 * HOUR, perkWh: 0.1, assumed: false },
      { from: FROM + 6 * HOUR, to: FROM + 18 * HOUR, perkWh: 0.2, assumed: true },
      { from: FROM + 18 * HOUR, to: range.to, perkWh: 0.3, assumed: false },
    ])
  })

  it('knows no price where the tariff names none', () => {
    expect(priceIntervals(null, 'UTC', range)).toEqual([])
    expect(priceIntervals({ currency: 'EUR', demandChargePerkW: 9 }, 'UTC', range)).toEqual([])
    expect(priceIntervals({ weekly: [] }, 'UTC', range)).toEqual([])
  })
})

describe('meanPrice', () => {
  it.each([
    [
      'of the week, weighted by time',
      { weekly: [...daily('00:00', '06:00', 0.4), ...daily('06:00', '24:00', 0)] },
      0.1,
    ],
    [
      'of the dates where there is no week',
      {
        dates: [
          { from: 0, to: HOUR, perkWh: 0.3 },
          { from: HOUR, to: 4 * HOUR, perkWh: 0.1 },
        ],
      },
      0.15,
    ],
    [
      'of the week where both are given',
      { weekly: daily('00:00', '24:00', 0.2), dates: [{ from: 0, to: HOUR, perkWh: 5 }] },
      0.2,
    ],
    ['of a slot over midnight', { weekly: daily('22:00', '02:00', 0.2) }, 0.2],
  ])('is the mean %s', (_, tariff, mean) => {
    expect(meanPrice(tariff)).toBeCloseTo(mean, 9)
  })
})
