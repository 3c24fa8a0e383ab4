import type { DrawnStay } from '@/components/timeline/stay'

/** A vehicle's row: its stays in order of arrival; stays of one vehicle do not overlap. */
export type TimelineRow = { vehicleId: string; name: string; licensePlate?: string; stays: readonly DrawnStay[] }

type NamedVehicle = { id: string; name?: string; licensePlate?: string }

/** One row a vehicle, in the order of the vehicles; stays of vehicles that are gone follow under their ids. */
export function rowsOf(vehicles: readonly NamedVehicle[], stays: Iterable<DrawnStay>): TimelineRow[] {
  const byVehicle = new Map<string, DrawnStay[]>(vehicles.map(({ id }) => [id, []]))
  for (const stay of stays) {
    const known = byVehicle.get(stay.vehicleId)
    if (known) known.push(stay)
    else byVehicle.set(stay.vehicleId, [stay])
  }
  const named = new Map(vehicles.map((vehicle) => [vehicle.id, vehicle]))
  return [...byVehicle].map(([vehicleId, own]) => ({
    vehicleId,
    name: named.get(vehicleId)?.name ?? vehicleId,
    licensePlate: named.get(vehicleId)?.licensePlate,
    stays: own.sort((a, b) => a.from - b.from),
  }))
}

/** The rows whose name, plate or id holds every word of the search. */
export function searchRows(rows: readonly TimelineRow[], query: string): TimelineRow[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter(({ name, licensePlate = '', vehicleId }) => {
    const text = `${name} ${licensePlate} ${vehicleId}`.toLocaleLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** The stays of a row that touch `[from, to)`: found by halving, for rows can be long. */
export function staysBetween(stays: readonly DrawnStay[], from: number, to: number): readonly DrawnStay[] {
  const first = firstIndex(stays, (stay) => stay.to > from)
  const end = firstIndex(stays, (stay) => stay.from >= to)
  return stays.slice(first, Math.max(first, end))
}

function firstIndex(stays: readonly DrawnStay[], holds: (stay: DrawnStay) => boolean): number {
  let low = 0
  let high = stays.length
  while (low < high) {
    const middle = (low + high) >> 1
    const stay = stays[middle]
    if (stay && holds(stay)) high = middle
    else low = middle + 1
  }
  return low
}
