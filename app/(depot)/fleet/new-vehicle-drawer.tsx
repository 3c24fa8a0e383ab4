'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { ApiProblem, call } from '@/app/(depot)/_data/call'
import { useUrlState } from '@/app/(depot)/_data/use-url-state'
import { useDepot } from '@/app/(depot)/_depot/depot-context'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { Drawer } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { useToast } from '@/components/ui/toast'
import { bodyOf, draftOf } from '@/components/vehicle/vehicle-draft'
import { faultsOf, problemFaults } from '@/components/vehicle/vehicle-faults'
import { VehicleFields } from '@/components/vehicle/vehicle-fields'
import { Id } from '@/lib/contract/primitives'
import { VehicleInput } from '@/lib/contract/vehicle'

const FORM = 'new-vehicle'
const NOT_FOUND = 404

/** Whether a vehicle with this id is there already: PUT would replace it. */
async function isTaken(vehicleId: string): Promise<boolean> {
  try {
    await call('getVehicle', 'GET /vehicles/{vehicleId}', { params: { vehicleId } })
    return true
  } catch (error) {
    if (error instanceof ApiProblem && error.problem.status === NOT_FOUND) return false
    throw error
  }
}

/** Adds a vehicle to the depot. */
export function NewVehicleDrawer({ onClose }: { onClose: () => void }) {
  const text = useText()
  const toast = useToast()
  const router = useRouter()
  const client = useQueryClient()
  const { get } = useUrlState()
  const { location, locations } = useDepot()
  const [id, setId] = useState('')
  const [draft, setDraft] = useState(() => draftOf({ locationUid: [location.id], supportsPauseResume: true }))
  const [errors, setErrors] = useState<ReadonlyMap<string, string>>(new Map())

  const create = useMutation({
    mutationFn: async () => {
      if (await isTaken(id)) return false
      await call('putVehicle', 'PUT /vehicles/{vehicleId}', { params: { vehicleId: id }, body: bodyOf(draft) })
      return true
    },
    onSuccess: (created) => {
      if (!created) return setErrors(new Map([['id', text('vehicleForm.idTaken')]]))
      void client.invalidateQueries({ queryKey: ['vehicles'] })
      toast({ tone: 'good', sentence: text('vehicleForm.saved', { vehicle: draft.name || id }) })
      const depot = get('depot')
      router.push(`/fleet/${encodeURIComponent(id)}${depot ? `?depot=${encodeURIComponent(depot)}` : ''}`)
    },
    onError: (error) => {
      if (error instanceof ApiProblem) setErrors(problemFaults(error.problem))
      toast({ tone: 'critical', sentence: error instanceof ApiProblem ? error.problem.detail : text('error.network') })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const faults = faultsOf(VehicleInput, bodyOf(draft), text('vehicleForm.notNumber'))
    const idFault = faultsOf(Id, id, '').get('')
    if (idFault) faults.set('id', idFault)
    setErrors(faults)
    if (faults.size === 0) create.mutate()
  }
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      title={text('vehicleForm.new')}
      footer={
        <>
          <Button onClick={onClose}>{text('action.cancel')}</Button>
          <Button type="submit" form={FORM} tone="primary" disabled={create.isPending}>
            {text(create.isPending ? 'action.saving' : 'action.save')}
          </Button>
        </>
      }
    >
      <form id={FORM} onSubmit={submit} noValidate className="flex flex-col gap-6">
        <Field label={text('vehicleForm.id')} hint={text('vehicleForm.idHint')} error={errors.get('id')}>
          <Input
            value={id}
            onChange={(event) => setId(event.target.value)}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
          />
        </Field>
        <VehicleFields
          draft={draft}
          errors={errors}
          onChange={(change) => setDraft((current) => ({ ...current, ...change }))}
          depots={locations.map((one) => ({ uid: one.id, name: one.name ?? one.id }))}
        />
      </form>
    </Drawer>
  )
}
