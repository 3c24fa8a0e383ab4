import { type CsvValue, csvFile } from '@/components/format/csv-cell'

/**
 * Rows of the API as CSV: its own names, UTC times; what is left out stays empty.
 * @param locale whose spreadsheets are to open it
 */
export function rowsCsv<T extends object>(
  columns: readonly (keyof T & string)[],
  rows: readonly T[],
  locale: string,
): string {
  return csvFile([columns, ...rows.map((row) => columns.map((column) => (row[column] ?? '') as CsvValue))], locale)
}
