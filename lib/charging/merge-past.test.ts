import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergePast } from '@/lib/charging/merge-past'
import type { Segment } from '@/lib/contract/plan'

const segment = (from: number, to: number, powerkW: number): Segment => ({
  ...{ from, to, durationMs: to - from, powerkW, energykWh: powerkW * (to - from) },
  ...{ startSoc: from, endSoc: to },
})

/** Segments in order, with gaps, of a power of their own. */
const segments = (powerkW: number) =>
  fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 10 })), { maxLength: 6 }).map((list) => {
    let at = 0
    return list.map(([gap, length]) => {
      const from = at + gap
      at = from + length
      return segment(from, at, powerkW)
    })
  })

const powerAt = (list: Segment[], instant: number) =>
  list.find(({ from, to }) => from <= instant && instant < to)?.powerkW ?? null

describe('mergePast', () => {
  test('what was measured replaces what was planned, cutting it with its energy and SoC', () => {
    expect(mergePast([segment(0, 10, 2)], [segment(4, 6, 9)])).toEqual([
      segment(0, 4, 2),
      segment(4, 6, 9),
      segment(6, 10, 2),
    ])
  })

  test('at every moment it is the measured power, else the planned one', () => {
    fc.assert(
      fc.property(segments(2), segments(9), (planned, measured) => {
        const merged = mergePast(planned, measured)
        for (let instant = 0; instant < 100; instant++)
          expect(powerAt(merged, instant)).toBe(powerAt(measured, instant) ?? powerAt(planned, instant))
        for (const [index, { from }] of merged.entries())
          expect(from).toBeGreaterThanOrEqual(merged[index - 1]?.to ?? 0)
      }),
    )
  })
})
