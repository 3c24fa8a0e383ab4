'use client'

import { skipToken, useQuery } from '@tanstack/react-query'
import { readinessQuery } from '@/app/(depot)/_data/queries'
import { useUrlState } from '@/app/(depot)/_data/use-url-state'
import { useReading } from '@/app/(depot)/_depot/depot-context'
import { FixesDisclosure } from '@/app/(depot)/_fixes/fixes-disclosure'
import { shortfallWords } from '@/components/explanations/shortfall-format'
import { boardHoursOf, boardShowing } from '@/components/readiness/board-hours'
import { canBeFixed } from '@/components/readiness/can-be-fixed'
import { whatIsWrong } from '@/components/readiness/departure-format'
import { StateBadge } from '@/components/ui/state-badge'
import type { EvSchedule } from '@/lib/contract/schedule'

type VerdictProps = { schedule: EvSchedule; vehicleName: string; now: number }

/**
 * What the board says of a schedule's departure, in the same words and with the same fixes. A departure that no board
 * shows speaks for itself where it falls short; else there is nothing to say.
 */
export function DepartureVerdict({ schedule, vehicleName, now }: VerdictProps) {
  const reading = useReading()
  const { get } = useUrlState()
  const { id, locationUid } = schedule
  const hours = boardShowing(Date.parse(schedule.plannedDepartureTime), now, boardHoursOf(get('hours')))
  const query = readinessQuery(locationUid, hours ?? 12)
  const board = useQuery(hours === null ? { ...query, queryFn: skipToken } : query)
  const departure = hours === null ? undefined : board.data?.departures.find((one) => one.schedule.id === id)
  if (hours !== null && board.isPending) return null
  if (!departure) return <PlannedShortfall schedule={schedule} vehicleName={vehicleName} now={now} />
  const wrong = whatIsWrong({ ...departure, schedule }, now, reading)
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <StateBadge state={departure.state} />
      {wrong && <p className="min-w-56 flex-1 text-pretty text-sm">{wrong}</p>}
      {canBeFixed(departure) && <FixesDisclosure schedule={schedule} vehicleName={vehicleName} />}
    </div>
  )
}

/** Less than this is as good as there, as on the board (SoC points). */
const TOLERANCE = 1

function PlannedShortfall({ schedule, vehicleName, now }: VerdictProps) {
  const reading = useReading()
  const shortfall = schedule.explanation?.shortfall
  const isOver = Date.parse(schedule.plannedDepartureTime) <= now
  if (!shortfall || isOver || (shortfall.missingPoints <= TOLERANCE && shortfall.missedMinimumSoc === undefined))
    return null
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <p className="min-w-56 flex-1 text-pretty text-sm">{shortfallWords(shortfall, reading)}</p>
      {!schedule.planMeta?.frozen && <FixesDisclosure schedule={schedule} vehicleName={vehicleName} />}
    </div>
  )
}
