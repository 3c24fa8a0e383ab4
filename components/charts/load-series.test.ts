import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { highestPowerkW, loadPaths, loadRows, niceScale, peakOf, priceShares } from '@/components/charts/load-series'
import { QUARTER_MS } from '@/lib/time/interval'

const interval = (
  index: number,
  more: { base?: number; ev?: number; limit?: number; price?: number; uncontrolled?: number },
) => ({
  from: new Date(index * QUARTER_MS).toISOString(),
  to: new Date((index + 1) * QUARTER_MS).toISOString(),
  baseLoadkW: more.base ?? 0,
  evPowerkW: more.ev ?? 0,
  limitkW: more.limit,
  pricePerkWh: more.price ?? 0,
  uncontrolledkW: more.uncontrolled ?? 0,
})

test('vehicles stand on the base load; a missing limit leaves a gap', () => {
  const intervals = [interval(0, { base: 10, ev: 30, limit: 80 }), interval(1, { base: 20, ev: 0 })]
  const paths = loadPaths(intervals, { x: (time) => time / QUARTER_MS, y: (powerkW) => 100 - powerkW })
  expect(paths.base).toBe('M0 100V90H1V80H2V100Z')
  expect(paths.total).toBe('M0 60H1V80H2')
  expect(paths.limit).toBe('M0 20H1')
  expect([paths.measured, paths.planned]).toEqual(['', 'polygon(0% 100%, 0% 60%, 1% 60%, 1% 100%)'])
})

test('the strip of the timeline, too, hatches only what is planned', () => {
  const intervals = [{ ...interval(0, { base: 10, ev: 30 }), measuredkW: 30, plannedkW: 50 }, interval(1, { ev: 60 })]
  const paths = loadPaths(intervals, { x: (time) => time / QUARTER_MS, y: (powerkW) => 100 - powerkW })
  expect(paths.measured).toBe('M0 100V60H1V100Z')
  expect(paths.planned).toBe('polygon(1% 100%, 1% 40%, 2% 40%, 2% 100%)')
})

describe('the points of a load', () => {
  const bands = (...intervals: Parameters<typeof loadRows>[0][number][]) =>
    loadRows(intervals).map(({ at, base, measured, planned, wasPlanned, site }) => ({
      ...{ quarter: at / QUARTER_MS, base, measured, planned, wasPlanned, site },
    }))
  const measured = (index: number, ev: number, measuredkW: number, plannedkW: number) => ({
    ...interval(index, { base: 10, ev }),
    ...{ measuredkW, plannedkW },
  })

  test('what was measured is solid and what is planned stands on it: nothing is both', () => {
    expect(bands(measured(0, 30, 30, 50), measured(1, 40, 15, 45), interval(2, { base: 10, ev: 60 }))).toEqual([
      { quarter: 0, base: 10, measured: [10, 40], planned: undefined, wasPlanned: 60, site: 40 },
      { quarter: 1, base: 10, measured: [10, 25], planned: [25, 50], wasPlanned: 55, site: 50 },
      { quarter: 2, base: 10, measured: [10, 25], planned: [25, 50], wasPlanned: 55, site: 50 },
      { quarter: 2, base: 10, measured: undefined, planned: [10, 70], wasPlanned: undefined, site: 70 },
      { quarter: 3, base: 10, measured: undefined, planned: [10, 70], wasPlanned: undefined, site: 70 },
    ])
  })

  test('a limit that ends is drawn to its end', () => {
    const rows = loadRows([interval(0, { limit: 80 }), interval(1, {})])
    expect(rows.map(({ at, limit }) => [at / QUARTER_MS, limit])).toEqual([
      [0, 80],
      [1, 80],
      [1, undefined],
      [2, undefined],
    ])
  })
})

test('the peak is the quarter-hour with the most power', () => {
  const intervals = [interval(0, { base: 10, ev: 30 }), interval(1, { base: 5, ev: 60 }), interval(2, { ev: 20 })]
  expect(peakOf(intervals)).toEqual({ at: QUARTER_MS, powerkW: 65 })
  expect(peakOf([])).toBeNull()
})

test('room is made for the uncontrolled comparison only where it is drawn', () => {
  const intervals = [interval(0, { base: 10, ev: 30, limit: 80, uncontrolled: 300 })]
  expect([highestPowerkW(intervals, false), highestPowerkW(intervals, true)]).toEqual([80, 300])
})

test('equal neighbouring prices are one block, shared out between cheapest and dearest', () => {
  const intervals = [0.1, 0.1, 0.3, 0.2].map((price, index) => interval(index, { price }))
  expect(
    priceShares(intervals).map(({ from, to, share }) => [from / QUARTER_MS, to / QUARTER_MS, Math.round(share * 100)]),
  ).toEqual([
    [0, 2, 0],
    [2, 3, 100],
    [3, 4, 50],
  ])
})

test('one price all day has no dear and no cheap hours', () => {
  expect(priceShares([interval(0, { price: 0.2 })]).map(({ share }) => share)).toEqual([0])
})

test.each([
  [937, 5, 1000, 200],
  [2449, 5, 2500, 500],
  [100, 5, 100, 20],
  [150, 3, 150, 50],
  [900, 2, 1000, 500],
])('an axis for %d with at most %i steps ends at %d', (highest, marks, top, step) => {
  const scale = niceScale(highest, marks)
  expect(scale.top).toBe(top)
  expect(scale.ticks.slice(0, 2)).toEqual([0, step])
})

test('an axis always has room for what it shows, in no more steps than asked for', () => {
  const highest = fc.double({ min: 0.001, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(highest, fc.integer({ min: 2, max: 6 }), (value, marks) => {
      const { top, ticks } = niceScale(value, marks)
      expect(top).toBeGreaterThanOrEqual(value * 0.999)
      expect(ticks.length - 1).toBeLessThanOrEqual(marks)
    }),
  )
})
