'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '@/app/(depot)/_data/call'
import { useSend } from '@/app/(depot)/_data/use-send'
import { FailedQuery } from '@/app/(depot)/_depot/failed-query'
import { TriedEffect } from '@/app/(depot)/_what-if/tried-effect'
import { quantityOf, typedNumber } from '@/components/format/typed-number'
import { useLocale, useText } from '@/components/messages/use-text'
import { CancelButton, Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormDialog } from '@/components/ui/form-dialog'
import { Input } from '@/components/ui/input'
import { SkeletonRows } from '@/components/ui/skeleton'
import { useToast } from '@/components/ui/toast'
import type { PlanOverridesInput } from '@/lib/contract/plan-overrides'
import type { ChargingStation } from '@/lib/contract/station'

type EditStationProps = { station: ChargingStation; onSaved: () => unknown; onClose: () => void }

/** Changes what the registry says of a charging station: its name, its places, and the most power of it and of its outlets. */
export function EditStation({ station, onSaved, onClose }: EditStationProps) {
  const text = useText()
  const title = text('stations.editNamed', { name: station.name ?? station.id })
  const stored = useQuery({
    queryKey: ['stations', 'edited', station.id],
    queryFn: ({ signal }) =>
      call('getStation', 'GET /stations/{stationId}', { params: { stationId: station.id } }, signal),
    // What the form began with stays what it is held against; each form reads it anew.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  if (stored.data)
    return (
      <StationForm
        title={title}
        stored={stored.data.body}
        etag={stored.data.etag}
        onSaved={onSaved}
        onClose={onClose}
      />
    )
  return (
    <Dialog open title={title} onOpenChange={(open) => !open && onClose()} footer={<CancelButton />}>
      {stored.isError ? <FailedQuery query={stored} /> : <SkeletonRows rows={3} label={text('app.loading')} />}
    </Dialog>
  )
}

type Outlet = { place: string; power: string }
type Draft = { name: string; power: string; outlets: Outlet[] }
type StationFormProps = Omit<EditStationProps, 'station'> & {
  title: string
  stored: ChargingStation
  etag: string | null
}

/** The change is on the version that the form began with: nobody else's is lost. */
function StationForm({ title, stored, etag, onSaved, onClose }: StationFormProps) {
  const text = useText()
  const locale = useLocale()
  const toast = useToast()
  const [begun] = useState(() => draftOf(stored, locale))
  const [draft, setDraft] = useState(begun)
  const { send, sending, faults } = useSend(
    () =>
      call('patchStation', 'PATCH /stations/{stationId}', {
        params: { stationId: stored.id },
        body: bodyOf(stored, draft),
        headers: etag ? { 'if-match': etag } : {},
      }),
    () => {
      toast({ tone: 'good', sentence: text('stations.saved', { name: draft.name.trim() || stored.id }) })
      onClose()
      return onSaved()
    },
  )
  const changeOutlet = (index: number, part: Partial<Outlet>) =>
    setDraft({ ...draft, outlets: draft.outlets.map((one, at) => (at === index ? { ...one, ...part } : one)) })
  return (
    <FormDialog
      edited={JSON.stringify(draft) !== JSON.stringify(begun)}
      title={title}
      action={text('action.save')}
      disabled={sending}
      fault={faults.rest}
      onSubmit={() => send()}
      onClose={onClose}
    >
      <Field label={text('stations.name')} error={faults.fields.name}>
        <Input
          autoComplete="off"
          value={draft.name}
          onChange={({ target }) => setDraft({ ...draft, name: target.value })}
        />
      </Field>
      <Field
        label={text('stations.wholePower')}
        unit="kW"
        hint={text('stations.wholePowerHint')}
        error={faults.fields.maxPowerkW}
      >
        <Input
          inputMode="decimal"
          autoComplete="off"
          value={draft.power}
          onChange={({ target }) => setDraft({ ...draft, power: target.value })}
        />
      </Field>
      {stored.evses.map(({ evseId }, index) => (
        <fieldset key={evseId} className="grid grid-cols-2 gap-4">
          <legend className="mb-1.5 font-medium text-ink-2 text-sm">
            {text('stations.outlet', { number: evseId })}
          </legend>
          <Field label={text('stations.place')} error={faults.fields[`evses[${index}].parkingPlace`]}>
            <Input
              autoComplete="off"
              value={draft.outlets[index]?.place ?? ''}
              onChange={({ target }) => changeOutlet(index, { place: target.value })}
            />
          </Field>
          <Field label={text('stations.mostPower')} unit="kW" error={faults.fields[`evses[${index}].maxPowerkW`]}>
            <Input
              inputMode="decimal"
              autoComplete="off"
              value={draft.outlets[index]?.power ?? ''}
              onChange={({ target }) => changeOutlet(index, { power: target.value })}
            />
          </Field>
        </fieldset>
      ))}
      <TriedEffect overrides={triedPowers(stored, draft, begun)} locationUid={stored.locationUid} />
    </FormDialog>
  )
}

function draftOf({ name, maxPowerkW, evses }: ChargingStation, locale: string): Draft {
  return {
    name: name ?? '',
    power: typedNumber(maxPowerkW, locale),
    outlets: evses.map((evse) => ({ place: evse.parkingPlace ?? '', power: typedNumber(evse.maxPowerkW, locale) })),
  }
}

/** The powers as they are typed, to be tried; null where they are as they were, or no powers. */
function triedPowers(stored: ChargingStation, draft: Draft, begun: Draft): PlanOverridesInput | null {
  const powersOf = ({ power, outlets }: Draft) => JSON.stringify([power, ...outlets.map((outlet) => outlet.power)])
  if (powersOf(draft) === powersOf(begun)) return null
  const { maxPowerkW, evses } = bodyOf(stored, draft)
  const powers = evses.map((evse) => ({ evseId: evse.evseId, maxPowerkW: evse.maxPowerkW }))
  if ([maxPowerkW, ...powers.map((evse) => evse.maxPowerkW)].some((kw) => kw !== null && !Number.isFinite(kw)))
    return null
  return { stations: [{ stationId: stored.id, maxPowerkW, evses: powers }] }
}

/** What is left empty is not known any more. */
function bodyOf({ evses }: ChargingStation, { name, power, outlets }: Draft) {
  const words = (typed: string | undefined) => typed?.trim() || null
  const quantity = (typed: string | undefined) => (typed?.trim() ? quantityOf(typed) : null)
  return {
    name: words(name),
    maxPowerkW: quantity(power),
    evses: evses.map(({ evseId, connectors, minPowerkW }, index) => ({
      ...{ evseId, connectors, minPowerkW },
      maxPowerkW: quantity(outlets[index]?.power),
      parkingPlace: words(outlets[index]?.place),
    })),
  }
}
