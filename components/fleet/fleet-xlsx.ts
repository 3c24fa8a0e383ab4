import { fleetLines } from '@/components/fleet/fleet-csv'
import { xlsxFile } from '@/components/ui/xlsx-file'
import type { Vehicle } from '@/lib/contract/vehicle'

/** The fleet as an XLSX workbook: as the CSV file, with numbers that a spreadsheet of any language takes for numbers. */
export function fleetXlsx(vehicles: readonly Vehicle[]): Blob {
  const rows = fleetLines(vehicles)
  return xlsxFile(rows.map((cells) => cells.map((cell) => (typeof cell === 'boolean' ? String(cell) : cell))))
}
