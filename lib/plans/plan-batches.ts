import { createHash } from 'node:crypto'
import type { Plan, Segment } from '@/lib/contract/plan'
import { type DepotPlan, strategyVersion } from '@/lib/planner/plan'
import type { DepotProblem, FixedLoad } from '@/lib/planner/problem'
import { type Batch, batchesOf, buildProblem } from '@/lib/plans/build-problem'
import { elapsedSegments } from '@/lib/plans/delivered'
import type { Depot, DepotStay } from '@/lib/plans/depot'
import { sortStays } from '@/lib/plans/plannable'
import { isSamePlan, storedPlan, withoutDust } from '@/lib/plans/stored-plan'

/** A plan to be written; `elapsed` is what elapsed of all earlier plans, null when nothing has. */
export type PlanChange = { stay: DepotStay; plan: Plan; elapsed: Segment[] | null }

/** What a planning run has decided, as a value: nothing is written yet. */
export type PlanningResult = {
  strategy: string
  strategyVersion: string | null
  changed: PlanChange[]
  /** Stays that can no longer be planned: their plan is taken out of force. */
  removed: { stay: DepotStay; elapsed: Segment[] | null }[]
  /** How many stays have a plan of the planner after this run. */
  planned: number
  /** The hash of each forecast's inputs, by local date. */
  forecasts: Map<string, string>
  totals: Pick<DepotPlan, 'peakkW' | 'energykWh' | 'unmetkWh' | 'cost'>
}

type Solve = (problem: DepotProblem) => Promise<DepotPlan>

/**
 * Plans the near future and then each later day, unless that day was planned from the same inputs before. What is
 * decided first is a fixed load for what comes after.
 * @param solve `planDepot`, wherever it runs
 */
export async function planBatches(depot: Depot, solve: Solve): Promise<PlanningResult> {
  const { plannable, fixedLoads, unplannable } = sortStays(depot)
  const result: PlanningResult = {
    strategy: depot.location.strategy,
    strategyVersion: null,
    changed: [],
    removed: [],
    planned: plannable.length,
    forecasts: new Map(),
    totals: { peakkW: 0, energykWh: 0, unmetkWh: 0, cost: 0 },
  }
  const loads = [...fixedLoads]
  for (const batch of batchesOf(depot, plannable)) {
    const problem = buildProblem(depot, batch, loads)
    const inputs = batch.day === null ? null : hashOf(problem)
    const plans = isForecast(depot, batch, inputs)
      ? plansInForce(batch)
      : await plan(depot, batch, problem, solve, result)
    if (batch.day !== null && inputs !== null) result.forecasts.set(batch.day, inputs)
    for (const [id, { segments }] of plans) loads.push(...loadsOf(id, segments ?? []))
  }
  for (const { stay } of unplannable) {
    if (stay.inForce && !stay.inForce.posted) result.removed.push({ stay, elapsed: elapsedOf(stay, depot.now) })
  }
  return result
}

async function plan(
  depot: Depot,
  batch: Batch,
  problem: DepotProblem,
  solve: Solve,
  result: PlanningResult,
): Promise<Map<string, Plan>> {
  const solved = await solve(problem)
  result.strategyVersion = solved.strategyVersion
  if (batch.day === null) {
    const { peakkW, energykWh, unmetkWh, cost } = solved
    result.totals = withoutDust({ peakkW, energykWh, unmetkWh, cost })
  }
  const plans = new Map<string, Plan>()
  for (const entry of batch.stays) {
    const planned = solved.plans[entry.schedule.id]
    if (!planned) throw new Error(`The planner gave no plan for ${entry.schedule.id}.`)
    const next = storedPlan(planned, entry)
    const { inForce } = entry.stay
    if (inForce && isSamePlan(inForce, next, depot.location.strategy)) plans.set(entry.schedule.id, inForce.plan)
    else {
      plans.set(entry.schedule.id, next)
      result.changed.push({ stay: entry.stay, plan: next, elapsed: elapsedOf(entry.stay, depot.now) })
    }
  }
  return plans
}

/** Whether this later day needs no new plan: every stay has one, made from these inputs. */
function isForecast(depot: Depot, { day, stays }: Batch, inputs: string | null): boolean {
  if (day === null || depot.forecasts.get(day) !== inputs) return false
  return stays.every(({ stay }) => stay.inForce !== null && !stay.inForce.posted)
}

function plansInForce({ stays }: Batch): Map<string, Plan> {
  return new Map(stays.flatMap(({ schedule, stay }) => (stay.inForce ? [[schedule.id, stay.inForce.plan]] : [])))
}

/**
 * What a forecast is made from: its problem and the planner that solves it. The plan in force only keeps a forecast
 * steady.
 */
function hashOf({ previous: _, ...inputs }: DepotProblem): string {
  return createHash('sha256')
    .update(JSON.stringify([strategyVersion, inputs]))
    .digest('base64url')
}

function loadsOf(scheduleId: string, segments: readonly Segment[]): FixedLoad[] {
  return segments.flatMap(({ from, to, powerkW }) => (powerkW > 0 ? [{ from, to, powerkW, scheduleId }] : []))
}

function elapsedOf({ elapsed, inForce }: DepotStay, now: number): Segment[] | null {
  const all = elapsedSegments(elapsed, inForce?.plan.segments ?? [], now)
  return all.length > elapsed.length ? all : null
}
