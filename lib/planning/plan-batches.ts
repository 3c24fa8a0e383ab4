import { createHash } from 'node:crypto'
import type { Explanation } from '@/lib/contract/explanations'
import type { LoadTotals } from '@/lib/contract/location'
import type { Plan, Segment } from '@/lib/contract/plan'
import type { ExplainedPlan } from '@/lib/planner/explain/explain-plan'
import { type DepotPlan, strategyVersion } from '@/lib/planner/plan'
import type { DepotProblem, FixedLoad } from '@/lib/planner/problem'
import { type Batch, batchesOf, buildProblem } from '@/lib/planning/build-problem'
import type { Depot } from '@/lib/planning/depot'
import { explainedAnew, storedExplanation } from '@/lib/planning/explanation'
import { planHeld } from '@/lib/planning/held-plan'
import { planTotals } from '@/lib/planning/plan-totals'
import { type HeldStay, sortStays } from '@/lib/planning/plannable'
import { endedPlan, isSamePlan, storedPlan } from '@/lib/planning/stored-plan'
import { TookTooLong } from '@/lib/planning/worker/time-budget'
import { elapsedSegments } from '@/lib/stays/delivered'
import type { DepotStay } from '@/lib/stays/depot-stay'
import { neededSocs } from '@/lib/stays/needed-socs'

/** A plan to be written; `elapsed` is what elapsed of all earlier plans, null when nothing has. */
export type PlanChange = {
  stay: DepotStay
  plan: Plan
  strategy: string
  explanation: Explanation
  elapsed: Segment[] | null
}

/** What a planning run has decided, as a value: nothing is written yet. */
export type PlanningResult = {
  strategyVersion: string | null
  changed: PlanChange[]
  /** Incumbent plans that stay, of which there is now something else to say. */
  explained: { stay: DepotStay; explanation: Explanation }[]
  /** Stays that can no longer be planned: their plan is taken out of force. */
  removed: { stay: DepotStay; elapsed: Segment[] | null }[]
  /** Stays whose vehicle was to charge at once, and that has ended. */
  chargedNow: DepotStay[]
  /** How many stays have a plan of the planner after this run. */
  planned: number
  /** The later days for which there was no time: their plans stay, and the next run plans them. */
  unfinished: number
  /** The hash of each forecast's inputs, by local date. */
  forecasts: Map<string, string>
  /** Of the near future. */
  totals: LoadTotals
}

type Solve = (problem: DepotProblem) => Promise<ExplainedPlan>

/**
 * Plans the near future and then each later day, unless that day was planned from the same inputs before. What is
 * decided first is a fixed load for what comes after.
 * @param solve `planExplained`, wherever it runs; `TookTooLong` when there is no time
 * @throws TookTooLong when there was no time for the near future
 */
export async function planBatches(depot: Depot, solve: Solve): Promise<PlanningResult> {
  const { plannable, held, fixedLoads, unplannable, gone, chargedNow } = sortStays(depot)
  const result: PlanningResult = {
    strategyVersion: null,
    changed: [],
    explained: [],
    removed: [],
    chargedNow,
    planned: 0,
    unfinished: 0,
    forecasts: new Map(),
    totals: planTotals(depot, []),
  }
  const loads = [...fixedLoads]
  const near: SolvedPart[] = []
  for (const one of held) loads.push(...(await holdPlan(depot, one, solve, { result, near })))
  for (const batch of batchesOf(depot, plannable)) {
    const problem = buildProblem(depot, batch, loads)
    const inputs = batch.day === null ? null : hashOf(problem)
    const solved = isForecast(depot, batch, inputs) ? null : await solveInTime(batch, problem, solve)
    if (solved === 'no time') result.unfinished += 1
    else if (batch.day !== null && inputs !== null) result.forecasts.set(batch.day, inputs)
    else if (solved !== null) near.push({ problem, plan: solved.plan })
    const plans =
      solved === null || solved === 'no time' ? incumbentPlans(batch) : accept(depot, batch, problem, solved, result)
    result.planned += plans.size
    for (const [id, { segments }] of plans) loads.push(...loadsOf(id, segments ?? []))
  }
  result.totals = planTotals(depot, near)
  for (const { stay } of unplannable) {
    if (stay.incumbent && !stay.incumbent.posted) result.removed.push({ stay, elapsed: elapsedOf(stay, depot.now) })
  }
  for (const { stay, soc } of gone) {
    if (!stay.incumbent?.plan.segments?.some(({ to }) => to > depot.now)) continue
    const plan = endedPlan(stay.incumbent.plan, soc.soc, neededSocs(stay, depot.location).targetSoc)
    const { strategy } = depot.location
    const explanation = { slack: {}, reasons: [] }
    result.changed.push({ stay, plan, strategy, explanation, elapsed: elapsedOf(stay, depot.now) })
  }
  return result
}

/** What was solved, and its plans. */
type SolvedPart = { problem: DepotProblem; plan: Pick<DepotPlan, 'plans' | 'unmetkWh'> }

/** Notes the plan that is what a vehicle will draw whatever is planned. @returns its loads */
async function holdPlan(
  depot: Depot,
  one: HeldStay,
  solve: Solve,
  { result, near }: { result: PlanningResult; near: SolvedPart[] },
): Promise<FixedLoad[]> {
  const { stay, schedule } = one.entry
  const { strategy } = depot.location
  const { planned, explained, problem, unmetkWh } = await planHeld(depot, one, solve)
  const next = storedPlan(planned, one.entry)
  const explanation = storedExplanation(next, explained)
  const kept = keptPlan(stay, next, explanation, { result, strategy, isTight: false, anyChanges: false })
  if (!kept) result.changed.push({ stay, plan: next, strategy, explanation, elapsed: elapsedOf(stay, depot.now) })
  near.push({ problem, plan: { plans: { [schedule.id]: planned }, unmetkWh } })
  result.strategyVersion = strategyVersion
  result.planned += 1
  return loadsOf(schedule.id, (kept ?? next).segments ?? [])
}

/** A later day for which there is no time is left for the next run; without the near future the run has failed. */
async function solveInTime(batch: Batch, problem: DepotProblem, solve: Solve): Promise<ExplainedPlan | 'no time'> {
  try {
    return await solve(problem)
  } catch (error) {
    if (batch.day === null || !(error instanceof TookTooLong)) throw error
    return 'no time'
  }
}

function accept(
  depot: Depot,
  batch: Batch,
  problem: DepotProblem,
  { plan: solved, explanations }: ExplainedPlan,
  result: PlanningResult,
): Map<string, Plan> {
  result.strategyVersion = solved.strategyVersion
  const plans = new Map<string, Plan>()
  const isTight = solved.peakkW > TIGHT_SHARE * leastLimitKw(problem)
  const made = batch.stays.map((entry) => {
    const planned = solved.plans[entry.schedule.id]
    const explained = explanations[entry.schedule.id]
    if (!planned || !explained) throw new Error(`The planner gave no plan for ${entry.schedule.id}.`)
    return { entry, next: storedPlan(planned, entry), explained }
  })
  const { strategy } = batch
  const anyChanges = made.some(
    ({ entry: { stay }, next }) => !stay.incumbent || !isSamePlan(stay.incumbent, next, strategy, isTight),
  )
  for (const { entry, next, explained } of made) {
    const explanation = storedExplanation(next, explained)
    const kept = keptPlan(entry.stay, next, explanation, { result, strategy, isTight, anyChanges })
    plans.set(entry.schedule.id, kept ?? next)
    if (kept) continue
    const elapsed = elapsedOf(entry.stay, depot.now)
    result.changed.push({ stay: entry.stay, plan: next, strategy, explanation, elapsed })
  }
  return plans
}

/** Nearer to its limit than this share, a site has no room for plans that differ by what a charger cannot tell apart. */
const TIGHT_SHARE = 0.95

function leastLimitKw({ site }: DepotProblem): number {
  return Math.min(site.powerLimitkW ?? Number.POSITIVE_INFINITY, ...site.limits.map(({ powerkW }) => powerkW))
}

type Comparison = { result: PlanningResult; strategy: string; isTight: boolean; anyChanges: boolean }

/** The incumbent plan, when the new one says the same; what is to be said of it otherwise is noted. */
function keptPlan(
  stay: DepotStay,
  next: Plan,
  explanation: Explanation,
  { result: { explained }, strategy, isTight, anyChanges }: Comparison,
): Plan | null {
  const { incumbent } = stay
  if (!incumbent?.explanation || !isSamePlan(incumbent, next, strategy, isTight, anyChanges)) return null
  const anew = explainedAnew(incumbent, explanation)
  if (anew) explained.push({ stay, explanation: anew })
  return incumbent.plan
}

/** Whether this later day needs no new plan: every stay has one that is explained, made from these inputs. */
function isForecast(depot: Depot, { day, stays }: Batch, inputs: string | null): boolean {
  if (day === null || depot.forecasts.get(day) !== inputs) return false
  return stays.every(({ stay }) => stay.incumbent?.explanation && !stay.incumbent.posted)
}

function incumbentPlans({ stays }: Batch): Map<string, Plan> {
  return new Map(stays.flatMap(({ schedule, stay }) => (stay.incumbent ? [[schedule.id, stay.incumbent.plan]] : [])))
}

/**
 * What a forecast is made from: its problem and the planner that solves it. The incumbent plan only keeps a forecast
 * steady.
 */
function hashOf({ previous: _, ...inputs }: DepotProblem): string {
  return createHash('sha256')
    .update(JSON.stringify([strategyVersion, inputs]))
    .digest('base64url')
}

/** What a plan draws, as loads that are decided. */
export function loadsOf(scheduleId: string, segments: readonly Segment[]): FixedLoad[] {
  return segments.flatMap(({ from, to, powerkW }) => (powerkW > 0 ? [{ from, to, powerkW, scheduleId }] : []))
}

function elapsedOf({ elapsed, incumbent }: DepotStay, now: number): Segment[] | null {
  const all = elapsedSegments(elapsed, incumbent?.plan.segments ?? [], now)
  return all.length > elapsed.length ? all : null
}
