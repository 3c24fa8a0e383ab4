'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { CalendarOff, Plus } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { vehicleDeparturesQuery, vehicleRulesQuery } from '@/app/(depot)/_data/queries'
import { useNow } from '@/app/(depot)/_data/use-now'
import { useUrlState } from '@/app/(depot)/_data/use-url-state'
import { useDepot, useMay } from '@/app/(depot)/_depot/depot-context'
import { CurrentStay } from '@/app/(depot)/fleet/[vehicleId]/current-stay'
import { RemoveSchedule } from '@/app/(depot)/fleet/[vehicleId]/remove-schedule'
import { useReadings } from '@/app/(depot)/fleet/[vehicleId]/use-readings'
import { RuleList } from '@/components/fleet/rule-list'
import { StayList } from '@/components/fleet/stay-list'
import { zoneName } from '@/components/format/instant-format'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/notice'
import { Panel, PanelHeader } from '@/components/ui/panel'
import type { EvSchedule } from '@/lib/contract/schedule'
import type { Vehicle } from '@/lib/contract/vehicle'
import { HOUR_MS } from '@/lib/time/interval'

const ScheduleForm = dynamic(
  () => import('@/app/(depot)/fleet/[vehicleId]/schedule-form').then((module) => module.ScheduleForm),
  { ssr: false },
)

type VehicleStaysProps = { vehicle: Vehicle; schedules: readonly EvSchedule[] }

/** The stay that is going on or comes next, and all of the next two weeks: added, changed, removed here. */
export function VehicleStays({ vehicle, schedules }: VehicleStaysProps) {
  const text = useText()
  const now = useNow()
  const mayChange = useMay('write')
  const { set } = useUrlState()
  const { location, locations } = useDepot()
  const readingAt = useReadings()
  const [editing, setEditing] = useState<EvSchedule | 'new' | null>(null)
  const [removing, setRemoving] = useState<EvSchedule | null>(null)
  const stays = schedules.filter(({ plannedDepartureTime }) => Date.parse(plannedDepartureTime) > now)
  const from = Math.floor(now / HOUR_MS) * HOUR_MS
  const { data: seen } = useQuery({ ...vehicleRulesQuery(vehicle.id, from), placeholderData: keepPreviousData })
  const rules = seen?.rules ?? []
  const { data: departures = [] } = useQuery(vehicleDeparturesQuery(vehicle.id))
  const departureOf = (id: string) => departures.find(({ schedule }) => schedule.id === id)
  const [first] = stays
  const known = first ?? rules[0]
  const open = (schedule: string) => set({ schedule }, true)
  const elsewhere = (uid: string) =>
    uid === location.id ? undefined : (locations.find(({ id }) => id === uid)?.name ?? uid)
  const add = mayChange && (
    <Button size="small" onClick={() => setEditing('new')}>
      <Plus aria-hidden />
      {text('stayForm.add')}
    </Button>
  )
  return (
    <div className="flex min-w-0 flex-col gap-5">
      {first && (
        <CurrentStay
          schedule={first}
          vehicleName={vehicle.name ?? vehicle.id}
          consumption={vehicle.consumption}
          now={now}
          reading={readingAt(first.locationUid)}
          onOpen={open}
        />
      )}
      {known ? (
        <Panel className="overflow-hidden">
          <PanelHeader
            title={text('vehicle.stays')}
            note={text('vehicle.staysNote', {
              zone: zoneName(readingAt(known.locationUid).zone, now, readingAt('').locale),
            })}
          >
            {add}
          </PanelHeader>
          <RuleList
            rules={rules}
            readingAt={readingAt}
            {...(mayChange && { onChange: setEditing, onEnd: setRemoving })}
          />
          <StayList
            schedules={stays}
            departureOf={departureOf}
            now={now}
            readingAt={readingAt}
            elsewhere={elsewhere}
            onOpen={open}
            {...(mayChange && { onEdit: setEditing, onRemove: setRemoving })}
          />
        </Panel>
      ) : (
        <EmptyState icon={CalendarOff} title={text('vehicle.noStay')} action={add}>
          {text('vehicle.noStayBody')}
        </EmptyState>
      )}
      {editing && (
        <ScheduleForm
          key={editing === 'new' ? 'new' : editing.id}
          vehicle={vehicle}
          schedule={editing === 'new' ? null : editing}
          stays={stays}
          onClose={() => setEditing(null)}
        />
      )}
      {removing && <RemoveSchedule schedule={removing} onClose={() => setRemoving(null)} />}
    </div>
  )
}
