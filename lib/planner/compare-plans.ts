import type { DepotPlan, SchedulePlan, Segment } from '@/lib/planner/plan'

/** What a plan means for one schedule. */
export interface ScheduleOutcome {
  endSoc: number
  endTime: number
  energyKwh: number
  reachedTarget: boolean
  usesMargin: boolean
}

/** How one schedule fares in two plans; a side that does not have it is absent. */
export interface ScheduleChange {
  scheduleId: string
  before?: ScheduleOutcome
  after?: ScheduleOutcome
  /** Whether only the times and powers differ, or also what the vehicle leaves with (more than 0.05 points). */
  kind: 'appears' | 'disappears' | 'better' | 'worse' | 'rescheduled'
}

/** The second plan less the first. */
export interface PlanComparison {
  peakKw: number
  peak15Kw: number
  energyKwh: number
  unmetKwh: number
  cost: number
  changes: ScheduleChange[]
  unchanged: number
}

/** Says what changed for which vehicle from plan `a` to plan `b`, in the order of `b`, then those that only `a` has. */
export function comparePlans(a: DepotPlan, b: DepotPlan): PlanComparison {
  return {
    peakKw: b.peakkW - a.peakkW,
    peak15Kw: b.peak15kW - a.peak15kW,
    energyKwh: b.energykWh - a.energykWh,
    unmetKwh: b.unmetkWh - a.unmetkWh,
    cost: b.cost - a.cost,
    ...compareSchedules(a.plans, b.plans),
  }
}

type Plans = DepotPlan['plans']

/** Which vehicles' plans changed from `a` to `b`, and how many did not. */
export function compareSchedules(a: Plans, b: Plans): Pick<PlanComparison, 'changes' | 'unchanged'> {
  const ids = [...Object.keys(b), ...Object.keys(a).filter((id) => b[id] === undefined)]
  const changes = ids.flatMap((id) => changeOf(id, a[id], b[id]) ?? [])
  return { changes, unchanged: ids.length - changes.length }
}

function changeOf(scheduleId: string, a?: SchedulePlan, b?: SchedulePlan): ScheduleChange | undefined {
  const sides = { scheduleId, before: a && outcomeOf(a), after: b && outcomeOf(b) }
  if (!a) return { ...sides, kind: 'appears' }
  if (!b) return { ...sides, kind: 'disappears' }
  const points = b.endSoc - a.endSoc
  if (Math.abs(points) > 0.05) return { ...sides, kind: points > 0 ? 'better' : 'worse' }
  return isSamePower(a.segments, b.segments) ? undefined : { ...sides, kind: 'rescheduled' }
}

function outcomeOf(plan: SchedulePlan): ScheduleOutcome {
  const { endSoc, endTime, energyKwh, reachedTargetSocInSchedule: reachedTarget, usesMargin } = plan
  return { endSoc, endTime, energyKwh, reachedTarget, usesMargin }
}

/** The same power at every moment that both plans cover, to a watt. */
function isSamePower(a: Segment[], b: Segment[]): boolean {
  const from = Math.max(a[0]?.from ?? 0, b[0]?.from ?? 0)
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    const one = a[i] as Segment
    const other = b[j] as Segment
    const overlap = Math.min(one.to, other.to) - Math.max(one.from, other.from, from)
    if (overlap > 0 && Math.abs(one.powerkW - other.powerkW) > 1e-3) return false
    if (one.to <= other.to) i++
    if (other.to <= one.to) j++
  }
  return [...a.slice(i), ...b.slice(j)].every(({ powerkW }) => powerkW === 0)
}
