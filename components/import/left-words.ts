import { rowPropertyName } from '@/components/format/form-names'
import { messageWords, type RefusalReading, refusalWords } from '@/components/format/refusal-words'
import type { LeftOut } from '@/components/import/import-rows'
import { coded, type Reason } from '@/components/import/preview-rows'
import type { ReadRow } from '@/components/import/read-rows'
import type { ImportKept } from '@/lib/contract/import'
import { codeOf, sentenceOf } from '@/lib/contract/refusal-code'

/** What the contract takes of a row that is left out. */
const LONGEST = { row: 200, reason: 1_000 }
const BETWEEN = '; '

/**
 * A row that is not sent, as it is kept with the import: in the API's words, because who reads it may read another
 * language than who imported.
 */
export function leftOutOf({ line: row, vehicleId }: ReadRow, reasons: readonly Reason[], numbered: boolean): LeftOut {
  const named = numbered ? sentenceOf('row-of-file', { row, vehicle: vehicleId || '—' }) : vehicleId
  const said = reasons.map(({ name, message }) => (name ? `${name}: ${message}` : message))
  return { row: named.slice(0, LONGEST.row), reason: said.join(BETWEEN).slice(0, LONGEST.reason) }
}

/** A row that was left out in the reader's words: which one, and each of its reasons, a sentence with a property before it. */
export function leftOutLine({ row, reason }: LeftOut, reading: RefusalReading): string {
  // A sentence may have a semicolon of its own.
  const pieces = codeOf(reason) ? [reason] : reason.split(BETWEEN)
  const told = pieces.map((piece) => {
    const [, path, message = piece] = /^([\w[\].]+): (.+)$/s.exec(piece) ?? []
    const words = reasonWords(coded(message), reading)
    return path === undefined ? words : `${rowPropertyName(path, reading.text)}: ${words}`
  })
  return `${messageWords(row, reading) ?? row}: ${told.join(BETWEEN)}`
}

/** What undoing an import left as it is. */
export const keptLine = ({ id, vehicleId, reason }: ImportKept, reading: RefusalReading) =>
  `${id === vehicleId ? id : `${vehicleId}, ${id}`}: ${messageWords(reason, reading) ?? reason}`

/** What is said against a row, in the reader's language. */
export function reasonWords({ name, message, code, details = {} }: Reason, reading: RefusalReading): string {
  const { text } = reading
  const values = Object.entries(details).map(([key, value]) => [key, rowWords(value, reading)])
  const reason = refusalWords({ code, details: Object.fromEntries(values) }, reading) ?? message
  if (name === undefined) return reason
  return name === '' ? text('import.fault.ofRow', { reason }) : text('import.fault.of', { name, reason })
}

/** Another row of the file, as the preview names it. */
function rowWords(value: string | number, { text }: RefusalReading): string | number {
  const [, row] = /^row (\d+)$/.exec(String(value)) ?? []
  return row === undefined ? value : text('import.rowNumber', { row })
}
