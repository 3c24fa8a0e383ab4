'use client'

import { useQuery } from '@tanstack/react-query'
import { call } from '@/app/(depot)/_data/call'
import { useUndoImport } from '@/app/(depot)/_imports/use-undo-import'
import { useText } from '@/components/messages/use-text'
import { FormDialog } from '@/components/ui/form-dialog'
import { useToast } from '@/components/ui/toast'

/** Says what undoing an import would take back and what would stay, before it is done. */
export function UndoDialog({ importId, onClose }: { importId: string; onClose: () => void }) {
  const text = useText()
  const toast = useToast()
  const trial = useQuery({
    queryKey: ['imports', importId, 'undo-trial'],
    queryFn: async ({ signal }) => {
      const request = { params: { importId }, query: { dryRun: 'true' as const } }
      return (await call('undoImport', 'POST /imports/{importId}/undo', request, signal)).body
    },
    gcTime: 0,
    retry: false,
  })
  const { send, sending, faults } = useUndoImport(importId, () => {
    toast({ tone: 'good', sentence: text('import.undone', { count: trial.data?.restored ?? 0 }) })
    onClose()
  })
  const { restored, kept = [] } = trial.data ?? {}
  return (
    <FormDialog
      title={text('import.undoTitle')}
      action={text(sending ? 'import.undoing' : 'import.undo')}
      disabled={sending || !trial.data}
      fault={faults.rest ?? trial.error?.message ?? null}
      onSubmit={() => send()}
      onClose={onClose}
    >
      <p role="status">
        {restored === undefined ? text('app.loading') : text('import.wouldUndo', { count: restored })}
        {kept.length > 0 && ` ${text('import.kept', { count: kept.length })}`}
      </p>
      {kept.length > 0 && (
        <ul className="max-h-48 overflow-y-auto text-ink-2 text-sm">
          {kept.map(({ kind, id, vehicleId, reason }) => (
            <li key={`${kind} ${id}`}>
              {id === vehicleId ? id : `${vehicleId}, ${id}`}: {reason}
            </li>
          ))}
        </ul>
      )}
    </FormDialog>
  )
}
