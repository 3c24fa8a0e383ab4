import { type DepotTimeline, isPreconditioning, momentsBetween, roomKw } from '@/lib/planner/invariants/depot-timeline'
import type { StayFacts } from '@/lib/planner/invariants/stay-facts'
import { exceeds, type Violation } from '@/lib/planner/invariants/violation'
import type { DepotPlan } from '@/lib/planner/plan'

/** Site power stays within the limit; where base and fixed loads alone exceed it, vehicles draw nothing. */
export function checkSite(timeline: DepotTimeline): Violation[] {
  const { limitKw, baseKw, fixedKw, chargingKw, preconditioningKw, efficiency, cutsMs } = timeline
  const found: Violation[] = []
  for (let k = 0; k < limitKw.length; k++) {
    const limit = limitKw[k] ?? 0
    const vehiclesKw = (chargingKw[k] ?? 0) + (preconditioningKw[k] ?? 0)
    const siteKw = (baseKw[k] ?? 0) + ((fixedKw[k] ?? 0) + vehiclesKw) / efficiency
    if (vehiclesKw > 1e-9 && exceeds(siteKw, limit)) {
      found.push({ rule: 'site power stays within the limit', atMs: cutsMs[k], found: `${siteKw} kW, limit ${limit}` })
    }
  }
  return found
}

/**
 * A vehicle that cannot pause and is charging starts at `now`. What others that can pause or wait draw there is no
 * excuse; base, fixed and reserved loads and other blocks under way are.
 */
export function checkCharging(timeline: DepotTimeline, stays: StayFacts[], plan: DepotPlan): Violation[] {
  const underWay = stays.filter((stay) => stay.schedule.from <= (timeline.cutsMs[0] ?? 0) && isUnderWay(stay))
  const ids = new Set(underWay.map(({ schedule }) => schedule.id))
  return underWay.flatMap((stay) => {
    const { id } = stay.schedule
    const segments = plan.plans[id]?.segments ?? []
    const first = segments[0]
    const blockKw = first && !isPreconditioning(first) ? first.powerkW : 0
    if (blockKw > 0 || stay.startMs >= stay.deadlineMs) return []
    const yieldingKw = stays.reduce((sum, { schedule }) => {
      const other = plan.plans[schedule.id]?.segments.find(({ from, to }) => from <= stay.startMs && stay.startMs < to)
      return sum + (ids.has(schedule.id) || !other || isPreconditioning(other) ? 0 : other.powerkW)
    }, 0)
    const [from, to] = momentsBetween(timeline, stay.startMs, stay.startMs + 1000)
    const room = Math.min(...Array.from({ length: to - from }, (_, k) => roomKw(timeline, from + k)))
    if (exceeds(stay.floorPowerKw, room + yieldingKw)) return []
    return [{ rule: 'a block that is charging starts at now', scheduleId: id, atMs: stay.startMs, found: 'waits' }]
  })
}

/** Needs at least a second at its minimum power, and can be charged at all. */
function isUnderWay({ schedule, pausable, maxPowerKw, floorPowerKw, minimumNeedKwh, restNeedKwh }: StayFacts) {
  const worthKwh = floorPowerKw / 3600
  return (
    schedule.charging &&
    !pausable &&
    !schedule.ev.chargingCurve &&
    maxPowerKw >= Math.max(1, floorPowerKw) &&
    minimumNeedKwh + restNeedKwh > worthKwh
  )
}
