'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { ApiProblem, call } from '@/app/(depot)/_data/call'
import { locationsQuery } from '@/app/(depot)/_data/queries'
import { useSend } from '@/app/(depot)/_data/use-send'
import { useUrlState } from '@/app/(depot)/_data/use-url-state'
import { useText } from '@/components/messages/use-text'
import { TimeZoneList } from '@/components/settings/depot-fields'
import { Field } from '@/components/ui/field'
import { FormDialog } from '@/components/ui/form-dialog'
import { Input } from '@/components/ui/input'
import { useToast } from '@/components/ui/toast'

const ID = /^[A-Za-z0-9._:~-]{1,64}$/

/** Makes a depot with its id, name and clock; the rest has defaults and is set afterwards. */
export function NewDepot({ open, onClose }: { open: boolean; onClose: () => void }) {
  const text = useText()
  const toast = useToast()
  const queries = useQueryClient()
  const { set } = useUrlState()
  const zones = useId()
  const [id, setId] = useState('')
  const [name, setName] = useState('')
  const [timeZone, setTimeZone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone)
  const { send, sending, faults } = useSend(
    () => makeDepot(id, { name: name || id, timeZone }, text('depotForm.exists')),
    async () => {
      toast({ tone: 'good', sentence: text('depotForm.created', { name: name || id }) })
      await queries.invalidateQueries({ queryKey: locationsQuery.queryKey })
      set({ depot: id })
      onClose()
    },
  )
  const idFault = id !== '' && !ID.test(id) ? text('depotForm.idHint') : undefined
  return (
    <FormDialog
      open={open}
      edited={id !== '' || name !== ''}
      title={text('depotForm.newTitle')}
      action={text('depotForm.create')}
      disabled={sending || !ID.test(id)}
      fault={faults.rest}
      onSubmit={() => send(undefined)}
      onClose={onClose}
    >
      <Field label={text('depotForm.id')} hint={text('depotForm.idHint')} error={faults.fields.locationUid ?? idFault}>
        <Input autoComplete="off" required value={id} onChange={(event) => setId(event.target.value)} />
      </Field>
      <Field label={text('depotForm.name')} error={faults.fields.name}>
        <Input autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field label={text('depotForm.timeZone')} error={faults.fields.timeZone}>
        <Input list={zones} required value={timeZone} onChange={(event) => setTimeZone(event.target.value)} />
      </Field>
      <TimeZoneList id={zones} />
    </FormDialog>
  )
}

/** PUT would replace a depot of that id, so one that is there is refused first. */
async function makeDepot(locationUid: string, body: { name: string; timeZone: string }, exists: string) {
  const params = { locationUid }
  const found = await call('getLocation', 'GET /locations/{locationUid}', { params }).catch((error: unknown) => {
    if (error instanceof ApiProblem && error.problem.status === 404) return null
    throw error
  })
  if (found) throw new ApiProblem({ type: 'about:blank', title: exists, status: 409, detail: exists, instance: '' })
  return call('putLocation', 'PUT /locations/{locationUid}', { params, body })
}
