'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { call } from '@/app/(depot)/_data/call'
import { vehicleDeparturesQuery } from '@/app/(depot)/_data/queries'
import { useDepot } from '@/app/(depot)/_depot/depot-context'
import { TriedEffect } from '@/app/(depot)/_what-if/tried-effect'
import type { StoredVehicle } from '@/app/(depot)/fleet/edit-vehicle'
import { ConfirmRemoval } from '@/app/(depot)/settings/confirm-removal'
import { useText } from '@/components/messages/use-text'

type DeleteVehicleProps = {
  stored: StoredVehicle
  /** The address of the fleet. */
  fleet: string
  onClose: () => void
}

/** Deletes the vehicle that was looked at: one that somebody has changed meanwhile is read again first. */
export function DeleteVehicle({ stored: { vehicle, etag }, fleet, onClose }: DeleteVehicleProps) {
  const text = useText()
  const router = useRouter()
  const queries = useQueryClient()
  const { location } = useDepot()
  const { data: departures } = useQuery(vehicleDeparturesQuery(vehicle.id))
  const here = departures?.filter(({ schedule }) => schedule.locationUid === location.id) ?? []
  const coming = here.map(({ schedule }) => schedule.id)
  const name = vehicle.name ?? vehicle.id
  const remove = async () => {
    try {
      await call('deleteVehicle', 'DELETE /vehicles/{vehicleId}', {
        params: { vehicleId: vehicle.id },
        headers: etag ? { 'if-match': etag } : {},
      })
    } catch (error) {
      void queries.invalidateQueries({ queryKey: ['vehicle', vehicle.id] })
      throw error
    }
  }
  return (
    <ConfirmRemoval
      title={text('vehicleForm.deleteTitle', { vehicle: name })}
      body={text('vehicleForm.deleteBody')}
      action={text('vehicleForm.delete')}
      done={text('vehicleForm.deleted', { vehicle: name })}
      remove={remove}
      onRemoved={() => {
        router.push(fleet)
        queries.removeQueries({ queryKey: ['vehicle', vehicle.id] })
        for (const key of ['vehicles', 'readiness', 'schedules', 'load'])
          void queries.invalidateQueries({ queryKey: [key] })
      }}
      onClose={onClose}
    >
      <TriedEffect overrides={coming.length > 0 ? { removedSchedules: coming } : null} />
    </ConfirmRemoval>
  )
}
