import type { FleetColumn } from '@/components/fleet/fleet-columns'
import type { Departure, ReadinessState } from '@/lib/contract/readiness'
import type { Vehicle } from '@/lib/contract/vehicle'

/** Of the reasons that a departure may have for its state those that are the vehicle's. */
export type UnplannableReason = 'scheduling-disabled' | 'battery-size-unknown' | 'charge-power-unknown'

/** A vehicle in the fleet's table, with its next departure where it has one. */
export type FleetRow = {
  id: string
  name: string
  plate?: string
  model?: string
  batterykWh?: number
  maxPowerkW?: number
  ports: string
  pauses: boolean
  consumption?: number
  vin?: string
  state?: ReadinessState
  leavesAt?: number
  /** Where it is plugged in. */
  place?: string
  /** Whether its next departure is of a stay that it has come to. */
  here: boolean
  /** Why its charging cannot be planned. */
  reason?: UnplannableReason
  searchText: string
}

export const FLEET_SHOWS = ['here', 'unplannable', 'portless'] as const
/** The vehicles that somebody looks for. */
export type FleetShow = (typeof FLEET_SHOWS)[number]
export type FleetFilter = { query: string; show: FleetShow | null; model: string | null }

/** Why the charging of a vehicle cannot be planned, whatever its schedules are. Source: the contract, Vehicle registry. */
export function unplannableReason(vehicle: Vehicle): UnplannableReason | undefined {
  if (!vehicle.enableChargeScheduling) return 'scheduling-disabled'
  if (vehicle.fullChargeEnergykWh === undefined) return 'battery-size-unknown'
  return vehicle.maxChargePowerkW === undefined ? 'charge-power-unknown' : undefined
}

/** Shapes vehicles for the table; of several departures the first counts. */
export function fleetRows(vehicles: readonly Vehicle[], departures: readonly Departure[], now: number): FleetRow[] {
  const next = new Map<string, Departure>()
  for (const departure of departures) {
    const { evId, plannedDepartureTime } = departure.schedule
    const known = next.get(evId)
    if (!known || plannedDepartureTime < known.schedule.plannedDepartureTime) next.set(evId, departure)
  }
  return vehicles.map((vehicle) => rowOf(vehicle, next.get(vehicle.id), now))
}

function rowOf(vehicle: Vehicle, departure: Departure | undefined, now: number): FleetRow {
  const macs = vehicle.chargingPorts.map(({ macAddress }) => macAddress)
  return {
    id: vehicle.id,
    name: vehicle.name ?? vehicle.id,
    plate: vehicle.licensePlate,
    model: vehicle.evModel,
    batterykWh: vehicle.fullChargeEnergykWh,
    maxPowerkW: vehicle.maxChargePowerkW,
    ports: vehicle.chargingPorts.map(portWords).join(', '),
    pauses: vehicle.supportsPauseResume,
    consumption: vehicle.consumption,
    vin: vehicle.vin,
    state: departure?.state,
    leavesAt: departure && Date.parse(departure.schedule.plannedDepartureTime),
    place: departure?.place?.name,
    here:
      departure !== undefined && Date.parse(departure.schedule.plannedArrivalTime) <= now && departure.state !== 'away',
    reason: unplannableReason(vehicle),
    searchText: [
      vehicle.id,
      vehicle.name,
      vehicle.licensePlate,
      vehicle.evModel,
      vehicle.vin,
      departure?.place?.name,
      ...macs,
      ...macs.map((mac) => mac.replaceAll(':', '')),
    ]
      .join(' ')
      .toLocaleLowerCase(),
  }
}

/** `CCS2 00:1A:2B:3C:4D:5E` */
function portWords({ type, macAddress }: Vehicle['chargingPorts'][number]): string {
  return `${type} ${macAddress}`
}

/** The rows that hold every word of the search, are of the model, and are what is looked for. */
export function filterFleet(rows: readonly FleetRow[], { query, show, model }: FleetFilter): FleetRow[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter(
    (row) =>
      (show === null || isShown(row, show)) &&
      (model === null || row.model === model) &&
      words.every((word) => row.searchText.includes(word)),
  )
}

export function isShown(row: FleetRow, show: FleetShow): boolean {
  if (show === 'here') return row.here
  return show === 'unplannable' ? row.reason !== undefined : row.ports === ''
}

/** The models that the fleet has, by name. */
export function modelsOf(rows: readonly FleetRow[], locale: string): string[] {
  const models = new Set(rows.map(({ model }) => model).filter((model) => model !== undefined))
  return [...models].sort(new Intl.Collator(locale, { numeric: true }).compare)
}

/** Worst first; written here because the contract's list would bring its schemas into the table's page. */
const SEVERITY: Record<ReadinessState, number> = {
  'will-miss': 0,
  fault: 1,
  'not-charging': 2,
  'not-plugged-in': 3,
  'not-heard-of': 4,
  'falls-behind': 5,
  'at-risk': 6,
  'short-of-target': 7,
  'no-plan': 8,
  'on-track': 9,
  away: 10,
  ready: 11,
  'left-short': 12,
  'left-ready': 13,
}

/** What a column is sorted by; undefined comes last. States go from bad to good. */
export function sortValue(row: FleetRow, column: FleetColumn): string | number | undefined {
  switch (column) {
    case 'state':
      return row.state && SEVERITY[row.state]
    case 'leaves':
      return row.leavesAt
    case 'battery':
      return row.batterykWh
    case 'power':
      return row.maxPowerkW
    case 'pauses':
      return row.pauses ? 0 : 1
    case 'ports':
      return row.ports || undefined
    default:
      return row[column]
  }
}

const byName = new Intl.Collator(undefined, { numeric: true })

/** Numbers by size, texts as people order them: `Bus 9` before `Bus 10`. */
export function compareCells(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return byName.compare(String(a), String(b))
}
