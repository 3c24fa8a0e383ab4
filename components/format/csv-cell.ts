/**
 * A value as a cell of a CSV file (RFC 4180). What a spreadsheet would run as a formula has an apostrophe before it, also
 * where it would begin a cell for a spreadsheet whose separator is another.
 * @example csvCell('12 "old"') // '"12 ""old"""'
 */
export function csvCell(value: string): string {
  const inside = value.replace(/([;\t\r\n][\s"]*)(?=[=+\-@])/g, "$1'")
  const safe = /^[=+\-@\t\r]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${inside}` : inside
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Lines of cells as a CSV file (RFC 4180). */
export function csvFile(lines: readonly (readonly string[])[]): string {
  return lines.map((line) => `${line.map(csvCell).join(',')}\r\n`).join('')
}

/** What was written as a cell, without the apostrophes that keep spreadsheets from running it. */
export function plainCell(cell: string): string {
  return cell
    .trim()
    .replace(/^'(?=[=+\-@])/, '')
    .replace(/([;\t\r\n][\s"]*)'(?=[=+\-@])/g, '$1')
}
