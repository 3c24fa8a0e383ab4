import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { highestMean, highestPower } from '@/lib/site/peak'

const MINUTE = 60_000
const NOW = Date.UTC(2026, 10, 22, 18)
const range = { from: NOW, to: NOW + 120 * MINUTE }
const minutes = fc.integer({ min: -30, max: 150 }).map((count) => NOW + count * MINUTE)
const levels = fc.array(fc.record({ from: minutes, to: minutes, powerkW: fc.integer({ min: -20, max: 100 }) }))

describe('highestPower', () => {
  it('is the highest sum at any minute, whatever overlaps', () => {
    fc.assert(
      fc.property(levels, (all) => {
        const sums = Array.from({ length: 120 }, (_, minute) => {
          const moment = NOW + minute * MINUTE
          return all.reduce((sum, { from, to, powerkW }) => (from <= moment && moment < to ? sum + powerkW : sum), 0)
        })
        expect(highestPower(all, range)).toBeCloseTo(Math.max(...sums), 9)
      }),
    )
  })
})

describe('highestMean', () => {
  it('takes of a quarter-hour that the range cuts the mean of the part in it, and nothing of an empty range', () => {
    const level = [{ from: NOW, to: NOW + 10 * MINUTE, powerkW: 60 }]
    expect(highestMean(level, range)).toBeCloseTo(40)
    expect(highestMean(level, { from: NOW + 5 * MINUTE, to: NOW + 30 * MINUTE })).toBeCloseTo(30)
    expect(highestMean(level, { from: NOW, to: NOW })).toBe(0)
    expect(highestMean(level, { from: NOW + 5 * MINUTE, to: NOW + 5 * MINUTE })).toBe(0)
  })

  it('is never above the highest power', () => {
    fc.assert(
      fc.property(levels, (all) => {
        expect(highestMean(all, range)).toBeLessThanOrEqual(highestPower(all, range) + 1e-9)
      }),
    )
  })
})
