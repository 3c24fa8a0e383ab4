import { type Context, canSeeLocation } from '@/lib/context'
import type { EvSchedule, SchedulePatch } from '@/lib/contract/schedule'
import { requestPlans } from '@/lib/plan-request/request-plan'
import { findTarget } from '@/lib/schedules/find-target'
import { refuseHiddenChanges } from '@/lib/schedules/hidden-stays'
import { loadSchedulesOf } from '@/lib/schedules/load-schedules'
import { patchAll } from '@/lib/schedules/patch'
import { placesOf } from '@/lib/schedules/patch-schedules'
import { prepareRules } from '@/lib/schedules/prepare-rules'
import { sentenceOf } from '@/lib/schedules/reconcile-vehicles'
import { removeTarget } from '@/lib/schedules/remove-target'
import type { ScheduleChange } from '@/lib/schedules/schedule-change'
import { viewOf } from '@/lib/schedules/schedule-difference'
import type { ScheduleState } from '@/lib/schedules/schedule-state'
import { storeScheduleChanges } from '@/lib/schedules/store-schedules'
import { listVehicleOwners, withLocations } from '@/lib/schedules/vehicle-owner'
import { inSlices } from '@/lib/slices'

/** What is removed and changed of a vehicle's schedules. */
export type Decided = { remove: readonly string[]; patches: readonly SchedulePatch[] }

/**
 * A vehicle of which these schedules are looked at, and what is decided on what they are. `find`: undefined where there
 * is none, else without its plan; `isFrozen`: whether that plan is held by hand.
 */
export type VehicleToChange = {
  vehicleId: string
  ids: readonly string[]
  /** Locations that may be spoken of, besides the vehicle's own. */
  locationUids: readonly string[]
  decide: (find: (id: string) => EvSchedule | undefined, isFrozen: (id: string) => boolean) => Decided
}

const NONE: ScheduleState = { stays: new Map(), rules: new Map() }

/**
 * Removes and changes schedules of many vehicles inside of one transaction, in as many statements as for one. Only one
 * vehicle alone waits for its turn. Of a vehicle that there is not, or that the caller does not see, nothing is found.
 * @throws Refusal as deleting and changing them do; what the database refuses: then nothing is written of any
 */
export async function changeSchedulesOf(context: Context, vehicles: readonly VehicleToChange[]): Promise<void> {
  const { db: tx, who, now } = context
  const canSee = (uid: string) => canSeeLocation(who, uid)
  const vehicleIds = vehicles.map(({ vehicleId }) => vehicleId)
  const locationUids = [...new Set(vehicles.flatMap((one) => one.locationUids))]
  const lock = vehicles.length > 1 ? 'nowait' : 'wait'
  const owners = await listVehicleOwners(tx, who, vehicleIds, { lock, locationUids })
  const wanted = vehicles.flatMap(({ vehicleId, ids }) => {
    const owner = owners.get(vehicleId)
    return owner ? [[owner.key, { departures: [], ids, withPlans: false }] as const] : []
  })
  const states = await loadSchedulesOf(tx, new Map(wanted), now)
  const known = new Map([...owners.values()].flatMap(({ locations }) => [...locations]))
  const places = [...new Set([...states.values()].flatMap(placesOf))]
  const ownLocations = await withLocations(tx, known, places.filter(canSee))
  const changes: ScheduleChange[] = []
  for (const { vehicleId, decide } of vehicles) {
    const owner = owners.get(vehicleId)
    const before = (owner && states.get(owner.key)) ?? NONE
    const find = (id: string) => {
      const found = viewOf(vehicleId, before, id)
      return found && canSee(found.locationUid) ? found : undefined
    }
    const { remove, patches } = decide(find, (id) => before.stays.get(id)?.held?.meta.frozen === true)
    if (!owner || remove.length + patches.length === 0) continue
    await prepareRules(patches)
    const left = remove.reduce((state, id) => {
      const target = findTarget(state, id, canSee)
      return target ? removeTarget(state, target, now) : state
    }, before)
    const scope = { now, canSee, locations: owner.locations, ownLocations }
    const { next } = await inSlices(patchAll(left, patches, scope))
    refuseHiddenChanges(before, next, now, canSee)
    changes.push({ vehicleKey: owner.key, vehicleId, before, after: next })
  }
  const concerned = await storeScheduleChanges(context, changes)
  await requestPlans(tx, concerned, 'schedule-changed', sentenceOf(changes.map(({ vehicleId }) => vehicleId)))
}
