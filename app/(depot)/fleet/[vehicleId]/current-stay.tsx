'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { vehicleDeparturesQuery } from '@/app/(depot)/_data/queries'
import type { Reading } from '@/components/format/instant-format'
import { useText } from '@/components/messages/use-text'
import { ChargingNow } from '@/components/readiness/charging-now'
import { whatIsWrong } from '@/components/readiness/departure-format'
import { StandsAt } from '@/components/readiness/stands-at'
import { ScheduleFigure } from '@/components/schedule/schedule-figure'
import { scheduleSeries } from '@/components/schedule/schedule-series'
import { PlanAccount, ScheduleFacts } from '@/components/schedule/schedule-summary'
import { Button } from '@/components/ui/button'
import { Panel, PanelHeader } from '@/components/ui/panel'
import { StateBadge } from '@/components/ui/state-badge'
import type { EvSchedule } from '@/lib/contract/schedule'

type CurrentStayProps = {
  schedule: EvSchedule
  vehicleName: string
  /** What the vehicle consumes, Wh/km, where that is known. */
  consumption: number | undefined
  now: number
  reading: Reading
  onOpen: (scheduleId: string) => void
}

/** The stay that is going on or comes next: its state and why, its figures, its plan as a chart. */
export function CurrentStay({ schedule, vehicleName, consumption, now, reading, onOpen }: CurrentStayProps) {
  const text = useText()
  const departures = useQuery(vehicleDeparturesQuery(schedule.evId))
  const departure = departures.data?.find((one) => one.schedule.id === schedule.id)
  const series = useMemo(() => scheduleSeries(schedule), [schedule])
  const hasPlan = series.stretches.length > 0
  const wrong = departure && whatIsWrong(departure, now, reading)
  const here = Date.parse(schedule.plannedArrivalTime) <= now
  return (
    <Panel>
      <PanelHeader title={text(here ? 'vehicle.now' : 'vehicle.next')}>
        {departure && <StateBadge state={departure.state} />}
      </PanelHeader>
      <div className="flex flex-col gap-5 px-5 py-4">
        <StandsAt place={departure?.place} />
        {schedule.chargeNow && <ChargingNow by={schedule.chargeNow.by} className="text-sm" />}
        {wrong && <p className="text-pretty">{wrong}</p>}
        <ScheduleFacts schedule={schedule} now={now} reading={reading} consumption={consumption} />
        {hasPlan && (
          <ScheduleFigure
            series={series}
            now={now}
            reading={reading}
            label={text('schedule.chart', { vehicle: vehicleName })}
          />
        )}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <div className="min-w-60 flex-1">
            <PlanAccount schedule={schedule} now={now} reading={reading} />
          </div>
          {hasPlan && (
            <Button size="small" onClick={() => onOpen(schedule.id)}>
              {text('vehicle.details')}
            </Button>
          )}
        </div>
      </div>
    </Panel>
  )
}
