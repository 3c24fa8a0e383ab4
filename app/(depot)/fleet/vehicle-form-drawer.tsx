'use client'

import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { Faults } from '@/app/(depot)/_data/use-send'
import { useDepot } from '@/app/(depot)/_depot/depot-context'
import type { VehicleDraft } from '@/components/fleet/vehicle-draft'
import { VehicleFormFields } from '@/components/fleet/vehicle-form-fields'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { CancelButton, Drawer } from '@/components/ui/dialog'
import { FormFault } from '@/components/ui/form-fault'

type VehicleFormDrawerProps = {
  title: string
  draft: VehicleDraft
  onChange: (draft: VehicleDraft) => void
  /** Whether something would be lost by closing. */
  edited: boolean
  faults: Faults
  sending: boolean
  onSubmit: () => void
  onClose: () => void
  /** What stands above the attributes. */
  children?: ReactNode
  /** What saving would do, below them. */
  effect?: ReactNode
}

/** The form of a vehicle in a drawer: goes to the first fault, and asks before something typed is lost. */
export function VehicleFormDrawer(props: VehicleFormDrawerProps) {
  const { title, draft, onChange, edited, faults, sending, onSubmit, onClose, children, effect } = props
  const text = useText()
  const { locations } = useDepot()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [attempt, setAttempt] = useState(0)
  const faulty = Object.keys(faults.fields).length > 0
  useEffect(() => {
    if (attempt > 0 && faulty) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [attempt, faulty])
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      edited={edited}
      title={title}
      footer={
        <>
          <CancelButton />
          <Button form={id} type="submit" tone="primary" disabled={sending}>
            {text(sending ? 'action.saving' : 'action.save')}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        id={id}
        noValidate
        className="flex flex-col gap-7"
        onSubmit={(event) => {
          event.preventDefault()
          setAttempt(attempt + 1)
          onSubmit()
        }}
      >
        {children}
        <VehicleFormFields draft={draft} faults={faults.fields} onChange={onChange} depots={locations} />
        {effect}
        <FormFault>{faults.rest}</FormFault>
      </form>
    </Drawer>
  )
}
