import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  boundView,
  dayNamePx,
  drawnRange,
  LONGEST_SPAN_MS,
  panView,
  SHORTEST_SPAN_MS,
  zoomView,
} from '@/components/timeline/time-view'
import { HOUR_MS } from '@/lib/time/interval'

const domain = { from: 0, to: 92 * 24 * HOUR_MS }
const view = fc
  .record({
    from: fc.double({ min: -1e11, max: 1e11, noNaN: true }),
    span: fc.double({ min: 1, max: 1e11, noNaN: true }),
  })
  .map((any) => boundView(any, domain))

describe('a view', () => {
  test('always shows 6 hours to 7 days within the domain, however it is moved', () => {
    const move = fc.oneof(
      fc.record({ by: fc.double({ min: -1e11, max: 1e11, noNaN: true }) }),
      fc.record({
        factor: fc.double({ min: 0.01, max: 100, noNaN: true }),
        ratio: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
    )
    fc.assert(
      fc.property(view, fc.array(move, { maxLength: 20 }), (start, moves) => {
        for (const step of moves) {
          start = 'by' in step ? panView(start, step.by, domain) : zoomView(start, step.factor, step.ratio, domain)
        }
        expect(start.span).toBeGreaterThanOrEqual(SHORTEST_SPAN_MS)
        expect(start.span).toBeLessThanOrEqual(LONGEST_SPAN_MS)
        expect(start.from).toBeGreaterThanOrEqual(domain.from)
        expect(start.from + start.span).toBeLessThanOrEqual(domain.to + 1)
      }),
    )
  })

  test('zooming keeps the time under the pointer in its place', () => {
    const zoomed = zoomView({ from: 100 * HOUR_MS, span: 24 * HOUR_MS }, 2, 0.25, domain)
    expect(zoomed).toEqual({ from: 103 * HOUR_MS, span: 12 * HOUR_MS })
  })

  test('what is drawn reaches beyond both edges, and is not much wider than the view', () => {
    fc.assert(
      fc.property(view, fc.option(view, { nil: undefined }), (shown, before) => {
        const drawn = drawnRange(shown, before && drawnRange(before))
        expect(drawn.from).toBeLessThanOrEqual(shown.from - shown.span / 8)
        expect(drawn.to).toBeGreaterThanOrEqual(shown.from + shown.span * 1.125)
        expect(drawn.to - drawn.from).toBeLessThanOrEqual(shown.span * 8)
      }),
    )
  })

  test('what is drawn stays while the view moves within it', () => {
    const drawn = drawnRange({ from: 100 * HOUR_MS, span: 24 * HOUR_MS })
    expect(drawnRange({ from: 114 * HOUR_MS, span: 24 * HOUR_MS }, drawn)).toBe(drawn)
    expect(drawnRange({ from: 100 * HOUR_MS, span: 12 * HOUR_MS }, drawn)).toBe(drawn)
    expect(drawnRange({ from: 116 * HOUR_MS, span: 24 * HOUR_MS }, drawn)).not.toBe(drawn)
    expect(drawnRange({ from: 112 * HOUR_MS, span: 6 * HOUR_MS }, drawn)).not.toBe(drawn)
  })
})

describe('the name of a day', () => {
  const day = { from: 0, to: 24 * HOUR_MS }
  const at = (hours: number) => dayNamePx(day, { from: hours * HOUR_MS, msPerPx: HOUR_MS / 10 }, 84)

  test('stands at its midnight, then at the left edge of the view, and is pushed out by the next day', () => {
    expect([at(-5), at(0), at(7), at(15.6), at(20), at(40)]).toEqual([0, 0, 70, 156, 156, 156])
  })

  test('stays at its midnight where the day is narrower than it', () => {
    expect(dayNamePx(day, { from: 12 * HOUR_MS, msPerPx: HOUR_MS }, 84)).toBe(0)
  })
})
