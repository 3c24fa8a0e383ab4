'use client'

import { FileX2, Lock } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useDepot, useMay, useReading } from '@/app/(depot)/_depot/depot-context'
import { ImportDone } from '@/app/(depot)/_imports/import-done'
import { TriedRows } from '@/app/(depot)/_imports/tried-rows'
import { type ImportRun, useImport } from '@/app/(depot)/_imports/use-import'
import { kindOf, mappingOf, missingColumns } from '@/components/import/columns'
import { type Corrections, ImportReading } from '@/components/import/import-reading'
import type { Imported } from '@/components/import/import-rows'
import { ImportSource, NO_ROWS, type SourceRows } from '@/components/import/import-source'
import { type FileReading, readRows, writingOf } from '@/components/import/read-rows'
import { readTable, type Table } from '@/components/import/read-table'
import { useText } from '@/components/messages/use-text'
import { EmptyState } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/panel'

/** Brings vehicles or stays in from a file: how it is read, what would change, progress, and the way back. */
export function ImportScreen() {
  const text = useText()
  const mayChange = useMay('write')
  const { location } = useDepot()
  const [source, setSource] = useState<SourceRows>(NO_ROWS)
  const [corrections, setCorrections] = useState<Corrections>({})
  const [imported, setImported] = useState<Imported | null>(null)
  const importing = useImport('file', setImported)
  const begin = (rows: SourceRows) => {
    setSource(rows)
    setCorrections({})
    setImported(null)
    importing.run.reset()
  }
  return (
    <>
      <PageHeader title={text('import.title')} note={text('import.note')} />
      {!mayChange ? (
        <EmptyState icon={Lock} title={text('import.notAllowed')} />
      ) : imported ? (
        <ImportDone imported={imported} onAnother={() => begin(NO_ROWS)} />
      ) : (
        <div className="flex flex-col gap-4">
          <fieldset disabled={importing.run.isPending} className="min-w-0">
            <ImportSource text={source.text} onRows={begin} />
          </fieldset>
          {source.text.trim() !== '' && (
            <ReadFile
              key={location.id}
              source={source}
              corrections={corrections}
              onCorrect={(change) => setCorrections({ ...corrections, ...change })}
              importing={importing}
            />
          )}
        </div>
      )}
    </>
  )
}

type ReadFileProps = {
  source: SourceRows
  corrections: Corrections
  onCorrect: (change: Corrections) => void
  importing: ImportRun
}

/** The rows of a file as they are read, and what would become of them. */
function ReadFile({ source, corrections, onCorrect, importing }: ReadFileProps) {
  const text = useText()
  const reading = useReading()
  const { zone } = reading
  const separator = corrections.separator ?? source.separator
  const table = useMemo(() => readTable(source.text, separator), [source.text, separator])
  const file = useMemo(() => readingOf(table, corrections, zone), [table, corrections, zone])
  const rows = useMemo(() => readRows(table, file), [table, file])
  if (rows.length === 0) return <EmptyState icon={FileX2} title={text('import.empty')} />
  return (
    <>
      <fieldset disabled={importing.run.isPending} className="min-w-0">
        <ImportReading table={table} reading={file} onCorrect={onCorrect} />
      </fieldset>
      {missingColumns(file.mapping, file.kind).length === 0 && (
        <TriedRows rows={rows} kind={file.kind} name={source.name} importing={importing} />
      )}
    </>
  )
}

/** As it was recognised, and as somebody has corrected it. A column's meaning hangs on what the rows are. */
function readingOf(table: Table, { kind, mapping, decimal, order }: Corrections, zone: string): FileReading {
  const rows = kind ?? kindOf(table.headings)
  const known = mapping?.length === table.headings.length ? mapping : mappingOf(table.headings, rows)
  const writing = writingOf(table, { kind: rows, mapping: known })
  return {
    ...{ kind: rows, mapping: known, zone },
    decimal: decimal ?? writing.decimal,
    order: order ?? writing.order,
  }
}
