'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { ApiProblem, call } from '@/app/(depot)/_data/call'
import { useSend } from '@/app/(depot)/_data/use-send'
import { TriedEffect } from '@/app/(depot)/_what-if/tried-effect'
import { MergeDialog } from '@/app/(depot)/fleet/merge-dialog'
import { refreshVehicle } from '@/app/(depot)/fleet/refresh-vehicle'
import { useCheckedDraft } from '@/app/(depot)/fleet/use-checked-draft'
import { VehicleFormDrawer } from '@/app/(depot)/fleet/vehicle-form-drawer'
import { mergeVehicle, type VehicleMerge } from '@/components/fleet/merge-vehicle'
import { triedVehicle } from '@/components/fleet/tried-vehicle'
import { draftOf, patchOf } from '@/components/fleet/vehicle-draft'
import { fieldsOf, patchBetween, type VehicleFields } from '@/components/fleet/vehicle-fields'
import { useLocale, useText } from '@/components/messages/use-text'
import { useToast } from '@/components/ui/toast'
import type { Vehicle, VehicleInput } from '@/lib/contract/vehicle'

export type StoredVehicle = { vehicle: Vehicle; etag: string | null }
type Change = { version: StoredVehicle; fields: VehicleFields; body: VehicleInput }
type Merging = { theirs: StoredVehicle; merge: VehicleMerge }

/**
 * Changes a vehicle under the version that the form began with. When somebody else was faster, nothing is written: both
 * people's changes are shown, and what is saved then is again held to the version that was shown.
 */
export function EditVehicle({ stored, onClose }: { stored: StoredVehicle; onClose: () => void }) {
  const text = useText()
  const locale = useLocale()
  const toast = useToast()
  const queries = useQueryClient()
  const [base, setBase] = useState(stored)
  const [merging, setMerging] = useState<Merging | null>(null)
  const name = base.vehicle.name ?? base.vehicle.id
  const baseFields = useMemo(() => fieldsOf(base.vehicle), [base])

  const done = async () => {
    toast({ tone: 'good', sentence: text('vehicleForm.saved', { vehicle: name }) })
    onClose()
    await refreshVehicle(queries, base.vehicle.id)
  }
  const sent = useSend(
    (change: Change) => saveUnlessStale(change),
    ({ change, theirs }) => {
      if (!theirs) return done()
      const merge = mergeVehicle(fieldsOf(change.version.vehicle), fieldsOf(theirs.vehicle), change.fields)
      setMerging({ theirs, merge })
    },
  )
  const { draft, change, edited, faults, check } = useCheckedDraft(() => draftOf(baseFields, locale), sent)

  const submit = () => {
    const checked = check()
    if (!checked) return
    const body = patchOf(baseFields, checked)
    if (Object.keys(body).length === 0) onClose()
    else sent.send({ version: base, fields: checked.fields, body })
  }
  const saveMerged = (fields: VehicleFields) => {
    if (!merging) return
    const { theirs } = merging
    setMerging(null)
    setBase(theirs)
    change(draftOf(fields, locale))
    const body = patchBetween(fieldsOf(theirs.vehicle), fields)
    if (Object.keys(body).length === 0) void done()
    else sent.send({ version: theirs, fields, body })
  }
  return (
    <>
      <VehicleFormDrawer
        title={text('vehicleForm.edit', { vehicle: name })}
        draft={draft}
        onChange={change}
        edited={edited}
        faults={faults}
        sending={sent.sending}
        onSubmit={submit}
        onClose={onClose}
        effect={edited && <TriedEffect overrides={triedVehicle(base.vehicle.id, baseFields, draft)} />}
      />
      {merging && (
        <MergeDialog
          name={name}
          theirs={fieldsOf(merging.theirs.vehicle)}
          merge={merging.merge}
          onSave={saveMerged}
          onCancel={() => setMerging(null)}
        />
      )}
    </>
  )
}

const STALE = 412

/** Saves, or reads what somebody else saved meanwhile. */
async function saveUnlessStale(change: Change): Promise<{ change: Change; theirs: StoredVehicle | null }> {
  const { version, body } = change
  const params = { vehicleId: version.vehicle.id }
  try {
    await call('patchVehicle', 'PATCH /vehicles/{vehicleId}', {
      params,
      body,
      headers: version.etag ? { 'if-match': version.etag } : {},
    })
    return { change, theirs: null }
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.problem.status !== STALE) throw error
    const { body: vehicle, etag } = await call('getVehicle', 'GET /vehicles/{vehicleId}', { params })
    return { change, theirs: { vehicle, etag } }
  }
}
