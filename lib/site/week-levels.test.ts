import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WEEKDAYS } from '@/lib/contract/enumerations'
import { baseLoadIntervals, tariffLevels } from '@/lib/site/week-levels'

const at = (text: string) => Date.parse(text)
const everyDay = (from: string, to: string, powerkW: number) => WEEKDAYS.map((day) => ({ day, from, to, powerkW }))

describe('baseLoadIntervals', () => {
  it('reads a typical week in the depot’s own time zone', () => {
    const range = { from: at('2026-11-23T00:00Z'), to: at('2026-11-24T00:00Z') }
    const weekly = [{ day: 'MO' as const, from: '06:00', to: '08:00', powerkW: 40 }]
    expect(baseLoadIntervals({ weekly }, 'Europe/Helsinki', range)).toEqual([
      { from: at('2026-11-23T04:00Z'), to: at('2026-11-23T06:00Z'), powerkW: 40 },
    ])
  })

  it('makes a slot an hour longer in the night that the clock goes back, and shorter when it goes forward', () => {
    const hours = (from: string, to: string) =>
      baseLoadIntervals({ weekly: everyDay('01:00', '05:00', 10) }, 'Europe/Berlin', {
        from: at(from),
        to: at(to),
      }).map((interval) => (interval.to - interval.from) / 3_600_000)
    expect(hours('2026-10-24T20:00Z', '2026-10-25T20:00Z')).toEqual([5])
    expect(hours('2026-03-28T20:00Z', '2026-03-29T20:00Z')).toEqual([3])
    expect(hours('2026-06-28T20:00Z', '2026-06-29T20:00Z')).toEqual([4])
  })

  it('lets a date override the week, and a slot reach over midnight', () => {
    const range = { from: at('2026-11-23T12:00Z'), to: at('2026-11-24T12:00Z') }
    const dates = [{ from: at('2026-11-23T23:00Z'), to: at('2026-11-24T01:00Z'), powerkW: 99 }]
    expect(baseLoadIntervals({ weekly: everyDay('22:00', '02:00', 30), dates }, 'UTC', range)).toEqual([
      { from: at('2026-11-23T22:00Z'), to: at('2026-11-23T23:00Z'), powerkW: 30 },
      { from: at('2026-11-23T23:00Z'), to: at('2026-11-24T01:00Z'), powerkW: 99 },
      { from: at('2026-11-24T01:00Z'), to: at('2026-11-24T02:00Z'), powerkW: 30 },
    ])
  })

  it('lets a slot that ends a minute before the next, or before midnight, go on until then, and no other', () => {
    const range = { from: at('2026-10-24T00:00Z'), to: at('2026-10-26T00:00Z') }
    const weekly = [...everyDay('06:00', '23:59', 150), ...everyDay('00:00', '05:59', 50)]
    const [, ...later] = baseLoadIntervals({ weekly }, 'Europe/Berlin', range)
    expect(later).toEqual([
      { from: at('2026-10-24T04:00Z'), to: at('2026-10-24T22:00Z'), powerkW: 150 },
      { from: at('2026-10-24T22:00Z'), to: at('2026-10-25T05:00Z'), powerkW: 50 },
      { from: at('2026-10-25T05:00Z'), to: at('2026-10-25T23:00Z'), powerkW: 150 },
      { from: at('2026-10-25T23:00Z'), to: at('2026-10-26T00:00Z'), powerkW: 50 },
    ])
    const apart = [...everyDay('06:00', '12:59', 9), ...everyDay('12:59', '13:00', 1), ...everyDay('14:00', '15:00', 5)]
    const day = { from: at('2026-11-23T00:00Z'), to: at('2026-11-24T00:00Z') }
    expect(baseLoadIntervals({ weekly: apart }, 'UTC', day)).toEqual([
      { from: at('2026-11-23T06:00Z'), to: at('2026-11-23T12:59Z'), powerkW: 9 },
      { from: at('2026-11-23T12:59Z'), to: at('2026-11-23T13:00Z'), powerkW: 1 },
      { from: at('2026-11-23T14:00Z'), to: at('2026-11-23T15:00Z'), powerkW: 5 },
    ])
  })

  it('joins a whole week of one level to one interval', () => {
    const range = { from: at('2026-10-20T00:00Z'), to: at('2026-10-30T00:00Z') }
    expect(baseLoadIntervals({ weekly: everyDay('00:00', '24:00', 5) }, 'Europe/Berlin', range)).toEqual([
      { ...range, powerkW: 5 },
    ])
    expect(baseLoadIntervals(null, 'UTC', range)).toEqual([])
  })
})

describe('tariffLevels', () => {
  const slot = fc.record({
    from: fc.integer({ min: 0, max: 200 }),
    to: fc.integer({ min: 0, max: 200 }),
    perkWh: fc.integer({ min: -3, max: 3 }),
  })

  it('says at every moment what the last slot in the list says that covers it', () => {
    fc.assert(
      fc.property(fc.array(slot, { maxLength: 12 }), fc.integer({ min: 0, max: 200 }), (dates, moment) => {
        const intervals = tariffLevels({ dates }, 'UTC', { from: 10, to: 190 })
        const covers = ({ from, to }: { from: number; to: number }) => from <= moment && moment < to
        const expected = moment >= 10 && moment < 190 ? dates.findLast(covers)?.perkWh : undefined
        expect(intervals.filter(covers).map(({ value }) => value)).toEqual(expected === undefined ? [] : [expected])
        intervals.forEach((interval, index) => {
          const next = intervals[index + 1]
          expect(interval.from).toBeLessThan(interval.to)
          if (next) expect(interval.to).toBeLessThanOrEqual(next.from)
        })
      }),
    )
  })
})
