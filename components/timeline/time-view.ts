import { DAY_MS, HOUR_MS } from '@/lib/time/interval'

/** What of time a chart shows: `span` milliseconds from `from` (epoch ms) on. */
export type TimeView = { from: number; span: number }
/** The stretch of time that can be reached. */
export type TimeDomain = { from: number; to: number }

export const SHORTEST_SPAN_MS = 6 * HOUR_MS
export const LONGEST_SPAN_MS = 7 * DAY_MS

/** Brings a view inside its bounds: 6 hours to 7 days, within the domain. */
export function boundView({ from, span }: TimeView, domain: TimeDomain): TimeView {
  const bounded = Math.min(Math.max(span, SHORTEST_SPAN_MS), LONGEST_SPAN_MS, domain.to - domain.from)
  return { span: bounded, from: Math.min(Math.max(from, domain.from), domain.to - bounded) }
}

/** Zooms by a factor (above 1: closer) around the point at `ratio` (0 left edge, 1 right edge), which stays in place. */
export function zoomView(view: TimeView, factor: number, ratio: number, domain: TimeDomain): TimeView {
  const anchor = view.from + view.span * ratio
  const { span } = boundView({ from: view.from, span: view.span / factor }, domain)
  return boundView({ from: anchor - span * ratio, span }, domain)
}

/** Moves the view by milliseconds. */
export function panView(view: TimeView, byMs: number, domain: TimeDomain): TimeView {
  return boundView({ from: view.from + byMs, span: view.span }, domain)
}

/**
 * The stretch to draw for a view: half a view more on each side, on a coarse grid, so that it changes seldom while the
 * view moves smoothly.
 */
export function drawnRange({ from, span }: TimeView): TimeDomain {
  const grid = 2 ** Math.floor(Math.log2(span / 2))
  return { from: Math.floor((from - span / 2) / grid) * grid, to: Math.ceil((from + span * 1.5) / grid) * grid }
}
