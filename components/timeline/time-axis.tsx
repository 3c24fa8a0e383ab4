'use client'

import { memo } from 'react'
import type { Tick } from '@/components/charts/zone-ticks'
import { dayOf, type Reading, timeOfDay, weekdayOf } from '@/components/format/instant-format'
import { startOfDay } from '@/components/format/zone'
import type { TimeDomain } from '@/components/timeline/time-view'
import { classes } from '@/components/ui/classes'

/** Room that a day's name needs before the next day pushes it out; days narrower than that are named by weekday only. */
const DAY_NAME_PX = 84

type MarksProps = { ticks: readonly Tick[]; domain: TimeDomain; reading: Reading }

type LabelsProps = MarksProps & { drawn: TimeDomain; msPerPx: number }

const leftOf = (at: number, domain: TimeDomain) => `${((at - domain.from) / (domain.to - domain.from)) * 100}%`

/**
 * The times along the top: hours below, the days above. A day's name stands at its midnight and stays at the left edge of
 * the view (`--view-left`, set by the layer) while its midnight is out of sight.
 */
export const AxisLabels = memo(function AxisLabels({ ticks, domain, drawn, msPerPx, reading }: LabelsProps) {
  return (
    <>
      {ticks.map(({ at, midnight }) => (
        <span key={at} className="absolute inset-y-0" style={{ left: leftOf(at, domain) }}>
          {midnight && <span className="absolute top-1 left-0 h-4 border-line-control/70 border-l" />}
          <span className="absolute bottom-1 -translate-x-1/2 whitespace-nowrap text-ink-3 text-xs">
            {timeOfDay(at, reading)}
          </span>
        </span>
      ))}
      {daysWithin(drawn, reading.zone).map(({ from, to }) => (
        <span
          key={from}
          className="absolute top-1 overflow-hidden whitespace-nowrap pl-1.5 font-semibold text-ink text-xs"
          style={{
            left: `clamp(${leftOf(from, domain)}, var(--view-left, 0px), calc(${leftOf(to, domain)} - ${DAY_NAME_PX}px))`,
            maxWidth: `calc(${leftOf(to, domain)} - ${leftOf(from, domain)})`,
          }}
        >
          {to - from < DAY_NAME_PX * msPerPx ? weekdayOf(from, reading) : dayOf(from, reading)}
        </span>
      ))}
    </>
  )
})

function daysWithin({ from, to }: TimeDomain, zone: string): TimeDomain[] {
  const days: TimeDomain[] = []
  for (let day = startOfDay(from, zone); day < to; ) {
    const next = startOfDay(day, zone, 1)
    days.push({ from: day, to: next })
    day = next
  }
  return days
}

/** The lines behind the rows: hours faint, midnights stronger. */
export const GridLines = memo(function GridLines({ ticks, domain }: Omit<MarksProps, 'reading'>) {
  return ticks.map(({ at, midnight }) => (
    <span
      key={at}
      aria-hidden
      className={classes('pointer-events-none absolute inset-y-0 w-px', midnight ? 'bg-line-control/70' : 'bg-line/70')}
      style={{ left: leftOf(at, domain) }}
    />
  ))
})

/** Now, through everything on the page. */
export function NowLine({ now, domain, knob }: { now: number; domain: TimeDomain; knob?: boolean }) {
  return (
    <span
      aria-hidden
      className="pointer-events-none absolute inset-y-0 z-10 w-0.5 -translate-x-1/2 bg-accent"
      style={{ left: leftOf(now, domain) }}
    >
      {knob && <span className="absolute bottom-0 left-1/2 size-2 -translate-x-1/2 rounded-full bg-accent" />}
    </span>
  )
}
