import { occurrencesIn } from '@/lib/schedules/rule-occurrences'
import type { ScheduleState } from '@/lib/schedules/schedule-state'
import { DAY_MS, type Interval } from '@/lib/time/interval'

/** Overlaps with rules are looked for this far ahead. */
export const RULE_HORIZON_MS = 400 * DAY_MS

/** More overlaps than this in one request help nobody. */
const MAX_FOUND = 100

/** One stay of a vehicle to come, from now on. `owner` is the schedule that it belongs to: for an occurrence, its rule. */
export type Placed = Interval & { id: string; owner: string; locationUid: string; changed: boolean }

/** Every stay to come, by arrival: dated ones, and occurrences of rules as far ahead as they are checked. */
export function placements({ stays, rules }: ScheduleState, now: number): Placed[] {
  const placed: Placed[] = []
  const add = (
    id: string,
    owner: string,
    stay: { arrival: number; departure: number; locationUid: string },
    changed: boolean,
  ) => {
    const { locationUid, departure: to } = stay
    if (to > now) placed.push({ id, owner, locationUid, from: Math.max(stay.arrival, now), to, changed })
  }
  for (const stay of stays.values()) if (!stay.occurrence) add(stay.id, stay.id, stay, false)
  for (const rule of rules.values())
    for (const occurrence of occurrencesIn(rule, { from: now, to: now + RULE_HORIZON_MS }))
      add(occurrence.id, rule.id, occurrence, occurrence.changed)
  return placed.sort((a, b) => a.from - b.from)
}

/**
 * The pairs of stays that share time and of which `concerns` is true. A vehicle's stored stays are apart, so few are
 * under way at once, and the search is linear.
 */
export function overlappingPairs(placed: Placed[], concerns: (a: Placed, b: Placed) => boolean): [Placed, Placed][] {
  const found: [Placed, Placed][] = []
  let underWay: Placed[] = []
  for (const stay of placed) {
    underWay = underWay.filter(({ to }) => to > stay.from)
    for (const other of underWay) {
      if (concerns(other, stay)) found.push([other, stay])
      if (found.length >= MAX_FOUND) return found
    }
    underWay.push(stay)
  }
  return found
}
