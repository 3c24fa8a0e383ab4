import { type Context, canSeeLocation } from '@/lib/context'
import type { LoadTotals, PlanAnswer, PlanComparison, PlanOverrides } from '@/lib/contract/location'
import { toTimestamp } from '@/lib/contract/primitives'
import { currentDeadline } from '@/lib/db/deadline'
import { type Fault, impossible } from '@/lib/errors'
import { impossibilities, merged } from '@/lib/locations/settings'
import { comparePlans, type ScheduleOutcome } from '@/lib/planner/compare-plans'
import type { DepotPlan } from '@/lib/planner/plan'
import { batchesOf, buildProblem } from '@/lib/planning/build-problem'
import type { Depot } from '@/lib/planning/depot'
import { loadDepot } from '@/lib/planning/load-depot'
import { inTurn, notFound, SNAPSHOT } from '@/lib/planning/plan-location'
import { planTotals } from '@/lib/planning/plan-totals'
import { sortStays } from '@/lib/planning/plannable'
import { roundedFractions } from '@/lib/planning/stored-plan'
import { planInThread } from '@/lib/planning/worker/planner-thread'
import type { DepotStay } from '@/lib/stays/depot-stay'

/** The planner counts in whole seconds. */
const SECOND_MS = 1000

/**
 * Plans a location's near future (36 h) as it is and with what is overridden, and stores nothing.
 * @returns the totals with the overrides, and what they change for which vehicle
 * @throws Refusal `notFound`; `impossible` for a vehicle that has no stay to come late for
 */
export async function tryPlan(
  { db, who, now: asked }: Context,
  { locationUid, overrides }: { locationUid: string; overrides: PlanOverrides },
): Promise<PlanAnswer> {
  const now = Math.ceil(asked / 1000) * 1000
  const loaded = canSeeLocation(who, locationUid)
    ? await db.transaction((snapshot) => loadDepot(snapshot, locationUid, now), SNAPSHOT)
    : null
  if (!loaded) throw notFound(locationUid)
  const { depot } = loaded
  const tried = withOverrides(depot, overrides)
  const ids = nearIds(depot)
  const [before, after] = await inTurn(db, locationUid, () => bothPlans(depot, tried, ids))
  const comparison = comparisonOf(before, after, depot)
  return { planned: ids.size, ...after.totals, timestamp: toTimestamp(now), comparison }
}

/** The schedules of the near future: those whose plans are compared, also where a delay moves them out of it. */
function nearIds(depot: Depot): ReadonlySet<string> {
  const near = batchesOf(depot, sortStays(depot).plannable).find(({ day }) => day === null)
  return new Set(near?.stays.map(({ schedule }) => schedule.id))
}

async function bothPlans(depot: Depot, tried: Depot, ids: ReadonlySet<string>): Promise<[NearPlan, NearPlan]> {
  return [await planNear(depot, ids), await planNear(tried, ids)]
}

type NearPlan = { plan: DepotPlan; totals: LoadTotals }

async function planNear(depot: Depot, ids: ReadonlySet<string>): Promise<NearPlan> {
  const { plannable, fixedLoads } = sortStays(depot)
  const stays = plannable.filter(({ schedule }) => ids.has(schedule.id))
  const problem = buildProblem(depot, { day: null, stays }, fixedLoads)
  const plan = await planInThread(problem, currentDeadline()?.signal)
  return { plan, totals: planTotals(depot, problem, { plans: Object.values(plan.plans), unmetKwh: plan.unmetkWh }) }
}

/**
 * The depot as it would be. A power limit of null is none; what is left out is as it is, and limits for a time become what
 * a PATCH of the location would make of them.
 * @throws Refusal `impossible` for a vehicle that is not to come any more, or limits that overlap or end before they begin
 */
export function withOverrides(depot: Depot, { strategy, delayedVehicles, ...limits }: PlanOverrides): Depot {
  const stays = [...depot.stays]
  const faults: Fault[] = []
  for (const [place, { vehicleId, delayMinutes }] of (delayedVehicles ?? []).entries()) {
    const index = stays.findIndex((stay) => stay.vehicle.id === vehicleId && isAwaited(stay, depot))
    const stay = stays[index]
    if (stay) stays[index] = delayed(stay, depot.now, Math.round(delayMinutes * 60) * SECOND_MS)
    else faults.push({ path: `delayedVehicles[${place}].vehicleId`, message: 'names no vehicle that is still to come' })
  }
  const location = {
    ...depot.location,
    ...merged(depot.location, { ...limits, ...(strategy != null && { strategy }) }),
  }
  faults.push(...impossibilities(location))
  if (faults.length > 0) throw impossible(faults)
  return { ...depot, location, stays }
}

/** Not here yet: by the chargers where they say which vehicle is, else by the timetable. */
function isAwaited({ arrival, departure, measured }: DepotStay, { now, followsEvents }: Depot): boolean {
  if (departure <= now || measured.connectedAt !== null) return false
  return arrival > now || followsEvents
}

/** A vehicle that comes after its departure has no time to charge at all. */
function delayed(stay: DepotStay, now: number, delayMs: number): DepotStay {
  const arrival = Math.min(Math.max(stay.arrival, now) + delayMs, stay.departure)
  return { ...stay, arrival }
}

function comparisonOf(before: NearPlan, after: NearPlan, { stays }: Depot): PlanComparison {
  const { changes, unchanged } = comparePlans(before.plan, after.plan)
  const { totals: was } = before
  const { totals: will } = after
  const vehicles = new Map(stays.map(({ id, vehicle }) => [id, vehicle.id]))
  return {
    ...roundedFractions({
      peakkW: will.peakkW - was.peakkW,
      energykWh: will.energykWh - was.energykWh,
      unmetkWh: will.unmetkWh - was.unmetkWh,
      ...(will.cost !== undefined && was.cost !== undefined && { cost: will.cost - was.cost }),
    }),
    unchanged,
    changes: changes.flatMap(({ scheduleId, kind, before: earlier, after: later }) => {
      const evId = vehicles.get(scheduleId)
      if (!earlier || !later || evId === undefined || kind === 'appears' || kind === 'disappears') return []
      return [{ scheduleId, evId, kind, before: outcomeOf(earlier), after: outcomeOf(later) }]
    }),
  }
}

function outcomeOf({ endSoc, endTime, energyKwh, reachedTarget, usesMargin }: ScheduleOutcome) {
  const said = roundedFractions({ endSoC: endSoc, energykWh: energyKwh })
  return { ...said, endTime: toTimestamp(endTime), reachedTargetSoC: reachedTarget, usesMargin }
}
