import { Unzip, UnzipInflate, zipSync } from 'fflate'
import { readSheet } from 'read-excel-file/universal'
import { csvFile } from '@/components/format/csv-cell'
import { withPlainPercents } from '@/components/import/percent-cells'
import { MINUTE_MS } from '@/lib/time/interval'

/** What one file may be: a sheet of 20,000 rows is a tenth of it. */
export const XLSX_LIMITS = { bytes: 10_000_000, unpackedBytes: 60_000_000, entries: 1_000, rows: 20_000 }

/** What stands between the cells of the text that a workbook is read as. */
export const XLSX_SEPARATOR = ','

/** Why a workbook is not read: it is too large or has too many rows, or it is none. */
export type XlsxFault = 'tooLarge' | 'tooMany' | 'unreadable'

export class UnreadXlsx extends Error {
  override readonly name = 'UnreadXlsx'

  constructor(readonly why: XlsxFault) {
    super(why)
  }
}

/**
 * The first sheet of an XLSX workbook as a CSV file, as if it had been saved so: numbers with a decimal point, percents
 * as they look, dates as `2026-11-23 17:30` without an offset, because a workbook has none.
 * @throws UnreadXlsx
 */
export async function readXlsx(bytes: Uint8Array, limits = XLSX_LIMITS): Promise<string> {
  if (bytes.length > limits.bytes) throw new UnreadXlsx('tooLarge')
  // The library gets what is unpacked already: it would trust the sizes that the file claims, and unpack in a worker of
  // its own, which the pages' Content-Security-Policy refuses.
  const plain = zipSync(withPlainPercents(unpacked(bytes, limits)), { level: 0 })
  const rows = await readSheet(new Uint8Array(plain).buffer, { trim: true }).catch(() => {
    throw new UnreadXlsx('unreadable')
  })
  if (rows.length > limits.rows) throw new UnreadXlsx('tooMany')
  return csvFile(rows.map((cells) => cells.map(cellText)))
}

/** What a piece of a file unpacks to is at most a thousand times as much, so a bomb is known before it goes off. */
const PIECE = 16_384

function unpacked(bytes: Uint8Array, { unpackedBytes, entries }: typeof XLSX_LIMITS): Record<string, Uint8Array> {
  const files = new Map<string, Uint8Array[]>()
  let size = 0
  const unzip = new Unzip((file) => {
    const chunks: Uint8Array[] = []
    if (files.size >= entries) throw new UnreadXlsx('tooLarge')
    files.set(file.name, chunks)
    file.ondata = (fault, chunk) => {
      if (fault) throw fault
      size += chunk.length
      if (size > unpackedBytes) throw new UnreadXlsx('tooLarge')
      chunks.push(chunk)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let from = 0; from < bytes.length; from += PIECE)
      unzip.push(bytes.subarray(from, from + PIECE), from + PIECE >= bytes.length)
  } catch (thrown) {
    throw thrown instanceof UnreadXlsx ? thrown : new UnreadXlsx('unreadable')
  }
  return Object.fromEntries([...files].map(([name, chunks]) => [name, joined(chunks)]))
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

/** Excel's times are fractions of days, which miss the minute by a little. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (!(cell instanceof Date)) return String(cell)
  const minute = new Date(Math.round(cell.getTime() / MINUTE_MS) * MINUTE_MS)
  return minute.toISOString().slice(0, 16).replace('T', ' ')
}
