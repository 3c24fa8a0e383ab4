import { postedOf, type ScheduleDraft, scheduleInterval, schedulePatchOf } from '@/components/fleet/schedule-draft'
import { isRule } from '@/components/fleet/stay-format'
import type { PlanOverridesInput } from '@/lib/contract/plan-overrides'
import type { EvSchedule } from '@/lib/contract/schedule'

/** So far ahead is planned together, and so can be compared. */
export const NEAR_MS = 36 * 3_600_000

type TriedStay = {
  vehicleId: string
  /** The stay that is changed; null for a new one. */
  changed: { schedule: { id: string }; before: ScheduleDraft } | null
  draft: ScheduleDraft
  zone: string
}

/**
 * What is tried while a stay is edited; null where nothing is to be said of it: nothing is edited, something typed is no
 * number or no time, it goes to another depot, or it is over or later than what is planned together (36 h).
 */
export function triedStay({ vehicleId, changed, draft, zone }: TriedStay, now: number): PlanOverridesInput | null {
  const interval = scheduleInterval(draft, zone)
  if (!interval || interval.to <= interval.from || interval.to <= now || interval.from >= now + NEAR_MS) return null
  if (!changed) {
    const { blockId: _, locationUid: __, ...posted } = postedOf(draft, zone)
    return isSound(posted) ? { newSchedules: [{ vehicleId, ...posted }] } : null
  }
  const { blockId: _, locationUid, ...patch } = schedulePatchOf(changed.before, draft, zone)
  if (locationUid !== undefined || Object.keys(patch).length === 0 || !isSound(patch)) return null
  return { schedules: [{ id: changed.schedule.id, ...patch }] }
}

/** What is tried before a stay is removed, or a recurring one ended; null where it is over or later than is planned together. */
export function removedStay(schedule: EvSchedule, now: number): PlanOverridesInput | null {
  const { id, plannedArrivalTime, plannedDepartureTime } = schedule
  const isNear = Date.parse(plannedArrivalTime) < now + NEAR_MS && Date.parse(plannedDepartureTime) > now
  return isRule(schedule) || isNear ? { removedSchedules: [id] } : null
}

/** What is not a number was left as it was typed. */
export function isSound(sent: object): boolean {
  return Object.entries(sent).every(([name, value]) => name.endsWith('Time') || typeof value !== 'string')
}
