'use client'

import { memo, useLayoutEffect, useRef, useState } from 'react'
import { tickStepHours, zoneTicks } from '@/components/charts/zone-ticks'
import { dayOf, type Reading, timeOfDay, weekdayOf } from '@/components/format/instant-format'
import { startOfDay } from '@/components/format/zone'
import { coarse, dayNamePx, drawnRange, type TimeDomain } from '@/components/timeline/time-view'
import type { TimeViewControl } from '@/components/timeline/use-time-view'
import { classes } from '@/components/ui/classes'

/** Room that a day's name needs before the next day pushes it out; days narrower than that are named by weekday only. */
const DAY_NAME_PX = 84

type AxisProps = { view: TimeViewControl; domain: TimeDomain; now: number; reading: Reading }

const leftOf = (at: number, domain: TimeDomain) => `${((at - domain.from) / (domain.to - domain.from)) * 100}%`

/**
 * The times along the top. Few as its marks are, they are laid out for each frame while one zooms, so that they can be
 * read; the rows below are stretched.
 */
export function TimeAxis({ view, domain, now, reading }: AxisProps) {
  const layer = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState(view.drawn)
  const { follow } = view
  useLayoutEffect(
    () =>
      follow(({ msPerPx, ...place }) => {
        const element = layer.current
        if (!element) return
        element.style.width = `${(domain.to - domain.from) / msPerPx}px`
        element.style.transform = `translateX(${Math.round((domain.from - place.from) / msPerPx)}px)`
        for (const name of element.querySelectorAll<HTMLElement>('[data-day-from]')) {
          const day = { from: Number(name.dataset.dayFrom), to: Number(name.dataset.dayTo) }
          name.style.transform = `translateX(${dayNamePx(day, { from: place.from, msPerPx }, DAY_NAME_PX)}px)`
        }
        const range = drawnRange(place, shown)
        const scale = coarse(msPerPx)
        if (range !== shown || scale !== shown.msPerPx) setShown({ from: range.from, to: range.to, msPerPx: scale })
      }),
    [follow, domain, shown],
  )
  return (
    <div ref={layer} className="absolute inset-y-0 left-0 will-change-transform">
      <AxisLabels shown={shown} domain={domain} reading={reading} />
      <NowLine now={now} domain={domain} knob />
    </div>
  )
}

type LabelsProps = { shown: TimeViewControl['drawn']; domain: TimeDomain; reading: Reading }

/** Hours below, the days above. A day's name stands at its midnight, or at the left edge of the view while that is out of sight. */
const AxisLabels = memo(function AxisLabels({ shown, domain, reading }: LabelsProps) {
  const { msPerPx } = shown
  return (
    <>
      {zoneTicks(shown.from, shown.to, reading.zone, tickStepHours(msPerPx)).map(({ at, midnight }) => (
        <span key={at} className="absolute inset-y-0" style={{ left: leftOf(at, domain) }}>
          {midnight && <span className="absolute top-1 left-0 h-4 border-line-control/70 border-l" />}
          <span className="absolute bottom-1 -translate-x-1/2 whitespace-nowrap text-ink-3 text-xs">
            {timeOfDay(at, reading)}
          </span>
        </span>
      ))}
      {daysWithin(shown, reading.zone).map(({ from, to }) => (
        <span
          key={from}
          data-day-from={from}
          data-day-to={to}
          className="absolute top-1 overflow-hidden whitespace-nowrap pl-1.5 font-semibold text-ink text-xs will-change-transform"
          style={{ left: leftOf(from, domain), maxWidth: `calc(${leftOf(to, domain)} - ${leftOf(from, domain)})` }}
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

type LinesProps = { drawn: TimeViewControl['drawn']; domain: TimeDomain; zone: string }

/** The lines behind the rows: hours faint, midnights stronger. */
export const GridLines = memo(function GridLines({ drawn, domain, zone }: LinesProps) {
  return zoneTicks(drawn.from, drawn.to, zone, tickStepHours(coarse(drawn.msPerPx))).map(({ at, midnight }) => (
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
