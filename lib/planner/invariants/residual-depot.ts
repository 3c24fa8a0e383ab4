import {
  type DepotTimeline,
  depotTimeline,
  isPreconditioning,
  momentsBetween,
  withoutSecondGaps,
} from '@/lib/planner/invariants/depot-timeline'
import { type StayFacts, stayFacts } from '@/lib/planner/invariants/stay-facts'
import type { DepotPlan } from '@/lib/planner/plan'
import type { DepotProblem } from '@/lib/planner/problem'

/** A stay whose energy may move freely between moments: it can pause, has no minimum power and no ideals. */
export interface FreeStay {
  facts: StayFacts
  endSoc: number
  /** Its window and its margin as ranges of moments, each with its charging power in kW; in order, apart from one another. */
  stretches: FreeStretch[]
}

export interface FreeStretch {
  first: number
  end: number
  powerKw: number
  inMargin: boolean
}

/** A plan as a flow: from here every move of energy that breaks no rule can be found. */
export interface ResidualDepot {
  timeline: DepotTimeline
  stays: FreeStay[]
}

/** Powers smaller than this count as none, so that rounding opens no path, in kW. */
export const negligibleKw = 1e-6

/** Lays the plan out as a flow over moments that are also cut at every window's boundary. */
export function residualDepot(given: DepotProblem, plan: DepotPlan): ResidualDepot {
  const problem = withoutSecondGaps(given)
  const facts = problem.schedules.map((schedule) => stayFacts(problem, schedule))
  const windows = facts.flatMap(({ startMs, deadlineMs, lastMs, endMs }) => [startMs, deadlineMs, lastMs, endMs])
  const timeline = depotTimeline(problem, plan, windows)
  const stays = facts.filter(isFree).map((stay) => freeStay(timeline, stay, plan))
  return { timeline, stays }
}

/** True when nothing but its window and its maximum binds the stay. */
export function isFree({ pausable, floorPowerKw, boundByCurve, schedule }: StayFacts): boolean {
  return (
    pausable &&
    !boundByCurve &&
    floorPowerKw === 0 &&
    schedule.settings.powerRules.every(({ idealPowerkW }) => idealPowerkW === null)
  )
}

function freeStay(timeline: DepotTimeline, facts: StayFacts, plan: DepotPlan): FreeStay {
  const own = plan.plans[facts.schedule.id]
  const charging = (own?.segments ?? []).filter((segment) => !isPreconditioning(segment))
  const within = (fromMs: number, toMs: number, inMargin: boolean): FreeStretch[] =>
    charging.flatMap(({ from, to, powerkW }) => {
      const [first, end] = momentsBetween(timeline, Math.max(from, fromMs), Math.min(to, toMs))
      return end > first ? [{ first, end, powerKw: powerkW, inMargin }] : []
    })
  const window = within(facts.startMs, facts.deadlineMs, false)
  const marginFromMs = Math.max(facts.startMs, facts.lastMs)
  const used = within(marginFromMs, facts.endMs, true)
  const [first, end] = momentsBetween(timeline, marginFromMs, facts.endMs)
  const unused = used.length === 0 && end > first ? [{ first, end, powerKw: 0, inMargin: true }] : []
  return { facts, endSoc: own?.endSoc ?? facts.schedule.startSoc, stretches: [...window, ...used, ...unused] }
}
