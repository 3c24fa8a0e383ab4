'use client'

import { useQuery } from '@tanstack/react-query'
import { CalendarClock, Printer, Rows2, Rows3, SearchX } from 'lucide-react'
import { useCallback, useState } from 'react'
import { AlarmBar } from '@/app/(depot)/_alarms/alarm-bar'
import { openAlarmsQuery } from '@/app/(depot)/_alarms/alarms-queries'
import { isAwaited } from '@/app/(depot)/_data/is-awaited'
import { lastImportQuery, readinessQuery, simulationQuery } from '@/app/(depot)/_data/queries'
import { useNow } from '@/app/(depot)/_data/use-now'
import { useStoredChoice } from '@/app/(depot)/_data/use-stored-choice'
import { useUrlState } from '@/app/(depot)/_data/use-url-state'
import { useUrlText } from '@/app/(depot)/_data/use-url-text'
import { useDepot, useReading } from '@/app/(depot)/_depot/depot-context'
import { FailedQuery } from '@/app/(depot)/_depot/failed-query'
import { SimulationNotice } from '@/app/(depot)/_depot/simulation-notice'
import { FixesDisclosure } from '@/app/(depot)/_fixes/fixes-disclosure'
import { useFocusAfterFix } from '@/app/(depot)/_fixes/use-focus-after-fix'
import { LastImport } from '@/app/(depot)/_imports/last-import'
import { LimitButton, LimitLines } from '@/app/(depot)/_limits/coming-limits'
import { useText } from '@/components/messages/use-text'
import { boardHoursOf } from '@/components/readiness/board-hours'
import { BoardHoursControl } from '@/components/readiness/board-hours-control'
import { DepartureList } from '@/components/readiness/departure-list'
import { headlineOf } from '@/components/readiness/headline'
import { countStates, filterDepartures, isPlanning } from '@/components/readiness/needs-attention'
import { ReadinessSummary } from '@/components/readiness/readiness-summary'
import { StateFilter } from '@/components/readiness/state-filter'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/notice'
import { PageLink } from '@/components/ui/page-link'
import { PageHeader } from '@/components/ui/panel'
import { SearchInput } from '@/components/ui/search-input'
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton'
import { READINESS_STATES } from '@/lib/contract/enumerations'
import type { Departure, Readiness } from '@/lib/contract/readiness'

const PAGE_ROWS = 150

/** The board: will every vehicle be ready when it leaves, and at what peak? */
export function ReadinessScreen() {
  const text = useText()
  const { location } = useDepot()
  const { get, set } = useUrlState()
  const hours = boardHoursOf(get('hours'))
  const board = useQuery(readinessQuery(location.id, hours))
  // Asked for together with the board, and waited for, so that their lines do not push the rows down.
  const alarms = useQuery(openAlarmsQuery(location.id))
  const lastImport = useQuery(lastImportQuery(location.id))
  const simulation = useQuery(simulationQuery(location.id))
  const shown = [alarms, lastImport, simulation].some(isAwaited) ? undefined : board.data
  return (
    <>
      <PageHeader title={shown ? headlineOf(shown, text) : text('nav.readiness')}>
        <LimitButton />
        <BoardHoursControl hours={hours} onHours={(next) => set({ hours: next === '12' ? null : next })} />
      </PageHeader>
      {shown ? (
        <>
          <AlarmBar />
          <SimulationNotice />
          <Board board={shown} hours={hours} />
        </>
      ) : board.isError ? (
        <>
          <AlarmBar />
          <FailedQuery query={board} />
        </>
      ) : (
        <>
          <Skeleton className="mb-3 h-10 rounded-lg" />
          <Skeleton className="mb-4 h-20 rounded-lg" />
          <SkeletonRows label={text('app.loading')} height="h-18" />
        </>
      )}
    </>
  )
}

function Board({ board, hours }: { board: Readiness; hours: number }) {
  const text = useText()
  const now = useNow()
  const reading = useReading()
  const { get, set } = useUrlState()
  const [rows, setRows] = useState(PAGE_ROWS)
  const [query, setQuery] = useUrlText('q')
  const state = READINESS_STATES.find((one) => one === get('state')) ?? null
  const departures = filterDepartures(board.departures, { query, state })
  const shown = departures.slice(0, rows)
  const open = useCallback((id: string) => set({ schedule: id }, true), [set])
  const [density, setDensity] = useStoredChoice('readyline.board.rows')
  const dense = density !== 'comfortable'
  const otherDensity = text(dense ? 'readiness.comfortable' : 'readiness.dense')
  const keepFocus = useFocusAfterFix(board.departures)
  const sheetHref = `/sheet?${new URLSearchParams({ depot: board.locationUid, hours: String(hours) })}`
  const fixesOf = useCallback(
    ({ schedule, vehicleName }: Departure) => (
      <FixesDisclosure
        schedule={schedule}
        vehicleName={vehicleName ?? schedule.evId}
        onApplied={() => keepFocus(schedule.id)}
        className="xl:mb-2"
      />
    ),
    [keepFocus],
  )
  return (
    <div className="flex flex-col gap-3">
      <ReadinessSummary board={board} now={now} reading={reading} />
      <LastImport now={now} reading={reading} />
      <LimitLines hours={hours} />
      <div className="no-print flex items-center gap-2 max-sm:-mx-4 max-sm:overflow-x-auto max-sm:px-4 sm:flex-wrap">
        <SearchInput
          value={query}
          onChange={setQuery}
          label={text('readiness.search')}
          className="w-56 shrink-0 sm:w-64"
        />
        <StateFilter counts={countStates(board.departures)} value={state} onChange={(next) => set({ state: next })} />
        <div className="ml-auto flex shrink-0">
          <Button asChild tone="quiet">
            <PageLink href={sheetHref}>
              <Printer aria-hidden />
              {text('sheet.title')}
            </PageLink>
          </Button>
          <Button
            tone="quiet"
            className="max-xl:hidden"
            aria-label={otherDensity}
            title={otherDensity}
            onClick={() => setDensity(dense ? 'comfortable' : null)}
          >
            {dense ? <Rows2 aria-hidden /> : <Rows3 aria-hidden />}
          </Button>
        </div>
      </div>
      {board.departures.length === 0 ? (
        <EmptyState icon={CalendarClock} title={text('readiness.none', { hours })}>
          {text('readiness.noneBody')}
        </EmptyState>
      ) : departures.length === 0 ? (
        <EmptyState
          icon={SearchX}
          title={text('readiness.noMatch')}
          action={
            <Button
              onClick={() => {
                setQuery('')
                set({ state: null })
              }}
            >
              {text('action.clearFilters')}
            </Button>
          }
        >
          {text('readiness.noMatchBody', { count: board.departures.length })}
        </EmptyState>
      ) : (
        <DepartureList
          departures={shown}
          planning={isPlanning(board)}
          now={now}
          reading={reading}
          dense={dense}
          hours={hours}
          onOpen={open}
          renderFixes={fixesOf}
        />
      )}
      {departures.length > rows && (
        <Button className="self-center" onClick={() => setRows(rows + PAGE_ROWS)}>
          {text('action.showMore', { count: Math.min(PAGE_ROWS, departures.length - rows) })}
        </Button>
      )}
    </div>
  )
}
