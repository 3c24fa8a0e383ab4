import type { PlanOverridesInput } from '@/lib/contract/plan-overrides'
import type { Departure } from '@/lib/contract/readiness'
import type { EvSchedule } from '@/lib/contract/schedule'

type Duty = Pick<
  EvSchedule,
  'id' | 'evId' | 'plannedArrivalTime' | 'plannedDepartureTime' | 'targetSoC' | 'minimumSoC' | 'priority'
>

/**
 * With which departures a stay can exchange its duty: another vehicle's that has not left, each is here before the other
 * leaves, and none is still here when its own next stay begins. Stays at other depots are not known here.
 */
export function swapChoices(departures: readonly Departure[], own: Duty, now: number): Departure[] {
  const at = (time: string) => Date.parse(time)
  const mayStay = ({ id, evId, plannedArrivalTime }: Duty, until: number) =>
    !departures.some(
      ({ schedule: next }) =>
        next.evId === evId &&
        next.id !== id &&
        at(next.plannedArrivalTime) >= at(plannedArrivalTime) &&
        at(next.plannedArrivalTime) < until,
    )
  const isPossible = ({ schedule: other, state }: Departure) =>
    other.evId !== own.evId &&
    !state.startsWith('left-') &&
    mayStay(own, at(other.plannedDepartureTime)) &&
    mayStay(other, at(own.plannedDepartureTime)) &&
    at(other.plannedDepartureTime) > now &&
    at(other.plannedArrivalTime) < at(own.plannedDepartureTime) &&
    at(own.plannedArrivalTime) < at(other.plannedDepartureTime)
  return departures
    .filter(isPossible)
    .sort((a, b) => at(a.schedule.plannedDepartureTime) - at(b.schedule.plannedDepartureTime))
}

/** The plan that is tried: each stay with the other's duty. */
export function triedSwap(one: Duty, other: Duty): PlanOverridesInput {
  const taking = ({ id }: Duty, { plannedDepartureTime, targetSoC, minimumSoC, priority }: Duty) => ({
    ...{ id, plannedDepartureTime, targetSoC, priority },
    minimumSoC: minimumSoC ?? null,
  })
  return { schedules: [taking(one, other), taking(other, one)] }
}
