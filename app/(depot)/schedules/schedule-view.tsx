'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { planChangesQuery, scheduleQuery } from '@/app/(depot)/_data/queries'
import { useNow } from '@/app/(depot)/_data/use-now'
import { useConsumption } from '@/app/(depot)/_data/use-vehicle-name'
import { useMay, useReading } from '@/app/(depot)/_depot/depot-context'
import { FailedQuery } from '@/app/(depot)/_depot/failed-query'
import { DepartureVerdict } from '@/app/(depot)/schedules/departure-verdict'
import { ScheduleActions } from '@/app/(depot)/schedules/schedule-actions'
import { useText } from '@/components/messages/use-text'
import { PlanChangesList } from '@/components/schedule/plan-changes'
import { ScheduleFigure } from '@/components/schedule/schedule-figure'
import { scheduleSeries } from '@/components/schedule/schedule-series'
import { PlanAccount, ScheduleFacts } from '@/components/schedule/schedule-summary'
import { StretchTable } from '@/components/schedule/stretch-table'
import { Skeleton } from '@/components/ui/skeleton'
import type { EvSchedule } from '@/lib/contract/schedule'

/** One schedule with its chart, in the drawer and on its own page. */
export function ScheduleView({ scheduleId, vehicleName }: { scheduleId: string; vehicleName?: string }) {
  const text = useText()
  const schedule = useQuery(scheduleQuery(scheduleId))
  if (schedule.data) return <LoadedSchedule schedule={schedule.data} vehicleName={vehicleName ?? schedule.data.evId} />
  if (schedule.isError) return <FailedQuery query={schedule} />
  return (
    <div role="status" aria-label={text('app.loading')} className="flex flex-col gap-5">
      <Skeleton className="h-28" />
      <Skeleton className="h-[300px]" />
      <Skeleton className="h-40" />
    </div>
  )
}

function LoadedSchedule({ schedule, vehicleName }: { schedule: EvSchedule; vehicleName: string }) {
  const text = useText()
  const reading = useReading()
  const now = useNow()
  const mayChange = useMay('write')
  const series = useMemo(() => scheduleSeries(schedule), [schedule])
  const changes = useQuery(planChangesQuery(schedule))
  const consumption = useConsumption(schedule.evId)
  const hasPlan = series.stretches.length > 0
  const label = text('schedule.chart', { vehicle: vehicleName })
  return (
    <div className="flex flex-col gap-6">
      <DepartureVerdict schedule={schedule} vehicleName={vehicleName} now={now} />
      {mayChange && Date.parse(schedule.plannedDepartureTime) > now && (
        <ScheduleActions schedule={schedule} vehicleName={vehicleName} now={now} hasPlan={hasPlan} />
      )}
      <ScheduleFacts schedule={schedule} now={now} reading={reading} consumption={consumption} />
      {hasPlan && <ScheduleFigure series={series} now={now} reading={reading} label={label} />}
      <PlanAccount schedule={schedule} now={now} reading={reading} />
      <PlanChangesList changes={changes.data ?? []} now={now} reading={reading} />
      {hasPlan && <StretchTable series={series} reading={reading} caption={label} />}
    </div>
  )
}
