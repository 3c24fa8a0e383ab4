import { cellOf, propertyChanges } from '@/components/audit/property-changes'
import { csvFile } from '@/components/format/csv-cell'
import type { AuditText } from '@/components/messages/write-text'
import type { AuditEntry } from '@/lib/contract/audit'

const COLUMNS = [
  ...['time', 'by', 'from', 'what', 'id', 'vehicle'],
  ...['change', 'property', 'before', 'after', 'request'],
] as const

/** Whose spreadsheets are to open a file, and the language of its headings. */
type Reader = { locale: string; text: AuditText }

/**
 * Entries as CSV, one line a property, headed in the reader's language. What stands below is the API's, so that files of
 * readers of different languages can be compared; values that a spreadsheet would compute are plain text.
 */
export function auditCsv(entries: readonly AuditEntry[], { locale, text }: Reader): string {
  const lines = entries.flatMap((entry) => {
    const { at, by, from = '', kind, objectId, vehicleId = '', action, requestId = '' } = entry
    const changes = propertyChanges(entry.before, entry.after)
    const properties = changes.length > 0 ? changes : [{ name: '', before: null, after: null }]
    return properties.map(({ name, before, after }) => [
      ...[at, by.name, from, kind, objectId, vehicleId, action],
      ...[name, cellOf(before), cellOf(after), requestId],
    ])
  })
  return csvFile([COLUMNS.map((column) => text(`audit.csv.${column}`)), ...lines], locale)
}
