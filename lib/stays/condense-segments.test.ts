import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Segment } from '@/lib/contract/plan'
import { condenseSegments } from '@/lib/stays/condense-segments'
import { HOUR_MS, MINUTE_MS, QUARTER_MS } from '@/lib/time/interval'

const NOON = Date.UTC(2026, 0, 12, 12)

const segment = (from: number, to: number, powerkW: number, rest: Partial<Segment> = {}): Segment => ({
  from: NOON + from * MINUTE_MS,
  to: NOON + to * MINUTE_MS,
  powerkW,
  ...rest,
})
const inMinutes = (segments: readonly Segment[]) =>
  segments.map(({ from, to, powerkW }) => [(from - NOON) / MINUTE_MS, (to - NOON) / MINUTE_MS, powerkW])
const energyOf = (segments: readonly Segment[]) =>
  segments.reduce((sum, { from, to, powerkW }) => sum + (powerkW * (to - from)) / HOUR_MS, 0)

/** Segments one after the other, some with a gap before them. */
const courses = fc
  .array(
    fc.record({
      gap: fc.constantFrom(0, 0, 0, 7, 40),
      minutes: fc.integer({ min: 1, max: 90 }),
      powerkW: fc.constantFrom(0, 11, 50.5, 150),
    }),
    {
      maxLength: 12,
    },
  )
  .map((parts) => {
    let at = 3
    return parts.map(({ gap, minutes, powerkW }) => {
      const from = at + gap
      at = from + minutes
      return segment(from, at, powerkW)
    })
  })

describe('condenseSegments', () => {
  it('gives the mean of each quarter-hour, and neighbours of one power as one segment', () => {
    const means = condenseSegments([segment(0, 20, 60), segment(20, 60, 30), segment(60, 90, 30)])
    expect(inMinutes(means)).toEqual([
      [0, 15, 60],
      [15, 30, 40],
      [30, 90, 30],
    ])
  })

  it('counts a gap within a quarter-hour as nothing drawn, and leaves longer gaps open', () => {
    expect(inMinutes(condenseSegments([segment(0, 5, 60), segment(10, 15, 60), segment(45, 60, 60)]))).toEqual([
      [0, 15, 40],
      [45, 60, 60],
    ])
  })

  it('keeps the SoC at both ends and says nothing of the reasons', () => {
    const [mean] = condenseSegments([
      segment(0, 10, 60, { startSoc: 20, endSoc: 22, tag: ['bulk'], powerUnlimited: true }),
      segment(10, 15, 60, { startSoc: 22, endSoc: 23, tag: ['saturation'] }),
    ])
    expect(mean).toEqual({
      from: NOON,
      to: NOON + QUARTER_MS,
      durationMs: QUARTER_MS,
      powerkW: 60,
      energykWh: 15,
      startSoc: 20,
      endSoc: 23,
      paused: false,
    })
  })

  it('keeps the energy of every quarter-hour, ends at quarter-hours within, and changes nothing the second time', () => {
    fc.assert(
      fc.property(courses, (segments) => {
        const means = condenseSegments(segments)
        const edges = new Set(segments.flatMap(({ from, to }) => [from, to]))
        expect(energyOf(means)).toBeCloseTo(energyOf(segments), 3)
        for (const { from, to } of means)
          for (const edge of [from, to]) expect(edge % QUARTER_MS === 0 || edges.has(edge)).toBe(true)
        for (const [index, { from }] of means.entries())
          expect(from).toBeGreaterThanOrEqual(means[index - 1]?.to ?? from)
        expect(inMinutes(condenseSegments(means)).map(([from, to]) => [from, to])).toEqual(
          inMinutes(means).map(([from, to]) => [from, to]),
        )
      }),
    )
  })
})
