import { HOUR_MS } from '@/lib/time/interval'

/** The minute in which the tests began, so that two calls never straddle one. */
const BEGIN = Math.floor(Date.now() / 60_000) * 60_000

/** An instant `hours` from the beginning of the tests, as the API takes it. */
export function inHours(hours: number): string {
  return new Date(BEGIN + Math.round(hours * HOUR_MS)).toISOString()
}

/** A posted stay from `from` to `to` hours from the beginning of the tests. */
export function stay(from: number, to: number, more: Record<string, unknown> = {}): Record<string, unknown> {
  return { plannedArrivalTime: inHours(from), plannedDepartureTime: inHours(to), ...more }
}
