import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NOW } from '@/lib/planning/fixtures/depot-values'
import { highestPower, type SiteLoadInput, siteLoad } from '@/lib/site/site-load'

const HOUR = 3_600_000
const QUARTER = HOUR / 4
const range = { from: NOW, to: NOW + 2 * HOUR }
const NOTHING = { powers: [], unmetKwh: 0 }

const input = (parts: Partial<SiteLoadInput>): SiteLoadInput => ({
  ...{ range, baseLoad: [], prices: [], limits: [], efficiency: 1, demandChargePerKw: 0, peakSoFarKw: 0 },
  ...{ planned: NOTHING, uncontrolled: NOTHING },
  ...parts,
})

describe('siteLoad', () => {
  it('gives means of quarter-hours at the site, and peaks that are instantaneous', () => {
    const { intervals, totals } = siteLoad(
      input({
        baseLoad: [{ ...range, powerkW: 10 }],
        limits: [{ ...range, powerkW: 500 }],
        efficiency: 0.8,
        planned: { powers: [{ from: NOW + QUARTER, to: NOW + QUARTER + QUARTER / 3, powerkW: 120 }], unmetKwh: 7 },
      }),
    )
    expect(intervals).toHaveLength(8)
    expect(intervals[0]).toEqual({
      from: '2026-11-22T18:00:00.000Z',
      to: '2026-11-22T18:15:00.000Z',
      baseLoadkW: 10,
      evPowerkW: 0,
      limitkW: 500,
      pricePerkWh: 0,
      uncontrolledkW: 0,
    })
    expect(intervals[1]).toMatchObject({ evPowerkW: 50 })
    expect(totals).toEqual({ peakkW: 160, energykWh: 10, unmetkWh: 7, cost: 0 })
  })

  it('says no limit where there is none', () => {
    expect(siteLoad(input({})).intervals[0]).not.toHaveProperty('limitkW')
  })

  it('counts the energy of the vehicles at the site’s price, and the demand charge above the peak so far', () => {
    const { totals, uncontrolled } = siteLoad(
      input({
        baseLoad: [{ ...range, powerkW: 10 }],
        prices: [
          { from: NOW, to: NOW + HOUR, perkWh: 0.2 },
          { from: NOW + HOUR, to: NOW + 2 * HOUR, perkWh: -0.1 },
        ],
        efficiency: 0.5,
        demandChargePerKw: 2,
        peakSoFarKw: 100,
        planned: { powers: [{ from: NOW + HOUR / 2, to: NOW + 2 * HOUR, powerkW: 20 }], unmetKwh: 0 },
        uncontrolled: { powers: [{ from: NOW, to: NOW + HOUR / 2, powerkW: 60 }], unmetKwh: 0 },
      }),
    )
    expect(totals).toMatchObject({ peakkW: 50, energykWh: 30, cost: (10 * 0.2 - 20 * 0.1) / 0.5 })
    expect(uncontrolled).toMatchObject({ peakkW: 130, energykWh: 30, cost: (30 * 0.2) / 0.5 + 2 * 30 })
  })

  it('counts only what lies in the range', () => {
    const planned = { powers: [{ from: NOW - HOUR, to: NOW + HOUR, powerkW: 50 }], unmetKwh: 0 }
    expect(siteLoad(input({ planned })).totals).toMatchObject({ energykWh: 50, peakkW: 50 })
    const before = { powers: [{ from: NOW - HOUR, to: NOW, powerkW: 50 }], unmetKwh: 0 }
    expect(siteLoad(input({ planned: before })).totals).toMatchObject({ energykWh: 0, peakkW: 0 })
  })
})

const minutes = fc.integer({ min: -30, max: 150 }).map((count) => NOW + count * 60_000)
const levels = fc.array(fc.record({ from: minutes, to: minutes, powerkW: fc.integer({ min: -20, max: 100 }) }))

describe('highestPower', () => {
  it('is the highest sum at any minute, whatever overlaps', () => {
    fc.assert(
      fc.property(levels, (all) => {
        const sums = Array.from({ length: 120 }, (_, minute) => {
          const moment = NOW + minute * 60_000
          return all.reduce((sum, { from, to, powerkW }) => (from <= moment && moment < to ? sum + powerkW : sum), 0)
        })
        expect(highestPower(all, range)).toBeCloseTo(Math.max(...sums), 9)
      }),
    )
  })
})

describe('the means', () => {
  it('hold the same energy as the powers, and never more than the peak', () => {
    const powers = fc.array(fc.record({ from: minutes, to: minutes, powerkW: fc.integer({ min: 0, max: 100 }) }))
    fc.assert(
      fc.property(powers, (all) => {
        const { intervals, totals } = siteLoad(input({ planned: { powers: all, unmetKwh: 0 } }))
        const energyKwh = intervals.reduce((sum, { evPowerkW }) => sum + evPowerkW / 4, 0)
        expect(energyKwh).toBeCloseTo(totals.energykWh, 1)
        expect(Math.max(...intervals.map(({ evPowerkW }) => evPowerkW))).toBeLessThanOrEqual(totals.peakkW + 1e-3)
      }),
    )
  })
})
