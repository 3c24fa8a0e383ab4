'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiProblem, call } from '@/app/(depot)/_data/call'
import { useSend } from '@/app/(depot)/_data/use-send'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { CopyField } from '@/components/ui/copy-field'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormDialog } from '@/components/ui/form-dialog'
import { Input } from '@/components/ui/input'
import type { Location } from '@/lib/contract/location'
import type { ChargingStation, StationPassword } from '@/lib/contract/station'

type NewStationProps = {
  location: Location
  /** A station that only gets a new password. */
  existing: ChargingStation | null
  onMade: () => unknown
  onClose: () => void
}
type Made = { stationId: string; secret: StationPassword }

/** Adds a charging station, then shows once what is to be entered in it, until its first message is there. */
export function NewStation({ location, existing, onMade, onClose }: NewStationProps) {
  const [made, setMade] = useState<Made | null>(null)
  if (made) return <StationSecret {...made} isNew={existing === null} onClose={onClose} />
  const onReady = (stationId: string, secret: StationPassword) => {
    setMade({ stationId, secret })
    void onMade()
  }
  return <StationForm location={location} existing={existing} onMade={onReady} onClose={onClose} />
}

type Draft = { id: string; name: string; place: string; evses: string; power: string }
type StationFormProps = Omit<NewStationProps, 'onMade'> & {
  onMade: (stationId: string, secret: StationPassword) => void
}

function StationForm({ location, existing, onMade, onClose }: StationFormProps) {
  const text = useText()
  const [draft, setDraft] = useState<Draft>({ id: '', name: '', place: '', evses: '1', power: '150' })
  const [edited, setEdited] = useState(false)
  // The identity that was free when this form took it: sent again after half a success, it is this form's own.
  const [created, setCreated] = useState<string | null>(null)
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part })
    setEdited(true)
  }
  const stationId = existing?.id ?? draft.id.trim()
  const { send, sending, faults } = useSend(
    async () => {
      const params = { stationId }
      if (!existing) {
        if (created !== stationId && (await isThere(stationId)))
          throw new ApiProblem(existsProblem(text('stations.exists')))
        setCreated(stationId)
        await call('putStation', 'PUT /stations/{stationId}', { params, body: bodyOf(draft, location.id) })
      }
      return call('createStationPassword', 'POST /stations/{stationId}/password', { params })
    },
    ({ body }) => onMade(stationId, body),
  )
  return (
    <FormDialog
      edited={edited}
      title={existing ? text('stations.newPassword') : text('stations.addTitle')}
      description={existing ? (existing.name ?? existing.id) : undefined}
      action={existing ? text('stations.newPassword') : text('stations.create')}
      disabled={sending}
      fault={faults.rest}
      onSubmit={() => send(undefined)}
      onClose={onClose}
    >
      {!existing && <StationFields draft={draft} change={change} errors={faults.fields} />}
    </FormDialog>
  )
}

/** A station that is there already is not replaced by a form that was filled in for a new one. */
async function isThere(stationId: string): Promise<boolean> {
  try {
    await call('getStation', 'GET /stations/{stationId}', { params: { stationId } })
    return true
  } catch (error) {
    if (error instanceof ApiProblem && error.problem.status === 404) return false
    throw error
  }
}

function existsProblem(detail: string) {
  const errors = [{ path: 'stationId', message: detail }]
  return { type: 'about:blank', title: 'Conflict', status: 409, detail, instance: '/api/stations', errors }
}

type StationFieldsProps = {
  draft: Draft
  change: (part: Partial<Draft>) => void
  errors: Readonly<Record<string, string>>
}

function StationFields({ draft, change, errors }: StationFieldsProps) {
  const text = useText()
  return (
    <>
      <Field label={text('stations.identity')} hint={text('stations.identityHint')} error={errors.stationId}>
        <Input
          required
          autoComplete="off"
          maxLength={48}
          value={draft.id}
          onChange={(event) => change({ id: event.target.value })}
        />
      </Field>
      <Field label={text('stations.name')} error={errors.name}>
        <Input autoComplete="off" value={draft.name} onChange={(event) => change({ name: event.target.value })} />
      </Field>
      <Field label={text('stations.place')} error={errors['evses[0].parkingPlace']}>
        <Input autoComplete="off" value={draft.place} onChange={(event) => change({ place: event.target.value })} />
      </Field>
      <div className="grid grid-cols-2 gap-4">
        <Field label={text('stations.evses')} hint={text('stations.evsesHint')} error={errors.evses}>
          <Input
            required
            type="number"
            min={1}
            max={100}
            value={draft.evses}
            onChange={(event) => change({ evses: event.target.value })}
          />
        </Field>
        <Field label={text('stations.power')} unit="kW" error={errors['evses[0].maxPowerkW']}>
          <Input
            required
            type="number"
            min={1}
            step="any"
            value={draft.power}
            onChange={(event) => change({ power: event.target.value })}
          />
        </Field>
      </div>
    </>
  )
}

function bodyOf({ name, place, evses, power }: Draft, locationUid: string) {
  const count = Math.max(1, Math.min(100, Math.round(Number(evses) || 1)))
  return {
    locationUid,
    name: name.trim() || undefined,
    evses: Array.from({ length: count }, (_, index) => ({
      evseId: index + 1,
      maxPowerkW: Number(power),
      parkingPlace: place.trim() ? (count > 1 ? `${place.trim()} / ${index + 1}` : place.trim()) : undefined,
    })),
  }
}

const ASK_EVERY_MS = 1_500

function StationSecret({ stationId, secret, isNew, onClose }: Made & { isNew: boolean; onClose: () => void }) {
  const text = useText()
  const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws'
  const url = `${scheme}://${window.location.host}/ocpp/${encodeURIComponent(stationId)}`
  return (
    <Dialog
      open
      mustConfirm
      onOpenChange={() => {}}
      title={text('stations.onceTitle')}
      description={text('stations.onceBody')}
      footer={
        <Button tone="primary" onClick={onClose}>
          {text('stations.done')}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <CopyField label={text('stations.url')} value={url} />
        <CopyField label={text('stations.identity')} value={stationId} />
        <CopyField label={text('stations.password')} value={secret.password} />
        <CopyField label={text('stations.key')} value={secret.authorizationKey} />
        {isNew && <FirstMessage stationId={stationId} />}
      </div>
    </Dialog>
  )
}

/** Whether a new station has come: an old one's connection goes on with the password that it had. */
function FirstMessage({ stationId }: { stationId: string }) {
  const text = useText()
  const { data: station } = useQuery({
    queryKey: ['stations', 'one', stationId],
    queryFn: async ({ signal }) =>
      (await call('getStation', 'GET /stations/{stationId}', { params: { stationId } }, signal)).body,
    refetchInterval: ASK_EVERY_MS,
  })
  const { online, vendor, model, protocol } = station ?? {}
  const what = [vendor, model, protocol].filter(Boolean).join(', ') || stationId
  return (
    <p role="status" className="text-sm">
      {online ? text('stations.isThere', { what }) : text('stations.waitingFirst')}
    </p>
  )
}
