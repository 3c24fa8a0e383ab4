import type { EvSchedule } from '@/lib/contract/schedule'
import type { Vehicle } from '@/lib/contract/vehicle'
import type { ImportFile, ImportSchedule, ImportVehicle } from '@/lib/import/import-file'

/** What an import has to send so that the depot has what the file says. */
export type ImportChanges = {
  newVehicles: ImportVehicle[]
  changedVehicles: ImportVehicle[]
  /** Vehicles with at least one stay that is new or differs, with all their stays. */
  schedules: { vehicleId: string; schedules: Record<string, unknown>[] }[]
  counts: { newSchedules: number; changedSchedules: number; sameSchedules: number; sameVehicles: number }
}

/**
 * Compares a file with what the depot has: what is the same is not sent, so a second run changes nothing and plans
 * nothing anew.
 * @param locationUid where the stays are, whatever the file says; undefined leaves the file's own
 */
export function importChanges(
  file: ImportFile,
  stored: { vehicles: Vehicle[]; schedules: EvSchedule[] },
  locationUid: string | undefined,
): ImportChanges {
  const vehicles = new Map(stored.vehicles.map((vehicle) => [vehicle.id, vehicle]))
  const homes = homesOf(file.schedules, locationUid)
  const wanted = file.vehicles.map(({ id, attributes }) => ({ id, attributes: withHome(attributes, homes.get(id)) }))
  const known = wanted.filter(({ id }) => vehicles.has(id))
  const changedVehicles = known.filter(({ id, attributes }) => !holds(vehicles.get(id), attributes))
  const compared = compareSchedules(file.schedules, stored.schedules, locationUid)
  return {
    newVehicles: wanted.filter(({ id }) => !vehicles.has(id)),
    changedVehicles,
    schedules: compared.schedules,
    counts: { ...compared.counts, sameVehicles: known.length - changedVehicles.length },
  }
}

/** The locations where the file has each vehicle stay: it belongs there unless the file says otherwise. */
function homesOf(schedules: readonly ImportSchedule[], locationUid: string | undefined): Map<string, string[]> {
  const homes = new Map<string, string[]>()
  for (const { vehicleId, raw } of schedules) {
    const uid = locationUid ?? (raw.locationUid as string | undefined)
    const list = homes.get(vehicleId) ?? []
    if (uid && !list.includes(uid)) list.push(uid)
    homes.set(vehicleId, list)
  }
  return homes
}

function withHome(attributes: ImportVehicle['attributes'], home: string[] | undefined): ImportVehicle['attributes'] {
  return attributes.locationUid === undefined && home && home.length > 0
    ? { ...attributes, locationUid: home }
    : attributes
}

/** Whether the stored vehicle says all that the file says; locations that it has besides are fine. */
function holds(vehicle: Vehicle | undefined, attributes: ImportVehicle['attributes']): boolean {
  const actual = Object(vehicle) as Record<string, unknown>
  return Object.entries(attributes).every(([name, value]) => {
    if (name !== 'locationUid') return JSON.stringify(actual[name] ?? null) === JSON.stringify(value ?? null)
    const has = vehicle?.locationUid ?? []
    return [value ?? []].flat().every((uid) => has.includes(uid as string))
  })
}

function compareSchedules(schedules: readonly ImportSchedule[], stored: EvSchedule[], locationUid: string | undefined) {
  const keyOf = (vehicleId: string, departure: number) => `${vehicleId} ${departure}`
  const found = new Map(
    stored.map((schedule) => [keyOf(schedule.evId, Date.parse(schedule.plannedDepartureTime)), schedule]),
  )
  const counts = { newSchedules: 0, changedSchedules: 0, sameSchedules: 0 }
  const byVehicle = new Map<string, { entries: Record<string, unknown>[]; differs: boolean }>()
  for (const schedule of schedules) {
    const entry = entryOf(schedule, locationUid)
    const before = found.get(keyOf(schedule.vehicleId, schedule.departure))
    const same = before !== undefined && says(before, entry)
    counts[before === undefined ? 'newSchedules' : same ? 'sameSchedules' : 'changedSchedules']++
    const vehicle = byVehicle.get(schedule.vehicleId) ?? { entries: [], differs: false }
    vehicle.entries.push(entry)
    vehicle.differs ||= !same
    byVehicle.set(schedule.vehicleId, vehicle)
  }
  const differing = [...byVehicle].filter(([, { differs }]) => differs)
  return { counts, schedules: differing.map(([vehicleId, { entries }]) => ({ vehicleId, schedules: entries })) }
}

function entryOf(
  { arrival, departure, raw }: ImportSchedule,
  locationUid: string | undefined,
): Record<string, unknown> {
  return {
    ...raw,
    ...(locationUid ? { locationUid } : {}),
    plannedArrivalTime: new Date(arrival).toISOString(),
    plannedDepartureTime: new Date(departure).toISOString(),
  }
}

function says(stored: EvSchedule, entry: Record<string, unknown>): boolean {
  const actual = stored as Record<string, unknown>
  return Object.entries(entry).every(
    ([name, value]) => JSON.stringify(actual[name] ?? null) === JSON.stringify(value ?? null),
  )
}
