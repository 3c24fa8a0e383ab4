'use client'

import { useQuery } from '@tanstack/react-query'
import { BusFront, Columns3, Download, Plus, SearchX, TriangleAlert } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useMemo } from 'react'
import { readinessQuery, vehiclesQuery } from '@/app/(depot)/_data/queries'
import { useNow } from '@/app/(depot)/_data/use-now'
import { useUrlState } from '@/app/(depot)/_data/use-url-state'
import { useDepot, useMay, useReading } from '@/app/(depot)/_depot/depot-context'
import { FailedQuery } from '@/app/(depot)/_depot/failed-query'
import { FLEET_COLUMNS, fleetColumnOf } from '@/components/fleet/fleet-columns'
import { fleetCsv } from '@/components/fleet/fleet-csv'
import { fleetRows, searchFleet } from '@/components/fleet/fleet-rows'
import { FleetTable } from '@/components/fleet/fleet-table'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { Menu, MenuCheck, MenuLabel } from '@/components/ui/menu'
import { Banner, EmptyState } from '@/components/ui/notice'
import { PageHeader, Panel } from '@/components/ui/panel'
import { saveFile } from '@/components/ui/save-file'
import { SearchInput } from '@/components/ui/search-input'
import { SkeletonRows } from '@/components/ui/skeleton'
import type { Vehicle } from '@/lib/contract/vehicle'

const AHEAD_HOURS = 48

const NewVehicleDrawer = dynamic(
  () => import('@/app/(depot)/fleet/new-vehicle-drawer').then((module) => module.NewVehicleDrawer),
  { ssr: false },
)

/** The fleet: every vehicle of the depot, what it is, and when it leaves next. */
export function FleetScreen() {
  const text = useText()
  const { location } = useDepot()
  const { get, set } = useUrlState()
  const mayChange = useMay('write')
  const vehicles = useQuery({
    ...vehiclesQuery(location.id),
    select: (records) => records.map(({ vehicle }) => vehicle),
  })
  const add = mayChange && (
    <Button tone="primary" onClick={() => set({ new: 'vehicle' }, true)}>
      <Plus aria-hidden />
      <span className="max-sm:sr-only">{text('fleet.add')}</span>
    </Button>
  )
  return (
    <>
      <PageHeader title={text('nav.fleet')}>
        <SearchInput
          value={get('q') ?? ''}
          onChange={(q) => set({ q })}
          label={text('fleet.search')}
          className="min-w-0 flex-1 sm:w-72 sm:flex-none"
        />
        <ColumnChooser />
        <Button
          size="icon"
          aria-label={text('action.csv')}
          disabled={!vehicles.data}
          onClick={() => saveFile(`${location.id}-fleet.csv`, fleetCsv(vehicles.data ?? []))}
        >
          <Download aria-hidden />
        </Button>
        {add}
      </PageHeader>
      {vehicles.data ? (
        vehicles.data.length === 0 ? (
          <EmptyState icon={BusFront} title={text('fleet.none')} action={add}>
            {text('fleet.noneBody')}
          </EmptyState>
        ) : (
          <Fleet vehicles={vehicles.data} />
        )
      ) : vehicles.isError ? (
        <FailedQuery query={vehicles} />
      ) : (
        <SkeletonRows label={text('app.loading')} rows={12} height="h-[52px]" />
      )}
      {get('new') === 'vehicle' && <NewVehicleDrawer onClose={() => set({ new: null })} />}
    </>
  )
}

function Fleet({ vehicles }: { vehicles: Vehicle[] }) {
  const text = useText()
  const now = useNow()
  const reading = useReading()
  const { location } = useDepot()
  const { get, set } = useUrlState()
  const board = useQuery(readinessQuery(location.id, AHEAD_HOURS))
  const all = useMemo(() => fleetRows(vehicles, board.data?.departures ?? []), [vehicles, board.data])
  const query = get('q') ?? ''
  const onlyIncomplete = get('only') === 'incomplete'
  const rows = useMemo(() => searchFleet(all, query, onlyIncomplete), [all, query, onlyIncomplete])
  const incomplete = all.filter(({ missing }) => missing.length > 0).length
  const hiddenNames = get('hide') ?? ''
  const hidden = useMemo(
    () => new Set(hiddenNames.split(',').flatMap((name) => fleetColumnOf(name) ?? [])),
    [hiddenNames],
  )
  const sortName = get('sort') ?? 'name'
  const depot = get('depot')
  return (
    <div className="flex flex-col gap-3">
      {incomplete > 0 && (
        <Banner
          tone="caution"
          icon={TriangleAlert}
          action={
            <Button size="small" onClick={() => set({ only: onlyIncomplete ? null : 'incomplete' })}>
              {text(onlyIncomplete ? 'fleet.incompleteAll' : 'fleet.incompleteShow')}
            </Button>
          }
        >
          {text('fleet.incomplete', { count: incomplete })}
        </Banner>
      )}
      <p aria-live="polite" className="px-1 text-ink-3 text-sm">
        {rows.length === all.length
          ? text('fleet.count', { count: all.length })
          : text('fleet.countOf', { shown: rows.length, count: all.length })}
      </p>
      {rows.length === 0 ? (
        <EmptyState
          icon={SearchX}
          title={text('fleet.noMatch')}
          action={<Button onClick={() => set({ q: null, only: null })}>{text('action.clearFilters')}</Button>}
        >
          {text('fleet.noMatchBody', { count: all.length })}
        </EmptyState>
      ) : (
        <Panel className="overflow-hidden">
          <FleetTable
            rows={rows}
            hidden={hidden}
            sort={{ column: fleetColumnOf(sortName.replace(/^-/, '')) ?? 'name', descending: sortName.startsWith('-') }}
            onSort={({ column, descending }) =>
              set({ sort: column === 'name' && !descending ? null : `${descending ? '-' : ''}${column}` })
            }
            hrefOf={(id) => `/fleet/${encodeURIComponent(id)}${depot ? `?depot=${encodeURIComponent(depot)}` : ''}`}
            now={now}
            reading={reading}
          />
        </Panel>
      )}
    </div>
  )
}

/** Which columns to show; the URL remembers, so that a colleague sees the same table. */
function ColumnChooser() {
  const text = useText()
  const { get, set } = useUrlState()
  const hidden = new Set((get('hide') ?? '').split(',').filter(Boolean))
  const toggle = (id: string, show: boolean) => {
    if (show) hidden.delete(id)
    else hidden.add(id)
    set({ hide: [...hidden].join(',') || null })
  }
  return (
    <Menu
      align="end"
      trigger={
        <Button size="icon" aria-label={text('fleet.columns')} className="max-md:hidden">
          <Columns3 aria-hidden />
        </Button>
      }
    >
      <MenuLabel>{text('fleet.columns')}</MenuLabel>
      {FLEET_COLUMNS.filter(({ id }) => id !== 'name').map(({ id, label }) => (
        <MenuCheck key={id} keepOpen checked={!hidden.has(id)} onChange={(show) => toggle(id, show)}>
          {text(label)}
        </MenuCheck>
      ))}
    </Menu>
  )
}
