'use client'

import { useMemo, useState } from 'react'
import { useDepot } from '@/app/(depot)/_depot/depot-context'
import { ImportDone } from '@/app/(depot)/_imports/import-done'
import { TriedRows } from '@/app/(depot)/_imports/tried-rows'
import { type BulkDraft, bulkChange, bulkRows, NO_CHANGE } from '@/components/fleet/bulk-change'
import { BulkFields } from '@/components/fleet/bulk-fields'
import type { Imported } from '@/components/import/import-rows'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { Drawer } from '@/components/ui/dialog'

/** Changes many vehicles at once: each one's change and fault is seen before anything is written, and it can be undone. */
export function BulkEdit({ vehicleIds, onClose }: { vehicleIds: readonly string[]; onClose: () => void }) {
  const text = useText()
  const { locations } = useDepot()
  const [draft, setDraft] = useState<BulkDraft>(NO_CHANGE)
  const [imported, setImported] = useState<Imported | null>(null)
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
          <BulkFields draft={draft} wrong={wrong} depots={locations} onChange={setDraft} />
          {rows.length > 0 && wrong.length === 0 && (
            <TriedRows about="bulk" rows={rows} kind="vehicles" name={text('bulk.name')} onImported={setImported} />
          )}
        </div>
      )}
    </Drawer>
  )
}
