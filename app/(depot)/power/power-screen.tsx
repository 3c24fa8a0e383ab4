'use client'

import { useQuery } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight, Download, Zap } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useEffect } from 'react'
import { loadQuery } from '@/app/(depot)/_data/queries'
import { useNow } from '@/app/(depot)/_data/use-now'
import { useUrlState } from '@/app/(depot)/_data/use-url-state'
import { useDepot, useReading } from '@/app/(depot)/_depot/depot-context'
import { FailedQuery } from '@/app/(depot)/_depot/failed-query'
import { ComingLimits, LimitButton } from '@/app/(depot)/_limits/coming-limits'
import { WhatIfButton } from '@/app/(depot)/_what-if/what-if-button'
import { useHidden } from '@/components/charts/chart-legend'
import { dayAndTime, zoneName } from '@/components/format/instant-format'
import { useText } from '@/components/messages/use-text'
import { loadCsv } from '@/components/power/load-csv'
import { LoadTable } from '@/components/power/load-table'
import { PowerLegend } from '@/components/power/power-legend'
import { LoadTotals } from '@/components/power/totals-table'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { EmptyState } from '@/components/ui/notice'
import { PageHeader, Panel, PanelHeader } from '@/components/ui/panel'
import { saveFile } from '@/components/ui/save-file'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { Skeleton } from '@/components/ui/skeleton'
import { Switch } from '@/components/ui/switch'
import type { LocationLoad } from '@/lib/contract/location'
import { HOUR_MS } from '@/lib/time/interval'

const SPANS = ['24', '72', '168'] as const

const loadChart = () => import('@/components/power/power-chart').then((module) => module.PowerChart)
const PowerChart = dynamic(loadChart, { ssr: false, loading: () => <div className="h-[420px]" /> })

/** The depot's power: what it was, what it will be by the plan, and what it would be without one. */
export function PowerScreen() {
  const text = useText()
  const reading = useReading()
  const now = useNow()
  const { location } = useDepot()
  const { get, set } = useUrlState()
  const hours = SPANS.find((one) => one === get('span')) ?? '24'
  const span = Number(hours) * HOUR_MS
  const chosen = Date.parse(`${get('at')}Z`)
  const from = Number.isFinite(chosen) ? chosen : Math.floor((now - span / 4) / HOUR_MS) * HOUR_MS
  const to = from + span
  const load = useQuery(loadQuery(location.id, from, to))
  useEffect(() => {
    // Beside what it draws, not after it.
    void loadChart()
  }, [])
  const goTo = (start: number | null) => set({ at: start === null ? null : new Date(start).toISOString().slice(0, 16) })
  return (
    <>
      <PageHeader
        title={text('nav.power')}
        note={`${dayAndTime(from, reading)} – ${dayAndTime(to, reading)}, ${zoneName(location.timeZone, from, reading.locale)}`}
      >
        <LimitButton />
        <WhatIfButton />
        <div className="flex items-center">
          <Button tone="quiet" size="icon" aria-label={text('timeline.earlier')} onClick={() => goTo(from - span)}>
            <ChevronLeft aria-hidden />
          </Button>
          <Button tone="quiet" onClick={() => goTo(null)}>
            {text('timeline.now')}
          </Button>
          <Button tone="quiet" size="icon" aria-label={text('timeline.later')} onClick={() => goTo(from + span)}>
            <ChevronRight aria-hidden />
          </Button>
        </div>
        <SegmentedControl
          label={text('timeline.zoom')}
          value={hours}
          onValueChange={(next) => set({ span: next === '24' ? null : next, at: null })}
          options={SPANS.map((value) => ({
            value,
            label:
              value === '24'
                ? text('readiness.hours', { hours: value })
                : text('timeline.days', { count: Number(value) / 24 }),
          }))}
        />
      </PageHeader>
      <ComingLimits />
      {load.data ? (
        <LoadView load={load.data} />
      ) : load.isError ? (
        <FailedQuery query={load} />
      ) : (
        <div role="status" aria-label={text('app.loading')} className="flex flex-col gap-4">
          <Skeleton className="h-20 rounded-lg" />
          <Skeleton className="h-[510px] rounded-lg" />
        </div>
      )}
    </>
  )
}

function LoadView({ load }: { load: LocationLoad }) {
  const text = useText()
  const reading = useReading()
  const now = useNow()
  const { location } = useDepot()
  const { get, set } = useUrlState()
  const [hidden, toggle] = useHidden()
  const withUncontrolled = get('compare') !== 'off'
  const currency = location.tariff?.currency
  const first = load.intervals[0]
  const last = load.intervals.at(-1)
  if (!first || !last)
    return (
      <EmptyState icon={Zap} title={text('power.none')}>
        {text('power.noneBody')}
      </EmptyState>
    )
  const label = text('power.chart')
  const tableOpen = get('table') === 'open'
  return (
    <div className="flex flex-col gap-4">
      <LoadTotals load={load} currency={currency} />
      <Panel>
        <PanelHeader title={text('power.title')}>
          {/* biome-ignore lint/a11y/noLabelWithoutControl: the switch is inside of its label */}
          <label className="flex items-center gap-2 text-sm">
            <Switch checked={withUncontrolled} onCheckedChange={(on) => set({ compare: on ? null : 'off' })} />
            {text('power.compare')}
          </label>
          <Button
            size="small"
            onClick={() => saveFile(`${location.id}-${first.from.slice(0, 10)}.csv`, loadCsv(load, reading.locale))}
          >
            <Download aria-hidden />
            {text('action.csv')}
          </Button>
        </PanelHeader>
        <figure className="flex flex-col gap-3 px-3 pt-3 pb-4 md:px-5">
          <PowerChart
            intervals={load.intervals}
            from={Date.parse(first.from)}
            to={Date.parse(last.to)}
            now={now}
            withUncontrolled={withUncontrolled}
            hidden={hidden}
            currency={currency}
            reading={reading}
            label={label}
          />
          <figcaption>
            <PowerLegend load={load} withUncontrolled={withUncontrolled} hidden={hidden} onToggle={toggle} />
          </figcaption>
        </figure>
      </Panel>
      <Panel className="overflow-hidden">
        <button
          type="button"
          aria-expanded={tableOpen}
          onClick={() => set({ table: tableOpen ? null : 'open' })}
          className="flex w-full items-center gap-2 px-5 py-3 text-left font-semibold hover:bg-sunken"
        >
          <ChevronRight aria-hidden className={classes('size-4 transition-transform', tableOpen && 'rotate-90')} />
          {text('power.table')}
        </button>
        {tableOpen && <LoadTable load={load} currency={currency} reading={reading} caption={label} />}
      </Panel>
    </div>
  )
}
