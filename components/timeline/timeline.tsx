'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useCallback, useEffect, useRef } from 'react'
import { highestPowerkW, niceScale } from '@/components/charts/load-series'
import type { Reading } from '@/components/format/instant-format'
import { numberWords } from '@/components/format/number-format'
import { LoadHover } from '@/components/timeline/load-hover'
import { LoadStrip } from '@/components/timeline/load-strip'
import type { MovedStay } from '@/components/timeline/moved-stay'
import { StayBar } from '@/components/timeline/stay-bar'
import { StayCard } from '@/components/timeline/stay-card'
import { GridLines, NowLine, TimeAxis } from '@/components/timeline/time-axis'
import type { TimeDomain } from '@/components/timeline/time-view'
import { staysBetween, type TimelineRow } from '@/components/timeline/timeline-rows'
import { useStayFocus } from '@/components/timeline/use-stay-focus'
import { type StayMoves, useStayMove } from '@/components/timeline/use-stay-move'
import { useTimeGestures } from '@/components/timeline/use-time-gestures'
import type { Drawn, TimeViewControl } from '@/components/timeline/use-time-view'
import type { LocationLoad } from '@/lib/contract/location'

const ROW_PX = 36
const ROOMY_PX = 34
const WIDE_PX = 150
const OVERSCAN_ROWS = 5
/** Painted by itself, and only moved while time moves. */
const LAYER = 'absolute inset-y-0 left-0 origin-top-left contain-strict will-change-transform'

type TimelineProps = {
  rows: readonly TimelineRow[]
  load: LocationLoad | undefined
  domain: TimeDomain
  view: TimeViewControl
  now: number
  reading: Reading
  labelPx: number
  currency?: string
  onOpen: (scheduleId: string) => void
  moves: StayMoves
  goToNow: () => void
  /** Hears which rows are in sight, or nearly. */
  onRows: (first: number, last: number) => void
  /** Whether stays of a vehicle are still on their way. */
  isAwaited: (vehicleId: string) => boolean
}

/** One row a vehicle, one bar a stay; below, on the same axis, the depot's load. */
export function Timeline(props: TimelineProps) {
  const { rows, load, domain, view, now, reading, labelPx, currency, onOpen, moves, goToNow } = props
  const { onRows, isAwaited } = props
  const { text } = reading
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN_ROWS,
    scrollPaddingStart: 48,
    scrollPaddingEnd: 140,
  })
  const showRow = useCallback((index: number) => virtual.scrollToIndex(index, { align: 'auto' }), [virtual])
  const { activeId, onKeyDown } = useStayFocus({ root: scroller, rows, view, showRow, goToNow })
  useTimeGestures(scroller, view, labelPx)
  const found = (id: string) => {
    for (const { name, stays } of rows) {
      const stay = stays.find((one) => one.id === id)
      if (stay) return { stay, name }
    }
  }
  const stayOf = (id: string) => found(id)?.stay
  const move = useStayMove({ ...moves, root: scroller, view, domain, trackLeftPx: labelPx, now, stayOf })
  const { moved } = moves

  const { drawn } = view
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  useEffect(() => onRows(first, last), [onRows, first, last])
  const track = { left: labelPx }
  const shownRows = items.flatMap(({ index }) => rows[index] ?? [])
  const activeRow = shownRows.find(({ stays }) => stays.some(({ id }) => id === activeId))
  const tabRow = activeRow ?? shownRows.find(({ stays }) => staysBetween(stays, drawn.from, drawn.to).length > 0)
  const tabStop = activeRow ? (activeId ?? undefined) : staysBetween(tabRow?.stays ?? [], drawn.from, drawn.to)[0]?.id

  return (
    <section
      ref={scroller}
      aria-label={text('timeline.grid')}
      // Rows without a stay in sight are scrolled by keyboard, too.
      tabIndex={tabStop === undefined ? 0 : undefined}
      onKeyDown={(event) => {
        if (!move.onKeyDown(event)) onKeyDown(event)
      }}
      onClick={(event) => {
        const bar = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-stay]') : null
        if (bar?.dataset.stay) onOpen(bar.dataset.stay)
      }}
      className="relative min-h-0 flex-1 overflow-y-auto overflow-x-hidden overscroll-contain rounded-lg border border-line bg-surface data-dragging:cursor-grabbing data-moving:cursor-ew-resize"
    >
      <div
        data-wheel-zoom
        data-time-pan
        role="presentation"
        className="sticky top-0 z-20 h-11 cursor-grab touch-pan-y select-none border-line border-b bg-surface"
      >
        <div ref={view.trackRef} className="absolute inset-y-0 right-0 overflow-hidden" style={track}>
          <TimeAxis view={view} domain={domain} now={now} reading={reading} />
        </div>
        <span className="absolute bottom-1.5 left-3 text-ink-3 text-xs">
          {text('timeline.vehicles', { count: rows.length })}
        </span>
      </div>
      <div role="presentation" className="relative" style={{ height: virtual.getTotalSize() }}>
        <div
          data-time-pan
          role="presentation"
          className="absolute inset-y-0 right-0 cursor-grab touch-pan-y select-none overflow-hidden"
          style={track}
        >
          <div ref={view.layerRef} role="presentation" className={LAYER}>
            <div role="presentation" className="absolute inset-y-0">
              <GridLines drawn={drawn} domain={domain} zone={reading.zone} />
              {items.map(({ index, start, size }) => {
                const row = rows[index]
                if (!row) return null
                return (
                  <Row
                    key={row.vehicleId}
                    row={row}
                    top={start}
                    height={size}
                    drawn={drawn}
                    domain={domain}
                    reading={reading}
                    tabStop={row === tabRow ? tabStop : undefined}
                    moved={moved?.stay.vehicleId === row.vehicleId ? moved : null}
                    mayMove={moves.mayMove}
                    now={now}
                    awaited={isAwaited(row.vehicleId)}
                  />
                )
              })}
              <NowLine now={now} domain={domain} />
            </div>
          </div>
        </div>
        <div
          role="presentation"
          className="absolute inset-y-0 left-0 border-line border-r bg-surface"
          style={{ width: labelPx }}
        >
          {items.map(({ index, start, size }) => {
            const row = rows[index]
            return (
              row && (
                <div
                  key={row.vehicleId}
                  aria-hidden
                  className="absolute inset-x-0 flex items-center gap-2 border-line/60 border-b px-3 text-sm"
                  style={{ top: start, height: size }}
                >
                  <span className="truncate font-medium">{row.name}</span>
                  <span className="hidden truncate text-ink-3 text-xs md:inline">{row.licensePlate}</span>
                </div>
              )
            )
          })}
        </div>
      </div>
      {!moved && <StayCard root={scroller} stayOf={found} reading={reading} />}
      <LoadFooter
        load={load}
        view={view}
        domain={domain}
        now={now}
        reading={reading}
        labelPx={labelPx}
        currency={currency}
      />
    </section>
  )
}

type RowProps = {
  row: TimelineRow
  top: number
  height: number
  drawn: Drawn
  domain: TimeDomain
  reading: Reading
  /** The stay of this row that the Tab key reaches, if it is one of this row. */
  tabStop: string | undefined
  moved: MovedStay | null
  mayMove: boolean
  now: number
  awaited: boolean
}

/** A row of bars; while rows scroll and time moves within what is drawn, it stays as it is. */
const Row = memo(function Row(props: RowProps) {
  const { row, top, height, drawn, domain, reading, tabStop, moved, mayMove, now, awaited } = props
  const stays = staysBetween(row.stays, drawn.from, drawn.to)
  if (awaited && stays.length === 0) return <AwaitedRow top={top} />
  return (
    <ul aria-label={row.name} className="absolute inset-x-0 border-line/60 border-b" style={{ top, height }}>
      {stays.map((stay) => (
        <li key={stay.id}>
          <StayBar
            stay={stay}
            domain={domain}
            vehicle={row.name}
            reading={reading}
            roomy={(stay.to - stay.from) / drawn.msPerPx >= ROOMY_PX}
            wide={(stay.to - stay.from) / drawn.msPerPx >= WIDE_PX}
            focusable={stay.id === tabStop}
            moved={moved?.stay.id === stay.id ? moved : null}
            movable={mayMove && stay.to > now}
          />
        </li>
      ))}
    </ul>
  )
})

/** The place of bars that are on their way: of all times, so that nothing moves once the width of the screen is known. */
function AwaitedRow({ top }: { top: number }) {
  return <div aria-hidden className="absolute inset-x-0 h-5 animate-breathe bg-muted-soft" style={{ top: top + 8 }} />
}

type LoadFooterProps = Pick<TimelineProps, 'load' | 'view' | 'domain' | 'now' | 'reading' | 'labelPx' | 'currency'>

function LoadFooter({ load, view, domain, now, reading, labelPx, currency }: LoadFooterProps) {
  const { text, locale } = reading
  const strip = useRef<HTMLDivElement>(null)
  const scale = niceScale(load ? highestPowerkW(load.intervals, false) : 1, 2)
  return (
    <div
      data-wheel-zoom
      data-time-pan
      role="presentation"
      className="sticky bottom-0 z-20 h-[7.5rem] cursor-grab touch-pan-y select-none border-line-control/50 border-t bg-surface"
    >
      {load && <LoadHover strip={strip} load={load} view={view} reading={reading} currency={currency} />}
      <div ref={strip} className="absolute inset-y-0 right-0 overflow-hidden" style={{ left: labelPx }}>
        <div className="absolute inset-x-0 top-3 bottom-2">
          {scale.ticks.map((powerkW) => (
            <span
              key={powerkW}
              className="absolute inset-x-0 h-px bg-line/70"
              style={{ bottom: `calc((100% - 0.625rem) * ${powerkW / scale.top} + 0.625rem)` }}
            />
          ))}
          <div ref={view.layerRef} className={LAYER}>
            <div className="absolute inset-y-0">
              {load && <LoadStrip load={load} domain={domain} topkW={scale.top} />}
              <NowLine now={now} domain={domain} />
            </div>
          </div>
        </div>
      </div>
      <div className="absolute inset-y-0 left-0 border-line border-r bg-surface" style={{ width: labelPx }}>
        <span className="absolute top-2 left-3 hidden font-medium text-xs md:block">{text('timeline.load')}</span>
        <div className="absolute inset-x-0 top-3 bottom-2">
          {scale.ticks.map((powerkW) => (
            <span
              key={powerkW}
              className="absolute right-2 translate-y-1/2 text-2xs text-ink-3"
              style={{ bottom: `calc((100% - 0.625rem) * ${powerkW / scale.top} + 0.625rem)` }}
            >
              {numberWords(powerkW, locale)}
              {powerkW === scale.top && ' kW'}
            </span>
          ))}
          <span className="absolute -bottom-1 left-3 text-2xs text-ink-3">{text('timeline.price')}</span>
        </div>
      </div>
    </div>
  )
}
