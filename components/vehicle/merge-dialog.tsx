'use client'

import { useState } from 'react'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { Merge } from '@/components/vehicle/merge-changes'
import type { Attribute } from '@/components/vehicle/vehicle-draft'

type MergeDialogProps = {
  merge: Merge
  onCancel: () => void
  /** The attributes in which mine holds. */
  onApply: (mine: Attribute[]) => void
}

/** Two people changed one vehicle: which of two values holds, where both changed the same. */
export function MergeDialog({ merge, onCancel, onApply }: MergeDialogProps) {
  const text = useText()
  const [theirs, setTheirs] = useState<ReadonlySet<Attribute>>(new Set())
  const choose = (attribute: Attribute, takeTheirs: boolean) => {
    const next = new Set(theirs)
    if (takeTheirs) next.add(attribute)
    else next.delete(attribute)
    setTheirs(next)
  }
  const mine = merge.conflicts.map(({ attribute }) => attribute).filter((attribute) => !theirs.has(attribute))
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onCancel()}
      title={text('merge.title')}
      description={text('merge.body')}
      footer={
        <>
          <Button onClick={onCancel}>{text('action.cancel')}</Button>
          <Button tone="primary" onClick={() => onApply([...merge.mine, ...mine])}>
            {text('merge.apply')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        {merge.conflicts.map(({ attribute, ...values }) => (
          <fieldset key={attribute} className="flex flex-col gap-1.5">
            <legend className="mb-1 font-medium text-sm">{text(`vehicleForm.${attribute}`)}</legend>
            {(['mine', 'theirs'] as const).map((side) => (
              <label
                key={side}
                className="flex items-baseline gap-2.5 rounded-md border border-line px-3 py-2 text-sm has-checked:border-accent has-checked:bg-accent-soft"
              >
                <input
                  type="radio"
                  name={attribute}
                  className="accent-(--accent)"
                  checked={(side === 'theirs') === theirs.has(attribute)}
                  onChange={() => choose(attribute, side === 'theirs')}
                />
                <span className="min-w-0 break-words">
                  {text(`merge.${side}`, { value: valueWords(values[side], text('merge.empty')) })}
                </span>
              </label>
            ))}
          </fieldset>
        ))}
        {merge.theirs.length > 0 && (
          <p className="text-ink-2 text-sm">
            {text('merge.kept', {
              names: merge.theirs.map((attribute) => text(`vehicleForm.${attribute}`)).join(', '),
            })}
          </p>
        )}
      </div>
    </Dialog>
  )
}

/** A value of any attribute on one line. */
function valueWords(value: unknown, empty: string): string {
  if (value === null || value === undefined || value === '') return empty
  if (Array.isArray(value)) return value.map((one) => valueWords(one, empty)).join(', ') || empty
  if (typeof value !== 'object') return String(value)
  const parts = Object.values(value).filter((part) => part !== null && part !== undefined)
  return parts.map(String).join(' ') || empty
}
