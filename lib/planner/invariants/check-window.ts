import {
  type DepotTimeline,
  isPreconditioning,
  momentsBetween,
  usefulRoomKw,
} from '@/lib/planner/invariants/depot-timeline'
import type { StayFacts } from '@/lib/planner/invariants/stay-facts'
import { exceeds, type Violation } from '@/lib/planner/invariants/violation'
import type { SchedulePlan, Segment } from '@/lib/planner/plan'

/** Charging ends at the deadline; the margin is used only where the plan says so, and only for what is missing. */
export function checkWindow(
  timeline: DepotTimeline,
  stays: StayFacts[],
  stay: StayFacts,
  plan: SchedulePlan,
): Violation[] {
  const late = plan.segments.filter((segment) => {
    return !isPreconditioning(segment) && kwhWithin(segment, stay.deadlineMs + 1000, stay.lastMs) > 0
  })
  const found: Violation[] = late.map(({ from, to }) => ({
    rule: 'charging ends at the deadline',
    scheduleId: stay.schedule.id,
    atMs: from,
    found: `charges until ${to}, deadline ${stay.deadlineMs}`,
  }))
  return [...found, ...checkMargin(timeline, stays, stay, plan)]
}

function kwhWithin({ from, to, powerkW }: Segment, fromMs: number, toMs: number): number {
  return (Math.max(0, Math.min(to, toMs) - Math.max(from, fromMs)) * powerkW) / 3_600_000
}

function checkMargin(timeline: DepotTimeline, stays: StayFacts[], stay: StayFacts, plan: SchedulePlan): Violation[] {
  const rule = 'the margin is used only for what is missing, and the plan says it'
  const scheduleId = stay.schedule.id
  const inMarginKwh = plan.segments.reduce((sum, segment) => sum + kwhWithin(segment, stay.lastMs, stay.endMs), 0)
  if (!plan.usesMargin) return inMarginKwh > 0 ? [{ rule, scheduleId, found: 'charges in the margin silently' }] : []
  if (inMarginKwh <= 0) return [{ rule, scheduleId, found: 'usesMargin, but charges nothing there' }]
  const unused = isPlain(stay) ? unusedMs(timeline, stays, stay, plan) : undefined
  if (unused === undefined) return []
  return [{ rule, scheduleId, atMs: unused, found: `${inMarginKwh} kWh, though the window has room` }]
}

/** Minimum powers, blocks and ideals can leave room that is of no use. */
function isPlain({ schedule, pausable, floorPowerKw, boundByCurve }: StayFacts): boolean {
  return pausable && !boundByCurve && floorPowerKw === 0 && schedule.settings.powerRules.length === 0
}

/**
 * A moment of the window in which the vehicle could charge more: below its maximum, and the site has room. Beside vehicles
 * with a minimum power none is judged: one that needs little may draw it for a part of an interval, and part of the room is
 * then of no use.
 */
function unusedMs(
  timeline: DepotTimeline,
  stays: StayFacts[],
  stay: StayFacts,
  plan: SchedulePlan,
): number | undefined {
  const isBesideLeast = (ms: number) =>
    stays.some(({ floorPowerKw, startMs, endMs }) => floorPowerKw > 0 && startMs <= ms && ms < endMs)
  for (const segment of plan.segments) {
    if (segment.from >= stay.deadlineMs || isPreconditioning(segment)) continue
    if (!exceeds(stay.maxPowerKw, segment.powerkW)) continue
    const [first, end] = momentsBetween(timeline, segment.from, Math.min(segment.to, stay.deadlineMs))
    for (let k = first; k < end; k++) {
      const ms = timeline.cutsMs[k] ?? 0
      if (usefulRoomKw(timeline, k) * (timeline.hours[k] ?? 0) > 1e-4 && !isBesideLeast(ms)) return ms
    }
  }
  return undefined
}
