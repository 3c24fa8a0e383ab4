import type { ScheduledStay } from '@/lib/schedules/schedule-state'

/**
 * A stay that is removed after charging has begun is history: it ends at `now` and stays; where it
 * came before its planned arrival, it began when charging did. @returns null when nothing
 * has been charged, so that it can be erased
 */
export function closedStay(stay: ScheduledStay, now: number): ScheduledStay | null {
  const begun = stay.charging?.chargingStartedAt
  if (begun == null) return null
  return { ...stay, arrival: stay.arrival <= now ? stay.arrival : Math.min(begun, now), departure: now }
}
