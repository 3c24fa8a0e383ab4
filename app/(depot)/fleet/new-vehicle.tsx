'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiProblem, call } from '@/app/(depot)/_data/call'
import { useSend } from '@/app/(depot)/_data/use-send'
import { useDepot } from '@/app/(depot)/_depot/depot-context'
import { refreshVehicle } from '@/app/(depot)/fleet/refresh-vehicle'
import { useCheckedDraft } from '@/app/(depot)/fleet/use-checked-draft'
import { VehicleFormDrawer } from '@/app/(depot)/fleet/vehicle-form-drawer'
import { suggestedId } from '@/components/fleet/suggested-id'
import { draftOf, patchOf } from '@/components/fleet/vehicle-draft'
import { fieldsOf } from '@/components/fleet/vehicle-fields'
import { useLocale, useText } from '@/components/messages/use-text'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { useToast } from '@/components/ui/toast'
import { Id } from '@/lib/contract/primitives'
import type { VehicleInput } from '@/lib/contract/vehicle'

const NOTHING = fieldsOf({})

/** Adds a vehicle to the depot that is looked at; its id follows its name until somebody writes another. */
export function NewVehicle({ onMade, onClose }: { onMade: (vehicleId: string) => void; onClose: () => void }) {
  const text = useText()
  const locale = useLocale()
  const toast = useToast()
  const queries = useQueryClient()
  const { location } = useDepot()
  const [ownId, setOwnId] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  const sent = useSend(
    ({ id, body }: { id: string; body: VehicleInput }) => makeVehicle(id, body, text('vehicleForm.idTaken')),
    async (id) => {
      toast({ tone: 'good', sentence: text('vehicleForm.made', { vehicle: draft.values.name.trim() || id }) })
      onMade(id)
      await refreshVehicle(queries, id)
    },
  )
  const { draft, change, edited, faults, check } = useCheckedDraft(
    () => draftOf(fieldsOf({ locationUid: [location.id] }), locale),
    sent,
  )
  const id = ownId ?? suggestedId(draft.values.name)
  const idIsValid = Id.safeParse(id).success
  const idFault = asked && !idIsValid ? text('vehicleForm.idFault') : faults.fields.vehicleId
  const submit = () => {
    setAsked(true)
    const checked = check()
    if (checked && idIsValid) sent.send({ id, body: patchOf(NOTHING, checked) })
  }
  return (
    <VehicleFormDrawer
      title={text('vehicleForm.new')}
      draft={draft}
      onChange={change}
      edited={edited || ownId !== null}
      faults={idFault ? { ...faults, fields: { ...faults.fields, vehicleId: idFault } } : faults}
      sending={sent.sending}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={text('vehicleForm.id')} hint={text('vehicleForm.idHint')} error={idFault}>
        <Input
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={id}
          onChange={(event) => {
            setOwnId(event.target.value)
            sent.forget()
          }}
        />
      </Field>
    </VehicleFormDrawer>
  )
}

/** PUT would replace a vehicle of that id, so one that is there is refused first. */
async function makeVehicle(vehicleId: string, body: VehicleInput, taken: string): Promise<string> {
  const params = { vehicleId }
  const found = await call('getVehicle', 'GET /vehicles/{vehicleId}', { params }).catch((error: unknown) => {
    if (error instanceof ApiProblem && error.problem.status === 404) return null
    throw error
  })
  const errors = [{ path: 'vehicleId', message: taken }]
  if (found)
    throw new ApiProblem({ type: 'about:blank', title: taken, status: 409, detail: taken, instance: '', errors })
  await call('putVehicle', 'PUT /vehicles/{vehicleId}', { params, body })
  return vehicleId
}
