import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NOW } from '@/lib/planning/fixtures/depot-values'
import { type SiteLoadInput, siteIntervals } from '@/lib/site/site-load'
import { type SiteSums, siteSums, siteTotals, together, totalsOf } from '@/lib/site/totals'
import { HOUR_MS, MINUTE_MS } from '@/lib/time/interval'

const QUARTER = HOUR_MS / 4
const range = { from: NOW, to: NOW + 2 * HOUR_MS }
const NOTHING = { powers: [], unmetKwh: 0 }

const input = (parts: Partial<SiteLoadInput>): SiteLoadInput => ({
  ...{ range, baseLoad: [], prices: [], limits: [], efficiency: 1, demand: null },
  ...{ planned: NOTHING, uncontrolled: NOTHING, measured: { until: 0, powers: [], planned: [] } },
  ...parts,
})
/** The load of a time in one piece. */
const siteLoad = (whole: SiteLoadInput) => ({
  intervals: siteIntervals(whole),
  totals: siteTotals(whole, whole.planned),
  uncontrolled: siteTotals(whole, whole.uncontrolled),
})
const priced = (from: number, to: number, perkWh: number, assumed = false) => ({ from, to, perkWh, assumed })

describe('together', () => {
  const quarters = fc.integer({ min: 0, max: 7 })
  const powers = fc.array(
    fc.record({
      begin: fc.integer({ min: 0, max: 110 }),
      minutes: fc.integer({ min: 1, max: 60 }),
      kW: fc.integer({ min: 0, max: 150 }),
    }),
    { maxLength: 6 },
  )
  it('gives for a time in two parts what the whole gives, wherever it is parted', () => {
    fc.assert(
      fc.property(powers, quarters, (drawn, parted) => {
        const planned = {
          powers: drawn.map(({ begin, minutes, kW }) => ({
            ...{ from: NOW + begin * MINUTE_MS, to: NOW + (begin + minutes) * MINUTE_MS, powerkW: kW },
          })),
          unmetKwh: 0,
        }
        const middle = NOW + HOUR_MS
        const demand = {
          perKw: 3,
          periods: [
            { from: 0, to: middle, peakBeforeKw: 20 },
            { from: middle, to: 2 * NOW, peakBeforeKw: 5 },
          ],
        }
        const whole = input({
          prices: [priced(NOW, range.to, 0.2)],
          baseLoad: [{ ...range, powerkW: 7 }],
          demand,
          planned,
        })
        const cut = NOW + Math.max(1, parted) * QUARTER
        const sums = [
          { ...whole, range: { from: range.from, to: cut } },
          { ...whole, range: { from: cut, to: range.to } },
        ].map((part) => siteSums(part, planned))
        const { totals } = siteLoad(whole)
        const joined = totalsOf(together(sums[0] as SiteSums, sums[1] as SiteSums), demand)
        for (const [name, value] of Object.entries(totals))
          expect(joined).toHaveProperty(name, expect.closeTo(value, 2))
      }),
    )
  })
})

describe('a site’s load', () => {
  it('gives means of quarter-hours at the site, the base load in the uncontrolled line too', () => {
    const { intervals, totals } = siteLoad(
      input({
        baseLoad: [{ ...range, powerkW: 10 }],
        limits: [{ ...range, powerkW: 500 }],
        efficiency: 0.8,
        planned: { powers: [{ from: NOW + QUARTER, to: NOW + QUARTER + QUARTER / 3, powerkW: 120 }], unmetKwh: 7 },
        uncontrolled: { powers: [{ from: NOW, to: NOW + QUARTER, powerkW: 40 }], unmetKwh: 0 },
      }),
    )
    expect(intervals).toHaveLength(8)
    expect(intervals[0]).toEqual({
      from: '2026-11-22T18:00:00.000Z',
      to: '2026-11-22T18:15:00.000Z',
      baseLoadkW: 10,
      evPowerkW: 0,
      limitkW: 500,
      uncontrolledkW: 60,
    })
    expect(intervals[1]).toMatchObject({ evPowerkW: 50, uncontrolledkW: 10 })
    expect(totals).toEqual({ peak15kW: 60, peakkW: 160, energykWh: 10, unmetkWh: 7 })
  })

  it('says no cost and no price where there is no tariff, and no limit where there is none', () => {
    const { intervals, totals, uncontrolled } = siteLoad(input({}))
    for (const name of ['energyCost', 'demandCost', 'cost']) {
      expect(totals).not.toHaveProperty(name)
      expect(uncontrolled).not.toHaveProperty(name)
    }
    expect(intervals[0]).not.toHaveProperty('pricePerkWh')
    expect(intervals[0]).not.toHaveProperty('limitkW')
  })

  it('says of a price that it is assumed', () => {
    const prices = [priced(NOW, NOW + QUARTER, 0.2), priced(NOW + QUARTER, range.to, 0.3, true)]
    const { intervals } = siteLoad(input({ prices }))
    expect(intervals[0]).toMatchObject({ pricePerkWh: 0.2 })
    expect(intervals[0]).not.toHaveProperty('priceIsAssumed')
    expect(intervals[1]).toMatchObject({ pricePerkWh: 0.3, priceIsAssumed: true })
  })

  it('counts the vehicles’ energy at the site’s price, and apart from it what its peak adds to the bill', () => {
    const { totals, uncontrolled } = siteLoad(
      input({
        baseLoad: [{ ...range, powerkW: 10 }],
        prices: [priced(NOW, NOW + HOUR_MS, 0.2), priced(NOW + HOUR_MS, range.to, -0.1)],
        efficiency: 0.5,
        demand: { perKw: 2, periods: [{ from: 0, to: 2 * NOW, peakBeforeKw: 100 }] },
        planned: { powers: [{ from: NOW + HOUR_MS / 2, to: range.to, powerkW: 20 }], unmetKwh: 0 },
        uncontrolled: { powers: [{ from: NOW, to: NOW + HOUR_MS / 2, powerkW: 60 }], unmetKwh: 0 },
      }),
    )
    const energyCost = (10 * 0.2 - 20 * 0.1) / 0.5
    expect(totals).toMatchObject({ peak15kW: 50, energykWh: 30, energyCost, demandCost: 0, cost: energyCost })
    expect(uncontrolled).toMatchObject({ peak15kW: 130, energyCost: 12, demandCost: 60, cost: 72 })
  })

  it('bills the mean of a quarter-hour, not the highest instant', () => {
    const demand = { perKw: 1, periods: [{ from: 0, to: 2 * NOW, peakBeforeKw: 0 }] }
    const spike = { powers: [{ from: NOW, to: NOW + 5 * MINUTE_MS, powerkW: 90 }], unmetKwh: 0 }
    expect(siteLoad(input({ demand, planned: spike })).totals).toMatchObject({
      peakkW: 90,
      peak15kW: 30,
      demandCost: 30,
    })
  })

  it('bills each billing period that the range touches for itself', () => {
    const midnight = NOW + HOUR_MS
    const periods = [
      { from: 0, to: midnight, peakBeforeKw: 40 },
      { from: midnight, to: 2 * NOW, peakBeforeKw: 0 },
    ]
    const powers = [
      { from: NOW, to: midnight, powerkW: 50 },
      { from: midnight, to: range.to, powerkW: 30 },
    ]
    const { totals } = siteLoad(input({ demand: { perKw: 2, periods }, planned: { powers, unmetKwh: 0 } }))
    expect(totals.demandCost).toBe(2 * (10 + 30))
  })

  it('counts only what lies in the range', () => {
    const planned = { powers: [{ from: NOW - HOUR_MS, to: NOW + HOUR_MS, powerkW: 50 }], unmetKwh: 0 }
    expect(siteLoad(input({ planned })).totals).toMatchObject({ energykWh: 50, peakkW: 50 })
    const before = { powers: [{ from: NOW - HOUR_MS, to: NOW, powerkW: 50 }], unmetKwh: 0 }
    expect(siteLoad(input({ planned: before })).totals).toMatchObject({ energykWh: 0, peakkW: 0 })
  })

  it('says what was measured only of quarter-hours that are over and that a charger reported, with the plan beside it', () => {
    const powers = [
      { from: NOW, to: NOW + QUARTER, powerkW: 0 },
      { from: NOW + 2 * QUARTER, to: NOW + 3 * QUARTER, powerkW: 30 },
    ]
    const said = [{ from: NOW, to: NOW + QUARTER, powerkW: 80 }]
    const measured = { until: NOW + 2.5 * QUARTER, powers, planned: said }
    const { intervals } = siteLoad(input({ measured, efficiency: 0.5 }))
    expect(intervals[0]).toMatchObject({ measuredkW: 0, plannedkW: 160 })
    expect(intervals[1]).not.toHaveProperty('measuredkW')
    expect(intervals[2]).not.toHaveProperty('measuredkW')
  })
})

const minutes = fc.integer({ min: -30, max: 150 }).map((count) => NOW + count * MINUTE_MS)
const levels = fc.array(fc.record({ from: minutes, to: minutes, powerkW: fc.integer({ min: 0, max: 100 }) }))
const MINUTES = Array.from({ length: 120 }, (_, minute) => NOW + minute * MINUTE_MS)

/** The same sums, minute by minute. */
function minuteModel(powers: { from: number; to: number; powerkW: number }[], basekW: number, efficiency: number) {
  const kw = MINUTES.map((at) =>
    powers.reduce((sum, one) => (one.from <= at && at < one.to ? sum + one.powerkW / efficiency : sum), 0),
  )
  const quarters = Array.from({ length: 8 }, (_, quarter) => kw.slice(quarter * 15, quarter * 15 + 15))
  const means = quarters.map((part) => part.reduce((sum, one) => sum + one, 0) / 15 + basekW)
  return { kw, means }
}

describe('the arithmetic', () => {
  it('is that of a sum minute by minute: means, peaks, energy, energy cost and demand charge', () => {
    const settings = fc.record({
      efficiency: fc.constantFrom(0.5, 0.8, 1),
      basekW: fc.integer({ min: 0, max: 50 }),
      before: fc.integer({ min: 0, max: 300 }),
      perKwh: fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -5, max: 5 })),
    })
    fc.assert(
      fc.property(levels, settings, (powers, { efficiency, basekW, before, perKwh }) => {
        const half = NOW + HOUR_MS
        const { intervals, totals } = siteLoad(
          input({
            efficiency,
            baseLoad: [{ ...range, powerkW: basekW }],
            prices: [priced(NOW, half, perKwh[0]), priced(half, range.to, perKwh[1])],
            demand: { perKw: 3, periods: [{ from: 0, to: 2 * NOW, peakBeforeKw: before }] },
            planned: { powers, unmetKwh: 0 },
            uncontrolled: { powers, unmetKwh: 0 },
          }),
        )
        const { kw, means } = minuteModel(powers, basekW, efficiency)
        const energyCost = kw.reduce((sum, one, minute) => sum + (one / 60) * perKwh[minute < 60 ? 0 : 1], 0)
        const demandCost = 3 * Math.max(0, Math.max(...means) - before)
        intervals.forEach(({ evPowerkW, baseLoadkW, uncontrolledkW }, index) => {
          expect(evPowerkW + baseLoadkW).toBeCloseTo(means[index] ?? 0, 2)
          expect(uncontrolledkW).toBeCloseTo(means[index] ?? 0, 2)
        })
        expect(totals.peak15kW).toBeCloseTo(Math.max(...means), 2)
        expect(totals.peakkW).toBeCloseTo(Math.max(...kw) + basekW, 2)
        expect(totals.energykWh).toBeCloseTo(kw.reduce((sum, one) => sum + one / 60, 0) * efficiency, 2)
        expect(totals.energyCost).toBeCloseTo(energyCost, 2)
        expect(totals.demandCost).toBeCloseTo(demandCost, 2)
        expect(totals.cost).toBeCloseTo(energyCost + demandCost, 2)
      }),
    )
  })
})
