import type { Connection } from '@/lib/charging/connection'
import type { PlanOverrides } from '@/lib/contract/plan-overrides'
import { fractionalSocs } from '@/lib/contract/soc-fractions'
import { type Fault, impossible } from '@/lib/errors'
import { impossibilities, merged } from '@/lib/locations/settings'
import { batchesOf } from '@/lib/planning/build-problem'
import type { Depot } from '@/lib/planning/depot'
import { sortStays } from '@/lib/planning/plannable'
import { type KeyedVehicle, newStay, scheduleFaults, withScheduleChange } from '@/lib/planning/what-if/schedule-changes'
import { evsePowerOf, isAt, type StationPowers, withStationChange } from '@/lib/planning/what-if/station-changes'
import { changedVehicle, vehicleFaults } from '@/lib/planning/what-if/vehicle-changes'
import { parseOccurrenceId } from '@/lib/schedules/rule-occurrences'
import type { DepotStay } from '@/lib/stays/depot-stay'
import { MINUTE_MS } from '@/lib/time/interval'

/** What overrides may speak of besides the depot: the vehicles that they name, the chargers, and the connections. */
export type Surroundings = {
  vehicles: ReadonlyMap<string, KeyedVehicle>
  stations: ReadonlyMap<string, StationPowers>
  connections: readonly ConnectedAt[]
}

/** A vehicle that is connected, and where. */
export type ConnectedAt = Pick<Connection, 'vehicleKey' | 'stationId' | 'evseId' | 'connectorId'>

export const NOTHING_AROUND: Surroundings = { vehicles: new Map(), stations: new Map(), connections: [] }

/** A depot as it would be; `needFactor`: so many times the energy for each point of charge. `added`: stays that are new. */
export type TriedDepot = { depot: Depot; needFactor: number; added: ReadonlySet<string> }

/**
 * The depot as it would be. Settings become what a PATCH of the location would make of them, stays and vehicles what
 * theirs would. Pure: nothing is written.
 * @throws Refusal `impossible` with all that their PATCHes would refuse, and vehicles, schedules or chargers that there are not
 */
export function applyOverrides(
  depot: Depot,
  overrides: PlanOverrides,
  around: Surroundings = NOTHING_AROUND,
): TriedDepot {
  const faults: Fault[] = []
  const location = { ...depot.location, ...merged(depot.location, overrides) }
  faults.push(...fractionalSocs(overrides), ...impossibilities(location))
  const changed = { ...depot, location, stays: [...depot.stays] }
  changeVehicles(changed, overrides, around, faults)
  changeSchedules(changed, overrides, faults)
  changed.stays = changed.stays.filter((stay) => !isRemoved(stay, overrides, depot.now))
  const created = addSchedules(changed, overrides, around, faults)
  delayVehicles(changed, overrides, faults)
  changeStations(changed, overrides, around, faults)
  takeChargersOut(changed, overrides, around, faults)
  const more = addVehicles(changed, overrides, faults)
  if (faults.length > 0) throw impossible(faults)
  const needFactor = 1 + (overrides.moreEnergyPercent ?? 0) / 100
  return { depot: changed, needFactor, added: new Set([...created, ...more]) }
}

/** A vehicle without a stay here changes nothing. */
function changeVehicles(depot: Depot, { vehicles }: PlanOverrides, around: Surroundings, faults: Fault[]): void {
  for (const [place, change] of (vehicles ?? []).entries()) {
    const own = around.vehicles.get(change.vehicleId)
    if (!own) faults.push(unknownVehicle(`vehicles[${place}].vehicleId`))
    else faults.push(...vehicleFaults(changedVehicle(own.vehicle, change)).map(within(`vehicles[${place}]`)))
    depot.stays = depot.stays.map((stay) =>
      stay.vehicle.id === change.vehicleId ? { ...stay, vehicle: changedVehicle(stay.vehicle, change) } : stay,
    )
  }
}

function within(path: string): (fault: Fault) => Fault {
  return (fault) => ({ ...fault, path: `${path}.${fault.path}` })
}

function unknownVehicle(path: string): Fault {
  return { path, message: 'names no vehicle' }
}

function changeSchedules(depot: Depot, { schedules }: PlanOverrides, faults: Fault[]): void {
  for (const [place, change] of (schedules ?? []).entries()) {
    const index = depot.stays.findIndex(({ id }) => id === change.id)
    const stay = depot.stays[index]
    if (!stay) {
      faults.push({ path: `schedules[${place}].id`, message: 'names no schedule of the next 14 days' })
      continue
    }
    const next = withScheduleChange(stay, change, depot.location)
    faults.push(...scheduleFaults(next, change, `schedules[${place}]`))
    depot.stays[index] = next
  }
}

/** As DELETE of its schedule would have it: a rule ends with what has begun. */
function isRemoved({ id, arrival }: DepotStay, { removedSchedules }: PlanOverrides, now: number): boolean {
  const removed = removedSchedules ?? []
  const named = parseOccurrenceId(id)
  return removed.includes(id) || (named !== null && arrival > now && removed.includes(named.ruleId))
}

function addSchedules(depot: Depot, { newSchedules }: PlanOverrides, around: Surroundings, faults: Fault[]): string[] {
  return (newSchedules ?? []).flatMap((schedule, place) => {
    const own = around.vehicles.get(schedule.vehicleId)
    if (!own) {
      faults.push(unknownVehicle(`newSchedules[${place}].vehicleId`))
      return []
    }
    const stay = newStay(schedule, own, depot.location, place)
    faults.push(...scheduleFaults(stay, schedule, `newSchedules[${place}]`))
    depot.stays.push(stay)
    return [stay.id]
  })
}

function delayVehicles(depot: Depot, { lateArrivals, ...overrides }: PlanOverrides, faults: Fault[]): void {
  const delayedVehicles = overrides.delayedVehicles ?? []
  const next = awaited(depot)
  const named = new Map(delayedVehicles.map(({ vehicleId, delayMinutes }) => [vehicleId, delayMinutes]))
  const late = next.filter(({ vehicle }) => !named.has(vehicle.id)).slice(0, lateArrivals?.count ?? 0)
  const minutes = new Map(late.map((stay) => [stay, lateArrivals?.delayMinutes ?? 0]))
  for (const stay of next) {
    const own = named.get(stay.vehicle.id)
    if (own !== undefined) minutes.set(stay, own)
  }
  const coming = new Set(next.map(({ vehicle }) => vehicle.id))
  for (const [place, { vehicleId }] of delayedVehicles.entries())
    if (!coming.has(vehicleId))
      faults.push({ path: `delayedVehicles[${place}].vehicleId`, message: 'names no vehicle that is still to come' })
  depot.stays = depot.stays.map((stay) => {
    const by = minutes.get(stay)
    return by === undefined ? stay : delayed(stay, depot.now, by)
  })
}

/** The next stay of each vehicle that is not here yet, by arrival. */
function awaited(depot: Depot): DepotStay[] {
  const first = new Map<string, DepotStay>()
  for (const stay of depot.stays.toSorted((a, b) => a.arrival - b.arrival))
    if (isAwaited(stay, depot) && !first.has(stay.vehicle.id)) first.set(stay.vehicle.id, stay)
  return [...first.values()]
}

/** Not here yet: by the chargers where they say which vehicle is, else by the timetable. */
function isAwaited({ arrival, departure, measured }: DepotStay, { now, followsEvents }: Depot): boolean {
  if (departure <= now || measured.connectedAt !== null) return false
  return arrival > now || followsEvents
}

/** A vehicle that comes after its departure has no time to charge at all. */
function delayed(stay: DepotStay, now: number, delayMinutes: number): DepotStay {
  const delayMs = Math.round(delayMinutes * MINUTE_MS)
  return { ...stay, arrival: Math.min(Math.max(stay.arrival, now) + delayMs, stay.departure) }
}

/** A vehicle draws no more than its charger gives, as the changed registry would say it. */
function changeStations(depot: Depot, { stations }: PlanOverrides, around: Surroundings, faults: Fault[]): void {
  for (const [place, change] of (stations ?? []).entries()) {
    const own = around.stations.get(change.stationId)
    if (!own) {
      faults.push(unknownStation(`stations[${place}].stationId`))
      continue
    }
    const powers = withStationChange(own, change)
    const there = around.connections.filter(({ stationId }) => stationId === change.stationId)
    const kwOf = new Map(there.map((one) => [one.vehicleKey, evsePowerOf(powers, one)]))
    depot.stays = depot.stays.map((stay) =>
      isConnected(stay) && kwOf.has(stay.vehicleKey)
        ? { ...stay, measured: { ...stay.measured, evseMaxKw: kwOf.get(stay.vehicleKey) ?? null } }
        : stay,
    )
  }
}

/** A vehicle at a charger that gives nothing is as good as one that never comes. */
function takeChargersOut(depot: Depot, { chargersOut }: PlanOverrides, around: Surroundings, faults: Fault[]): void {
  for (const [place, { stationId, evseId }] of (chargersOut ?? []).entries()) {
    const there = around.connections.filter((one) => one.stationId === stationId)
    if (there.length === 0 && !around.stations.has(stationId))
      faults.push(unknownStation(`chargersOut[${place}].stationId`))
    const keys = there.filter((one) => evseId == null || isAt(one, evseId)).map(({ vehicleKey }) => vehicleKey)
    depot.stays = depot.stays.map((stay) =>
      isConnected(stay) && keys.includes(stay.vehicleKey)
        ? {
            ...stay,
            arrival: stay.departure,
            measured: { ...stay.measured, connectedAt: null, chargingStartedAt: null },
          }
        : stay,
    )
  }
}

function unknownStation(path: string): Fault {
  return { path, message: 'names no charging station of this location' }
}

function isConnected({ measured }: DepotStay): boolean {
  return measured.connectedAt !== null && measured.disconnectedAt === null
}

/** Twins of the vehicles of the near future, evenly over their arrivals. @returns the ids of their stays */
function addVehicles(depot: Depot, { moreVehicles }: PlanOverrides, faults: Fault[]): string[] {
  const count = moreVehicles?.count ?? 0
  if (count === 0) return []
  const batches = batchesOf(depot, sortStays(depot).plannable).filter(({ day }) => day === null)
  const near = batches.flatMap(({ stays }) => stays)
  if (near.length === 0)
    faults.push({ path: 'moreVehicles', message: 'needs a vehicle that stays in the next 36 hours' })
  const step = Math.max(1, near.length / count)
  const twins = Array.from({ length: near.length > 0 ? count : 0 }, (_, index) =>
    twinOf(near[Math.floor(index * step) % near.length]!.stay, index),
  )
  depot.stays.push(...twins)
  return twins.map(({ id }) => id)
}

function twinOf(stay: DepotStay, index: number): DepotStay {
  const id = `more-${index + 1}`
  return { ...stay, key: null, id, chargeNow: null, vehicleKey: -index - 1, vehicle: { ...stay.vehicle, id } }
}
