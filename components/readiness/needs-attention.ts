import { asksForAttention } from '@/lib/contract/enumerations'
import type { Departure, Readiness, ReadinessReason, ReadinessState } from '@/lib/contract/readiness'

/** Reasons for having no plan that pass by themselves. */
const PASSING: ReadonlySet<ReadinessReason> = new Set(['not-planned-yet', 'beyond-horizon'])

/** Whether a plan is on its way: one was asked for, or departures have come and none was made yet. */
export function isPlanning({ lastPlan, departures }: Pick<Readiness, 'lastPlan' | 'departures'>): boolean {
  return lastPlan ? lastPlan.pending : departures.length > 0
}

/**
 * Whether a departure only waits for the planner: what passes by itself, and while a plan is on its way also what looks
 * tight because it has none.
 */
export function waitsForPlan({ state, reason, schedule }: Departure, planning: boolean): boolean {
  if (state === 'no-plan') return reason !== undefined && PASSING.has(reason)
  return planning && state === 'at-risk' && schedule.plan === undefined
}

/** Whether somebody should do something about a departure; one that is still to be planned only has to wait. */
export function needsAttention(departure: Departure, planning: boolean): boolean {
  return asksForAttention(departure.state) && !waitsForPlan(departure, planning)
}

/** The departures that a search and a choice of state leave; the search reads names, plates, blocks and ids. */
export function filterDepartures(
  departures: readonly Departure[],
  { query, state }: { query: string; state: ReadinessState | null },
): Departure[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return departures.filter((departure) => {
    if (state && departure.state !== state) return false
    if (words.length === 0) return true
    const { schedule, vehicleName = '', licensePlate = '' } = departure
    const text = [vehicleName, licensePlate, schedule.evId, schedule.blockId ?? ''].join(' ').toLocaleLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** How many departures are in each state that occurs. */
export function countStates(departures: readonly Departure[]): ReadonlyMap<ReadinessState, number> {
  const counts = new Map<ReadinessState, number>()
  for (const { state } of departures) counts.set(state, (counts.get(state) ?? 0) + 1)
  return counts
}
