'use client'

import { useQuery } from '@tanstack/react-query'
import { CalendarClock, Printer } from 'lucide-react'
import { readinessQuery } from '@/app/(depot)/_data/queries'
import { useUrlState } from '@/app/(depot)/_data/use-url-state'
import { useDepot, useReading } from '@/app/(depot)/_depot/depot-context'
import { FailedQuery } from '@/app/(depot)/_depot/failed-query'
import { usePrintedAt } from '@/app/(depot)/sheet/use-printed-at'
import { dayOf } from '@/components/format/instant-format'
import { useText } from '@/components/messages/use-text'
import { boardHoursOf } from '@/components/readiness/board-hours'
import { BoardHoursControl } from '@/components/readiness/board-hours-control'
import { PullOutSheet } from '@/components/readiness/pull-out-sheet'
import { daysOf, SHEET_ORDERS, sheetRows } from '@/components/readiness/sheet-rows'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/notice'
import { PageHeader, Panel } from '@/components/ui/panel'
import { Select } from '@/components/ui/select'
import { SkeletonRows } from '@/components/ui/skeleton'
import type { Readiness } from '@/lib/contract/readiness'

/** The departures of the next hours on paper; hours, day and order are in the address. */
export function SheetScreen() {
  const text = useText()
  const { location } = useDepot()
  const { get, set } = useUrlState()
  const hours = boardHoursOf(get('hours'))
  const board = useQuery(readinessQuery(location.id, hours))
  return (
    <>
      <div className="no-print">
        <PageHeader title={text('sheet.title')} note={text('sheet.note')}>
          <BoardHoursControl hours={hours} onHours={(next) => set({ hours: next === '12' ? null : next, day: null })} />
        </PageHeader>
      </div>
      {board.data ? (
        board.data.departures.length > 0 ? (
          <Sheet board={board.data} />
        ) : (
          <EmptyState icon={CalendarClock} title={text('readiness.none', { hours })}>
            {text('readiness.noneBody')}
          </EmptyState>
        )
      ) : board.isError ? (
        <FailedQuery query={board} />
      ) : (
        <SkeletonRows label={text('app.loading')} height="h-6" rows={20} />
      )}
    </>
  )
}

function Sheet({ board }: { board: Readiness }) {
  const text = useText()
  const reading = useReading()
  const printedAt = usePrintedAt()
  const { location } = useDepot()
  const { get, set } = useUrlState()
  const days = daysOf(board.departures, reading.zone)
  const day = days.find((one) => one === get('day')) ?? null
  const order = SHEET_ORDERS.find((one) => one === get('order')) ?? 'departure'
  const departures = sheetRows(board.departures, { day, order, ...reading })
  return (
    <>
      <div className="no-print mb-3 flex flex-wrap items-center gap-2">
        {days.length > 1 && (
          <Select
            aria-label={text('sheet.day')}
            value={day ?? ''}
            onChange={(event) => set({ day: event.target.value || null })}
          >
            <option value="">{text('sheet.allDays')}</option>
            {days.map((one) => (
              <option key={one} value={one}>
                {dayOf(Date.parse(`${one}T12:00:00Z`), { locale: reading.locale, zone: 'UTC' })}
              </option>
            ))}
          </Select>
        )}
        <Select
          aria-label={text('sheet.order')}
          value={order}
          onChange={(event) => set({ order: event.target.value === 'departure' ? null : event.target.value })}
        >
          {SHEET_ORDERS.map((one) => (
            <option key={one} value={one}>
              {text(`sheet.order.${one}`)}
            </option>
          ))}
        </Select>
        <Button tone="primary" className="ml-auto" onClick={() => window.print()}>
          <Printer aria-hidden />
          {text('sheet.print')}
        </Button>
      </div>
      <Panel
        aria-label={text('sheet.title')}
        tabIndex={0}
        className="overflow-x-auto px-3 py-4 md:px-6 print:overflow-visible print:border-0 print:p-0"
      >
        <PullOutSheet
          depotName={location.name ?? location.id}
          departures={departures}
          stateOf={Date.parse(board.timestamp)}
          printedAt={printedAt}
          reading={reading}
        />
      </Panel>
    </>
  )
}
