import { dayAndTime, type Reading } from '@/components/format/instant-format'
import type { Fate } from '@/components/import/preview-rows'
import type { CellFault, ReadRow } from '@/components/import/read-rows'

/** Why a row cannot be imported, as it is read or as the depot says; none where it can. */
export function faultWords({ faults }: ReadRow, fate: Fate | undefined, { text }: Reading): string[] {
  const words = faults.map((fault) => cellWords(fault, text))
  return fate?.fate === 'fault' ? [...words, ...fate.reasons] : words
}

function cellWords({ property: name, cell, why }: CellFault, text: Reading['text']): string {
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
  if (typeof value === 'object') return JSON.stringify(value)
  const instant = /^\d{4}-\d{2}-\d{2}T/.test(String(value)) ? Date.parse(String(value)) : Number.NaN
  return Number.isNaN(instant) ? String(value) : dayAndTime(instant, reading)
}
