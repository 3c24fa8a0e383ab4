'use client'

import { useQuery } from '@tanstack/react-query'
import { vehicleDeparturesQuery } from '@/app/(depot)/_data/queries'
import { useMay, useReading } from '@/app/(depot)/_depot/depot-context'
import { FixesDisclosure } from '@/app/(depot)/_fixes/fixes-disclosure'
import { CancelChargeNow } from '@/app/(depot)/_stays/cancel-charge-now'
import { canBeFixed } from '@/components/readiness/can-be-fixed'
import { ChargingNow } from '@/components/readiness/charging-now'
import { whatIsWrong } from '@/components/readiness/departure-format'
import { StandsAt } from '@/components/readiness/stands-at'
import { StateBadge } from '@/components/ui/state-badge'
import type { EvSchedule } from '@/lib/contract/schedule'

type VerdictProps = { schedule: EvSchedule; vehicleName: string; now: number }

/** What the board says of a schedule's departure, in the same words and with the same fixes; nothing once it is over. */
export function DepartureVerdict({ schedule, vehicleName, now }: VerdictProps) {
  const reading = useReading()
  const mayChange = useMay('write')
  const departures = useQuery(vehicleDeparturesQuery(schedule.evId))
  const departure = departures.data?.find((one) => one.schedule.id === schedule.id)
  if (!departure) return null
  const wrong = whatIsWrong({ ...departure, schedule }, now, reading)
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <StateBadge state={departure.state} />
      <StandsAt place={departure.place} />
      {wrong && <p className="min-w-56 flex-1 text-pretty text-sm">{wrong}</p>}
      {schedule.chargeNow && (
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-2">
          <ChargingNow by={schedule.chargeNow.by} className="text-sm" />
          {mayChange && <CancelChargeNow schedule={schedule} />}
        </div>
      )}
      {canBeFixed(departure) && <FixesDisclosure schedule={schedule} vehicleName={vehicleName} />}
    </div>
  )
}
