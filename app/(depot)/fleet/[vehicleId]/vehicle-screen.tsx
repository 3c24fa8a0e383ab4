'use client'

import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { vehicleQuery } from '@/app/(depot)/_data/queries'
import { useUrlState } from '@/app/(depot)/_data/use-url-state'
import { useMay } from '@/app/(depot)/_depot/depot-context'
import { FailedQuery } from '@/app/(depot)/_depot/failed-query'
import { DeleteVehicle } from '@/app/(depot)/fleet/[vehicleId]/delete-vehicle'
import { VehicleStays } from '@/app/(depot)/fleet/[vehicleId]/vehicle-stays'
import { useText } from '@/components/messages/use-text'
import { PageHeader, Panel } from '@/components/ui/panel'
import { Skeleton } from '@/components/ui/skeleton'
import { Tabs } from '@/components/ui/tabs'

const VehicleForm = dynamic(() => import('@/app/(depot)/fleet/vehicle-form').then((module) => module.VehicleForm), {
  ssr: false,
  loading: () => <Skeleton className="h-96" />,
})

/** A vehicle: where it stands and what is planned for it; its data. */
export function VehicleScreen({ vehicleId }: { vehicleId: string }) {
  const text = useText()
  const { get, set } = useUrlState()
  const mayChange = useMay('write')
  const query = useQuery(vehicleQuery(vehicleId))
  if (query.isError && !query.data) return <FailedQuery query={query} />
  if (!query.data)
    return (
      <div role="status" aria-label={text('app.loading')}>
        <Skeleton className="mb-6 h-9 w-56" />
        <Skeleton className="h-96 rounded-lg" />
      </div>
    )
  const { vehicle, etag } = query.data
  return (
    <div className="mx-auto max-w-5xl">
      <PageHeader
        title={vehicle.name ?? vehicle.id}
        note={[vehicle.licensePlate, vehicle.evModel, vehicle.id === vehicle.name ? undefined : vehicle.id]
          .filter(Boolean)
          .join(' · ')}
      />
      <Tabs
        label={vehicle.name ?? vehicle.id}
        value={get('tab') === 'data' ? 'data' : 'overview'}
        onValueChange={(tab) => set({ tab: tab === 'overview' ? null : tab })}
        tabs={[
          { value: 'overview', label: text('vehicle.overview'), content: <VehicleStays vehicle={vehicle} /> },
          {
            value: 'data',
            label: text('vehicle.data'),
            content: (
              <Panel className="px-5 pt-5">
                <fieldset disabled={!mayChange} className="min-w-0">
                  <VehicleForm key={vehicle.id} vehicle={vehicle} etag={etag} />
                </fieldset>
                {mayChange && <DeleteVehicle vehicle={vehicle} etag={etag} />}
              </Panel>
            ),
          },
        ]}
      />
    </div>
  )
}
