import type { Departure, ReadinessState } from '@/lib/contract/readiness'
import type { Vehicle } from '@/lib/contract/vehicle'

/** A vehicle in the fleet's table, with its next departure where it has one. */
export type FleetRow = {
  id: string
  name: string
  plate?: string
  model?: string
  batterykWh?: number
  maxPowerkW?: number
  ports: string
  scheduling: boolean
  state?: ReadinessState
  leavesAt?: number
  scheduleId?: string
  /** What the planner lacks to plan it. */
  missing: readonly ('battery' | 'power')[]
  searchText: string
}

/** Shapes vehicles for the table; of several departures the first counts. */
export function fleetRows(vehicles: readonly Vehicle[], departures: readonly Departure[]): FleetRow[] {
  const next = new Map<string, Departure>()
  for (const departure of departures) {
    const { evId, plannedDepartureTime } = departure.schedule
    const known = next.get(evId)
    if (!known || plannedDepartureTime < known.schedule.plannedDepartureTime) next.set(evId, departure)
  }
  return vehicles.map((vehicle) => rowOf(vehicle, next.get(vehicle.id)))
}

function rowOf(vehicle: Vehicle, departure: Departure | undefined): FleetRow {
  const macs = vehicle.chargingPorts.map(({ macAddress }) => macAddress)
  return {
    id: vehicle.id,
    name: vehicle.name ?? vehicle.id,
    plate: vehicle.licensePlate,
    model: vehicle.evModel,
    batterykWh: vehicle.fullChargeEnergykWh,
    maxPowerkW: vehicle.maxChargePowerkW,
    ports: vehicle.chargingPorts.map(({ type }) => type).join(', '),
    scheduling: vehicle.enableChargeScheduling,
    state: departure?.state,
    leavesAt: departure && Date.parse(departure.schedule.plannedDepartureTime),
    scheduleId: departure?.schedule.id,
    missing: [
      ...(vehicle.fullChargeEnergykWh === undefined ? (['battery'] as const) : []),
      ...(vehicle.maxChargePowerkW === undefined ? (['power'] as const) : []),
    ],
    searchText: [
      vehicle.id,
      vehicle.name,
      vehicle.licensePlate,
      vehicle.evModel,
      vehicle.vin,
      ...macs,
      ...macs.map((mac) => mac.replaceAll(':', '')),
    ]
      .join(' ')
      .toLocaleLowerCase(),
  }
}

/** The rows that hold every word of the search, and only those that cannot be planned if asked for. */
export function searchFleet(rows: readonly FleetRow[], query: string, onlyIncomplete: boolean): FleetRow[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter(
    (row) => (!onlyIncomplete || row.missing.length > 0) && words.every((word) => row.searchText.includes(word)),
  )
}
