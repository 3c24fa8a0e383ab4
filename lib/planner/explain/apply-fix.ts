import type { DepotProblem, DepotSchedule, PowerInterval } from '@/lib/planner/problem'

/** Two vehicles exchange what they leave for: departure, target, minimum and priority. */
export type SwapFix = { kind: 'swap'; scheduleId: string; withScheduleId: string }

/** One change that would end a shortfall. Times are epoch ms. */
export type Fix =
  | SwapFix
  | { kind: 'raise-limit'; scheduleId: string; byKw: number; from: number; to: number }
  /** `minimumSoc`: the target lies below the minimum, which is lowered with it, for the higher of the two is charged. */
  | { kind: 'lower-target'; scheduleId: string; targetSoc: number; minimumSoc?: number }
  | { kind: 'later-departure'; scheduleId: string; to: number; byMinutes: number }
  | { kind: 'higher-priority'; scheduleId: string; priority: number; costs: { scheduleId: string; points: number }[] }

/** The problem as it would be with the fix. */
export function applyFix(problem: DepotProblem, fix: Fix): DepotProblem {
  if (fix.kind === 'raise-limit') return withRaisedLimit(problem, fix)
  if (fix.kind === 'swap') return withSwap(problem, fix)
  const change: Partial<DepotSchedule> =
    fix.kind === 'lower-target'
      ? { targetSoc: fix.targetSoc }
      : fix.kind === 'later-departure'
        ? { to: fix.to }
        : { priority: fix.priority }
  const schedules = problem.schedules.map((schedule) =>
    schedule.id === fix.scheduleId ? withMinimum({ ...schedule, ...change }, fix) : schedule,
  )
  return { ...problem, schedules }
}

function withSwap(problem: DepotProblem, { scheduleId, withScheduleId }: SwapFix): DepotProblem {
  const dutyOf = new Map([
    [scheduleId, problem.schedules.find(({ id }) => id === withScheduleId)],
    [withScheduleId, problem.schedules.find(({ id }) => id === scheduleId)],
  ])
  const schedules = problem.schedules.map((schedule) => withDuty(schedule, dutyOf.get(schedule.id) ?? schedule))
  return { ...problem, schedules }
}

function withDuty(schedule: DepotSchedule, { to, targetSoc, priority, settings }: DepotSchedule): DepotSchedule {
  const { minimumSoC } = settings
  return { ...schedule, to, targetSoc, priority, settings: { ...schedule.settings, minimumSoC } }
}

function withMinimum(schedule: DepotSchedule, fix: Fix): DepotSchedule {
  if (fix.kind !== 'lower-target' || fix.minimumSoc === undefined) return schedule
  return { ...schedule, settings: { ...schedule.settings, minimumSoC: fix.minimumSoc } }
}

/** Raises the limit inside [from, to): outside, what held goes on holding. */
function withRaisedLimit(problem: DepotProblem, { byKw, from, to }: { byKw: number; from: number; to: number }) {
  const { powerLimitkW, limits } = problem.site
  const raised = limits.flatMap((limit) => splitAt(limit, from, to)).map((part) => raise(part, byKw, from, to))
  if (powerLimitkW === null) return { ...problem, site: { ...problem.site, limits: raised } }
  const endMs = Math.max(to, ...problem.schedules.map((schedule) => schedule.to))
  const outside = [
    { from: Math.min(from, problem.now), to: from, powerkW: powerLimitkW },
    { from: to, to: endMs, powerkW: powerLimitkW },
  ].filter((part) => part.to > part.from)
  return { ...problem, site: { ...problem.site, powerLimitkW: powerLimitkW + byKw, limits: [...raised, ...outside] } }
}

function splitAt(limit: PowerInterval, from: number, to: number): PowerInterval[] {
  const cuts = [limit.from, from, to, limit.to].filter((at) => at >= limit.from && at <= limit.to).sort((a, b) => a - b)
  return cuts.slice(1).flatMap((at, k) => {
    const begin = cuts[k] ?? at
    return at > begin ? [{ ...limit, from: begin, to: at }] : []
  })
}

function raise(part: PowerInterval, byKw: number, from: number, to: number): PowerInterval {
  return part.from >= from && part.to <= to ? { ...part, powerkW: part.powerkW + byKw } : part
}
