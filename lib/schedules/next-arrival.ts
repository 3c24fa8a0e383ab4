import { occurrencesIn } from '@/lib/schedules/rule-occurrences'
import type { ScheduleState } from '@/lib/schedules/schedule-state'

/** The first arrival of a vehicle in `[after, until)` (epoch ms), occurrences of rules included; null when it has none. */
export function nextArrival(
  { stays, rules }: ScheduleState,
  { after, until }: { after: number; until: number },
): number | null {
  const occurrences = [...rules.values()].flatMap((rule) => occurrencesIn(rule, { from: after, to: until }))
  const arrivals = [...stays.values(), ...occurrences].map(({ arrival }) => arrival)
  const next = Math.min(...arrivals.filter((arrival) => arrival >= after && arrival < until))
  return Number.isFinite(next) ? next : null
}
