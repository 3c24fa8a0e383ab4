import { dayAndTime, type Reading } from '@/components/format/instant-format'
import { refusalWords } from '@/components/format/refusal-words'
import { type Fate, NOT_TRIED, type Reason } from '@/components/import/preview-rows'
import type { CellFault, ReadRow } from '@/components/import/read-rows'
import type { Text } from '@/components/messages/text'

/** Why a row cannot be imported, as it is read or as the depot says; none where it can. */
export function faultWords({ faults }: ReadRow, fate: Fate | undefined, reading: Reading): string[] {
  const words = faults.map((fault) => cellWords(fault, reading.text))
  return fate?.fate === 'fault' ? [...words, ...fate.reasons.map((reason) => reasonWords(reason, reading))] : words
}

/** What the depot says against a row, in the reader's language. */
function reasonWords({ name, message, code, details = {} }: Reason, reading: Reading): string {
  const { text } = reading
  if (code === NOT_TRIED) return text('import.notTried')
  const values = Object.entries(details).map(([key, value]) => [key, rowWords(value, text)])
  const reason = refusalWords({ code, details: Object.fromEntries(values) }, reading) ?? message
  if (name === undefined) return reason
  return name === '' ? text('import.fault.ofRow', { reason }) : text('import.fault.of', { name, reason })
}

/** Another row of the file, as the preview names it. */
function rowWords(value: string | number, text: Text): string | number {
  const [, row] = /^row (\d+)$/.exec(String(value)) ?? []
  return row === undefined ? value : text('import.rowNumber', { row })
}

function cellWords({ property: name, cell, why }: CellFault, text: Text): string {
  if (why === 'missing') return text('import.fault.missing', { name })
  return why === 'again' ? text('import.fault.again', { cell }) : text(`import.fault.${why}`, { name, cell })
}

/** What becomes of a row in words: its faults, what differs, else what it is. */
export function whatWords(row: ReadRow, fate: Fate | undefined, reading: Reading): string {
  const faults = faultWords(row, fate, reading)
  if (faults.length > 0) return faults.join('; ')
  const shown = (value: unknown) => (value === undefined ? '—' : valueWords(value, reading))
  if (fate?.fate === 'changed')
    return fate.changes
      .map(({ name, before, after }) =>
        reading.text('import.change', { name, before: shown(before), after: shown(after) }),
      )
      .join('; ')
  const { plannedArrivalTime: from, plannedDepartureTime: to } = row.said
  if (from !== undefined && to !== undefined) return reading.text('import.stay', { from: shown(from), to: shown(to) })
  return ['name', 'evModel', 'licensePlate']
    .flatMap((name) => (row.said[name] ? [String(row.said[name])] : []))
    .join(', ')
}

function valueWords(value: unknown, reading: Reading): string {
  if (typeof value === 'number') return value.toLocaleString(reading.locale, { maximumFractionDigits: 6 })
  if (typeof value === 'boolean') return reading.text(value ? 'import.yes' : 'import.no')
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(', ')
  if (typeof value === 'object') return JSON.stringify(value)
  const instant = /^\d{4}-\d{2}-\d{2}T/.test(String(value)) ? Date.parse(String(value)) : Number.NaN
  return Number.isNaN(instant) ? String(value) : dayAndTime(instant, reading)
}
