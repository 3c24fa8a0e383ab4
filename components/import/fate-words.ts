import { dayAndTime, type Reading } from '@/components/format/instant-format'
import { columnName, type ImportKind } from '@/components/import/columns'
import { reasonWords } from '@/components/import/left-words'
import type { Fate, Reason } from '@/components/import/preview-rows'
import type { ReadRow } from '@/components/import/read-rows'
import { reasonsOf } from '@/components/import/reasons-of'

/** What the rows are, and who reads what becomes of them. */
export type Told = { kind: ImportKind; reading: Reading }

/** Why a row cannot be imported, as it is read or as the depot says; none where it can. */
export function faultWords(row: ReadRow, fate: Fate | undefined, { kind, reading }: Told): string[] {
  const named = ({ name, ...reason }: Reason): Reason => ({
    ...reason,
    ...(name !== undefined && { name: columnName(kind, name, reading.text) }),
  })
  return reasonsOf(row, fate).map((reason) => reasonWords(named(reason), reading))
}

/** What becomes of a row in words: its faults, what differs, else what it is. */
export function whatWords(row: ReadRow, fate: Fate | undefined, { kind, reading }: Told): string {
  const faults = faultWords(row, fate, { kind, reading })
  if (faults.length > 0) return faults.join('; ')
  const shown = (value: unknown) => (value === undefined ? '—' : valueWords(value, reading))
  const nameOf = (name: string) => columnName(kind, name, reading.text)
  if (fate?.fate === 'changed')
    return fate.changes
      .map(({ name, before, after }) =>
        reading.text('import.change', { name: nameOf(name), before: shown(before), after: shown(after) }),
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
