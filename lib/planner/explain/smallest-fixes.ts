import { chargeableKwh } from '@/lib/planner/decide'
import { applyFix, type Fix } from '@/lib/planner/explain/apply-fix'
import { crowdingOf } from '@/lib/planner/explain/crowding'
import { findSwap } from '@/lib/planner/explain/find-swap'
import { planThatHolds } from '@/lib/planner/explain/plan-that-holds'
import { smallestSize } from '@/lib/planner/explain/smallest-size'
import { effectiveTargetSoc, staysOf } from '@/lib/planner/model/stay'
import type { DepotPlan } from '@/lib/planner/plan'
import { parsedOrThrow } from '@/lib/planner/plan-depot'
import type { DepotProblem, DepotSchedule } from '@/lib/planner/problem'

const latestDelayMinutes = 12 * 60
/** A target is lowered by tenths of a point. */
const stepsPerPoint = 10
/** No target is lowered further than this below what the plan gives now, in points: the rest would go to others. */
const mostGivenUpPoints = 1
/** Missing less than this, in kWh, is not missing. */
const enoughKwh = 1e-6
/** Where curves, or vehicles that cannot pause, make the estimate too small, so many plans at most look for the size that holds. */
const mostTries = 10

/**
 * What people could apply at all: a limit that is raised from then on (epoch ms), a later departure until then (epoch ms),
 * a priority up to this, a swap with one of these schedules, and these kinds.
 */
export interface FixLimits {
  raisedFrom?: number
  latestDeparture?: number
  highestPriority?: number
  swapWith?: readonly string[]
  kinds?: readonly Fix['kind'][]
}

/**
 * The smallest fix of each kind that ends a schedule's shortfall, each proven by planning again; a kind that cannot end
 * it is left out. Sizes are rounded up to whole kW, minutes and tenths of a point.
 */
export function smallestFixes(problem: DepotProblem, plan: DepotPlan, scheduleId: string): Fix[] {
  return asOffered([...findFixes(problem, plan, scheduleId)])
}

const OFFERED: readonly Fix['kind'][] = ['swap', 'raise-limit', 'later-departure', 'lower-target', 'higher-priority']

/** Fixes in the order in which people are offered them: what costs no vehicle anything first. */
export function asOffered(fixes: readonly Fix[]): Fix[] {
  return fixes.toSorted((a, b) => OFFERED.indexOf(a.kind) - OFFERED.indexOf(b.kind))
}

/**
 * The same fixes one after another. A search may be ended at any time, so the kinds that need the fewest plans come
 * first: accepting the shortfall is always among what was found.
 */
export function* findFixes(
  given: DepotProblem,
  plan: DepotPlan,
  scheduleId: string,
  limits: FixLimits = {},
): Generator<Fix, void, void> {
  const problem = parsedOrThrow(given)
  const schedule = problem.schedules.find(({ id }) => id === scheduleId)
  const own = plan.plans[scheduleId]
  if (!schedule || !own || own.reachedTargetSocInSchedule || schedule.to <= problem.now) return
  const missingPoints = effectiveTargetSoc(schedule) - own.endSoc
  const short = { schedule, missingPoints, missingKwh: (missingPoints * schedule.ev.batterySizekWh) / 100 }
  const searches: Record<Fix['kind'], () => Fix | undefined> = {
    'later-departure': () => laterDeparture(problem, short, limits),
    'lower-target': () => loweredTarget(problem, short),
    'raise-limit': () => raisedLimit(problem, plan, short, limits),
    swap: () => findSwap(problem, plan, schedule, limits.swapWith),
    'higher-priority': () => higherPriority(problem, plan, short, limits),
  }
  for (const [kind, search] of Object.entries(searches)) {
    if (limits.kinds && !limits.kinds.some((allowed) => allowed === kind)) continue
    const fix = search()
    if (fix) yield fix
  }
}

/** A schedule that the plan leaves short, and by how much. */
type Short = { schedule: DepotSchedule; missingPoints: number; missingKwh: number }

function raisedLimit(
  problem: DepotProblem,
  plan: DepotPlan,
  short: Short,
  { raisedFrom = problem.now }: FixLimits,
): Fix | undefined {
  const { schedule, missingKwh } = short
  const crowding = crowdingOf(problem, plan, schedule.id)
  if (!crowding) return undefined
  const { to } = crowding
  const from = Math.max(crowding.from, raisedFrom)
  if (from >= to) return undefined
  const everybodyKw = problem.schedules.reduce((sum, { ev }) => sum + ev.maxPowerkW, 0) / problem.site.efficiency
  const fixOf = (byKw: number): Fix => ({ kind: 'raise-limit', scheduleId: schedule.id, byKw, from, to })
  return proven(problem, short, fixOf, Math.ceil(everybodyKw), (missingKwh * 3_600_000) / (to - from))?.fix
}

function laterDeparture(
  problem: DepotProblem,
  short: Short,
  { latestDeparture = Number.POSITIVE_INFINITY }: FixLimits,
): Fix | undefined {
  const { schedule, missingKwh } = short
  const most = Math.min(latestDelayMinutes, Math.floor((latestDeparture - schedule.to) / 60_000))
  const fixOf = (byMinutes: number): Fix => {
    const to = schedule.to + byMinutes * 60_000
    return { kind: 'later-departure', scheduleId: schedule.id, byMinutes, to }
  }
  const maxKw = Math.min(schedule.ev.maxPowerkW, schedule.settings.evMaxPowerkW)
  return proven(problem, short, fixOf, most, (missingKwh / maxKw) * 60)?.fix
}

/**
 * In a shared shortage what a lower target gives up may go to others; a target far below what it gets now helps nobody.
 * One below the minimum lowers the minimum with it.
 */
function loweredTarget(problem: DepotProblem, short: Short): Fix | undefined {
  const { schedule, missingPoints } = short
  const { startSoc } = schedule
  const targetSoc = effectiveTargetSoc(schedule)
  const lowest = targetSoc - missingPoints - mostGivenUpPoints
  const fixOf = (tenths: number): Fix => {
    const lowered = Math.floor((targetSoc - tenths / stepsPerPoint) * stepsPerPoint + 1e-6) / stepsPerPoint
    const target = { kind: 'lower-target', scheduleId: schedule.id, targetSoc: lowered } as const
    return lowered < schedule.settings.minimumSoC ? { ...target, minimumSoc: lowered } : target
  }
  const aboveStart = Math.ceil((targetSoc - startSoc) * stepsPerPoint) - 1
  const most = Math.min(aboveStart, Math.floor((targetSoc - lowest) * stepsPerPoint + 1e-6))
  const fix = proven(problem, short, fixOf, most, missingPoints * stepsPerPoint)?.fix
  return fix?.kind === 'lower-target' && fix.targetSoc > startSoc && fix.targetSoc >= lowest - 1e-9 ? fix : undefined
}

/** The lowest priority that suffices, and how many points it costs which vehicles. */
function higherPriority(
  problem: DepotProblem,
  plan: DepotPlan,
  short: Short,
  { highestPriority = Number.POSITIVE_INFINITY }: FixLimits,
): Fix | undefined {
  const { schedule } = short
  const priorities = [...new Set(problem.schedules.map(({ priority }) => priority + 1))]
    .filter((priority) => priority > schedule.priority && priority <= highestPriority)
    .sort((a, b) => a - b)
  const fixOf = (rank: number): Fix => {
    const priority = priorities[rank - 1] ?? schedule.priority
    return { kind: 'higher-priority', scheduleId: schedule.id, priority, costs: [] }
  }
  const found = proven(problem, short, fixOf, priorities.length, 1)
  if (found?.fix.kind !== 'higher-priority') return undefined
  return { ...found.fix, costs: costsOf(problem, plan, found.plan) }
}

function costsOf(problem: DepotProblem, plan: DepotPlan, again: DepotPlan): { scheduleId: string; points: number }[] {
  return problem.schedules.flatMap(({ id }) => {
    const points = (plan.plans[id]?.endSoc ?? 0) - (again.plans[id]?.endSoc ?? 0)
    return points > 0.05 ? [{ scheduleId: id, points }] : []
  })
}

/** The smallest fix of a whole size up to `most`, first tried at `likely`, and the whole plan that proves it. */
function proven(
  problem: DepotProblem,
  { missingKwh }: Short,
  fixOf: (size: number) => Fix,
  most: number,
  likely: number,
): { fix: Fix; plan: DepotPlan } | undefined {
  const missingAt = (size: number) => {
    if (size === 0) return missingKwh
    const fix = fixOf(size)
    return missingIn(applyFix(problem, fix), fix.scheduleId)
  }
  const found = smallestSize(missingAt, most, likely)
  if (found === undefined) return undefined
  return smallestThatHolds(found, most, (size) => {
    const fix = fixOf(size)
    const isReached = ({ plans }: DepotPlan) => plans[fix.scheduleId]?.reachedTargetSocInSchedule === true
    const plan = planThatHolds(applyFix(problem, fix), isReached)
    return plan && { fix, plan }
  })
}

/**
 * What holds at the smallest size from one on: in steps that double until one holds, then halved back; undefined where none of so
 * many tries holds.
 */
function smallestThatHolds<T>(from: number, most: number, holdsAt: (size: number) => T | undefined): T | undefined {
  let [fails, size, tries] = [from - 1, from, 0]
  let held: T | undefined
  for (let step = 1; !held && tries < mostTries && size <= most; step *= 2, tries++) {
    held = holdsAt(size)
    if (held || size === most) break
    fails = size
    size = Math.min(most, size + step)
  }
  for (; held && size - fails > 1 && tries < mostTries; tries++) {
    const middle = Math.floor((fails + size) / 2)
    const smaller = holdsAt(middle)
    if (smaller) [held, size] = [smaller, middle]
    else fails = middle
  }
  return held
}

/** The energy that the schedule misses, in kWh, judged without deciding when; 0 where that is next to nothing. */
function missingIn(problem: DepotProblem, scheduleId: string): number {
  const stays = staysOf(problem)
  const gotKwh = chargeableKwh(problem, stays)
  const stay = stays.find(({ schedule }) => schedule.id === scheduleId)
  const missingKwh = stay ? stay.needKwh - gotKwh[stay.index]! : 0
  return missingKwh > enoughKwh ? missingKwh : 0
}
