import { type Context, canSeeLocation } from '@/lib/context'
import type { LoadTotals } from '@/lib/contract/location'
import type { PlanAnswer, PlanComparison, PlanOverrides } from '@/lib/contract/plan-overrides'
import { toTimestamp } from '@/lib/contract/timestamp'
import { currentDeadline } from '@/lib/db/deadline'
import { compareSchedules, type ScheduleOutcome } from '@/lib/planner/compare-plans'
import type { DepotPlan } from '@/lib/planner/plan'
import type { DepotProblem, DepotSchedule } from '@/lib/planner/problem'
import { batchesOf, buildProblem, nearBatches } from '@/lib/planning/build-problem'
import type { Depot } from '@/lib/planning/depot'
import { loadDepot } from '@/lib/planning/load-depot'
import { loadsOf } from '@/lib/planning/plan-batches'
import { inTurn, notFound, SNAPSHOT } from '@/lib/planning/plan-location'
import { planTotals } from '@/lib/planning/plan-totals'
import { heldLoads, sortStays } from '@/lib/planning/plannable'
import { roundedFractions } from '@/lib/planning/stored-plan'
import { applyOverrides, type TriedDepot } from '@/lib/planning/what-if/apply-overrides'
import { keptPlans } from '@/lib/planning/what-if/kept-plans'
import { loadSurroundings } from '@/lib/planning/what-if/load-surroundings'
import { planInThread } from '@/lib/planning/worker/planner-thread'

/**
 * Plans a location's near future (36 h) as it is and with what is overridden, and stores nothing.
 * @returns the totals with the overrides, and what they change for which vehicle
 * @throws Refusal `notFound`; `impossible` for what cannot be, as `applyOverrides` says
 */
export async function tryPlan(
  { db, who, now: asked }: Context,
  { locationUid, overrides }: { locationUid: string; overrides: PlanOverrides },
): Promise<PlanAnswer> {
  const now = Math.ceil(asked / 1000) * 1000
  const loaded = canSeeLocation(who, locationUid)
    ? await db.transaction(async (snapshot) => {
        const depot = (await loadDepot(snapshot, locationUid, now))?.depot
        return depot && { depot, around: await loadSurroundings(snapshot, who, { locationUid, overrides, now }) }
      }, SNAPSHOT)
    : null
  if (!loaded) throw notFound(locationUid)
  const { depot, around } = loaded
  const asIs: TriedDepot = { depot, needFactor: 1, added: new Set() }
  const tried = applyOverrides(depot, overrides, around)
  const ids = new Set([...nearIds(depot), ...nearIds(tried.depot)])
  const plans = async () => [await planNear(asIs, ids), await planNear(tried, ids)] as const
  const [before, after] = await inTurn(db, locationUid, plans)
  const comparison = comparisonOf(before, after, tried)
  return { planned: Object.keys(after.plans).length, ...after.totals, timestamp: toTimestamp(now), comparison }
}

/** The schedules of the near future: those whose plans are compared, also where a delay moves them out of it. */
function nearIds(depot: Depot): string[] {
  const near = batchesOf(depot, sortStays(depot).plannable).filter(({ day }) => day === null)
  return near.flatMap(({ stays }) => stays.map(({ schedule }) => schedule.id))
}

type NearPlan = { plans: DepotPlan['plans']; totals: LoadTotals }

async function planNear({ depot, needFactor }: TriedDepot, ids: ReadonlySet<string>): Promise<NearPlan> {
  const { plannable, held, fixedLoads } = sortStays(depot)
  const stays = plannable
    .filter(({ schedule }) => ids.has(schedule.id))
    .map((entry) => (needFactor === 1 ? entry : { ...entry, schedule: needing(entry.schedule, needFactor) }))
  const loads = [...fixedLoads, ...heldLoads(held, depot.now)]
  const parts: { problem: DepotProblem; plan: DepotPlan }[] = []
  for (const batch of nearBatches(depot, stays)) {
    const problem = buildProblem(depot, batch, loads)
    const plan = await planInThread(problem, currentDeadline()?.signal)
    parts.push({ problem, plan })
    for (const [id, { segments }] of Object.entries(plan.plans)) loads.push(...loadsOf(id, segments))
  }
  const kept = keptPlans(depot, ids)
  const plans = Object.assign({}, ...parts.map(({ plan }) => plan.plans), kept.plans)
  return { plans, totals: planTotals(depot, [...parts, kept.part]) }
}

/** The same points of charge for so many times the energy, as if its battery were so many times larger. */
function needing(schedule: DepotSchedule, factor: number): DepotSchedule {
  const { ev } = schedule
  const { vehiclePreconditioningEnergykWh: energykWh } = ev.preconditioning
  const preconditioning = { ...ev.preconditioning, vehiclePreconditioningEnergykWh: energykWh * factor }
  return { ...schedule, ev: { ...ev, batterySizekWh: ev.batterySizekWh * factor, preconditioning } }
}

function comparisonOf(before: NearPlan, after: NearPlan, { depot, added }: TriedDepot): PlanComparison {
  const { changes, unchanged } = compareSchedules(before.plans, after.plans)
  const { totals: was } = before
  const { totals: will } = after
  const vehicles = new Map(depot.stays.map(({ id, vehicle }) => [id, vehicle.id]))
  return {
    ...roundedFractions({
      peak15kW: will.peak15kW - was.peak15kW,
      peakkW: will.peakkW - was.peakkW,
      energykWh: will.energykWh - was.energykWh,
      unmetkWh: will.unmetkWh - was.unmetkWh,
      ...(will.cost !== undefined && was.cost !== undefined && { cost: will.cost - was.cost }),
    }),
    short: { before: shortIn(before).length, after: shortIn(after).length },
    added: added.size,
    addedShort: shortIn(after).filter((id) => added.has(id)).length,
    unchanged,
    changes: changes.flatMap(({ scheduleId, kind, before: earlier, after: later }) => {
      const evId = vehicles.get(scheduleId)
      if (!earlier || !later || evId === undefined || kind === 'appears' || kind === 'disappears') return []
      return [{ scheduleId, evId, kind, before: outcomeOf(earlier), after: outcomeOf(later) }]
    }),
  }
}

function shortIn({ plans }: NearPlan): string[] {
  return Object.entries(plans).flatMap(([id, { reachedTargetSocInSchedule }]) =>
    reachedTargetSocInSchedule ? [] : [id],
  )
}

function outcomeOf({ endSoc, endTime, energyKwh, reachedTarget, usesMargin }: ScheduleOutcome) {
  const said = roundedFractions({ endSoC: endSoc, energykWh: energyKwh })
  return { ...said, endTime: toTimestamp(endTime), reachedTargetSoC: reachedTarget, usesMargin }
}
