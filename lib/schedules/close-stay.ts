import type { Stay } from '@/lib/schedules/schedule-state'

/**
 * A stay that is removed after charging has begun is history: it ends at `now` and stays. @returns null when nothing
 * has been charged, so that it can be erased
 */
export function closedStay(stay: Stay, now: number): Stay | null {
  const begun = stay.charging?.chargingStartedAt
  if (begun == null) return null
  return { ...stay, arrival: Math.min(stay.arrival, begun, now), departure: Math.min(stay.departure, now) }
}
