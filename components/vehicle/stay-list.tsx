'use client'

import { Repeat } from 'lucide-react'
import { dayAndTime, type Reading } from '@/components/format/instant-words'
import { numberWords } from '@/components/format/number-words'
import { shapeStay } from '@/components/timeline/stay'
import { classes } from '@/components/ui/classes'
import type { EvSchedule } from '@/lib/contract/schedule'

type StayListProps = { schedules: readonly EvSchedule[]; reading: Reading; onOpen: (scheduleId: string) => void }

/** A vehicle's stays with what their plans promise; each opens its schedule. */
export function StayList({ schedules, reading, onOpen }: StayListProps) {
  const { text, locale } = reading
  const heads = [
    text('vehicle.stayColumn.arrival'),
    text('vehicle.stayColumn.departure'),
    text('vehicle.stayColumn.target'),
    text('vehicle.stayColumn.predicted'),
  ]
  return (
    <table className="w-full text-sm">
      <thead className="border-line border-b bg-sunken text-left text-ink-3 text-xs">
        <tr>
          {heads.map((head, index) => (
            <th key={head} scope="col" className={classes('px-4 py-2 font-normal', index > 1 && 'text-right')}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {schedules.map((schedule) => {
          const { outcome } = shapeStay(schedule)
          return (
            <tr key={schedule.id} className="relative border-line/60 border-b last:border-0 hover:bg-sunken">
              <th scope="row" className="whitespace-nowrap px-4 py-2 text-left font-medium">
                <button
                  type="button"
                  onClick={() => onOpen(schedule.id)}
                  className="outline-offset-2 after:absolute after:inset-0"
                >
                  {dayAndTime(Date.parse(schedule.plannedArrivalTime), reading)}
                </button>
                {schedule.id.includes(':') && (
                  <span className="ml-2 inline-flex items-center gap-1 font-normal text-ink-3 text-xs">
                    <Repeat aria-hidden className="size-3" />
                    <span className="max-sm:sr-only">{text('vehicle.recurs')}</span>
                  </span>
                )}
              </th>
              <td className="whitespace-nowrap px-4 py-2">
                {dayAndTime(Date.parse(schedule.plannedDepartureTime), reading)}
              </td>
              <td className="whitespace-nowrap px-4 py-2 text-right">{numberWords(schedule.targetSoC, locale)} %</td>
              <td
                className={classes(
                  'whitespace-nowrap px-4 py-2 text-right font-medium',
                  outcome === 'miss' && 'text-critical',
                  outcome === 'short' && 'text-caution',
                )}
              >
                {schedule.plan?.endSoc === undefined ? '—' : `${numberWords(schedule.plan.endSoc, locale)} %`}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
