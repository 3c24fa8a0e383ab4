import { decimalSign } from '@/components/format/number-format'

/** What stands in a cell of a CSV file. */
export type CsvValue = string | number | boolean

/** How a CSV file is written: where a comma is the decimal sign, spreadsheets have cells separated by semicolons. */
type CsvWriting = { separator: ',' | ';'; decimal: ',' | '.' }
const PLAIN: CsvWriting = { separator: ',', decimal: '.' }

function writingIn(locale: string | undefined): CsvWriting {
  return locale !== undefined && decimalSign(locale) === ',' ? { separator: ';', decimal: ',' } : PLAIN
}

/**
 * A value as a cell of a CSV file (RFC 4180). What a spreadsheet would run as a formula has an apostrophe before it, also
 * where it would begin a cell for a spreadsheet whose separator is another.
 * @example csvCell('12 "old"') // '"12 ""old"""'
 */
export function csvCell(value: CsvValue, { separator, decimal }: CsvWriting = PLAIN): string {
  if (typeof value === 'number') return String(value).replace('.', decimal)
  const text = String(value)
  const inside = text.replace(withinCells(separator), "$1'")
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${inside}` : inside
  return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * Lines of cells as a CSV file (RFC 4180).
 * @param locale whose spreadsheets are to open it: the separator and the decimal sign are theirs; left out: a comma and a point
 */
export function csvFile(lines: readonly (readonly CsvValue[])[], locale?: string): string {
  const writing = writingIn(locale)
  return lines.map((line) => `${line.map((cell) => csvCell(cell, writing)).join(writing.separator)}\r\n`).join('')
}

/** What was written as a cell, without the apostrophes that keep spreadsheets from running it. */
export function plainCell(cell: string, separator: string = PLAIN.separator): string {
  return cell
    .trim()
    .replace(/^'(?=[=+\-@])/, '')
    .replace(separator === ';' ? /([,\t\r\n][\s"]*)'(?=[=+\-@])/g : /([;\t\r\n][\s"]*)'(?=[=+\-@])/g, '$1')
}

/** Before what would begin a cell, where another separator than this one is read. */
function withinCells(separator: CsvWriting['separator']): RegExp {
  return separator === ';' ? /([,\t\r\n][\s"]*)(?=[=+\-@])/g : /([;\t\r\n][\s"]*)(?=[=+\-@])/g
}
