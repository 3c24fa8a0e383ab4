'use client'

import { useQuery } from '@tanstack/react-query'
import { CalendarOff } from 'lucide-react'
import { useCallback, useState } from 'react'
import { vehicleStaysQuery } from '@/app/(depot)/_data/queries'
import { useNow } from '@/app/(depot)/_data/use-now'
import { useUrlState } from '@/app/(depot)/_data/use-url-state'
import { useReading } from '@/app/(depot)/_depot/depot-context'
import { FailedQuery } from '@/app/(depot)/_depot/failed-query'
import { ScheduleView } from '@/app/(depot)/schedules/schedule-view'
import { startOfDay } from '@/components/format/zone'
import { useText } from '@/components/messages/use-text'
import { EmptyState } from '@/components/ui/notice'
import { Panel, PanelHeader } from '@/components/ui/panel'
import { SkeletonRows } from '@/components/ui/skeleton'
import { StayList } from '@/components/vehicle/stay-list'
import type { Vehicle } from '@/lib/contract/vehicle'

const AHEAD_DAYS = 14

/** The stay that is going on or comes next, with its chart; and those of two weeks. */
export function VehicleStays({ vehicle }: { vehicle: Vehicle }) {
  const text = useText()
  const now = useNow()
  const reading = useReading()
  const { set } = useUrlState()
  const [range] = useState(() => ({
    from: startOfDay(now, reading.zone),
    to: startOfDay(now, reading.zone, AHEAD_DAYS),
  }))
  const stays = useQuery(vehicleStaysQuery(vehicle.id, range.from, range.to))
  const open = useCallback((schedule: string) => set({ schedule }, true), [set])
  if (!stays.data) return stays.isError ? <FailedQuery query={stays} /> : <SkeletonRows label={text('app.loading')} />
  const ahead = stays.data.filter(({ plannedDepartureTime }) => Date.parse(plannedDepartureTime) > now)
  const [next] = ahead
  if (!next)
    return (
      <EmptyState icon={CalendarOff} title={text('vehicle.noStay')}>
        {text('vehicle.noStayBody')}
      </EmptyState>
    )
  const isNow = Date.parse(next.plannedArrivalTime) <= now
  return (
    <div className="flex flex-col gap-6">
      <Panel>
        <PanelHeader title={text(isNow ? 'vehicle.now' : 'vehicle.next')} />
        <div className="p-5">
          <ScheduleView scheduleId={next.id} vehicleName={vehicle.name} />
        </div>
      </Panel>
      <Panel className="overflow-hidden">
        <PanelHeader title={text('vehicle.stays')} />
        <div className="overflow-x-auto">
          <StayList schedules={ahead} reading={reading} onOpen={open} />
        </div>
      </Panel>
    </div>
  )
}
