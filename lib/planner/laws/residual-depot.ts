import { missingKwh } from '@/lib/planner/laws/check-window'
import { type DepotTimeline, depotTimeline, isPreconditioning, momentsBetween } from '@/lib/planner/laws/depot-timeline'
import { type StayFacts, stayFacts } from '@/lib/planner/laws/stay-facts'
import type { DepotPlan } from '@/lib/planner/plan'
import type { DepotProblem } from '@/lib/planner/problem'

/** A stay whose energy may move freely between moments: it can pause, has no minimum power and no ideals. */
export interface FreeStay {
  facts: StayFacts
  endSoc: number
  /** Charging power in kW in each moment of the timeline; `mayCharge` is 1 where its window lies. */
  powerKw: Float64Array
  mayCharge: Uint8Array
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
  const count = timeline.hours.length
  const powerKw = new Float64Array(count)
  const mayCharge = new Uint8Array(count)
  const own = plan.plans[facts.schedule.id]
  for (const segment of own?.segments ?? []) {
    if (isPreconditioning(segment)) continue
    const [first, end] = momentsBetween(timeline, segment.from, segment.to)
    powerKw.fill(segment.powerkW, first, end)
  }
  const windows: [number, number][] = [[facts.startMs, facts.deadlineMs]]
  if (own?.usesMargin && missingKwh(facts) > 0) windows.push([facts.lastMs, facts.endMs])
  for (const [fromMs, toMs] of windows) mayCharge.fill(1, ...momentsBetween(timeline, fromMs, toMs))
  return { facts, endSoc: own?.endSoc ?? facts.schedule.startSoc, powerKw, mayCharge }
}

/** What a stay could draw more in one moment, in kW. */
export function spareKw({ facts, powerKw, mayCharge }: FreeStay, k: number): number {
  return mayCharge[k] ? facts.maxPowerKw - (powerKw[k] ?? 0) : 0
}
