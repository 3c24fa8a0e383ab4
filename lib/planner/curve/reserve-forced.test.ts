import { describe, expect, it } from 'vitest'
import { reserveForced } from '@/lib/planner/curve/reserve-forced'
import type { Demand } from '@/lib/planner/model/demands'
import type { TimeGrid } from '@/lib/planner/model/time-grid'

const HOUR = 3600

/** Three hours under a limit of 100 kW. */
function grid(): TimeGrid {
  return {
    count: 3,
    atS: Float64Array.of(0, HOUR, 2 * HOUR, 3 * HOUR),
    hours: Float64Array.of(1, 1, 1),
    baseKw: new Float64Array(3),
    limitKw: new Float64Array(3).fill(100),
    pricePerKwh: new Float64Array(3),
    efficiency: 1,
  }
}

function demand(given: Partial<Demand>): Demand {
  const { first = 0, end = 1 } = given
  const nothing = { stay: 0, powerKw: 60, minimumKwh: 0, restKwh: 60, marginFirst: 0, marginEnd: 0 }
  return { ...nothing, first, end, likelyKwh: new Float64Array(end - first), ...given }
}

describe('what a trajectory leaves no choice in is taken from the site beforehand', () => {
  it.each([
    ['one interval, at whatever power', { restKwh: 20 }, [{ fromS: 0, toS: HOUR, powerKw: 20 }]],
    ['several, at all that it may draw', { end: 2, restKwh: 120 }, [{ fromS: 0, toS: 2 * HOUR, powerKw: 60 }]],
  ] as const)('%s', (_, given, pieces) => {
    const site = grid()
    expect(reserveForced(site, [demand(given)], 1)).toEqual({ forced: [pieces], free: [] })
    expect(site.baseKw[0]).toBe(pieces[0].powerKw)
  })

  it.each([
    ['what may lie in several intervals', { end: 2, restKwh: 100 }],
    ['what no trajectory says', { likelyKwh: undefined }],
  ])('but not %s', (_, given) => {
    const site = grid()
    const free = [demand(given as Partial<Demand>)]
    expect(reserveForced(site, free, 1)).toEqual({ forced: [[]], free })
    expect(site.baseKw).toEqual(new Float64Array(3))
  })

  it('and nothing where all of it together would pass the limit: there somebody gets less, and who is decided by rank', () => {
    const one = demand({ stay: 0 })
    const other = demand({ stay: 1 })
    const later = demand({ stay: 1, first: 1, end: 2 })
    const { forced, free } = reserveForced(grid(), [one, other, later], 2)
    expect(free).toEqual([one, other])
    expect(forced).toEqual([[], [{ fromS: HOUR, toS: 2 * HOUR, powerKw: 60 }]])
  })
})
