'use client'

import { useQuery } from '@tanstack/react-query'
import { Maximize2 } from 'lucide-react'
import { scheduleQuery } from '@/app/(depot)/_data/queries'
import { useUrlState } from '@/app/(depot)/_data/use-url-state'
import { useVehicleName } from '@/app/(depot)/_data/use-vehicle-name'
import { ScheduleView } from '@/app/(depot)/schedules/schedule-view'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { Drawer } from '@/components/ui/dialog'
import { PageLink } from '@/components/ui/page-link'

/** The schedule that the URL names (`?schedule=`), over whatever page is open. */
export function ScheduleDrawer({ scheduleId }: { scheduleId: string }) {
  const text = useText()
  const { get, set } = useUrlState()
  const schedule = useQuery(scheduleQuery(scheduleId))
  const vehicleId = schedule.data?.evId
  const name = useVehicleName(vehicleId)
  const depot = get('depot')
  const search = depot ? `?depot=${encodeURIComponent(depot)}` : ''
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && set({ schedule: null })}
      title={
        vehicleId ? (
          <PageLink href={`/fleet/${encodeURIComponent(vehicleId)}${search}`} className="hover:underline">
            {name ?? vehicleId}
          </PageLink>
        ) : (
          text('schedule.title')
        )
      }
      footer={
        <Button asChild>
          <PageLink href={`/schedules/${encodeURIComponent(scheduleId)}${search}`}>
            <Maximize2 aria-hidden />
            {text('schedule.openPage')}
          </PageLink>
        </Button>
      }
    >
      <ScheduleView scheduleId={scheduleId} vehicleName={name} />
    </Drawer>
  )
}
