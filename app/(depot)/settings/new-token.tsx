'use client'

import { useState } from 'react'
import { call } from '@/app/(depot)/_data/call'
import { useSend } from '@/app/(depot)/_data/use-send'
import { zoneName } from '@/components/format/instant-format'
import { instantOfClock } from '@/components/format/wall-clock'
import { useLocale, useText } from '@/components/messages/use-text'
import { LocationsField, RoleField } from '@/components/settings/access-fields'
import { Button } from '@/components/ui/button'
import { CopyField } from '@/components/ui/copy-field'
import { DateTimeInput } from '@/components/ui/date-time-field'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormDialog } from '@/components/ui/form-dialog'
import { Input } from '@/components/ui/input'
import type { RefreshTokenInput } from '@/lib/contract/access'
import type { Location } from '@/lib/contract/location'
import { toTimestamp } from '@/lib/contract/timestamp'

type NewTokenProps = {
  open: boolean
  locations: readonly Location[]
  /** Whose clock the end is on. */
  zone: string
  onMade: () => unknown
  onClose: () => void
}

/** Makes a refresh token, then shows its secret this once. */
export function NewToken({ open, locations, zone, onMade, onClose }: NewTokenProps) {
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
      zone={zone}
      onClose={close}
      onMade={(refreshToken) => {
        setSecret(refreshToken)
        void onMade()
      }}
    />
  )
}

type Draft = { name: string; role: RefreshTokenInput['role']; locationUids: string[]; expires: string }
type TokenFormProps = Pick<NewTokenProps, 'locations' | 'zone' | 'onClose'> & { onMade: (secret: string) => void }

function TokenForm({ locations, zone, onMade, onClose }: TokenFormProps) {
  const text = useText()
  const locale = useLocale()
  const [draft, setDraft] = useState<Draft>({ name: '', role: 'write', locationUids: [], expires: '' })
  const [edited, setEdited] = useState(false)
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part })
    setEdited(true)
  }
  const { send, sending, faults } = useSend(
    () => call('createToken', 'POST /auth/tokens', { body: bodyOf(draft, zone) }),
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
      <Field
        label={text('tokens.expires')}
        hint={text('tokens.expiresHint', { zone: zoneName(zone, Date.now(), locale) })}
        error={faults.fields.expiresAt}
      >
        <DateTimeInput
          name={text('tokens.expires')}
          value={draft.expires}
          onChange={(expires) => change({ expires })}
        />
      </Field>
    </FormDialog>
  )
}

/** A day without a time counts to its end; what is no time is sent as it is, and the server has the sentence for it. */
function bodyOf({ name, role, locationUids, expires }: Draft, zone: string) {
  const [day, time] = expires.split('T')
  const clock = `${day}T${time || '23:59'}`
  const instant = instantOfClock(clock, zone)
  return {
    name,
    role,
    locationUids: locationUids.length > 0 ? locationUids : undefined,
    expiresAt: day || time ? (instant === null ? clock : toTimestamp(instant)) : undefined,
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
      <CopyField label={text('tokens.secret')} value={secret} />
    </Dialog>
  )
}
