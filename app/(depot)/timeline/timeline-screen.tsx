'use client'

import { useQuery } from '@tanstack/react-query'
import { BusFront, ChevronLeft, ChevronRight, SearchX } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { loadQuery, vehiclesQuery } from '@/app/(depot)/_data/queries'
import { useNow } from '@/app/(depot)/_data/use-now'
import { useStays } from '@/app/(depot)/_data/use-stays'
import { useUrlState } from '@/app/(depot)/_data/use-url-state'
import { useUrlText } from '@/app/(depot)/_data/use-url-text'
import { useDepot, useMay, useReading } from '@/app/(depot)/_depot/depot-context'
import { FailedQuery } from '@/app/(depot)/_depot/failed-query'
import { triedMove, useMove } from '@/app/(depot)/_stays/use-move'
import { WhatIfButton } from '@/app/(depot)/_what-if/what-if-button'
import { zoneName } from '@/components/format/instant-format'
import { startOfDay } from '@/components/format/zone'
import { useText } from '@/components/messages/use-text'
import { staysOfRows } from '@/components/timeline/asked-stays'
import { isMoved } from '@/components/timeline/moved-stay'
import { RowChoiceButton } from '@/components/timeline/row-choice'
import { aroundNow, type TimeView, viewFromUrl } from '@/components/timeline/time-view'
import { Timeline } from '@/components/timeline/timeline'
import { chooseRows, hangsOnStays, ROW_ORDERS, rowsOf, searchRows } from '@/components/timeline/timeline-rows'
import { useTimeView } from '@/components/timeline/use-time-view'
import { type PartRange, partsAround } from '@/components/timeline/vehicle-parts'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/panel'
import { SearchInput } from '@/components/ui/search-input'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { Skeleton } from '@/components/ui/skeleton'
import { READINESS_STATES } from '@/lib/contract/enumerations'
import { HOUR_MS } from '@/lib/time/interval'

// What a move needs comes with the first one.
const MoveCard = dynamic(() => import('@/components/timeline/move-card').then((module) => module.MoveCard), {
  ssr: false,
})
const TriedEffect = dynamic(() => import('@/app/(depot)/_what-if/tried-effect').then((module) => module.TriedEffect), {
  ssr: false,
})

const SPANS = ['6', '12', '24', '72', '168'] as const
const BACK_DAYS = 31
const AHEAD_DAYS = 60
const STEP_SHARE = 0.5

/** The timeline: who stands here when, with which power, and what that sums up to. */
export function TimelineScreen() {
  const text = useText()
  const reading = useReading()
  const { location } = useDepot()
  const { get, set } = useUrlState()
  const now = useNow()
  const isNarrow = useIsNarrow()
  const [domain] = useState(() => ({
    from: startOfDay(now, location.timeZone, -BACK_DAYS),
    to: startOfDay(now, location.timeZone, AHEAD_DAYS),
  }))
  const [initial] = useState(() => viewFromUrl({ at: get('at'), span: get('span') }, now, isNarrow ? 12 : 24))
  const [spanHours, setSpanHours] = useState(initial.span / HOUR_MS)
  const settle = useCallback(
    (view: TimeView) => {
      setSpanHours(view.span / HOUR_MS)
      set({
        at: new Date(Math.round(view.from / 60_000) * 60_000).toISOString().slice(0, 16),
        span: (view.span / HOUR_MS).toFixed(1).replace('.0', ''),
      })
    },
    [set],
  )
  const view = useTimeView(domain, initial, settle)
  const goToNow = useCallback(() => view.show(aroundNow(Date.now(), view.current().span)), [view])
  const zoomTo = (hours: string) => {
    const { span } = view.current()
    view.zoom(span / (Number(hours) * HOUR_MS), ratioOfNow(now, view.current()))
    setSpanHours(Number(hours))
  }

  const vehicles = useQuery(vehiclesQuery(location.id))
  const [query, setQuery] = useUrlText('q')
  const order = ROW_ORDERS.find((one) => one === get('order')) ?? 'name'
  const state = READINESS_STATES.find((one) => one === get('state')) ?? null
  const model = get('model')
  const hideEmpty = get('empty') === 'hide'
  const hangs = hangsOnStays((name) => (name === 'q' ? query : get(name)))
  const [parts, setParts] = useState<PartRange>(() => partsAround(0, 0))
  const onRows = useCallback((first: number, last: number) => {
    const next = partsAround(first, last)
    setParts((known) => (known.first === next.first && known.last === next.last ? known : next))
  }, [])
  const of = useMemo(
    () =>
      vehicles.data
        ? staysOfRows(
            vehicles.data.map(({ vehicle }) => vehicle),
            { model, hangsOnStays: hangs },
            parts,
          )
        : [],
    [vehicles.data, model, hangs, parts],
  )
  // What is in sight first; what is around it, and what all draw together, once that is there.
  const [isShown, setShown] = useState(false)
  const inSight = { from: initial.from, to: initial.from + initial.span }
  const { from, to } = isShown ? view.drawn : inSight
  const { stays, isPending, failed, isAwaited } = useStays({
    ...{ locationUid: location.id, zone: location.timeZone },
    ...{ from, to, of },
  })
  useEffect(() => {
    if (of.length > 0 && !isPending) setShown(true)
  }, [of, isPending])
  const loadFrom = startOfDay(view.drawn.from, location.timeZone)
  const load = useQuery({
    ...loadQuery(location.id, loadFrom, startOfDay(view.drawn.to, location.timeZone, 1)),
    enabled: isShown,
  })
  const allRows = useMemo(
    () =>
      rowsOf(
        (vehicles.data ?? []).map(({ vehicle }) => vehicle),
        stays,
      ),
    [vehicles.data, stays],
  )
  const found = useMemo(() => searchRows(allRows, query), [allRows, query])
  const occupied = hideEmpty ? view.drawn : null
  const rows = useMemo(
    () => chooseRows(found, { order, state, model, occupied, now }),
    [found, order, state, model, occupied, now],
  )
  const models = useMemo(
    () => [...new Set(allRows.flatMap(({ evModel }) => evModel ?? []))].sort((a, b) => a.localeCompare(b)),
    [allRows],
  )
  const open = useCallback((id: string) => set({ schedule: id }, true), [set])
  const mayChange = useMay('write')
  const move = useMove()
  const movedRow = move.moved && allRows.find(({ vehicleId }) => vehicleId === move.moved?.stay.vehicleId)

  const failure = vehicles.isError ? vehicles : failed
  return (
    <div className="flex h-[calc(100dvh-10.5rem)] min-h-96 flex-col md:h-[calc(100dvh-3.5rem)]">
      <PageHeader
        title={text('nav.timeline')}
        note={text('depot.zone', { zone: zoneName(location.timeZone, now, reading.locale) })}
      >
        <SearchInput
          value={query}
          onChange={setQuery}
          label={text('timeline.search')}
          className="min-w-44 flex-1 sm:w-56 sm:flex-none"
        />
        <WhatIfButton />
        <RowChoiceButton
          choice={{ order, state, model, hideEmpty }}
          models={models}
          onChange={(part) =>
            set({
              ...(part.order && { order: part.order === 'name' ? null : part.order }),
              ...(part.state !== undefined && { state: part.state }),
              ...(part.model !== undefined && { model: part.model }),
              ...(part.hideEmpty !== undefined && { empty: part.hideEmpty ? 'hide' : null }),
            })
          }
        />
        <div className="flex items-center">
          <Button
            tone="quiet"
            size="icon"
            aria-label={text('timeline.earlier')}
            onClick={() => view.pan(-STEP_SHARE * view.current().span)}
          >
            <ChevronLeft aria-hidden />
          </Button>
          <Button tone="quiet" onClick={goToNow}>
            {text('timeline.now')}
          </Button>
          <Button
            tone="quiet"
            size="icon"
            aria-label={text('timeline.later')}
            onClick={() => view.pan(STEP_SHARE * view.current().span)}
          >
            <ChevronRight aria-hidden />
          </Button>
        </div>
        <SegmentedControl
          label={text('timeline.zoom')}
          className="max-sm:w-full max-sm:*:flex-1 max-sm:*:px-1"
          value={SPANS.find((hours) => Math.abs(Number(hours) - spanHours) < 0.05) ?? ('' as (typeof SPANS)[number])}
          onValueChange={zoomTo}
          options={SPANS.map((value) => ({
            value,
            label:
              Number(value) > 24
                ? text('timeline.days', { count: Number(value) / 24 })
                : text('readiness.hours', { hours: value }),
          }))}
        />
      </PageHeader>
      {failure ? (
        <FailedQuery query={failure} />
      ) : vehicles.isPending || (rows.length === 0 && isPending) ? (
        <Skeleton className="min-h-0 flex-1 rounded-lg" />
      ) : allRows.length === 0 ? (
        <EmptyState icon={BusFront} title={text('fleet.none')}>
          {text('fleet.noneBody')}
        </EmptyState>
      ) : rows.length === 0 ? (
        <EmptyState
          icon={SearchX}
          title={text('fleet.noMatch')}
          action={
            <Button
              onClick={() => {
                setQuery('')
                set({ state: null, model: null, empty: null })
              }}
            >
              {text('action.clearFilters')}
            </Button>
          }
        />
      ) : (
        <div className="relative flex min-h-0 flex-1 flex-col">
          <Timeline
            rows={rows}
            load={load.data}
            domain={domain}
            view={view}
            now={now}
            reading={reading}
            currency={location.tariff?.currency}
            labelPx={isNarrow ? 84 : 168}
            onRows={onRows}
            isAwaited={isAwaited}
            onOpen={open}
            moves={{ moved: move.moved, onMove: move.onMove, onSave: move.onSave, mayMove: mayChange }}
            goToNow={goToNow}
          />
          {move.moved && (
            <MoveCard
              moved={move.moved}
              vehicle={movedRow?.name ?? move.moved.stay.vehicleId}
              now={now}
              reading={reading}
              onMove={move.onMove}
              onSave={move.onSave}
              onCancel={() => move.onMove(null)}
              saving={move.saving}
              fault={move.fault}
            >
              {isMoved(move.moved) && <TriedEffect overrides={triedMove(move.moved)} />}
            </MoveCard>
          )}
        </div>
      )}
    </div>
  )
}

/** Zooming by the buttons keeps now in its place while it is in view, else the middle. */
function ratioOfNow(now: number, { from, span }: TimeView): number {
  const ratio = (now - from) / span
  return ratio > 0 && ratio < 1 ? ratio : 0.5
}

const narrow = '(max-width: 767px)'

function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia(narrow)
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    () => window.matchMedia(narrow).matches,
    () => false,
  )
}
