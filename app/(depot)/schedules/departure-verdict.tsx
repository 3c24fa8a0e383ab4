'use client'

import { skipToken, useQuery } from '@tanstack/react-query'
import { readinessQuery } from '@/app/(depot)/_data/queries'
import { useUrlState } from '@/app/(depot)/_data/use-url-state'
import { useReading } from '@/app/(depot)/_depot/depot-context'
import { boardHoursOf, boardShowing } from '@/components/readiness/board-hours'
import { whatIsWrong } from '@/components/readiness/departure-words'
import { StateBadge } from '@/components/ui/state-badge'
import type { EvSchedule } from '@/lib/contract/schedule'

/** What the board says of a schedule's departure, in the same words; nothing where no board shows it. */
export function DepartureVerdict({ schedule, now }: { schedule: EvSchedule; now: number }) {
  const reading = useReading()
  const { get } = useUrlState()
  const { id, locationUid } = schedule
  const hours = boardShowing(Date.parse(schedule.plannedDepartureTime), now, boardHoursOf(get('hours')))
  const query = readinessQuery(locationUid, hours ?? 12)
  const board = useQuery(hours === null ? { ...query, queryFn: skipToken } : query)
  const departure = hours === null ? undefined : board.data?.departures.find((one) => one.schedule.id === id)
  if (!departure) return null
  const wrong = whatIsWrong(departure, now, reading)
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <StateBadge state={departure.state} />
      {wrong && <span className="text-pretty text-sm">{wrong}</span>}
    </p>
  )
}
