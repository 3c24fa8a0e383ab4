import {
  type DepotTimeline,
  isPreconditioning,
  leastInSeconds,
  momentsBetween,
} from '@/lib/planner/invariants/depot-timeline'
import type { StayFacts } from '@/lib/planner/invariants/stay-facts'
import { exceeds, type Violation } from '@/lib/planner/invariants/violation'
import type { DepotPlan, SchedulePlan } from '@/lib/planner/plan'

const rule = 'preconditioning is reserved evenly before the departure'

/** The reserved load lies in its time, is even, and yields only to the vehicle's maximum and to a site without room. */
export function checkPreconditioning(timeline: DepotTimeline, stay: StayFacts, plan: SchedulePlan): Violation[] {
  const { fromMs, toMs, powerKw, energyKwh } = stay.preconditioning
  const scheduleId = stay.schedule.id
  const found: Violation[] = []
  let drawnKwh = 0
  for (const segment of plan.segments.filter(isPreconditioning)) {
    const { from, to, powerkW } = segment
    drawnKwh += segment.energykWh
    if (powerkW > 0 && (from < fromMs - 1000 || to > toMs)) {
      found.push({ rule, scheduleId, atMs: from, found: `draws ${from} to ${to}, reserved is ${fromMs} to ${toMs}` })
    }
  }
  if (exceeds(drawnKwh, energyKwh)) found.push({ rule, scheduleId, found: `${drawnKwh} kWh of ${energyKwh}` })
  const wantedKw = Math.min(powerKw, stay.maxPowerKw)
  const [first, end] = momentsBetween(timeline, fromMs + 1000, toMs)
  for (let k = first; k < end; k++) {
    const shortKw = wantedKw - drawnKw(plan, timeline.cutsMs[k] ?? 0)
    if (
      exceeds(shortKw, 0) &&
      exceeds(
        leastInSeconds(timeline, k, (j) => reservedRoomKw(timeline, j)),
        0,
      )
    ) {
      found.push({ rule, scheduleId, atMs: timeline.cutsMs[k], found: `${shortKw} kW less than the site has room for` })
      break
    }
  }
  return found
}

/** Room that base, fixed and reserved loads leave: charging yields to preconditioning. */
function reservedRoomKw({ limitKw, baseKw, fixedKw, preconditioningKw, efficiency }: DepotTimeline, k: number): number {
  const aboveBaseKw = ((limitKw[k] ?? 0) - (baseKw[k] ?? 0)) * efficiency
  return aboveBaseKw - (fixedKw[k] ?? 0) - (preconditioningKw[k] ?? 0)
}

function drawnKw(plan: SchedulePlan, atMs: number): number {
  const segment = plan.segments.find(({ from, to }) => from <= atMs && atMs < to)
  return segment && isPreconditioning(segment) ? segment.powerkW : 0
}

/** What a plan draws for preconditioning, in kWh. */
export function preconditionedKwh(plan: DepotPlan['plans'][string]): number {
  return plan.segments.reduce((sum, segment) => sum + (isPreconditioning(segment) ? segment.energykWh : 0), 0)
}
