import { type RuleTimes, ruleDates } from '@/components/fleet/rule-dates'
import { type Exceptions, splitDay } from '@/components/fleet/rule-request'
import { postedOf, type ScheduleDraft, schedulePatchOf } from '@/components/fleet/schedule-draft'
import { isSound, NEAR_MS } from '@/components/fleet/tried-stay'
import type { PlanOverridesInput } from '@/lib/contract/plan-overrides'
import type { EvSchedule } from '@/lib/contract/schedule'
import { toTimestamp } from '@/lib/contract/timestamp'
import { formatDay } from '@/lib/time/calendar-day'

type TriedRule = {
  vehicleId: string
  /** The rule that is changed, and the draft that showed it; null makes one. */
  changed: { rule: EvSchedule; before: ScheduleDraft } | null
  draft: ScheduleDraft
  /** What the draft says, and its single dates. */
  times: RuleTimes
  exceptions: Exceptions
  /** The vehicle's stays as they are stored. */
  stays: readonly EvSchedule[]
  zone: string
}

/**
 * What is tried while a recurring stay is edited: its dates that are planned together (36 h) as they would be. Null where
 * none of them is that near, something typed is no value, or it goes to another depot.
 */
export function triedRule(
  { vehicleId, changed, draft, times, exceptions, stays, zone }: TriedRule,
  now: number,
): PlanOverridesInput | null {
  const first = formatDay(splitDay(draft, times, zone))
  const stored = comingStays(changed?.rule.id, stays, now).filter(({ day }) => day >= first)
  const left = new Map(stored.map(({ day, id }) => [day, id]))
  const { blockId: _, locationUid: __, ...details } = postedOf(draft, zone)
  const { blockId: ___, locationUid, ...patch } = changed ? schedulePatchOf(changed.before, draft, zone) : {}
  if (!isSound(details) || locationUid !== undefined) return null
  const schedules: NonNullable<PlanOverridesInput['schedules']> = []
  const newSchedules: NonNullable<PlanOverridesInput['newSchedules']> = []
  for (const { day, arrival, departure } of ruleDates(times, zone, now)) {
    if (arrival >= now + NEAR_MS) break
    if (exceptions.skips.has(day)) continue
    const { from, to } = exceptions.changes.get(day) ?? { from: arrival, to: departure }
    const at = { plannedArrivalTime: toTimestamp(from), plannedDepartureTime: toTimestamp(to) }
    const id = left.get(day)
    left.delete(day)
    if (id === undefined) newSchedules.push({ vehicleId, ...details, ...at })
    else schedules.push({ id, ...patch, ...at })
  }
  const removedSchedules = [...left.values()]
  const isNear = schedules.length + newSchedules.length + removedSchedules.length > 0
  return isNear ? { schedules, newSchedules, removedSchedules } : null
}

/** The stays of a rule that have not begun and are planned together, by the day that their ids name. */
function comingStays(ruleId: string | undefined, stays: readonly EvSchedule[], now: number) {
  return stays.flatMap(({ id, plannedArrivalTime }) => {
    const arrival = Date.parse(plannedArrivalTime)
    const isOwn = ruleId !== undefined && id.startsWith(`${ruleId}:`)
    return isOwn && arrival > now && arrival < now + NEAR_MS ? [{ id, day: id.slice(ruleId.length + 1) }] : []
  })
}
