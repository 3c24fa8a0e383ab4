'use client'

import { useQuery } from '@tanstack/react-query'
import { AuditHistory } from '@/app/(depot)/_audit/audit-history'
import { scheduleQuery } from '@/app/(depot)/_data/queries'
import { useVehicleName } from '@/app/(depot)/_data/use-vehicle-name'
import { useDepot, useMay } from '@/app/(depot)/_depot/depot-context'
import { ScheduleView } from '@/app/(depot)/schedules/schedule-view'
import { useText } from '@/components/messages/use-text'
import { PageHeader, Panel, PanelHeader } from '@/components/ui/panel'

/** A schedule's own page: the same as in the drawer, with an address of its own. */
export function ScheduleScreen({ scheduleId }: { scheduleId: string }) {
  const text = useText()
  const schedule = useQuery(scheduleQuery(scheduleId))
  const { location } = useDepot()
  const mayAudit = useMay('admin')
  const name = useVehicleName(schedule.data?.evId)
  return (
    <div className="mx-auto max-w-5xl">
      <PageHeader title={name ?? schedule.data?.evId ?? text('schedule.title')} />
      <Panel className="p-5">
        <ScheduleView scheduleId={scheduleId} vehicleName={name} />
      </Panel>
      {mayAudit && (
        <Panel className="no-print mt-5">
          <PanelHeader title={text('history.title')} />
          <AuditHistory filter={{ objectId: scheduleId }} zone={location.timeZone} showObject={false} />
        </Panel>
      )}
    </div>
  )
}
