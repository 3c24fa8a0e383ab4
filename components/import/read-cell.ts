import { instantOfClock } from '@/components/format/wall-clock'
import { toTimestamp } from '@/lib/contract/timestamp'
import { DAY_MS, MINUTE_MS } from '@/lib/time/interval'

/** How a file writes numbers and dates. */
export type Writing = { decimal: ',' | '.'; order: 'day' | 'month' }

/** A number; null where the cell holds none. Groups of thousands and a unit behind it are read over. */
export function readNumber(cell: string, { decimal }: Pick<Writing, 'decimal'>): number | null {
  const bare = withoutUnit(cell)
  const grouped = decimal === ',' ? bare.replace(/\.(?=\d{3}(\D|$))/g, '') : bare.replace(/,(?=\d{3}(\D|$))/g, '')
  if (grouped.includes(decimal === ',' ? '.' : ',')) return null
  const plain = grouped.replace(',', '.')
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

function withoutUnit(cell: string): string {
  return cell.replace(/\s|[%']|k?W(h(\/km)?)?$/g, '')
}

const YES = ['true', 'yes', 'y', '1', 'x', 'ja', 'wahr', 'kylla', 'tosi']
const NO = ['false', 'no', 'n', '0', '-', 'nein', 'falsch', 'ei', 'epatosi']

export function readYesNo(cell: string): boolean | null {
  const word = cell.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return YES.includes(word) ? true : NO.includes(word) ? false : null
}

/** Excel counts days from here. It takes 1900 for a leap year, so this holds for dates from March 1900 on. */
const EXCEL_DAY_0 = Date.UTC(1899, 11, 30)

/**
 * A moment as ISO 8601 in UTC; null where the cell holds none. One that says no offset is on the depot's clock: ISO
 * (`2026-11-23 04:15`), by day or month first (`23.11.2026 04:15`, `11/23/26 4:15 AM`), or a number of Excel's.
 */
export function readInstant(cell: string, { order }: Pick<Writing, 'order'>, zone: string): string | null {
  if (/^\d{4}-\d{2}-\d{2}[T ].*(Z|[+-]\d{2}:?\d{2})$/i.test(cell)) return iso(Date.parse(cell.replace(' ', 'T')))
  const clock = clockOfSerial(cell) ?? clockOfIso(cell) ?? clockOfDate(cell, order)
  if (clock === null) return null
  return iso(instantOfClock(clock, zone) ?? Number.NaN)
}

function iso(instant: number): string | null {
  return Number.isFinite(instant) ? toTimestamp(instant) : null
}

function clockOfSerial(cell: string): string | null {
  if (!/^[2-7]\d{4}([.,]\d+)?$/.test(cell)) return null
  const wall = EXCEL_DAY_0 + Math.round((Number(cell.replace(',', '.')) * DAY_MS) / MINUTE_MS) * MINUTE_MS
  return new Date(wall).toISOString().slice(0, 16)
}

function clockOfIso(cell: string): string | null {
  const parts = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(.+))?$/.exec(cell)
  return parts && clockOf(Number(parts[1]), Number(parts[2]), Number(parts[3]), parts[4])
}

function clockOfDate(cell: string, order: Writing['order']): string | null {
  const parts = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:,?\s+(.+))?$/.exec(cell)
  if (!parts) return null
  const [first, second, year] = [Number(parts[1]), Number(parts[3]), Number(parts[4])]
  const dayFirst = order === 'day' || parts[2] === '.'
  return clockOf(year < 100 ? 2000 + year : year, dayFirst ? second : first, dayFirst ? first : second, parts[5])
}

/** The wall time as a form's field has it; null where there is no such day or hour. */
function clockOf(year: number, month: number, day: number, time = '00:00'): string | null {
  const parts = /^(\d{1,2})[:.](\d{2})(?:[:.]\d{2}(?:[.,]\d+)?)?\s*([ap])?\.?m?\.?$/i.exec(time.trim())
  if (!parts) return null
  const half = parts[3]?.toLowerCase()
  const hour = half ? (Number(parts[1]) % 12) + (half === 'p' ? 12 : 0) : Number(parts[1])
  const minute = Number(parts[2])
  const isDay = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day && month >= 1 && month <= 12
  if (!isDay || hour > 23 || minute > 59) return null
  const two = (value: number) => String(value).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`
}

/**
 * The decimal sign of cells that hold numbers: what most of them can only mean, else what goes with the separator.
 * Where a comma separates cells, few write numbers with one.
 */
export function decimalOf(cells: readonly string[], separator: string): Writing['decimal'] {
  const signs = cells.map(decimalIn)
  const count = (sign: Writing['decimal']) => signs.filter((one) => one === sign).length
  const more = count(',') - count('.')
  return more > 0 || (more === 0 && separator === ';') ? ',' : '.'
}

/** The decimal sign that a number can only have; null where it has none, or `1.500` may be either. */
function decimalIn(cell: string): Writing['decimal'] | null {
  const bare = withoutUnit(cell).replace(/^[+-]/, '')
  const signs: string[] = /^\d[\d.,]*$/.test(bare) ? (bare.match(/[.,]/g) ?? []) : []
  const last = signs.at(-1)
  if (last === undefined || /^[1-9]\d{0,2}[.,]\d{3}$/.test(bare)) return null
  // The same sign twice is between thousands, so the other one is the decimal sign.
  const isComma = signs.length > 1 && signs.every((sign) => sign === last) ? last === '.' : last === ','
  return isComma ? ',' : '.'
}

/** Whether cells that hold dates say the day or the month first: what most of them can only mean, else the day. */
export function orderOf(cells: readonly string[]): Writing['order'] {
  const count = (pattern: RegExp) => cells.filter((cell) => pattern.test(cell)).length
  const months = count(/^(0?[1-9]|1[0-2])[/-](1[3-9]|2\d|3[01])[/-]/)
  const days = count(/^(1[3-9]|2\d|3[01])[/-](0?[1-9]|1[0-2])[/-]/)
  return months > days ? 'month' : 'day'
}
