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

/** How many views are drawn beyond each side, and how many must be left there before more is drawn. */
const MARGIN = 0.75
const LEAST_MARGIN = 0.125
/** So many views wide is too much: of what is drawn hardly anything is in sight. */
const WIDEST = 8

/**
 * The stretch to draw for a view: what is drawn already while that reaches beyond both of its edges, so that it changes
 * seldom while the view moves; else most of a view more on each side.
 */
export function drawnRange({ from, span }: TimeView, drawn?: TimeDomain): TimeDomain {
  const least = { from: from - span * LEAST_MARGIN, to: from + span * (1 + LEAST_MARGIN) }
  if (drawn && drawn.from <= least.from && drawn.to >= least.to && drawn.to - drawn.from <= span * WIDEST) return drawn
  return { from: from - span * MARGIN, to: from + span * (1 + MARGIN) }
}

/** How far the name of a day is from its midnight (px), so that it stays at the view's left edge and within its day. */
export function dayNamePx(
  day: TimeDomain,
  { from, msPerPx }: { from: number; msPerPx: number },
  namePx: number,
): number {
  const room = (day.to - day.from) / msPerPx - namePx
  return Math.max(0, Math.min((from - day.from) / msPerPx, room))
}

/** A scale in steps of about 19 %, so that labels and marks are thought over seldom while zooming. */
export function coarse(msPerPx: number): number {
  return 2 ** (Math.round(Math.log2(msPerPx) * 4) / 4)
}

/** Where a stretch of time stands in what is as wide as the domain. */
export function placeOf({ from, to }: TimeDomain, domain: TimeDomain): { left: string; width: string } {
  const span = domain.to - domain.from
  return { left: `${((from - domain.from) / span) * 100}%`, width: `${((to - from) / span) * 100}%` }
}

/** Now at a quarter from the left: what comes counts more than what was. */
export function aroundNow(now: number, span: number): TimeView {
  return { from: now - span / 4, span }
}

/** The view that a link names (`at`: its beginning in UTC, `span`: hours), else the usual one around now. */
export function viewFromUrl(
  { at, span: spanHours }: { at: string | null; span: string | null },
  now: number,
  usualHours: number,
): TimeView {
  const hours = Number(spanHours)
  const span = (Number.isFinite(hours) && hours > 0 ? hours : usualHours) * HOUR_MS
  const from = at ? Date.parse(`${at}Z`) : Number.NaN
  return Number.isFinite(from) ? { from, span } : aroundNow(now, span)
}
