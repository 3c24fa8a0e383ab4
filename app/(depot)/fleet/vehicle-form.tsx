'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ApiProblem, call } from '@/app/(depot)/_data/call'
import { vehicleQuery } from '@/app/(depot)/_data/queries'
import { useDepot } from '@/app/(depot)/_depot/depot-context'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import { changedAttributes, type Merge, mergeChanges, pick } from '@/components/vehicle/merge-changes'
import { MergeDialog } from '@/components/vehicle/merge-dialog'
import { type Attribute, bodyOf, draftOf, type VehicleBody } from '@/components/vehicle/vehicle-draft'
import { faultsOf, problemFaults } from '@/components/vehicle/vehicle-faults'
import { VehicleFields } from '@/components/vehicle/vehicle-fields'
import { type Vehicle, VehicleInput } from '@/lib/contract/vehicle'

const STALE = 412
type Versioned = { vehicle: Vehicle; etag: string | null }

/**
 * Changes a vehicle: only what was changed is sent, under the version that was read. When somebody else was faster,
 * both people's changes are merged, and what collides is asked.
 */
export function VehicleForm({ vehicle, etag }: Versioned) {
  const text = useText()
  const toast = useToast()
  const client = useQueryClient()
  const { locations } = useDepot()
  const [base, setBase] = useState<Versioned>({ vehicle, etag })
  const [draft, setDraft] = useState(() => draftOf(vehicle))
  const [errors, setErrors] = useState<ReadonlyMap<string, string>>(new Map())
  const [merge, setMerge] = useState<{ merge: Merge; latest: Versioned } | null>(null)
  const before = bodyOf(draftOf(base.vehicle))
  const after = bodyOf(draft)
  const changed = changedAttributes(before, after)

  const settle = async () => {
    setErrors(new Map())
    const latest = await client.fetchQuery({ ...vehicleQuery(vehicle.id), staleTime: 0 })
    setBase(latest)
    setDraft(draftOf(latest.vehicle))
    for (const key of ['vehicles', 'readiness', 'schedules']) void client.invalidateQueries({ queryKey: [key] })
    toast({ tone: 'good', sentence: text('vehicleForm.saved', { vehicle: latest.vehicle.name ?? vehicle.id }) })
  }

  const save = useMutation({
    mutationFn: ({ body, version }: { body: VehicleBody; version: string | null }) =>
      call('patchVehicle', 'PATCH /vehicles/{vehicleId}', {
        params: { vehicleId: vehicle.id },
        body,
        headers: version ? { 'If-Match': version } : {},
      }),
    onSuccess: settle,
    onError: async (error) => {
      if (!(error instanceof ApiProblem)) return toast({ tone: 'critical', sentence: text('error.network') })
      if (error.problem.status !== STALE) {
        setErrors(problemFaults(error.problem))
        return toast({ tone: 'critical', sentence: error.problem.detail })
      }
      const latest = await client.fetchQuery({ ...vehicleQuery(vehicle.id), staleTime: 0 })
      const found = mergeChanges(before, after, bodyOf(draftOf(latest.vehicle)))
      if (found.conflicts.length === 0) save.mutate({ body: pick(after, found.mine), version: latest.etag })
      else setMerge({ merge: found, latest })
    },
  })

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const faults = faultsOf(VehicleInput, pick(after, changed), text('vehicleForm.notNumber'))
    setErrors(faults)
    if (faults.size === 0 && changed.length > 0) save.mutate({ body: pick(after, changed), version: base.etag })
  }
  const apply = (mine: Attribute[]) => {
    if (merge) save.mutate({ body: pick(after, mine), version: merge.latest.etag })
    setMerge(null)
  }
  return (
    <form onSubmit={submit} noValidate>
      <VehicleFields
        draft={draft}
        errors={errors}
        onChange={(change) => setDraft((current) => ({ ...current, ...change }))}
        depots={locations.map(({ id, name }) => ({ uid: id, name: name ?? id }))}
      />
      <div className="sticky bottom-16 mt-8 flex flex-wrap justify-end gap-2 border-line border-t bg-surface py-3 md:bottom-0">
        <Button
          disabled={changed.length === 0}
          onClick={() => {
            setDraft(draftOf(base.vehicle))
            setErrors(new Map())
          }}
        >
          {text('vehicleForm.discard')}
        </Button>
        <Button type="submit" tone="primary" disabled={changed.length === 0 || save.isPending}>
          {text(save.isPending ? 'action.saving' : 'action.save')}
        </Button>
      </div>
      {merge && <MergeDialog merge={merge.merge} onCancel={() => setMerge(null)} onApply={apply} />}
    </form>
  )
}
