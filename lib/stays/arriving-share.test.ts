import { describe, expect, it } from 'vitest'
import { givenShare, storedShare } from '@/lib/stays/arriving-share'
import { HOUR_MS, MINUTE_MS } from '@/lib/time/interval'

/** Powers of one quarter-hour each. */
const quarters = (...powers: number[]) =>
  powers.map((powerkW, index) => ({ from: index * 15 * MINUTE_MS, to: (index + 1) * 15 * MINUTE_MS, powerkW }))

describe('givenShare: what part of every order a charger gives', () => {
  it.each<[string, number[], number[], number]>([
    ['all of it', [100, 50], [100, 50], 1],
    ['nine tenths of every order', [90, 45], [100, 50], 0.9],
    ['what a meter’s error explains', [98], [100], 1],
    ['half of its order: that is a bound, no share', [50, 50], [100, 100], 1],
    ['half at first, and nine tenths later', [50, 90], [100, 100], 0.9],
    ['more than its order', [110], [100], 1],
    ['without any order', [90], [], 1],
    ['nothing yet', [], [100], 1],
  ])('%s', (_, charged, ordered, expected) => {
    expect(givenShare(quarters(...charged), quarters(...ordered))).toBe(expected)
  })

  it('is not told by a few minutes', () => {
    const charged = [{ from: 0, to: 6 * MINUTE_MS, powerkW: 90 }]
    expect(givenShare(charged, quarters(100))).toBe(1)
  })
})

describe('storedShare: what part of the metered energy the battery has stored', () => {
  /** A battery of 300 kWh that was metered 100 kWh in an hour: 33.3 points without losses. */
  const charged = [{ from: 0, to: HOUR_MS, powerkW: 100 }]
  const read = (startSoc: number | null, soc: number | null) => ({ startSoc, soc, socAt: HOUR_MS })
  it.each<[string, ReturnType<typeof read>, number]>([
    ['all of it', read(40, 73.3), 1],
    ['all of it, as near as whole points tell', read(40, 73), 1],
    ['more: the battery is smaller than was said', read(40, 77), 1],
    ['nineteen twentieths', read(40, 71.2), 0.95],
    ['less than anything on the way can lose: the SoC has dropped', read(40, 62), 1],
    ['too few points to tell', { startSoc: 40, soc: 55, socAt: HOUR_MS / 2 }, 1],
    ['no reading', read(null, null), 1],
  ])('%s', (_, soc, expected) => {
    expect(storedShare(charged, soc, 300)).toBe(expected)
  })

  it('is not known without the size of the battery', () => {
    expect(storedShare(charged, read(40, 60), null)).toBe(1)
  })
})
