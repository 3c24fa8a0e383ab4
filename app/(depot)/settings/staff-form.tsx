'use client'

import { useState } from 'react'
import { call } from '@/app/(depot)/_data/call'
import { useSend } from '@/app/(depot)/_data/use-send'
import { useText } from '@/components/messages/use-text'
import { LocationsField, RoleField } from '@/components/settings/access-fields'
import { Field } from '@/components/ui/field'
import { FormDialog } from '@/components/ui/form-dialog'
import { Input } from '@/components/ui/input'
import { useToast } from '@/components/ui/toast'
import type { Staff } from '@/lib/contract/access'
import type { Location } from '@/lib/contract/location'

type Draft = { name: string; email: string; role: Staff['role']; locationUids: string[]; password: string }
type StaffFormProps = {
  /** Whom to change; null adds somebody. */
  person: Staff | null
  locations: readonly Location[]
  onSaved: () => unknown
  onClose: () => void
}

/** Adds a member of staff, or changes one. */
export function StaffForm({ person, locations, onSaved, onClose }: StaffFormProps) {
  const text = useText()
  const toast = useToast()
  const [draft, setDraft] = useState<Draft>(() => draftOf(person))
  const [edited, setEdited] = useState(false)
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part })
    setEdited(true)
  }
  const { send, sending, faults } = useSend(
    () => (person ? patch(person.id, draft) : add(draft)),
    async () => {
      toast({ tone: 'good', sentence: text(person ? 'staff.saved' : 'staff.added', { name: draft.name }) })
      await onSaved()
      onClose()
    },
  )
  return (
    <FormDialog
      edited={edited}
      title={person ? text('staff.edit', { name: person.name }) : text('staff.new')}
      action={text(person ? 'action.save' : 'staff.add')}
      disabled={sending}
      fault={faults.rest}
      onSubmit={() => send(undefined)}
      onClose={onClose}
    >
      <Field label={text('staff.name')} error={faults.fields.name}>
        <Input
          required
          autoComplete="off"
          value={draft.name}
          onChange={(event) => change({ name: event.target.value })}
        />
      </Field>
      {!person && (
        <Field label={text('staff.email')} error={faults.fields.email}>
          <Input
            type="email"
            required
            autoComplete="off"
            value={draft.email}
            onChange={(event) => change({ email: event.target.value })}
          />
        </Field>
      )}
      <RoleField
        label="staff.role"
        value={draft.role}
        onChange={(role) => change({ role })}
        words={(role) => `role.${role}`}
        error={faults.fields.role}
      />
      <LocationsField
        legend={text('staff.locations')}
        locations={locations}
        value={draft.locationUids}
        onChange={(locationUids) => change({ locationUids })}
        error={faults.fields.locationUids}
      />
      <Field
        label={text(person ? 'staff.newPassword' : 'staff.password')}
        hint={text(person ? 'staff.newPasswordHint' : 'staff.passwordHint')}
        error={faults.fields.password}
      >
        <Input
          type="password"
          required={!person}
          autoComplete="new-password"
          value={draft.password}
          onChange={(event) => change({ password: event.target.value })}
        />
      </Field>
    </FormDialog>
  )
}

function draftOf(person: Staff | null): Draft {
  const blank: Draft = { name: '', email: '', role: 'write', locationUids: [], password: '' }
  return person ? { ...blank, ...person, locationUids: person.locationUids ?? [], password: '' } : blank
}

function add({ locationUids, ...draft }: Draft) {
  const body = { ...draft, locationUids: locationUids.length > 0 ? locationUids : undefined }
  return call('createStaff', 'POST /staff', { body })
}

function patch(id: string, { name, role, locationUids, password }: Draft) {
  const body = {
    name,
    role,
    locationUids: locationUids.length > 0 ? locationUids : null,
    password: password || undefined,
  }
  return call('patchStaff', 'PATCH /staff/{id}', { params: { id }, body })
}
