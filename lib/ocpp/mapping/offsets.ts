import type { ClockSample } from '@/lib/stations/station-state'
import { MINUTE_MS } from '@/lib/time/interval'

// How far the times of messages are from their receipt, and when that is the same, too far behind or too far ahead.

/** Two clocks that are closer than this are together: the rest is the way of the message. */
export const SAME_MS = 2_000
/** Samples of one clock are this close; messages that were kept back are not. */
export const AGREE_MS = 5_000
/** What is this old when it comes is history. Source: the specification of live operation, old messages in 1.6. */
export const OLD_MS = 5 * MINUTE_MS
/** A time that is further ahead than this is no time. */
export const AHEAD_MS = 2 * MINUTE_MS

export const isNear = (a: number, b: number) => Math.abs(a - b) <= AGREE_MS

export function medianOf(samples: readonly ClockSample[]): number {
  const sorted = samples.map(({ offsetMs }) => offsetMs).toSorted((a, b) => a - b)
  return Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0)
}
