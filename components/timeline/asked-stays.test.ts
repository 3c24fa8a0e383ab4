import { describe, expect, it } from 'vitest'
import { partsOf, staysOfRows, timelineRequest } from '@/components/timeline/asked-stays'
import { partsAround } from '@/components/timeline/vehicle-parts'

const fleet = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `bus-${index}`, evModel: index % 2 ? 'Urban' : 'Coach' }))
const BERLIN = 'Europe/Berlin'
const at = (text: string) => Date.parse(text)

describe('staysOfRows', () => {
  it('asks for the vehicles of the rows in sight where the rows hang on the vehicles alone', () => {
    const [part] = staysOfRows(fleet(300), { model: null, hangsOnStays: false }, partsAround(0, 0))
    expect(part?.vehicleIds).toEqual(fleet(50).map(({ id }) => id))
  })

  it('counts rows among those of the chosen model', () => {
    const [part] = staysOfRows(fleet(300), { model: 'Urban', hangsOnStays: false }, partsAround(0, 0))
    expect(part?.vehicleIds.slice(0, 2)).toEqual(['bus-1', 'bus-3'])
  })

  it('asks for all stays where which rows there are hangs on them, and in a small depot', () => {
    expect(staysOfRows(fleet(300), { model: null, hangsOnStays: true }, partsAround(0, 0))).toEqual([null])
    expect(staysOfRows(fleet(20), { model: null, hangsOnStays: false }, partsAround(0, 0))).toEqual([null])
  })
})

describe('partsOf', () => {
  it('asks for local days one by one, in a night in which the clocks change too', () => {
    const range = { from: at('2026-10-24T12:00Z'), to: at('2026-10-25T12:00Z'), zone: BERLIN }
    expect(partsOf(range, [null])).toEqual([
      { from: at('2026-10-23T22:00Z'), to: at('2026-10-24T22:00Z'), of: null },
      { from: at('2026-10-24T22:00Z'), to: at('2026-10-25T23:00Z'), of: null },
    ])
  })

  it('asks for weeks where it is many days, for the same weeks wherever in them the view begins', () => {
    const weekFrom = (text: string) => partsOf({ from: at(text), to: at(text) + 7 * 86_400_000, zone: 'UTC' }, [null])
    expect(weekFrom('2026-11-20T03:00Z')).toEqual(weekFrom('2026-11-21T17:00Z'))
    expect(weekFrom('2026-11-20T03:00Z')).toHaveLength(2)
  })
})

describe('timelineRequest', () => {
  it('names the vehicles, and guests with the last part', () => {
    const of = { vehicleIds: ['a', 'b'], withGuests: true }
    expect(timelineRequest('north', { from: 1, to: 2, of })).toEqual({
      params: { locationUid: 'north' },
      query: { from: '1', to: '2', vehicleId: ['a', 'b'], guests: 'true' },
    })
    expect(timelineRequest('north', { from: 1, to: 2, of: null }).query).toEqual({ from: '1', to: '2' })
  })
})
