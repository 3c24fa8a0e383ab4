import { fleetLines } from '@/components/fleet/fleet-csv'
import { xlsxFile } from '@/components/ui/xlsx-file'
import type { Vehicle } from '@/lib/contract/vehicle'

/** The fleet as an XLSX workbook: as the CSV file, with numbers, yes and no that a spreadsheet of any language takes as such. */
export function fleetXlsx(vehicles: readonly Vehicle[]): Blob {
  return xlsxFile(fleetLines(vehicles))
}
