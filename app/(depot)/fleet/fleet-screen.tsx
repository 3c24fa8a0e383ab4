'use client'

import { useQuery } from '@tanstack/react-query'
import { BusFront } from 'lucide-react'
import { vehiclesQuery } from '@/app/(depot)/_data/queries'
import { useDepot } from '@/app/(depot)/_depot/depot-context'
import { FailedQuery } from '@/app/(depot)/_depot/failed-query'
import { useText } from '@/components/messages/use-text'
import { EmptyState } from '@/components/ui/notice'
import { PageHeader, Panel } from '@/components/ui/panel'
import { SkeletonRows } from '@/components/ui/skeleton'

/** The vehicles of a depot. */
export function FleetScreen() {
  const text = useText()
  const { location } = useDepot()
  const fleet = useQuery(vehiclesQuery(location.id))
  return (
    <>
      <PageHeader title={text('nav.fleet')} />
      {!fleet.data ? (
        fleet.isError ? (
          <FailedQuery query={fleet} />
        ) : (
          <SkeletonRows label={text('app.loading')} />
        )
      ) : fleet.data.length === 0 ? (
        <EmptyState icon={BusFront} title={text('fleet.none')}>
          {text('fleet.noneBody')}
        </EmptyState>
      ) : (
        <Panel>
          <ul className="divide-y divide-line">
            {fleet.data.map(({ vehicle }) => (
              <li key={vehicle.id} className="px-5 py-3">
                {vehicle.name ?? vehicle.id}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
}
