'use client'

import { useReading } from '@/app/(depot)/_depot/depot-context'
import { FailedQuery } from '@/app/(depot)/_depot/failed-query'
import { type Imported, type ToImport, useImport } from '@/app/(depot)/import/use-import'
import { usePreview } from '@/app/(depot)/import/use-preview'
import type { ImportKind } from '@/components/import/columns'
import { faultWords } from '@/components/import/fate-words'
import { ImportPreview } from '@/components/import/import-preview'
import type { Fate } from '@/components/import/preview-rows'
import type { ReadRow } from '@/components/import/read-rows'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { FormFault } from '@/components/ui/form-fault'

const NONE: ReadonlyMap<ReadRow, Fate> = new Map()

type TriedRowsProps = {
  rows: readonly ReadRow[]
  kind: ImportKind
  name: string | null
  onImported: (imported: Imported) => void
}

/** What would become of the rows, and the import of those that are not at fault. */
export function TriedRows({ rows, kind, name, onImported }: TriedRowsProps) {
  const text = useText()
  const reading = useReading()
  const { query, done: tried } = usePreview(rows, kind)
  const { run, done, stop } = useImport()
  if (query.isError) return <FailedQuery query={query} />
  const fates = query.data ?? NONE
  const wanted = rows.filter((row) => ['new', 'changed'].includes(fates.get(row)?.fate ?? ''))
  const leftOut = rows.flatMap((row) => {
    const reasons = faultWords(row, fates.get(row), reading)
    const named = text('import.leftOut', { row: row.line, vehicle: row.vehicleId || '—' })
    return reasons.length > 0 ? [{ row: named.slice(0, 200), reason: reasons.join('; ').slice(0, 1_000) }] : []
  })
  const order: ToImport = { rows: wanted, kind, name, leftOut: leftOut.slice(0, 1_000) }
  const progress = run.isPending
    ? text('import.running', { done, total: wanted.length })
    : query.isPending
      ? text('import.previewing', { done: tried, total: rows.length })
      : null
  return (
    <>
      <ImportPreview rows={rows} fates={fates} reading={reading} progress={progress}>
        {run.isPending ? (
          <Button onClick={stop}>{text('import.cancel')}</Button>
        ) : (
          <Button
            tone="primary"
            disabled={query.isPending || wanted.length === 0}
            onClick={() => run.mutate(order, { onSuccess: onImported })}
          >
            {query.data && wanted.length === 0 ? text('import.nothing') : text('import.run', { count: wanted.length })}
          </Button>
        )}
      </ImportPreview>
      {run.error && <FormFault>{run.error.message || text('error.network')}</FormFault>}
    </>
  )
}
