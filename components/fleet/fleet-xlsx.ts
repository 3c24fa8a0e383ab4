import { fleetLines } from '@/components/fleet/fleet-csv'
import { COLUMNS } from '@/components/import/columns'
import { xlsxFile } from '@/components/ui/xlsx-file'
import type { Vehicle } from '@/lib/contract/vehicle'

/** The fleet as an XLSX workbook: as the CSV file, with numbers that a spreadsheet of any language takes for numbers. */
export function fleetXlsx(vehicles: readonly Vehicle[]): Blob {
  const [headings = [], ...rows] = fleetLines(vehicles)
  const isNumber = COLUMNS.vehicles.map(({ type }) => type === 'number')
  const cellOf = (cell: string, at: number) => (cell !== '' && isNumber[at] ? Number(cell) : cell)
  return xlsxFile([headings, ...rows.map((cells) => cells.map(cellOf))])
}
