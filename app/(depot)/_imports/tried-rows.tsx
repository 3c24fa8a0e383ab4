'use client'

import { useMemo } from 'react'
import { errorSentence } from '@/app/(depot)/_data/error-sentence'
import { useNow } from '@/app/(depot)/_data/use-now'
import { useDepot, useReading } from '@/app/(depot)/_depot/depot-context'
import { FailedQuery } from '@/app/(depot)/_depot/failed-query'
import type { ImportRun } from '@/app/(depot)/_imports/use-import'
import { usePreview } from '@/app/(depot)/_imports/use-preview'
import { TriedEffect } from '@/app/(depot)/_what-if/tried-effect'
import type { ImportKind } from '@/components/import/columns'
import { ImportPreview } from '@/components/import/import-preview'
import { MOST_LEFT_OUT, type ToImport } from '@/components/import/import-rows'
import { leftOutOf } from '@/components/import/left-words'
import type { Fate } from '@/components/import/preview-rows'
import type { ReadRow } from '@/components/import/read-rows'
import { reasonsOf } from '@/components/import/reasons-of'
import { triedImport } from '@/components/import/tried-import'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { FormFault } from '@/components/ui/form-fault'

const NONE: ReadonlyMap<ReadRow, Fate> = new Map()

/** What rows of a file become, or what vehicles of the fleet do. */
export type ImportAbout = 'import' | 'bulk'
const WANTED: Record<ImportAbout, readonly string[]> = { import: ['new', 'changed'], bulk: ['changed'] }

type TriedRowsProps = {
  about?: ImportAbout
  rows: readonly ReadRow[]
  kind: ImportKind
  name: string | null
  importing: ImportRun
}

/** What would become of the rows, and the import of those that are not at fault. */
export function TriedRows({ about = 'import', rows, kind, name, importing }: TriedRowsProps) {
  const text = useText()
  const reading = useReading()
  const { origin, run, done, stop } = importing
  const { query, done: tried } = usePreview(rows, kind, origin)
  const { location } = useDepot()
  const now = useNow()
  const tryable = useMemo(
    () => (query.data ? triedImport(rows, query.data, { kind, locationUid: location.id, now }) : null),
    [rows, query.data, kind, location.id, now],
  )
  if (query.isError && !run.isPending) return <FailedQuery query={query} />
  const fates = query.data ?? NONE
  const wanted = rows.filter((row) => WANTED[about].includes(fates.get(row)?.fate ?? ''))
  const leftOut = rows.flatMap((row) => {
    const reasons = reasonsOf(row, fates.get(row))
    return reasons.length > 0 ? [leftOutOf(row, reasons, about === 'import')] : []
  })
  const order: ToImport = { rows: wanted, kind, name, leftOut: leftOut.slice(0, MOST_LEFT_OUT) }
  const progress = run.isPending
    ? text(`${about}.running`, { done, total: run.variables.rows.length })
    : query.isPending
      ? text(`${about}.previewing`, { done: tried, total: rows.length })
      : null
  return (
    <>
      {!run.isPending && query.data && <TriedEffect overrides={tryable} folded />}
      <ImportPreview
        numbered={about === 'import'}
        kind={kind}
        rows={rows}
        fates={fates}
        reading={reading}
        progress={progress}
      >
        {run.isPending ? (
          <Button onClick={stop}>{text('import.cancel')}</Button>
        ) : (
          <Button tone="primary" disabled={query.isPending || wanted.length === 0} onClick={() => run.mutate(order)}>
            {query.data && wanted.length === 0
              ? text(`${about}.nothing`)
              : text(`${about}.run`, { count: wanted.length })}
          </Button>
        )}
      </ImportPreview>
      {run.error && <FormFault>{errorSentence(run.error, text, reading)}</FormFault>}
    </>
  )
}
