'use client'

import { useMemo, useState } from 'react'
import { useDepot } from '@/app/(depot)/_depot/depot-context'
import { ImportDone } from '@/app/(depot)/_imports/import-done'
import { TriedRows } from '@/app/(depot)/_imports/tried-rows'
import { useImport } from '@/app/(depot)/_imports/use-import'
import { type BulkDraft, bulkChange, bulkRows, NO_CHANGE } from '@/components/fleet/bulk-change'
import { BulkFields } from '@/components/fleet/bulk-fields'
import type { Imported } from '@/components/import/import-rows'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { Drawer } from '@/components/ui/dialog'

type BulkEditProps = { vehicleIds: readonly string[]; onImported: () => void; onClose: () => void }

/** Changes many vehicles at once: each one's change and fault is seen before anything is written, and it can be undone. */
export function BulkEdit({ vehicleIds, onImported, onClose }: BulkEditProps) {
  const text = useText()
  const { locations } = useDepot()
  const [draft, setDraft] = useState<BulkDraft>(NO_CHANGE)
  const [imported, setImported] = useState<Imported | null>(null)
  const importing = useImport('edit', (done) => {
    setImported(done)
    onImported()
  })
  const { said, wrong } = useMemo(() => bulkChange(draft), [draft])
  const rows = useMemo(() => bulkRows(vehicleIds, said), [vehicleIds, said])
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      edited={imported === null && rows.length > 0}
      title={text('bulk.title', { count: vehicleIds.length })}
      description={imported ? undefined : text('bulk.body')}
      footer={imported && <Button onClick={onClose}>{text('action.close')}</Button>}
    >
      {imported ? (
        <ImportDone about="bulk" imported={imported} />
      ) : (
        <div className="flex flex-col gap-5">
          <fieldset disabled={importing.run.isPending} className="min-w-0">
            <BulkFields draft={draft} wrong={wrong} depots={locations} onChange={setDraft} />
          </fieldset>
          {rows.length > 0 && wrong.length === 0 && (
            <TriedRows about="bulk" rows={rows} kind="vehicles" name={text('bulk.name')} importing={importing} />
          )}
        </div>
      )}
    </Drawer>
  )
}
