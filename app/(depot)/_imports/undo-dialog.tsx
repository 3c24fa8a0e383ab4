'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '@/app/(depot)/_data/call'
import { errorSentence } from '@/app/(depot)/_data/error-sentence'
import { useReading } from '@/app/(depot)/_depot/depot-context'
import { type Undone, useUndoImport } from '@/app/(depot)/_imports/use-undo-import'
import { LeftLines } from '@/components/import/left-lines'
import { keptLine } from '@/components/import/left-words'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { CancelButton, Dialog } from '@/components/ui/dialog'
import { FormFault } from '@/components/ui/form-fault'
import { useToast } from '@/components/ui/toast'

/**
 * Says what undoing an import would take back and what would stay, before it is done; afterwards, where something stayed,
 * what it was.
 */
export function UndoDialog({ importId, onClose }: { importId: string; onClose: () => void }) {
  const text = useText()
  const reading = useReading()
  const toast = useToast()
  const trial = useUndoTrial(importId)
  const [result, setResult] = useState<Undone | null>(null)
  const { send, sending, faults } = useUndoImport(importId, (undone) => {
    if (!undone.isUndone || undone.kept.length > 0) return setResult(undone)
    toast({ tone: 'good', sentence: text('import.undone', { count: undone.restored }) })
    onClose()
  })
  const isUndone = result?.isUndone === true
  const { restored, kept = [] } = result ?? trial.data ?? {}
  const fault = faults.rest ?? (trial.error && !result ? errorSentence(trial.error, text, reading) : null)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={text(isUndone ? 'import.undoneTitle' : 'import.undoTitle')}
      footer={
        isUndone ? (
          <Button onClick={onClose}>{text('action.close')}</Button>
        ) : (
          <>
            <CancelButton />
            <Button tone="primary" disabled={sending || !trial.data} onClick={() => send()}>
              {text(sending ? 'import.undoing' : 'import.undo')}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <p role="status">
          {restored === undefined
            ? text('app.loading')
            : text(result ? 'import.undone' : 'import.wouldUndo', { count: restored })}
          {kept.length > 0 && ` ${text('import.kept', { count: kept.length })}`}
        </p>
        {kept.length > 0 && <LeftLines className="text-sm" lines={kept.map((one) => keptLine(one, reading))} />}
        <FormFault>{fault}</FormFault>
      </div>
    </Dialog>
  )
}

/** What undoing would do, asked for once: not with what shows imports, and not again while it is undone. */
function useUndoTrial(importId: string) {
  return useQuery({
    queryKey: ['undo-trial', importId],
    queryFn: async ({ signal }) => {
      const request = { params: { importId }, query: { dryRun: 'true' as const } }
      return (await call('undoImport', 'POST /imports/{importId}/undo', request, signal)).body
    },
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    gcTime: 0,
    retry: false,
  })
}
