import { type Context, canSeeLocation } from '@/lib/context'
import type { ScheduleFixes } from '@/lib/contract/explanations'
import { Refusal } from '@/lib/errors'
import type { FixLimits } from '@/lib/planner/explain/smallest-fixes'
import type { DepotProblem } from '@/lib/planner/problem'
import { batchesOf, buildProblem } from '@/lib/planning/build-problem'
import type { Depot } from '@/lib/planning/depot'
import { searchFixes } from '@/lib/planning/fixes/fix-search'
import { fixView } from '@/lib/planning/fixes/fix-view'
import { loadDepot } from '@/lib/planning/load-depot'
import { loadsOf } from '@/lib/planning/plan-batches'
import { notFound, SNAPSHOT } from '@/lib/planning/plan-location'
import { heldLoads, NO_PLAN, type PlannableStay, sortStays } from '@/lib/planning/plannable'
import { findTarget, hasEnded, unknownSchedule } from '@/lib/schedules/find-target'
import { loadSchedules } from '@/lib/schedules/load-schedules'
import { nextArrival } from '@/lib/schedules/next-arrival'
import type { ScheduleState } from '@/lib/schedules/schedule-state'
import { getVehicleOwner } from '@/lib/schedules/vehicle-owner'
import type { DepotStay } from '@/lib/stays/depot-stay'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/time/interval'

/** The planner counts in whole seconds. */
/** No departure is moved by more, so that much of the time after the last departure is known to the search. */
const LONGEST_DELAY_MS = 12 * HOUR_MS
/** People need a moment to apply a fix: a limit is raised from then on. */
const APPLIED_IN_MS = 2 * MINUTE_MS
/** What a schedule may be given at most. */
const HIGHEST_PRIORITY = 100
const LONGEST_STAY_MS = 31 * DAY_MS

type Asked = { vehicleId: string; scheduleId: string }

/**
 * What would end the shortfall of a schedule, or of one occurrence of a rule: the smallest fix of each kind, for the depot as
 * it is now.
 * @throws Refusal 404; `conflict` for a schedule that the planner does not plan; `unavailable` when too many ask
 */
export async function getScheduleFixes(context: Context, asked: Asked): Promise<ScheduleFixes> {
  const { db, who } = context
  const now = Math.ceil(context.now / SECOND_MS) * SECOND_MS
  const { key } = await getVehicleOwner(db, who, asked.vehicleId)
  const wanted = { now, departures: [], ids: [asked.scheduleId], withPlans: false }
  const state = await loadSchedules(db, key, wanted)
  const locationUid = locationOf(context, asked, state)
  const loaded = await db.transaction((snapshot) => loadDepot(snapshot, locationUid, now), SNAPSHOT)
  if (!loaded) throw notFound(locationUid)
  const { depot } = loaded
  const { entry, batch, problem } = problemOf(depot, asked.scheduleId)
  const { shortfall, fixes, incomplete } = await searchFixes({
    problem,
    scheduleId: asked.scheduleId,
    limits: limitsOf(entry, batch, state, now),
  })
  return {
    ...(shortfall && { shortfall }),
    fixes: fixes.map((fix) => fixView(fix, depot)),
    ...(incomplete && { incomplete }),
  }
}

function locationOf({ who, now }: Context, { vehicleId, scheduleId }: Asked, state: ScheduleState): string {
  const target = findTarget(state, scheduleId, (uid) => canSeeLocation(who, uid))
  if (!target) throw unknownSchedule(vehicleId, scheduleId)
  if (target.kind === 'rule')
    throw unplanned('A rule is planned occurrence by occurrence: ask for one of its occurrences.')
  const { locationUid, departure } = target.kind === 'stay' ? target.stay : target.occurrence
  if (hasEnded(target, now) && departure < now - DAY_MS) throw unplanned('The schedule has ended.')
  return locationUid
}

type FixProblem = { entry: PlannableStay; batch: readonly PlannableStay[]; problem: DepotProblem }

/** The problem that the planner solves for this schedule, with those that are planned together with it. */
function problemOf(depot: Depot, scheduleId: string): FixProblem {
  const { plannable, held, fixedLoads, unplannable } = sortStays(depot)
  const loads = [...fixedLoads, ...heldLoads(held, depot.now)]
  for (const batch of batchesOf(depot, plannable)) {
    const entry = batch.stays.find(({ schedule }) => schedule.id === scheduleId)
    if (entry) return { entry, batch: batch.stays, problem: buildProblem(depot, batch, loads, LONGEST_DELAY_MS) }
    for (const { stay } of batch.stays) loads.push(...loadsOf(stay.id, stay.incumbent?.plan.segments ?? []))
  }
  const reason = unplannable.find(({ stay }) => stay.id === scheduleId)?.reason
  if (reason) throw unplanned(NO_PLAN[reason])
  if (held.some(({ entry }) => entry.schedule.id === scheduleId)) throw unplanned(HELD)
  const stay = depot.stays.find(({ id }) => id === scheduleId)
  if (stay?.incumbent?.frozen) throw unplanned('The plan is frozen: unfreeze it to have it planned.')
  throw unplanned(stay ? 'The schedule has ended.' : 'The schedule has ended, or begins in more than 14 days.')
}

const HELD =
  'Its charger cannot be told anything now, so no change of the plan helps: bring the charger back, or move the vehicle to another one.'

function unplanned(sentence: string): Refusal {
  return new Refusal('conflict', sentence)
}

/** A vehicle that should have left long since is planned without regard to its schedule, so no change of it helps. */
function limitsOf(
  { stay, presence }: PlannableStay,
  batch: readonly PlannableStay[],
  state: ScheduleState,
  now: number,
): FixLimits {
  const raisedFrom = now + APPLIED_IN_MS
  if (presence.state === 'overdue') return { raisedFrom, kinds: ['raise-limit'] }
  const next = nextArrival(state, { after: stay.departure, until: stay.departure + LONGEST_STAY_MS })
  const latestDeparture = Math.min(next ?? Number.POSITIVE_INFINITY, stay.arrival + LONGEST_STAY_MS)
  const swapWith = batch.filter((other) => maySwap(stay, other, latestDeparture)).map((other) => other.stay.id)
  return { raisedFrom, latestDeparture, highestPriority: HIGHEST_PRIORITY, swapWith }
}

/** What POST /schedules/swap takes: another vehicle that comes before the one leaves, and leaves while it may stay. */
function maySwap(own: DepotStay, { stay, presence }: PlannableStay, latestDeparture: number): boolean {
  const { vehicleKey, arrival, departure } = stay
  if (vehicleKey === own.vehicleKey || presence.state === 'overdue') return false
  return arrival < own.departure && departure >= own.departure && departure <= latestDeparture
}
