'use client'

import { type ReactNode, useId } from 'react'
import { Button } from '@/components/ui/button'
import { CancelButton, Dialog } from '@/components/ui/dialog'
import { FormFault } from '@/components/ui/form-fault'

type FormDialogProps = {
  open?: boolean
  title: ReactNode
  description?: ReactNode
  /** What sending the form does, on its button. */
  action: string
  /** It is on its way, or lacks something that it cannot be sent without. */
  disabled: boolean
  /** Something typed would be lost by closing. */
  edited?: boolean
  /** Why it was refused, where that belongs to no field. */
  fault: string | null
  onSubmit: () => void
  onClose: () => void
  children?: ReactNode
}

/** A short form in a dialog: its fields, what it was refused for, cancel and send. */
export function FormDialog({
  open = true,
  action,
  disabled,
  fault,
  onSubmit,
  onClose,
  children,
  ...dialog
}: FormDialogProps) {
  const form = useId()
  return (
    <Dialog
      {...dialog}
      open={open}
      onOpenChange={(next) => !next && onClose()}
      footer={
        <>
          <CancelButton />
          <Button form={form} type="submit" tone="primary" disabled={disabled}>
            {action}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        {children}
        <FormFault>{fault}</FormFault>
      </form>
    </Dialog>
  )
}
