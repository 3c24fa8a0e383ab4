import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { batteryEnergyKwh, clipSegments, elapsedSegments } from '@/lib/stays/delivered'

const HOUR = 3_600_000
const FOREVER = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }

describe('clipSegments', () => {
  const segment = { from: 0, to: 4 * HOUR, durationMs: 4 * HOUR, powerkW: 50, energykWh: 200, startSoc: 20, endSoc: 60 }

  it('keeps of a segment the part inside, with its share of energy and SoC', () => {
    expect(clipSegments([segment], { from: HOUR, to: 2 * HOUR })).toEqual([
      { from: HOUR, to: 2 * HOUR, durationMs: HOUR, powerkW: 50, energykWh: 50, startSoc: 30, endSoc: 40 },
    ])
    expect(clipSegments([segment], { from: 4 * HOUR, to: 5 * HOUR })).toEqual([])
  })

  const instants = fc.integer({ min: 0, max: 48 }).map((quarters) => quarters * (HOUR / 4))
  const segments = fc.array(fc.record({ from: instants, to: instants, powerkW: fc.integer({ min: 0, max: 150 }) }))

  it('neither loses nor makes energy: two clips at any moment are the whole', () => {
    fc.assert(
      fc.property(segments, instants, (all, moment) => {
        const before = batteryEnergyKwh(clipSegments(all, { ...FOREVER, to: moment }), FOREVER)
        const after = batteryEnergyKwh(clipSegments(all, { ...FOREVER, from: moment }), FOREVER)
        expect(before + after).toBeCloseTo(batteryEnergyKwh(all, FOREVER), 6)
      }),
    )
  })
})

describe('elapsedSegments', () => {
  it('adds to what was kept what elapsed of the incumbent plan since, and nothing twice', () => {
    const kept = [{ from: 0, to: HOUR, powerkW: 10 }]
    const incumbent = [{ from: 0, to: 3 * HOUR, powerkW: 20 }]
    expect(elapsedSegments(kept, incumbent, 2 * HOUR)).toEqual([...kept, { from: HOUR, to: 2 * HOUR, powerkW: 20 }])
    expect(elapsedSegments([], incumbent, 2 * HOUR)).toEqual([{ from: 0, to: 2 * HOUR, powerkW: 20 }])
  })
})
