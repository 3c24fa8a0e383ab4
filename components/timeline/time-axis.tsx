'use client'

import { memo } from 'react'
import type { Tick } from '@/components/charts/zone-ticks'
import { dayOf, type Reading, timeOfDay } from '@/components/format/instant-words'
import type { TimeDomain } from '@/components/timeline/time-view'
import { classes } from '@/components/ui/classes'

type MarksProps = { ticks: readonly Tick[]; domain: TimeDomain; reading: Reading }

const leftOf = (at: number, domain: TimeDomain) => `${((at - domain.from) / (domain.to - domain.from)) * 100}%`

/** The times along the top: hours below, at each midnight the day above. */
export const AxisLabels = memo(function AxisLabels({ ticks, domain, reading }: MarksProps) {
  return ticks.map(({ at, midnight }) => (
    <span key={at} className="absolute inset-y-0" style={{ left: leftOf(at, domain) }}>
      {midnight && (
        <span className="absolute top-1 left-0 whitespace-nowrap border-line-control/70 border-l pl-1.5 font-semibold text-ink text-xs">
          {dayOf(at, reading)}
        </span>
      )}
      <span className="absolute bottom-1 -translate-x-1/2 whitespace-nowrap text-ink-3 text-xs">
        {timeOfDay(at, reading)}
      </span>
    </span>
  ))
})

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
