import { type CsvValue, csvFile } from '@/components/format/csv-cell'
import { COLUMNS } from '@/components/import/columns'
import type { Vehicle } from '@/lib/contract/vehicle'

/**
 * The fleet as CSV under the API's own names, as an import reads it; several depots or ports are separated by spaces.
 * @param locale whose spreadsheets are to open it
 */
export function fleetCsv(vehicles: readonly Vehicle[], locale?: string): string {
  return csvFile(fleetLines(vehicles), locale)
}

/** Headings, then a line a vehicle. */
export function fleetLines(vehicles: readonly Vehicle[]): CsvValue[][] {
  const names = COLUMNS.vehicles.map(({ property }) => property)
  return [names, ...vehicles.map((vehicle) => names.map((name) => valueIn(vehicle, name)))]
}

function valueIn(vehicle: Vehicle, name: string): CsvValue {
  if (name === 'locationUid') return (vehicle.locationUid ?? []).join(' ')
  if (name === 'macAddress') return vehicle.chargingPorts.map(({ macAddress }) => macAddress).join(' ')
  if (name === 'portType') return vehicle.chargingPorts.map(({ type }) => type).join(' ')
  return (vehicle[name as keyof Vehicle] ?? '') as CsvValue
}
