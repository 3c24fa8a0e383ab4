'use client'

import { useQuery } from '@tanstack/react-query'
import { CloudOff } from 'lucide-react'
import { readinessQuery } from '@/app/(depot)/_data/queries'
import { useConnectionLost } from '@/app/(depot)/_data/use-connection'
import { useEvery } from '@/app/(depot)/_data/use-every'
import { useUrlState } from '@/app/(depot)/_data/use-url-state'
import { useDepot, useReading } from '@/app/(depot)/_depot/depot-context'
import { FailedQuery } from '@/app/(depot)/_depot/failed-query'
import { dayAndTime, dayOf, nearDayAndTime, type Reading, timeAgo, timeOfDay } from '@/components/format/instant-format'
import { useText } from '@/components/messages/use-text'
import { boardHoursOf } from '@/components/readiness/board-hours'
import { headlineOf } from '@/components/readiness/headline'
import { Skeleton } from '@/components/ui/skeleton'
import { useFittingRows } from '@/components/wall/use-fitting-rows'
import { wallPage } from '@/components/wall/wall-pages'
import { WALL_ROW_EM, WallRow } from '@/components/wall/wall-row'
import { WallSite } from '@/components/wall/wall-site'
import type { Readiness } from '@/lib/contract/readiness'

const TICK_MS = 1_000
/** So long each page of departures stands. */
const PAGE_MS = 12_000
/** The board is asked for every thirty seconds at least: what is older than this is old. */
const OLD_MS = 45_000

/** The next departures for a screen on a wall: dark, big, nothing to press; it goes on by itself and says when it is old. */
export function WallScreen() {
  const text = useText()
  const { location } = useDepot()
  const hours = boardHoursOf(useUrlState().get('hours'))
  const board = useQuery(readinessQuery(location.id, hours))
  return (
    <div
      data-wall
      className="flex h-dvh flex-col gap-[0.5em] overflow-hidden p-[0.7em] leading-tight"
      style={{ fontSize: 'max(1rem, min(4vh, 2.25vw))' }}
    >
      {/* Once there is a headline it heads the page. */}
      {!board.data && <h1 className="sr-only">{text('wall.title')}</h1>}
      {board.data ? (
        <Wall board={board.data} hours={hours} updatedAt={board.dataUpdatedAt} />
      ) : board.isError ? (
        <FailedQuery query={board} />
      ) : (
        <div role="status" aria-label={text('app.loading')} className="flex flex-col gap-[0.5em]">
          <Skeleton className="h-[3em]" />
          <Skeleton className="h-[14em]" />
        </div>
      )}
    </div>
  )
}

/** Which page it is the turn of depends on how many there are: nothing is shown that would move once that is known. */
const NOT_MEASURED = { rows: [], page: 1, pages: 1 } as const

type WallProps = { board: Readiness; hours: number; updatedAt: number }

function Wall({ board, hours, updatedAt }: WallProps) {
  const text = useText()
  const reading = useReading()
  const { location } = useDepot()
  const now = useEvery(TICK_MS)
  const { ref, rows: fitting } = useFittingRows<HTMLUListElement>(WALL_ROW_EM)
  const turn = Math.floor(now / PAGE_MS)
  const { rows, page, pages } = fitting === null ? NOT_MEASURED : wallPage(board.departures, fitting, turn)
  return (
    <>
      <header className="flex items-center gap-x-[1em] max-md:flex-wrap">
        <div className="min-w-0 flex-1">
          <p className="truncate text-[0.7em] text-ink-2">{location.name ?? location.id}</p>
          <h1 className="line-clamp-2 text-balance font-bold text-[1.15em] leading-[1.1]">{headlineOf(board, text)}</h1>
        </div>
        <WallSite site={board.site} reading={reading} />
        <p className="text-right">
          <time dateTime={new Date(now).toISOString()} className="block font-bold text-[2em] leading-none">
            {timeOfDay(now, reading)}
          </time>
          <span className="block text-[0.6em] text-ink-2">{dayOf(now, reading)}</span>
        </p>
      </header>
      <ul ref={ref} aria-label={text('wall.departures', { hours })} className="min-h-0 flex-1 border-line border-t">
        {rows.map((departure) => (
          <WallRow key={departure.schedule.id} departure={departure} now={now} reading={reading} />
        ))}
        {board.departures.length === 0 && (
          <li className="pt-[2em] text-center text-ink-2">{text('readiness.none', { hours })}</li>
        )}
      </ul>
      <footer className="flex items-baseline justify-between gap-[1em] text-[0.62em] text-ink-2">
        <Freshness board={board} updatedAt={updatedAt} now={now} reading={reading} />
        {pages > 1 && <p className="shrink-0">{text('wall.page', { page, pages })}</p>}
      </footer>
    </>
  )
}

type FreshnessProps = { board: Readiness; updatedAt: number; now: number; reading: Reading }

/** Of when what is shown is; loud where it is old, or where chargers or plans are behind. */
function Freshness({ board, updatedAt, now, reading }: FreshnessProps) {
  const { text } = reading
  const { isLive } = useDepot()
  const lostSince = useConnectionLost()
  const time = dayAndTime(Date.parse(board.timestamp), reading)
  const { planOverdueSince, silentSince } = board
  const trouble =
    lostSince !== null
      ? text('connection.lost', { time })
      : now - updatedAt > OLD_MS
        ? text('wall.old', { time })
        : silentSince !== undefined
          ? text('summary.silent', { time: nearDayAndTime(Date.parse(silentSince), now, reading) })
          : planOverdueSince !== undefined
            ? text('summary.planOverdue', { since: timeAgo(Date.parse(planOverdueSince), now, reading) })
            : null
  const said = isLive ? '' : ` · ${text('connection.notLive')}`
  if (trouble === null) return <p className="truncate">{`${text('wall.live', { time })}${said}`}</p>
  return (
    <p
      role="status"
      className="flex items-center gap-[0.5em] rounded-[0.25em] bg-critical px-[0.6em] py-[0.2em] font-semibold text-[1.3em] text-on-critical"
    >
      <CloudOff aria-hidden className="size-[1em] shrink-0" />
      {trouble}
    </p>
  )
}
