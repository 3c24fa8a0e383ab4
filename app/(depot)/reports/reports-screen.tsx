'use client'

import { useQuery } from '@tanstack/react-query'
import { ChartColumn, ChevronLeft, ChevronRight, Printer } from 'lucide-react'
import { useNow } from '@/app/(depot)/_data/use-now'
import { useUrlState } from '@/app/(depot)/_data/use-url-state'
import { useDepot, useReading } from '@/app/(depot)/_depot/depot-context'
import { FailedQuery } from '@/app/(depot)/_depot/failed-query'
import { reportQuery } from '@/app/(depot)/reports/report-query'
import { ReportView } from '@/app/(depot)/reports/report-view'
import { zoneName } from '@/components/format/instant-format'
import {
  currentPeriod,
  expectedUntil,
  periodOf,
  periodWords,
  type ReportPeriod,
  shiftedPeriod,
  untilWords,
} from '@/components/reports/report-period'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { EmptyState } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/panel'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { Skeleton } from '@/components/ui/skeleton'
import type { Report } from '@/lib/contract/report'

/** What a month or a week was: energy, cost, peak and readiness, to read, to print and to take along. */
export function ReportsScreen() {
  const reading = useReading()
  const { text } = reading
  const now = useNow()
  const { location } = useDepot()
  const { get, set } = useUrlState()
  const period = periodOf({ month: get('month'), week: get('week') }, now, reading.zone)
  const report = useQuery(reportQuery(location.id, period))
  const goTo = ({ kind, value }: ReportPeriod) => set({ month: null, week: null, [kind]: value })
  const words = periodWords(period, reading)
  // Said before the report is there, too: one line more would push down what stands below.
  const until =
    report.data && !report.isPlaceholderData ? untilWords(report.data, reading) : expectedUntil(period, now, reading)
  return (
    <>
      <PageHeader
        title={text('reports.title')}
        note={
          <>
            <span className="hidden print:inline">{location.name ?? location.id}, </span>
            {[words, until].filter(Boolean).join(', ')}, {zoneName(reading.zone, now, reading.locale)}
          </>
        }
      >
        <div className="flex items-center">
          <Button
            tone="quiet"
            size="icon"
            aria-label={text('reports.earlier')}
            onClick={() => goTo(shiftedPeriod(period, -1))}
          >
            <ChevronLeft aria-hidden />
          </Button>
          <Button
            tone="quiet"
            size="icon"
            aria-label={text('reports.later')}
            onClick={() => goTo(shiftedPeriod(period, 1))}
          >
            <ChevronRight aria-hidden />
          </Button>
        </div>
        <SegmentedControl
          label={text('reports.kind')}
          value={period.kind}
          onValueChange={(kind) => goTo(currentPeriod(kind, now, reading.zone))}
          options={(['month', 'week'] as const).map((value) => ({ value, label: text(`reports.${value}`) }))}
        />
        <Button onClick={() => window.print()}>
          <Printer aria-hidden />
          {text('reports.print')}
        </Button>
      </PageHeader>
      {report.data ? (
        <div
          aria-busy={report.isPlaceholderData}
          className={classes('transition-opacity', report.isPlaceholderData && 'opacity-60')}
        >
          {isEmpty(report.data) ? (
            <EmptyState icon={ChartColumn} title={text('reports.none', { time: words })}>
              {text(report.data.until === report.data.from ? 'reports.future' : 'reports.noneBody')}
            </EmptyState>
          ) : (
            <ReportView report={report.data} />
          )}
        </div>
      ) : report.isError ? (
        <FailedQuery query={report} />
      ) : (
        <div role="status" aria-label={text('app.loading')} className="flex flex-col gap-4">
          <Skeleton className="h-56 rounded-lg" />
          <Skeleton className="h-36 rounded-lg" />
          <Skeleton className="h-72 rounded-lg" />
        </div>
      )}
    </>
  )
}

function isEmpty({ actual, readiness }: Report): boolean {
  return actual.energykWh === 0 && readiness.departures === 0
}
