import { csvFile } from '@/components/format/csv-cell'

/** Rows of the API as CSV (RFC 4180): its own names, UTC times, a decimal point; what is left out stays empty. */
export function rowsCsv<T extends object>(columns: readonly (keyof T & string)[], rows: readonly T[]): string {
  return csvFile([columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))])
}
