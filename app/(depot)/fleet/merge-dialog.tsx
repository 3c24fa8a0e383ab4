'use client'

import { useMemo, useState } from 'react'
import { useDepot } from '@/app/(depot)/_depot/depot-context'
import { MergeReview } from '@/components/fleet/merge-review'
import { applyMerge, type Side, type VehicleMerge } from '@/components/fleet/merge-vehicle'
import type { FieldName, VehicleFields } from '@/components/fleet/vehicle-fields'
import { useLocale, useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'

type MergeDialogProps = {
  name: string
  theirs: VehicleFields
  merge: VehicleMerge
  onSave: (fields: VehicleFields) => void
  onCancel: () => void
}

/** Asks what holds where two people changed the same; nothing is saved before every such field is decided. */
export function MergeDialog({ name, theirs, merge, onSave, onCancel }: MergeDialogProps) {
  const text = useText()
  const locale = useLocale()
  const { locations } = useDepot()
  const [choices, setChoices] = useState<ReadonlyMap<FieldName, Side>>(new Map())
  const words = useMemo(
    () => ({
      text,
      locale,
      depotName: (uid: string) => locations.find(({ id }) => id === uid)?.name ?? uid,
    }),
    [text, locale, locations],
  )
  const open = merge.collisions.filter(({ field }) => !choices.has(field)).length
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onCancel()}
      title={text('merge.title', { vehicle: name })}
      description={text(merge.collisions.length > 0 ? 'merge.bodyCollisions' : 'merge.body')}
      className="sm:w-[min(92vw,38rem)]"
      footer={
        <>
          {open > 0 && (
            <span role="status" className="mr-auto self-center text-ink-2 text-sm">
              {text('merge.open', { count: open })}
            </span>
          )}
          <Button onClick={onCancel}>{text('vehicleForm.keepEditing')}</Button>
          <Button tone="primary" disabled={open > 0} onClick={() => onSave(applyMerge(theirs, merge, choices))}>
            {text('merge.apply')}
          </Button>
        </>
      }
    >
      <MergeReview
        merge={merge}
        choices={choices}
        onChoose={(field, side) => setChoices(new Map(choices).set(field, side))}
        words={words}
      />
    </Dialog>
  )
}
