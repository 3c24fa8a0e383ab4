import { cellOf, propertyChanges } from '@/components/audit/property-changes'
import { csvFile } from '@/components/format/csv-cell'
import type { AuditEntry } from '@/lib/contract/audit'

const COLUMNS = ['time', 'by', 'from', 'what', 'id', 'vehicle', 'change', 'property', 'before', 'after', 'request']

/**
 * Entries as CSV, one line a property; values that a spreadsheet would compute are plain text.
 * @param locale whose spreadsheets are to open it
 */
export function auditCsv(entries: readonly AuditEntry[], locale: string): string {
  const lines = entries.flatMap((entry) => {
    const { at, by, from = '', kind, objectId, vehicleId = '', action, requestId = '' } = entry
    const changes = propertyChanges(entry.before, entry.after)
    const properties = changes.length > 0 ? changes : [{ name: '', before: null, after: null }]
    return properties.map(({ name, before, after }) => [
      ...[at, by.name, from, kind, objectId, vehicleId, action],
      ...[name, cellOf(before), cellOf(after), requestId],
    ])
  })
  return csvFile([COLUMNS, ...lines], locale)
}
