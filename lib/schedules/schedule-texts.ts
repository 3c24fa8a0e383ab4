import type { EvSchedule } from '@/lib/contract/schedule'
import { nightView } from '@/lib/schedules/ev-schedule'
import type { ScheduleText } from '@/lib/schedules/read-stays'
import { type Night, nightsIn } from '@/lib/schedules/rule-nights'
import type { Rule } from '@/lib/schedules/schedule-state'
import type { Interval } from '@/lib/time/interval'

/** A rule and the id of the vehicle that it is of. */
export type OwnedRule = { evId: string; rule: Rule }

/** The nights of rules in a range, by rule. */
export function nightsOf(rules: readonly OwnedRule[], range: Interval): { owned: OwnedRule; nights: Night[] }[] {
  return rules.map((owned) => ({ owned, nights: nightsIn(owned.rule, range) }))
}

/**
 * Puts nights without a row among the stored stays, by arrival, then id: a night that has a row is there already.
 * @returns a JSON array as text
 */
export function spliced(stored: readonly ScheduleText[], nights: readonly { evId: string; night: Night }[]): string {
  const rows = new Set(nights.length > 0 ? stored.map(({ id }) => id) : [])
  const expected = nights
    .filter(({ night }) => !rows.has(night.id))
    .map(({ evId, night }) => ({ id: night.id, arrival: night.arrival, json: JSON.stringify(nightView(evId, night)) }))
  const all = [...stored, ...expected].sort(byArrival)
  return `[${all.map(({ json }) => json).join(',')}]`
}

function byArrival(a: { arrival: number; id: string }, b: { arrival: number; id: string }): number {
  return a.arrival - b.arrival || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/** Views in the order of lists: arrival, then id. */
export function inOrder(schedules: EvSchedule[]): EvSchedule[] {
  const time = ({ plannedArrivalTime }: EvSchedule) => Date.parse(plannedArrivalTime)
  return schedules.sort((a, b) => byArrival({ id: a.id, arrival: time(a) }, { id: b.id, arrival: time(b) }))
}
