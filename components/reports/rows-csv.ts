import { csvCell } from '@/components/format/csv-cell'

/** Rows of the API as CSV (RFC 4180): its own names, UTC times, a decimal point; what is left out stays empty. */
export function rowsCsv<T extends object>(columns: readonly (keyof T & string)[], rows: readonly T[]): string {
  const lines = rows.map((row) => columns.map((column) => csvCell(String(row[column] ?? ''))).join(','))
  return `${[columns.join(','), ...lines].join('\r\n')}\r\n`
}
