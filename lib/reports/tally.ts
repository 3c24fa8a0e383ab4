import type { ReadinessReason } from '@/lib/contract/readiness'
import type { DepartureOfReport } from '@/lib/reports/departure-of-report'

/** The departures of a time by how the vehicles left, each in one kind. */
export type Counts = {
  departures: number
  ready: number
  short: number
  missed: number
  unknown: number
  measured: number
}

/** Counts departures. */
export function countOutcomes(departures: readonly DepartureOfReport[]): Counts {
  const counts = { departures: departures.length, ready: 0, short: 0, missed: 0, unknown: 0, measured: 0 }
  for (const { outcome } of departures) {
    counts[outcome.kind] += 1
    if (outcome.isMeasured) counts.measured += 1
  }
  return counts
}

/** What of the departures of which something is known were ready, and had their minimum, in percent. */
export function sharesOf({ departures, ready, short, unknown }: Counts): {
  readyPercent?: number
  aboveMinimumPercent?: number
} {
  const known = departures - unknown
  if (known === 0) return {}
  const percent = (count: number) => Math.round((count / known) * 1_000) / 10
  return { readyPercent: percent(ready), aboveMinimumPercent: percent(ready + short) }
}

/** How many misses have each cause, the most frequent first; unknown causes together. */
export function causesOf(misses: readonly { outcome: { cause: ReadinessReason | null } }[]) {
  const counts = new Map<ReadinessReason | null, number>()
  for (const { outcome } of misses) counts.set(outcome.cause, (counts.get(outcome.cause) ?? 0) + 1)
  return [...counts]
    .sort(([a, many], [b, few]) => few - many || (String(a) < String(b) ? -1 : 1))
    .map(([cause, count]) => ({ ...(cause !== null && { cause }), count }))
}
