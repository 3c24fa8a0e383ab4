import { csvFile } from '@/components/format/csv-cell'
import { COLUMNS, type ImportKind } from '@/components/import/columns'

const EXAMPLES: Record<string, string> = {
  ...{ id: 'bus-12', vehicleId: 'bus-12', name: 'Bus 12', evModel: 'Urbino 12', licensePlate: 'ABC-123' },
  ...{ fullChargeEnergykWh: '420', maxChargePowerkW: '150', minChargePowerkW: '5', consumption: '1300' },
  ...{ supportsPauseResume: 'true', enableChargeScheduling: 'true', portType: 'CCS2' },
  ...{ plannedArrivalTime: '2030-01-07 17:30', plannedDepartureTime: '2030-01-08 04:15' },
  ...{ startSoC: '35', targetSoC: '95', minimumSoC: '70', priority: '0', blockId: '54/15' },
}

/** A file to fill in, as spreadsheets of the locale open it: every column, and a row as an example. */
export function templateOf(kind: ImportKind, locale: string): string {
  const names = COLUMNS[kind].map(({ property }) => property)
  return csvFile([names, names.map((name) => EXAMPLES[name] ?? '')], locale)
}
