'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '@/app/(depot)/_data/call'
import { vehiclesQuery } from '@/app/(depot)/_data/queries'
import { useSend } from '@/app/(depot)/_data/use-send'
import { useDepot } from '@/app/(depot)/_depot/depot-context'
import { FailedQuery } from '@/app/(depot)/_depot/failed-query'
import { useText } from '@/components/messages/use-text'
import { Field } from '@/components/ui/field'
import { FormDialog } from '@/components/ui/form-dialog'
import { Select } from '@/components/ui/select'
import { SkeletonRows } from '@/components/ui/skeleton'
import { useToast } from '@/components/ui/toast'
import type { ChargingStation, Evse } from '@/lib/contract/station'

type AssignVehicleProps = { station: ChargingStation; evse: Evse; place: string; onClose: () => void }

/** Says which vehicle a stranger is. */
export function AssignVehicle({ station, evse, place, onClose }: AssignVehicleProps) {
  const text = useText()
  const toast = useToast()
  const queries = useQueryClient()
  const { location } = useDepot()
  const vehicles = useQuery(vehiclesQuery(location.id))
  const [vehicleId, setVehicleId] = useState('')
  const { send, sending, faults } = useSend(
    () => {
      const params = { stationId: station.id, evseId: String(evse.evseId) }
      const request = { params, body: { vehicleId } }
      return call('assignStranger', 'POST /stations/{stationId}/evses/{evseId}/vehicle', request)
    },
    async () => {
      const vehicle = vehicles.data?.find((one) => one.vehicle.id === vehicleId)?.vehicle.name ?? vehicleId
      toast({ tone: 'good', sentence: text('chargers.assigned', { vehicle, place }) })
      await queries.invalidateQueries({ queryKey: ['stations'] })
      onClose()
    },
  )
  return (
    <FormDialog
      edited={vehicleId !== ''}
      title={text('chargers.assignTitle', { place })}
      description={text('chargers.assignBody')}
      action={text('chargers.assign')}
      disabled={sending || vehicleId === ''}
      fault={faults.rest}
      onSubmit={() => send(undefined)}
      onClose={onClose}
    >
      {vehicles.data ? (
        <Field label={text('chargers.vehicle')} error={faults.fields.vehicleId}>
          <Select required value={vehicleId} onChange={(event) => setVehicleId(event.target.value)}>
            <option value="">{text('chargers.choose')}</option>
            {vehicles.data.map(({ vehicle }) => (
              <option key={vehicle.id} value={vehicle.id}>
                {vehicle.name ?? vehicle.id}
              </option>
            ))}
          </Select>
        </Field>
      ) : vehicles.isError ? (
        <FailedQuery query={vehicles} />
      ) : (
        <SkeletonRows rows={1} label={text('app.loading')} />
      )}
    </FormDialog>
  )
}
