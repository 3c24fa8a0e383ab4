/** A half-open stretch of time `[from, to)` in epoch milliseconds: two that touch do not overlap. */
export type Interval = { from: number; to: number }

/** Whether `a` and `b` share any time. An empty interval shares none. */
export function overlaps(a: Interval, b: Interval): boolean {
  return Math.max(a.from, b.from) < Math.min(a.to, b.to)
}

/** Whether `instant` lies in `[from, to)`. */
export function includes({ from, to }: Interval, instant: number): boolean {
  return from <= instant && instant < to
}

export const SECOND_MS = 1_000
export const MINUTE_MS = 60_000
/** A clock quarter-hour: over it grids take the mean that they bill. In UTC as in every zone of today. */
export const QUARTER_MS = 900_000
export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000
