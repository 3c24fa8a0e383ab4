'use client'

import type { ReactNode } from 'react'
import { triggerWords } from '@/components/explanations/trigger-words'
import { nearDayAndTime, type Reading, timeAgo } from '@/components/format/instant-format'
import { numberWords } from '@/components/format/number-format'
import { useText } from '@/components/messages/use-text'
import { connectingOf } from '@/components/readiness/headline'
import { countStates } from '@/components/readiness/needs-attention'
import { classes } from '@/components/ui/classes'
import { Panel } from '@/components/ui/panel'
import { Quantity } from '@/components/ui/quantity'
import type { Readiness } from '@/lib/contract/readiness'

type SummaryProps = {
  board: Readiness
  now: number
  reading: Reading
}

/** The depot in a line of figures: who is here, and its power against the limit. */
export function ReadinessSummary({ board, now, reading }: SummaryProps) {
  const text = useText()
  const { counts, site, departures } = board
  const states = countStates(departures)
  const willMiss = states.get('will-miss') ?? 0
  const atRisk = states.get('at-risk') ?? 0
  return (
    <Panel className="grid grid-cols-5 gap-px overflow-hidden bg-line lg:grid-cols-[repeat(5,minmax(4.75rem,5.75rem))_minmax(0,1fr)]">
      <Figure label={text('summary.here')} value={counts.here} />
      <Figure label={text('summary.ready')} value={counts.ready} />
      <Figure label={text('summary.willMiss')} value={willMiss} tone={willMiss > 0 ? 'text-critical' : undefined} />
      <Figure label={text('summary.atRisk')} value={atRisk} tone={atRisk > 0 ? 'text-caution' : undefined} />
      <Figure
        label={text('summary.missing')}
        value={counts.missing}
        tone={counts.missing > 0 ? 'text-urgent' : undefined}
      />
      <Cell className="col-span-5 lg:col-span-1">
        <SitePower site={site} reading={reading} />
        <WithoutSchedule board={board} reading={reading} />
        <PlanLine board={board} now={now} reading={reading} />
        <WordOfChargers board={board} now={now} reading={reading} />
      </Cell>
    </Panel>
  )
}

/**
 * When the plans shown were made, and what the last replan that changed anything did, in one line; a depot that has
 * waited too long for new plans says so wherever it is read.
 */
function PlanLine({ board, now, reading }: SummaryProps) {
  const { lastPlan, planOverdueSince } = board
  const { text } = reading
  const ago = (timestamp: string) => timeAgo(Date.parse(timestamp), now, reading)
  if (planOverdueSince !== undefined)
    return (
      <p role="status" className="mt-1 text-urgent text-xs">
        {text('summary.planOverdue', { since: ago(planOverdueSince) })}
      </p>
    )
  const made = lastPlan
    ? text(lastPlan.pending ? 'summary.planning' : 'summary.planned', { ago: ago(lastPlan.timestamp) })
    : text('summary.notPlanned')
  return (
    <p className="mt-1 hidden text-pretty text-ink-3 text-xs sm:block">
      {[made, lastChangeWords(board, now, reading)].filter(Boolean).join(' · ')}
    </p>
  )
}

/** "22:14: The schedules of bus 12 changed. 3 plans changed, peak 353 → 361 kW"; null: no replan has changed anything. */
function lastChangeWords({ lastChange }: Readiness, now: number, reading: Reading): string | null {
  const { text, locale } = reading
  if (!lastChange) return null
  const { timestamp, changed: count, peakBeforekW: before, peakkW: after } = lastChange
  const kw = (value: number) => numberWords(value, locale)
  const time = nearDayAndTime(Date.parse(timestamp), now, reading)
  const moved = before !== undefined && after !== undefined && Math.round(before) !== Math.round(after)
  const words = text('summary.change', { time, cause: triggerWords(lastChange, reading), count })
  return moved ? `${words}, ${text('summary.changePeak', { before: kw(before), after: kw(after) })}` : words
}

/** Vehicles that no schedule names draw power too: how many there are, and how much of the site's power is theirs. */
function WithoutSchedule({ board: { counts, site }, reading }: Omit<SummaryProps, 'now'>) {
  const text = useText()
  const count = counts.withoutSchedule ?? 0
  if (count === 0) return null
  const { withoutSchedulekW: power } = site
  return (
    <p className="mt-1 text-ink-2 text-xs">
      {power === undefined
        ? text('summary.withoutScheduleIdle', { count })
        : text('summary.withoutSchedule', { count, power: numberWords(power, reading.locale) })}
    </p>
  )
}

/** Whether what is shown rests on the chargers' word: where they say nothing, the board says so. */
function WordOfChargers({ board, now, reading }: SummaryProps) {
  const text = useText()
  const { connecting, lastEventAt, silentSince } = board
  if (connecting) return <p className="mt-1 text-ink-3 text-xs empty:hidden">{connectingOf(board, text)}</p>
  if (lastEventAt === undefined) return <p className="mt-1 text-ink-3 text-xs">{text('summary.timetable')}</p>
  if (silentSince === undefined) return null
  return (
    <p role="status" className="mt-1 text-urgent text-xs">
      {text('summary.silent', { time: nearDayAndTime(Date.parse(silentSince), now, reading) })}
    </p>
  )
}

function Cell({ children, className = '' }: { children: ReactNode; className?: string }) {
  // Five words stand beside one another on the narrowest phone.
  return (
    <div className={`min-w-0 bg-surface px-1.5 py-2 min-[24rem]:px-2.5 sm:px-3.5 lg:px-4 lg:py-2 ${className}`}>
      {children}
    </div>
  )
}

function Figure({ label, value, tone = 'text-ink' }: { label: string; value: number; tone?: string }) {
  return (
    <Cell>
      <p className={`font-semibold text-lg lg:text-xl ${tone}`}>
        <Quantity value={value} />
      </p>
      <p className="truncate text-ink-2 text-xs">{label}</p>
    </Cell>
  )
}

/** Less than this is no difference to speak of: 2 %, and at least 1 kW. */
function differs(powerkW: number, plannedkW: number): boolean {
  return Math.abs(powerkW - plannedkW) > Math.max(1, 0.02 * plannedkW)
}

/** Site power now as a bar, hatched where it is planned, the planned peak as a mark, the limit as its end. */
function SitePower({ site, reading }: { site: Readiness['site']; reading: Reading }) {
  const { text, locale } = reading
  const scalekW = Math.max(site.limitkW ?? 0, site.peak15kW, site.powerkW, 1)
  const share = (powerkW: number) => `${Math.min(100, Math.max(0, (powerkW / scalekW) * 100))}%`
  const words = (powerkW: number) => numberWords(powerkW, locale)
  return (
    <div>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span>
          <Quantity value={site.powerkW} unit="kW" className="font-semibold text-lg lg:text-xl" />
          <span className="text-ink-2 text-xs"> {text(`summary.now.${site.source}`)}</span>
        </span>
        {site.source === 'measured' && differs(site.powerkW, site.plannedkW) && (
          <span className="text-ink-2 text-sm">{text('summary.plannedNow', { power: words(site.plannedkW) })}</span>
        )}
        <span className="text-ink-2 text-sm">{text('summary.peak', { peak: words(site.peak15kW) })}</span>
        <span className="hidden text-ink-3 text-sm sm:inline">
          {text('summary.uncontrolled', { peak: words(site.uncontrolledPeak15kW) })}
        </span>
        {site.limitkW !== undefined && (
          <span className="ml-auto text-ink-2 text-sm">{text('summary.limit', { limit: words(site.limitkW) })}</span>
        )}
      </p>
      <div aria-hidden className="relative mt-1.5 h-2 rounded-full bg-muted-soft">
        <span
          className={classes(
            'absolute inset-y-0 left-0 rounded-full',
            site.source === 'measured' ? 'bg-chart-ev' : 'hatched text-chart-ev',
          )}
          style={{ width: share(site.powerkW) }}
        />
        <span
          className="absolute inset-y-0 left-0 rounded-l-full bg-chart-base"
          style={{ width: share(Math.min(site.baseLoadkW, site.powerkW)) }}
        />
        <span
          className="absolute -inset-y-1 w-0.5 -translate-x-1/2 rounded-full bg-ink"
          style={{ left: share(site.peak15kW) }}
        />
      </div>
    </div>
  )
}
