/**
 * A value as a cell of a CSV file (RFC 4180). One that a spreadsheet would run as a formula begins with an apostrophe.
 * @example csvCell('12 "old"') // '"12 ""old"""'
 */
export function csvCell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
