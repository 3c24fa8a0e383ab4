import type { DepotPlan, Segment } from '@/lib/planner/plan'
import { planDepot } from '@/lib/planner/plan-depot'
import type { DepotProblem, DepotSchedule } from '@/lib/planner/problem'

/** How many of the incumbent plans changed, from the event on, and by how much energy they differ at most. */
export interface EventEffect {
  plans: number
  changed: number
}

const lateByMs = 5 * 60_000

/** How the plans of the others change when one bus is five minutes late. */
export function oneBusLate(problem: DepotProblem, plan: DepotPlan): EventEffect {
  const late = busThatComesLate(problem)
  if (!late) return { plans: 0, changed: 0 }
  const then = whenOneIsLate(problem, plan, late)
  const { now, schedules } = then
  const again = planDepot(then)
  const others = schedules.filter(({ id }) => id !== late.id)
  const changed = others.filter(({ id }) => !samePower(segmentsFrom(now, plan, id), segmentsFrom(now, again, id)))
  return { plans: others.length, changed: changed.length }
}

/** The one in the middle of those that are still to come. */
export function busThatComesLate({ schedules, now }: DepotProblem): DepotSchedule | undefined {
  const coming = schedules.filter(({ from }) => from > now).sort((a, b) => a.from - b.from)
  return coming[Math.floor(coming.length / 2)]
}

/**
 * The depot at the planned arrival of a bus that is five minutes late: every other vehicle where the plan in force has
 * brought it.
 */
export function whenOneIsLate(problem: DepotProblem, plan: DepotPlan, late: DepotSchedule): DepotProblem {
  const now = late.from
  const schedules = problem.schedules
    .filter(({ to }) => to > now)
    .map((schedule) => (schedule === late ? { ...late, from: late.from + lateByMs } : at(now, schedule, plan)))
  const previous = Object.fromEntries(
    schedules.map(({ id }) => [
      id,
      segmentsFrom(now, plan, id).map(({ from, to, powerkW }) => ({ from, to, powerkW })),
    ]),
  )
  return { ...problem, now, schedules, previous }
}

/** The schedule as it stands at `now`, having followed the plan. */
function at(now: number, schedule: DepotSchedule, plan: DepotPlan): DepotSchedule {
  const segment = plan.plans[schedule.id]?.segments.find(({ from, to }) => from <= now && now < to)
  if (!segment) return schedule
  const part = (now - segment.from) / segment.durationMs
  const startSoc = Math.min(100, segment.startSoc + part * (segment.endSoc - segment.startSoc))
  return { ...schedule, startSoc, charging: segment.powerkW > 0 }
}

function segmentsFrom(now: number, plan: DepotPlan, id: string): Segment[] {
  const segments = plan.plans[id]?.segments ?? []
  return segments.filter(({ to }) => to > now).map((segment) => ({ ...segment, from: Math.max(now, segment.from) }))
}

/** The same power at every moment, to a watt. */
function samePower(a: Segment[], b: Segment[]): boolean {
  const cuts = [...a, ...b].map(({ from }) => from)
  const powerAt = (segments: Segment[], ms: number) =>
    segments.find(({ from, to }) => from <= ms && ms < to)?.powerkW ?? 0
  return cuts.every((ms) => Math.abs(powerAt(a, ms) - powerAt(b, ms)) < 1e-3)
}
