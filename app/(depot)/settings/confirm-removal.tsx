'use client'

import type { ReactNode } from 'react'
import { useSend } from '@/app/(depot)/_data/use-send'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { FormFault } from '@/components/ui/form-fault'
import { useToast } from '@/components/ui/toast'

type ConfirmRemovalProps = {
  title: string
  body: string
  action: string
  /** What is said when it is done. */
  done: string
  remove: () => Promise<unknown>
  onRemoved: () => unknown
  onClose: () => void
  /** What it would do, seen before. */
  children?: ReactNode
}

/** Asks before something goes that does not come back. */
export function ConfirmRemoval({
  title,
  body,
  action,
  done,
  remove,
  onRemoved,
  onClose,
  children,
}: ConfirmRemovalProps) {
  const text = useText()
  const toast = useToast()
  const { send, sending, faults } = useSend(remove, async () => {
    toast({ tone: 'good', sentence: done })
    await onRemoved()
    onClose()
  })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={body}
      footer={
        <>
          <Button onClick={onClose}>{text('action.cancel')}</Button>
          <Button tone="danger" disabled={sending} onClick={() => send(undefined)}>
            {action}
          </Button>
        </>
      }
    >
      {children}
      <FormFault>{faults.rest}</FormFault>
    </Dialog>
  )
}
