import { type Context, canSeeLocation } from '@/lib/context'
import type { PostedSchedule, PostedSchedules } from '@/lib/contract/schedule'
import type { PostSchedulesAnswer } from '@/lib/contract/schedule-answers'
import { requestPlans } from '@/lib/plan-request/request-plan'
import { refuseHiddenChanges } from '@/lib/schedules/hidden-stays'
import { loadSchedulesOf } from '@/lib/schedules/load-schedules'
import { newScheduleId } from '@/lib/schedules/new-schedule-id'
import { guardRemovals, type Reconciled, reconcile } from '@/lib/schedules/reconcile'
import type { ScheduleChange } from '@/lib/schedules/schedule-change'
import { differenceOf } from '@/lib/schedules/schedule-difference'
import type { ScheduleState } from '@/lib/schedules/schedule-state'
import { storeScheduleChanges } from '@/lib/schedules/store-schedules'
import { listVehicleOwners, unknownVehicle, type VehicleOwner } from '@/lib/schedules/vehicle-owner'
import { inSlices, slices } from '@/lib/slices'

/** What is posted for a vehicle. `maxRemoved`: more removals are refused. */
export type PostedVehicle = { vehicleId: string; posted: PostedSchedules; maxRemoved?: number }

/** What became of one vehicle: its answer, or what was thrown. */
export type PostOutcome = { vehicleId: string } & ({ answer: PostSchedulesAnswer } | { thrown: unknown })

/**
 * Reconciles vehicles inside of one transaction, in as many statements as for one: loads what is stored of all, decides
 * for each by itself, writes what was decided. The vehicles are locked, so calls for one vehicle are one after the other.
 * Only one vehicle alone waits for its turn: among several, one that is held by another call would hold up the others.
 * @returns in the order of `vehicles`, also for those that are refused: nothing of these is written
 * @throws what the database refuses: then nothing is written of any
 */
export async function reconcileVehicles(
  context: Context,
  vehicles: readonly PostedVehicle[],
  { dryRun = false }: { dryRun?: boolean } = {},
): Promise<PostOutcome[]> {
  const { db: tx, who, now } = context
  const locationUids = vehicles.flatMap(({ posted }) => posted.schedules.flatMap((entry) => entry.locationUid ?? []))
  const ids = vehicles.map(({ vehicleId }) => vehicleId)
  const lock = vehicles.length > 1 ? 'nowait' : 'wait'
  const owners = await listVehicleOwners(tx, who, ids, { lock, locationUids })
  const wanted = vehicles.flatMap(({ vehicleId, posted }) => {
    const owner = owners.get(vehicleId)
    return owner ? [[owner.key, { ids: [], ...wantedFor(posted.schedules, now, dryRun) }] as const] : []
  })
  const states = await loadSchedulesOf(tx, new Map(wanted), now)
  const outcomes: PostOutcome[] = []
  const changes: ScheduleChange[] = []
  const pause = slices()
  for (const vehicle of vehicles) {
    const { vehicleId } = vehicle
    try {
      const owner = owners.get(vehicleId)
      const before = owner && states.get(owner.key)
      if (!owner || !before) throw unknownVehicle(vehicleId)
      const decided = await decide({ who, now }, vehicle, owner, before)
      changes.push({ vehicleKey: owner.key, vehicleId, before, after: decided.next })
      outcomes.push({ vehicleId, answer: answerOf(vehicleId, before, decided, dryRun) })
    } catch (thrown) {
      outcomes.push({ vehicleId, thrown })
    }
    await pause()
  }
  if (dryRun) return outcomes
  const concerned = await storeScheduleChanges(context, changes)
  await requestPlans(tx, concerned, 'schedule-changed', sentenceOf(ids))
  return outcomes
}

async function decide(
  { who, now }: Pick<Context, 'who' | 'now'>,
  { posted, maxRemoved }: PostedVehicle,
  owner: VehicleOwner,
  before: ScheduleState,
): Promise<Reconciled> {
  const canSee = (uid: string) => canSeeLocation(who, uid)
  const decided = await inSlices(
    reconcile(before, {
      now,
      schedules: posted.schedules,
      replaceFutureSchedules: posted.replaceFutureSchedules ?? false,
      locations: owner.locations,
      onlyLocationUid: owner.onlyLocationUid,
      canSee,
      newId: newScheduleId,
    }),
  )
  refuseHiddenChanges(before, decided.next, now, canSee)
  guardRemovals(decided.removedScheduleIds.length, maxRemoved)
  return decided
}

function answerOf(evId: string, before: ScheduleState, decided: Reconciled, dryRun: boolean): PostSchedulesAnswer {
  const { next, ids, removedScheduleIds, skipped } = decided
  const answer = { ids, removedScheduleIds, skipped }
  return dryRun ? { ...answer, ...differenceOf(evId, before, next, removedScheduleIds) } : answer
}

/** Past entries are recognised by their departure; plans are read only where they are compared or shown. */
function wantedFor(schedules: readonly PostedSchedule[], now: number, dryRun: boolean) {
  const departures = schedules.map(({ plannedDepartureTime }) => plannedDepartureTime).filter((time) => time <= now)
  const withPlans = dryRun || schedules.some(({ plan, planMeta }) => plan != null || planMeta != null)
  return { departures, withPlans }
}

/** Why plans are wanted, where the schedules of these vehicles changed. */
export function sentenceOf([first, ...others]: readonly string[]): string {
  return others.length === 0
    ? `The schedules of vehicle ${first} changed.`
    : `The schedules of vehicle ${first} and ${others.length} others changed.`
}
