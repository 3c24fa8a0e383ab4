'use client'

import { useState } from 'react'
import { call } from '@/app/(depot)/_data/call'
import { useSend } from '@/app/(depot)/_data/use-send'
import { useText } from '@/components/messages/use-text'
import { LocationsField, RoleField } from '@/components/settings/access-fields'
import { Button } from '@/components/ui/button'
import { CopyField } from '@/components/ui/copy-field'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormDialog } from '@/components/ui/form-dialog'
import { Input } from '@/components/ui/input'
import type { RefreshTokenInput } from '@/lib/contract/access'
import type { Location } from '@/lib/contract/location'

type NewTokenProps = {
  open: boolean
  locations: readonly Location[]
  onMade: () => unknown
  onClose: () => void
}

/** Makes a refresh token, then shows its secret this once. */
export function NewToken({ open, locations, onMade, onClose }: NewTokenProps) {
  const [secret, setSecret] = useState<string | null>(null)
  const close = () => {
    setSecret(null)
    onClose()
  }
  if (!open) return null
  if (secret !== null) return <TokenSecret secret={secret} onClose={close} />
  return (
    <TokenForm
      locations={locations}
      onClose={close}
      onMade={(refreshToken) => {
        setSecret(refreshToken)
        void onMade()
      }}
    />
  )
}

type Draft = { name: string; role: RefreshTokenInput['role']; locationUids: string[]; expires: string }
type TokenFormProps = { locations: readonly Location[]; onMade: (secret: string) => void; onClose: () => void }

function TokenForm({ locations, onMade, onClose }: TokenFormProps) {
  const text = useText()
  const [draft, setDraft] = useState<Draft>({ name: '', role: 'write', locationUids: [], expires: '' })
  const [edited, setEdited] = useState(false)
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part })
    setEdited(true)
  }
  const { send, sending, faults } = useSend(
    () => call('createToken', 'POST /auth/tokens', { body: bodyOf(draft) }),
    ({ body }) => onMade(body.refreshToken),
  )
  return (
    <FormDialog
      edited={edited}
      title={text('tokens.new')}
      action={text('tokens.make')}
      disabled={sending}
      fault={faults.rest}
      onSubmit={() => send(undefined)}
      onClose={onClose}
    >
      <Field label={text('tokens.name')} hint={text('tokens.nameHint')} error={faults.fields.name}>
        <Input
          required
          autoComplete="off"
          value={draft.name}
          onChange={(event) => change({ name: event.target.value })}
        />
      </Field>
      <RoleField
        label="tokens.role"
        value={draft.role}
        onChange={(role) => change({ role })}
        words={(role) => `tokens.role.${role}`}
        error={faults.fields.role}
      />
      <LocationsField
        legend={text('tokens.locations')}
        locations={locations}
        value={draft.locationUids}
        onChange={(locationUids) => change({ locationUids })}
        error={faults.fields.locationUids}
      />
      <Field label={text('tokens.expires')} hint={text('tokens.expiresHint')} error={faults.fields.expiresAt}>
        <Input type="date" value={draft.expires} onChange={(event) => change({ expires: event.target.value })} />
      </Field>
    </FormDialog>
  )
}

function bodyOf({ name, role, locationUids, expires }: Draft) {
  return {
    name,
    role,
    locationUids: locationUids.length > 0 ? locationUids : undefined,
    // The chosen day still counts, on the clock of who chooses.
    expiresAt: expires ? new Date(`${expires}T23:59:59`).toISOString() : undefined,
  }
}

function TokenSecret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const text = useText()
  return (
    <Dialog
      open
      mustConfirm
      onOpenChange={() => {}}
      title={text('tokens.onceTitle')}
      description={text('tokens.onceBody')}
      footer={
        <Button tone="primary" onClick={onClose}>
          {text('tokens.done')}
        </Button>
      }
    >
      <CopyField label={text('tokens.title')} value={secret} />
    </Dialog>
  )
}
