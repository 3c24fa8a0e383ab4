import writeXlsxFile from 'write-excel-file/universal'
import { fleetLines } from '@/components/fleet/fleet-csv'
import { COLUMNS } from '@/components/import/columns'
import type { Vehicle } from '@/lib/contract/vehicle'

/** The fleet as an XLSX workbook: as the CSV file, with numbers that a spreadsheet of any language takes for numbers. */
export function fleetXlsx(vehicles: readonly Vehicle[]): Promise<Blob> {
  const [headings = [], ...rows] = fleetLines(vehicles)
  const isNumber = COLUMNS.vehicles.map(({ type }) => type === 'number')
  return writeXlsxFile(
    [
      headings.map((value) => ({ value, fontWeight: 'bold' as const })),
      ...rows.map((cells) =>
        cells.map((cell, at) => (cell === '' ? null : { value: isNumber[at] ? Number(cell) : cell })),
      ),
    ],
    { stickyRowsCount: 1, columns: headings.map((heading) => ({ width: Math.max(12, heading.length + 2) })) },
  ).toBlob()
}
