import { type DepotTimeline, depotTimeline, isPreconditioning, momentsBetween } from '@/lib/planner/laws/depot-timeline'
import { type StayFacts, stayFacts } from '@/lib/planner/laws/stay-facts'
import type { DepotPlan } from '@/lib/planner/plan'
import type { DepotProblem } from '@/lib/planner/problem'

/** A stay whose energy may move freely between moments: it can pause, has no minimum power and no ideals. */
export interface FreeStay {
  facts: StayFacts
  endSoc: number
  /**
   * Its window as ranges of moments, each with its charging power in kW; in order, apart from one another. The margin is
   * no part of it: it is there for the stay's own lack alone, and makes way for nobody.
   */
  runs: { first: number; end: number; powerKw: number }[]
}

/** A plan as a flow: from here every move of energy that breaks no rule can be found. */
export interface ResidualDepot {
  timeline: DepotTimeline
  stays: FreeStay[]
}

/** Powers smaller than this count as none, so that rounding opens no path, in kW. */
export const leastPowerKw = 1e-6

/** Lays the plan out as a flow over moments that are also cut at every window's boundary. */
export function residualDepot(problem: DepotProblem, plan: DepotPlan): ResidualDepot {
  const facts = problem.schedules.map((schedule) => stayFacts(problem, schedule))
  const windows = facts.flatMap(({ startMs, deadlineMs, lastMs, endMs }) => [startMs, deadlineMs, lastMs, endMs])
  const timeline = depotTimeline(problem, plan, windows)
  const stays = facts.filter(isFree).map((stay) => freeStay(timeline, stay, plan))
  return { timeline, stays }
}

/** True when nothing but its window and its maximum binds the stay. */
export function isFree({ pausable, floorPowerKw, schedule }: StayFacts): boolean {
  return (
    pausable && floorPowerKw === 0 && schedule.settings.powerRules.every(({ idealPowerkW }) => idealPowerkW === null)
  )
}

function freeStay(timeline: DepotTimeline, facts: StayFacts, plan: DepotPlan): FreeStay {
  const own = plan.plans[facts.schedule.id]
  const runs = (own?.segments ?? [])
    .filter((segment) => segment.from < facts.deadlineMs && !isPreconditioning(segment))
    .map(({ from, to, powerkW }) => {
      const [first, end] = momentsBetween(timeline, from, Math.min(to, facts.deadlineMs))
      return { first, end, powerKw: powerkW }
    })
  return { facts, endSoc: own?.endSoc ?? facts.schedule.startSoc, runs }
}
