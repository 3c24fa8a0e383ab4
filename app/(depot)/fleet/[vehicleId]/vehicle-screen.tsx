'use client'

import { useQuery } from '@tanstack/react-query'
import { ChevronLeft, Pencil, Trash2, TriangleAlert } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { AuditHistory } from '@/app/(depot)/_audit/audit-history'
import { vehicleQuery, vehicleStaysQuery } from '@/app/(depot)/_data/queries'
import { useNow } from '@/app/(depot)/_data/use-now'
import { useUrlState } from '@/app/(depot)/_data/use-url-state'
import { useDepot, useMay, useReading } from '@/app/(depot)/_depot/depot-context'
import { FailedQuery } from '@/app/(depot)/_depot/failed-query'
import { DeleteVehicle } from '@/app/(depot)/fleet/[vehicleId]/delete-vehicle'
import { VehicleStays } from '@/app/(depot)/fleet/[vehicleId]/vehicle-stays'
import type { StoredVehicle } from '@/app/(depot)/fleet/edit-vehicle'
import { unplannableReason } from '@/components/fleet/fleet-rows'
import { VehicleFacts, VehiclePorts } from '@/components/fleet/vehicle-facts'
import { startOfDay } from '@/components/format/zone'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { Banner } from '@/components/ui/notice'
import { PageLink } from '@/components/ui/page-link'
import { PageHeader, Panel, PanelHeader } from '@/components/ui/panel'
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton'

const EditVehicle = dynamic(() => import('@/app/(depot)/fleet/edit-vehicle').then((module) => module.EditVehicle), {
  ssr: false,
})

/** A vehicle's page: what it is, where it stands, and what is planned for it. */
export function VehicleScreen({ vehicleId }: { vehicleId: string }) {
  const text = useText()
  const vehicle = useQuery(vehicleQuery(vehicleId))
  if (vehicle.data) return <Loaded stored={vehicle.data} />
  if (vehicle.isError) return <FailedQuery page query={vehicle} />
  return (
    <div role="status" aria-label={text('app.loading')}>
      <Skeleton className="mb-6 h-9 w-56" />
      <Skeleton className="h-96 rounded-lg" />
    </div>
  )
}

function Loaded({ stored }: { stored: StoredVehicle }) {
  const text = useText()
  const now = useNow()
  const reading = useReading()
  const { vehicle } = stored
  const { location, locations } = useDepot()
  const { get, set } = useUrlState()
  const mayChange = useMay('write')
  const mayAudit = useMay('admin')
  const [deleting, setDeleting] = useState(false)
  const depot = get('depot')
  const fleet = depot ? `/fleet?depot=${encodeURIComponent(depot)}` : '/fleet'
  const reason = unplannableReason(vehicle)
  const name = vehicle.name ?? vehicle.id
  return (
    <>
      <PageLink
        href={fleet}
        className="no-print -ml-1 mb-1 inline-flex h-8 items-center gap-1 pr-2 text-ink-2 text-sm hover:text-ink"
      >
        <ChevronLeft aria-hidden className="size-4" />
        {text('vehicle.back')}
      </PageLink>
      <PageHeader title={name} note={[vehicle.licensePlate, vehicle.evModel].filter(Boolean).join(' · ') || undefined}>
        {mayChange && (
          <>
            <Button onClick={() => set({ edit: '1' }, true)}>
              <Pencil aria-hidden />
              {text('vehicle.edit')}
            </Button>
            <Button tone="quiet" onClick={() => setDeleting(true)}>
              <Trash2 aria-hidden />
              {text('vehicleForm.delete')}
            </Button>
          </>
        )}
      </PageHeader>
      {reason && (
        <Banner tone="caution" icon={TriangleAlert} className="mb-5">
          {text('vehicle.notPlanned', { why: text(`reason.${reason}`) })}
        </Banner>
      )}
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <Stays stored={stored} />
        <div className="grid min-w-0 gap-5 md:grid-cols-2 xl:grid-cols-1">
          <VehicleFacts
            vehicle={vehicle}
            depotName={(uid) => locations.find(({ id }) => id === uid)?.name ?? uid}
            now={now}
            reading={reading}
          />
          <VehiclePorts vehicle={vehicle} />
        </div>
      </div>
      {mayAudit && (
        <Panel className="no-print mt-5">
          <PanelHeader title={text('history.title')} />
          <AuditHistory filter={{ vehicleId: vehicle.id }} zone={location.timeZone} />
        </Panel>
      )}
      {mayChange && get('edit') && <EditVehicle stored={stored} onClose={() => set({ edit: null })} />}
      {deleting && <DeleteVehicle stored={stored} fleet={fleet} onClose={() => setDeleting(false)} />}
    </>
  )
}

const AHEAD_DAYS = 14

function Stays({ stored: { vehicle } }: { stored: StoredVehicle }) {
  const text = useText()
  const now = useNow()
  const { location } = useDepot()
  const from = startOfDay(now, location.timeZone)
  const to = startOfDay(now, location.timeZone, AHEAD_DAYS)
  const stays = useQuery(vehicleStaysQuery(vehicle.id, from, to))
  if (stays.data) return <VehicleStays vehicle={vehicle} schedules={stays.data} />
  if (stays.isError) return <FailedQuery query={stays} />
  return <SkeletonRows label={text('app.loading')} />
}
