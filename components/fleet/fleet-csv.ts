import { csvCell } from '@/components/format/csv-cell'
import type { Vehicle } from '@/lib/contract/vehicle'

const COLUMNS = [
  'id',
  'name',
  'evModel',
  'licensePlate',
  'vin',
  'locationUid',
  'macAddress',
  'portType',
  'fullChargeEnergykWh',
  'maxChargePowerkW',
  'minChargePowerkW',
  'consumption',
  'supportsPauseResume',
  'enableChargeScheduling',
  'notes',
] as const

/** The fleet as CSV (RFC 4180) under the API's own names; several depots or ports are parted by spaces. */
export function fleetCsv(vehicles: readonly Vehicle[]): string {
  const lines = vehicles.map((vehicle) => COLUMNS.map((column) => csvCell(valueIn(vehicle, column))).join(','))
  return `${[COLUMNS.join(','), ...lines].join('\r\n')}\r\n`
}

function valueIn(vehicle: Vehicle, column: (typeof COLUMNS)[number]): string {
  if (column === 'locationUid') return (vehicle.locationUid ?? []).join(' ')
  if (column === 'macAddress') return vehicle.chargingPorts.map(({ macAddress }) => macAddress).join(' ')
  if (column === 'portType') return vehicle.chargingPorts.map(({ type }) => type).join(' ')
  return String(vehicle[column] ?? '')
}
