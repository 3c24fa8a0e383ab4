'use client'

import { useQuery } from '@tanstack/react-query'
import { ArrowLeftRight, Clock, Pencil, Zap } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { vehicleDeparturesQuery, vehicleQuery, vehicleRulesQuery } from '@/app/(depot)/_data/queries'
import { FreezeButton } from '@/app/(depot)/schedules/freeze-button'
import { useText } from '@/components/messages/use-text'
import { mayChargeNow } from '@/components/readiness/may-charge-now'
import { Button } from '@/components/ui/button'
import type { EvSchedule } from '@/lib/contract/schedule'
import { HOUR_MS } from '@/lib/time/interval'

const LateDialog = dynamic(() => import('@/app/(depot)/_stays/late-dialog').then((module) => module.LateDialog), {
  ssr: false,
})
const ChargeNowDialog = dynamic(
  () => import('@/app/(depot)/_stays/charge-now-dialog').then((module) => module.ChargeNowDialog),
  { ssr: false },
)
const SwapDialog = dynamic(() => import('@/app/(depot)/_stays/swap-dialog').then((module) => module.SwapDialog), {
  ssr: false,
})
const ScheduleForm = dynamic(
  () => import('@/app/(depot)/fleet/[vehicleId]/schedule-form').then((module) => module.ScheduleForm),
  { ssr: false },
)

type ScheduleActionsProps = { schedule: EvSchedule; vehicleName: string; now: number; hasPlan: boolean }

/**
 * What can be done about a stay where it is seen: said to be late while it is to come, charged at once while it is here,
 * changed, exchanged with another's, its plan kept.
 */
export function ScheduleActions({ schedule, vehicleName, now, hasPlan }: ScheduleActionsProps) {
  const text = useText()
  const [doing, setDoing] = useState<'late' | 'charge' | 'change' | 'swap' | null>(null)
  const { data: departures } = useQuery(vehicleDeparturesQuery(schedule.evId))
  const departure = departures?.find((one) => one.schedule.id === schedule.id)
  const close = () => setDoing(null)
  return (
    <div className="no-print flex flex-wrap gap-2">
      {Date.parse(schedule.plannedArrivalTime) > now && (
        <Button onClick={() => setDoing('late')}>
          <Clock aria-hidden />
          {text('late.action')}
        </Button>
      )}
      {departure && mayChargeNow(departure) && !schedule.chargeNow && (
        <Button onClick={() => setDoing('charge')}>
          <Zap aria-hidden />
          {text('chargeNow.action')}
        </Button>
      )}
      <Button onClick={() => setDoing('change')}>
        <Pencil aria-hidden />
        {text('stayForm.change')}
      </Button>
      <Button onClick={() => setDoing('swap')}>
        <ArrowLeftRight aria-hidden />
        {text('swap.action')}
      </Button>
      {hasPlan && <FreezeButton schedule={schedule} />}
      {doing === 'late' && <LateDialog schedule={schedule} vehicleName={vehicleName} now={now} onClose={close} />}
      {doing === 'charge' && <ChargeNowDialog schedule={schedule} vehicleName={vehicleName} onClose={close} />}
      {doing === 'swap' && <SwapDialog schedule={schedule} vehicleName={vehicleName} now={now} onClose={close} />}
      {doing === 'change' && <Change schedule={schedule} now={now} onClose={close} />}
    </div>
  )
}

/** The form of a stay, once its vehicle and its other stays are known. */
function Change({ schedule, now, onClose }: { schedule: EvSchedule; now: number; onClose: () => void }) {
  const [from] = useState(Math.floor(now / HOUR_MS) * HOUR_MS)
  const { data: stored } = useQuery(vehicleQuery(schedule.evId))
  const { data: seen } = useQuery(vehicleRulesQuery(schedule.evId, from))
  if (!stored || !seen) return null
  return <ScheduleForm vehicle={stored.vehicle} schedule={schedule} stays={seen.stays} onClose={onClose} />
}
