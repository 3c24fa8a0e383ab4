import { chargeableKwh } from '@/lib/planner/decide'
import { applyFix, type Fix } from '@/lib/planner/explain/apply-fix'
import { type Crowding, crowdingOf } from '@/lib/planner/explain/crowding'
import type { DepotPlan } from '@/lib/planner/plan'
import { planDepot } from '@/lib/planner/plan-depot'
import type { DepotProblem, DepotSchedule } from '@/lib/planner/problem'
import { staysOf } from '@/lib/planner/stay'

const latestDelayMinutes = 12 * 60
/** A fix is looked for to this share of its range; then it is rounded up to what people can set. */
const steps = 14
/** Where vehicles that cannot pause make the estimate too small, the fix grows by this, so often. */
const growth = 1.05
const mostTries = 6

/**
 * The smallest fix of each kind that ends a schedule's shortfall, each proven by planning again; a kind that cannot end
 * it is left out. Sizes are rounded up to whole kW, minutes and tenths of a point.
 */
export function smallestFixes(problem: DepotProblem, plan: DepotPlan, scheduleId: string): Fix[] {
  const schedule = problem.schedules.find(({ id }) => id === scheduleId)
  const own = plan.plans[scheduleId]
  if (!schedule || !own || own.reachedTargetSocInSchedule || schedule.to <= problem.now) return []
  return [
    raisedLimit(problem, plan, schedule),
    laterDeparture(problem, schedule),
    loweredTarget(problem, schedule),
    higherPriority(problem, plan, schedule),
  ].filter((fix) => fix !== undefined)
}

function raisedLimit(problem: DepotProblem, plan: DepotPlan, schedule: DepotSchedule): Fix | undefined {
  const crowding: Crowding | undefined = crowdingOf(problem, plan, schedule.id)
  if (!crowding) return undefined
  const { from, to } = crowding
  const ownKw = schedule.ev.maxPowerkW / problem.site.efficiency
  const everybodyKw = problem.schedules.reduce((sum, { ev }) => sum + ev.maxPowerkW, 0) / problem.site.efficiency
  const fixOf = (byKw: number): Fix => ({
    kind: 'raise-limit',
    scheduleId: schedule.id,
    byKw: Math.ceil(byKw),
    from,
    to,
  })
  return smallest(problem, fixOf, ownKw, Math.max(ownKw, everybodyKw))
}

function laterDeparture(problem: DepotProblem, schedule: DepotSchedule): Fix | undefined {
  const fixOf = (minutes: number): Fix => {
    const byMinutes = Math.ceil(minutes)
    return { kind: 'later-departure', scheduleId: schedule.id, byMinutes, to: schedule.to + byMinutes * 60_000 }
  }
  return smallest(problem, fixOf, 120, latestDelayMinutes)
}

function loweredTarget(problem: DepotProblem, schedule: DepotSchedule): Fix | undefined {
  const { startSoc, targetSoc } = schedule
  const fixOf = (points: number): Fix => {
    const lowered = Math.floor((targetSoc - points) * 10 + 1e-6) / 10
    return { kind: 'lower-target', scheduleId: schedule.id, targetSoc: Math.max(startSoc, lowered) }
  }
  const fix = smallest(problem, fixOf, targetSoc - startSoc, targetSoc - startSoc)
  return fix?.kind === 'lower-target' && fix.targetSoc > startSoc ? fix : undefined
}

/** The lowest priority that suffices, and whom it costs how many points. */
function higherPriority(problem: DepotProblem, plan: DepotPlan, schedule: DepotSchedule): Fix | undefined {
  const others = [...new Set(problem.schedules.map(({ priority }) => priority))].filter((p) => p >= schedule.priority)
  for (const other of others.sort((a, b) => a - b)) {
    const fix: Fix = { kind: 'higher-priority', scheduleId: schedule.id, priority: other + 1, costs: [] }
    if (!seemsEnough(applyFix(problem, fix), schedule.id)) continue
    const again = planDepot(applyFix(problem, fix))
    if (again.plans[schedule.id]?.reachedTargetSocInSchedule) return { ...fix, costs: costsOf(problem, plan, again) }
  }
  return undefined
}

function costsOf(problem: DepotProblem, plan: DepotPlan, again: DepotPlan): { scheduleId: string; points: number }[] {
  return problem.schedules.flatMap(({ id }) => {
    const points = (plan.plans[id]?.endSoc ?? 0) - (again.plans[id]?.endSoc ?? 0)
    return points > 0.05 ? [{ scheduleId: id, points }] : []
  })
}

/** The smallest size, first sought up to `likely`, that is enough; proven by a whole plan. */
function smallest(problem: DepotProblem, fixOf: (size: number) => Fix, likely: number, most: number): Fix | undefined {
  const isEnough = (size: number) => {
    const fix = fixOf(size)
    return seemsEnough(applyFix(problem, fix), fix.scheduleId)
  }
  let high = isEnough(likely) ? likely : most
  if (high === most && !isEnough(most)) return undefined
  let low = 0
  for (let step = 0; step < steps; step++) {
    const middle = (low + high) / 2
    if (isEnough(middle)) high = middle
    else low = middle
  }
  for (let attempt = 0, size = high; attempt < mostTries && size <= most * growth; attempt++, size *= growth) {
    const fix = fixOf(Math.min(size, most))
    if (planDepot(applyFix(problem, fix)).plans[fix.scheduleId]?.reachedTargetSocInSchedule) return fix
  }
  return undefined
}

/** True when the schedule could get all it needs, judged without deciding when. */
function seemsEnough(problem: DepotProblem, scheduleId: string): boolean {
  const stays = staysOf(problem)
  const gotKwh = chargeableKwh(problem, stays)
  return stays.every((stay) => stay.schedule.id !== scheduleId || stay.needKwh - gotKwh[stay.index]! <= 1e-6)
}
