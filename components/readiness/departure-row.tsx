'use client'

import { memo, type ReactNode } from 'react'
import { PlanStrip } from '@/components/charts/plan-strip'
import { nearDayAndTime, type Reading, timeAhead, timeOfDay } from '@/components/format/instant-format'
import { numberWords } from '@/components/format/number-format'
import { useText } from '@/components/messages/use-text'
import { canBeFixed } from '@/components/readiness/can-be-fixed'
import { ChargingNow } from '@/components/readiness/charging-now'
import { arrivalWords, socSourceWords, whatIsWrong } from '@/components/readiness/departure-format'
import { SocMeter } from '@/components/readiness/soc-meter'
import { StandsAt } from '@/components/readiness/stands-at'
import { classes } from '@/components/ui/classes'
import { StateBadge } from '@/components/ui/state-badge'
import type { Departure } from '@/lib/contract/readiness'

/**
 * The columns of the board on a desk; the heading shares them. On a laptop the vehicle gets what is left, so that it, its
 * plate and where it stands have one line: with the place in a second one there were eight departures on a screen.
 */
export const BOARD_COLUMNS =
  'xl:grid xl:grid-cols-[8.25rem_minmax(9rem,1fr)_9rem_8rem_15rem_6rem] 2xl:grid-cols-[8.25rem_minmax(9rem,2.1fr)_9rem_8rem_minmax(15rem,1.3fr)_minmax(6rem,1fr)] xl:items-center xl:gap-x-4 2xl:gap-x-5'

type DepartureRowProps = {
  departure: Departure
  now: number
  reading: Reading
  /** A line for each on a desk; else with the words below the figures. */
  dense: boolean
  /** Some of the rows say how far their vehicle goes: all keep the place for it. */
  ranged: boolean
  /** The time that the strips of all rows show. */
  scale: { from: number; to: number }
  onOpen: (scheduleId: string) => void
  renderFixes: (departure: Departure) => ReactNode
}

/** One departure: the whole row opens its schedule. Who falls short says why below, beside what would help. */
export const DepartureRow = memo(function DepartureRow({
  departure,
  now,
  reading,
  dense,
  ranged,
  scale,
  onOpen,
  renderFixes,
}: DepartureRowProps) {
  const text = useText()
  const { schedule } = departure
  const arrival = Date.parse(schedule.plannedArrivalTime)
  const leaves = Date.parse(schedule.plannedDepartureTime)
  const name = departure.vehicleName ?? schedule.evId
  const wrong = whatIsWrong(departure, now, reading)
  const source = socSourceWords(departure, now, reading)
  const range =
    departure.predictedRangekm === undefined ? null : numberWords(departure.predictedRangekm, reading.locale)
  const isShort = departure.state === 'will-miss'
  const fixable = canBeFixed(departure)
  return (
    <li className="relative bg-surface hover:bg-sunken has-focus-visible:bg-sunken">
      <div className={classes('flex flex-col gap-2 px-4 py-3', dense ? 'xl:py-0.5' : 'xl:py-2.5', BOARD_COLUMNS)}>
        <div className="flex items-center justify-between gap-3 xl:contents">
          <StateBadge state={departure.state} className="justify-self-start" />
          <p className="text-right xl:hidden">
            <Leaves at={leaves} now={now} reading={reading} />
          </p>
        </div>
        <div className={classes('min-w-0', dense && 'xl:flex xl:flex-wrap xl:items-baseline xl:gap-x-2')}>
          <p className="flex min-w-0 items-baseline gap-2">
            <button
              type="button"
              data-schedule={schedule.id}
              onClick={() => onOpen(schedule.id)}
              className="truncate font-semibold outline-offset-4 after:absolute after:inset-0"
            >
              {name}
            </button>
            {departure.licensePlate && <span className="truncate text-ink-3 text-sm">{departure.licensePlate}</span>}
            {schedule.blockId && (
              <span className="ml-auto shrink-0 text-ink-3 text-sm xl:hidden">
                {text('departure.block', { block: schedule.blockId })}
              </span>
            )}
          </p>
          <StandsAt place={departure.place} className="text-xs" isShort={dense} />
          {schedule.chargeNow && <ChargingNow by={schedule.chargeNow.by} />}
          {wrong && !fixable && (
            <p
              className={classes(
                'basis-full text-pretty text-sm',
                isShort ? 'text-critical' : 'text-ink-2',
                // When it comes stands in the line's own column.
                dense && departure.state === 'away' && 'xl:sr-only',
              )}
            >
              {wrong}
            </p>
          )}
        </div>
        <p className="hidden xl:block">
          <Leaves at={leaves} now={now} reading={reading} inline={dense} />
        </p>
        <p className={classes('hidden text-sm xl:block', dense && 'truncate')}>
          <span className={dense ? '' : 'block truncate'}>{schedule.blockId ?? '—'}</span>
          <span className={classes('text-ink-3 text-xs', dense ? 'ml-2' : 'block')}>
            {arrivalWords(departure, now, reading)}
          </span>
        </p>
        <div className={classes(dense && 'xl:flex xl:items-center xl:gap-2')}>
          <SocMeter
            className="xl:flex-1"
            nowSoc={departure.soc?.value}
            predictedSoc={departure.predictedSoC}
            targetSoc={schedule.targetSoC}
            minimumSoc={schedule.minimumSoC}
            short={isShort}
          />
          {(source || range) && (
            <p className={classes('mt-0.5 text-ink-3 text-xs', dense && 'xl:sr-only')}>
              {source}
              {source && range && ' · '}
              {range && text('departure.range', { km: range })}
            </p>
          )}
          {dense && ranged && (
            <span aria-hidden className="hidden w-12 shrink-0 whitespace-nowrap text-right text-ink-3 text-xs xl:block">
              {range && text('departure.rangeShort', { km: range })}
            </span>
          )}
        </div>
        <PlanStrip
          plan={schedule.plan}
          {...scale}
          stay={{ from: arrival, to: leaves }}
          now={now}
          className="hidden h-6 w-full xl:block"
        />
        {fixable && (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2 xl:col-span-5 xl:col-start-2 xl:mt-1">
            {wrong && (
              <p
                className={classes(
                  'min-w-0 flex-1 text-pretty text-sm max-sm:basis-full',
                  isShort ? 'text-critical' : 'text-ink-2',
                )}
              >
                {wrong}
              </p>
            )}
            {renderFixes(departure)}
          </div>
        )}
      </div>
    </li>
  )
})

type LeavesProps = { at: number; now: number; reading: Reading; inline?: boolean }

function Leaves({ at, now, reading, inline = false }: LeavesProps) {
  const time = nearDayAndTime(at, now, reading)
  const words = timeAhead(at, now, reading)
  return (
    <>
      <time dateTime={new Date(at).toISOString()} className="whitespace-nowrap font-semibold">
        {time}
      </time>
      {words !== time && (
        <span
          className={classes(
            'ml-2 whitespace-nowrap text-ink-2 text-sm',
            inline ? 'xl:text-xs' : 'xl:ml-0 xl:block',
            // A line has room for the day or for how long it still is.
            inline && time !== timeOfDay(at, reading) && 'xl:sr-only',
          )}
        >
          {words}
        </span>
      )}
    </>
  )
}
