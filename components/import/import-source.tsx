'use client'

import { Download } from 'lucide-react'
import { useState } from 'react'
import { IMPORT_KINDS } from '@/components/import/columns'
import { decodeFile } from '@/components/import/decode-file'
import type { Separator } from '@/components/import/read-table'
import type { XlsxFault } from '@/components/import/read-xlsx'
import { templateOf } from '@/components/import/template'
import { useLocale, useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { controlStyle, Input } from '@/components/ui/input'
import { Panel } from '@/components/ui/panel'
import { saveFile } from '@/components/ui/save-file'

/** Text with separators and the file that it is of; `separator`: known, because the text was made of a workbook. */
export type SourceRows = { text: string; name: string | null; separator?: Separator }
export const NO_ROWS: SourceRows = { text: '', name: null }

type SourceProps = { text: string; onRows: (rows: SourceRows) => void }

/** Where rows come from: a file, or pasted; and files to fill in. */
export function ImportSource({ text: rows, onRows }: SourceProps) {
  const text = useText()
  const locale = useLocale()
  const [fault, setFault] = useState<XlsxFault | null>(null)
  const read = async (file: File | undefined) => {
    if (!file) return
    setFault(null)
    const bytes = new Uint8Array(await file.arrayBuffer())
    if (!isZip(bytes)) return onRows({ text: decodeFile(bytes), name: file.name })
    // What reads workbooks is loaded once there is one.
    const { readXlsx, UnreadXlsx, XLSX_SEPARATOR } = await import('@/components/import/read-xlsx')
    try {
      onRows({ text: await readXlsx(bytes), name: file.name, separator: XLSX_SEPARATOR })
    } catch (thrown) {
      if (!(thrown instanceof UnreadXlsx)) throw thrown
      onRows(NO_ROWS)
      setFault(thrown.why)
    }
  }
  return (
    <Panel className="grid gap-5 px-5 py-4 md:grid-cols-2">
      <div className="flex flex-col gap-4">
        <Field label={text('import.file')} error={fault ? text(`import.xlsx.${fault}`) : undefined}>
          <Input
            type="file"
            accept=".csv,.txt,.tsv,.xlsx,text/csv,text/plain"
            className="py-1.5"
            onChange={(event) => void read(event.target.files?.[0])}
          />
        </Field>
        <div className="flex flex-wrap gap-2">
          {IMPORT_KINDS.map((kind) => (
            <Button key={kind} size="small" onClick={() => saveFile(`${kind}.csv`, templateOf(kind, locale))}>
              <Download aria-hidden />
              {text(`import.template.${kind}`)}
            </Button>
          ))}
        </div>
      </div>
      <Field label={text('import.paste')} hint={text('import.pasteHint')}>
        <textarea
          className={`${controlStyle} h-28 py-2 font-mono text-xs`}
          spellCheck={false}
          value={rows}
          onChange={(event) => onRows({ text: event.target.value, name: null })}
        />
      </Field>
    </Panel>
  )
}

/** A workbook is a ZIP archive, whatever its name is. */
function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}
