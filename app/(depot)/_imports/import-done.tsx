'use client'

import { useQuery } from '@tanstack/react-query'
import { CircleCheck, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { errorSentence } from '@/app/(depot)/_data/error-sentence'
import { importQuery } from '@/app/(depot)/_data/queries'
import { useReading } from '@/app/(depot)/_depot/depot-context'
import type { ImportAbout } from '@/app/(depot)/_imports/tried-rows'
import { type Undone, useUndoImport } from '@/app/(depot)/_imports/use-undo-import'
import type { Imported } from '@/components/import/import-rows'
import { LeftLines } from '@/components/import/left-lines'
import { keptLine, leftOutLine } from '@/components/import/left-words'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { FormFault } from '@/components/ui/form-fault'
import { Panel } from '@/components/ui/panel'

type ImportDoneProps = { about?: ImportAbout; imported: Imported; onAnother?: () => void }

/** What an import did, what it left out, and the way back. */
export function ImportDone({ about = 'import', imported, onAnother }: ImportDoneProps) {
  const text = useText()
  const reading = useReading()
  const { data } = useQuery(importQuery(imported.id))
  const [result, setResult] = useState<Undone | null>(null)
  const { send, sending, faults } = useUndoImport(imported.id, setResult)
  const { leftOut = [] } = data ?? {}
  // What is kept with the import is of the last call alone.
  const undone = result ?? data?.undone
  const isUndone = result?.isUndone || data?.undone !== undefined
  return (
    <Panel className="flex flex-col gap-4 px-5 py-4">
      <p role="status" className="flex items-center gap-2 font-semibold">
        <CircleCheck aria-hidden className="size-5 shrink-0 text-good" />
        {undone
          ? text('import.undone', { count: undone.restored })
          : text(imported.left.length > 0 ? `${about}.stopped` : `${about}.done`, { count: imported.rows })}
      </p>
      {undone && undone.kept.length > 0 && (
        <Listed
          title={text('import.kept', { count: undone.kept.length })}
          lines={undone.kept.map((one) => keptLine(one, reading))}
        />
      )}
      {!undone && leftOut.length > 0 && (
        <Listed
          title={text(`${about}.refused`, { count: leftOut.length })}
          lines={leftOut.map((one) => leftOutLine(one, reading))}
        />
      )}
      <div className="flex flex-wrap gap-2">
        {!isUndone && (
          <Button onClick={() => send()} disabled={sending}>
            <Undo2 aria-hidden />
            {text(sending ? 'import.undoing' : `${about}.undo`)}
          </Button>
        )}
        {onAnother && <Button onClick={onAnother}>{text('import.another')}</Button>}
      </div>
      {imported.fault && !undone && <FormFault>{errorSentence(imported.fault, text, reading)}</FormFault>}
      <FormFault>{faults.rest}</FormFault>
    </Panel>
  )
}

function Listed({ title, lines }: { title: string; lines: string[] }) {
  return (
    <div className="text-sm">
      <p className="font-medium">{title}</p>
      <LeftLines className="mt-1" lines={lines} />
    </div>
  )
}
