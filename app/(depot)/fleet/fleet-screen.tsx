'use client'

import { useQuery } from '@tanstack/react-query'
import { BusFront, Plus, SearchX, Upload } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { type ReactNode, useMemo, useState } from 'react'
import { isAwaited } from '@/app/(depot)/_data/is-awaited'
import { readinessQuery, vehiclesQuery } from '@/app/(depot)/_data/queries'
import { useNow } from '@/app/(depot)/_data/use-now'
import { useUrlState } from '@/app/(depot)/_data/use-url-state'
import { useUrlText } from '@/app/(depot)/_data/use-url-text'
import { useDepot, useMay, useReading } from '@/app/(depot)/_depot/depot-context'
import { FailedQuery } from '@/app/(depot)/_depot/failed-query'
import { useIsNarrow } from '@/app/(depot)/fleet/use-is-narrow'
import { useShownColumns } from '@/app/(depot)/fleet/use-shown-columns'
import { ChosenBar } from '@/components/fleet/choose-boxes'
import { ColumnChooser, SortChooser } from '@/components/fleet/column-chooser'
import { fleetSortName, fleetSortOf } from '@/components/fleet/fleet-columns'
import { FleetExport } from '@/components/fleet/fleet-export'
import { FleetFilters } from '@/components/fleet/fleet-filters'
import { FleetList } from '@/components/fleet/fleet-list'
import { FLEET_SHOWS, filterFleet, fleetRows } from '@/components/fleet/fleet-rows'
import { FleetTable } from '@/components/fleet/fleet-table'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/notice'
import { PageLink } from '@/components/ui/page-link'
import { PageHeader } from '@/components/ui/panel'
import { SearchInput } from '@/components/ui/search-input'
import { SkeletonRows } from '@/components/ui/skeleton'
import type { Departure } from '@/lib/contract/readiness'
import type { Vehicle } from '@/lib/contract/vehicle'

const AHEAD_HOURS = 48

const BulkEdit = dynamic(() => import('@/app/(depot)/fleet/bulk-edit').then((module) => module.BulkEdit), {
  ssr: false,
})
const NewVehicle = dynamic(() => import('@/app/(depot)/fleet/new-vehicle').then((module) => module.NewVehicle), {
  ssr: false,
})

/** The fleet: every vehicle of the depot, what it is, what speaks against planning it, and when it leaves next. */
export function FleetScreen() {
  const text = useText()
  const router = useRouter()
  const { location } = useDepot()
  const { get, set } = useUrlState()
  const mayChange = useMay('write')
  const hrefOf = useVehicleHref()
  const depot = get('depot')
  const importHref = depot ? `/import?depot=${encodeURIComponent(depot)}` : '/import'
  const fleet = useQuery(vehiclesQuery(location.id))
  const board = useQuery(readinessQuery(location.id, AHEAD_HOURS))
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [changing, setChanging] = useState<readonly string[] | null>(null)
  const vehicles = useMemo(() => fleet.data?.map(({ vehicle }) => vehicle), [fleet.data])
  // A row is as high as what it says of its next departure.
  const isComing = isAwaited(board)
  const add = mayChange && (
    <>
      <Button asChild>
        <PageLink href={importHref}>
          <Upload aria-hidden />
          {text('import.button')}
        </PageLink>
      </Button>
      <Button tone="primary" onClick={() => set({ new: '1' }, true)}>
        <Plus aria-hidden />
        {text('fleet.add')}
      </Button>
    </>
  )
  return (
    <>
      {vehicles && vehicles.length > 0 && !isComing ? (
        <Fleet
          vehicles={vehicles}
          departures={board.data?.departures}
          add={add}
          ticked={ticked}
          onTick={setTicked}
          onChange={setChanging}
        />
      ) : (
        <>
          <PageHeader title={text('nav.fleet')} />
          {vehicles?.length === 0 ? (
            <EmptyState icon={BusFront} title={text('fleet.none')} action={add}>
              {text('fleet.noneBody')}
            </EmptyState>
          ) : fleet.isError ? (
            <FailedQuery query={fleet} />
          ) : (
            <SkeletonRows label={text('app.loading')} rows={12} height="h-12" />
          )}
        </>
      )}
      {/* Here, because a change of the depot may leave no vehicle in the list. */}
      {changing && (
        <BulkEdit vehicleIds={changing} onImported={() => setTicked(new Set())} onClose={() => setChanging(null)} />
      )}
      {mayChange && get('new') && (
        <NewVehicle onMade={(id) => router.push(hrefOf(id))} onClose={() => set({ new: null })} />
      )}
    </>
  )
}

function useVehicleHref(): (vehicleId: string) => string {
  const depot = useUrlState().get('depot')
  const search = depot ? `?depot=${encodeURIComponent(depot)}` : ''
  return (vehicleId) => `/fleet/${encodeURIComponent(vehicleId)}${search}`
}

type FleetProps = {
  vehicles: Vehicle[]
  departures: readonly Departure[] | undefined
  add: ReactNode
  ticked: ReadonlySet<string>
  onTick: (ids: ReadonlySet<string>) => void
  onChange: (ids: readonly string[]) => void
}

function Fleet({ vehicles, departures, add, ticked, onTick, onChange }: FleetProps) {
  const text = useText()
  const now = useNow()
  const reading = useReading()
  const isNarrow = useIsNarrow()
  const hrefOf = useVehicleHref()
  const { location } = useDepot()
  const { get, set } = useUrlState()
  const { shown, setShown, reset } = useShownColumns()
  const all = useMemo(() => fleetRows(vehicles, departures ?? [], now), [vehicles, departures, now])

  const [query, setQuery] = useUrlText('q')
  const show = FLEET_SHOWS.find((one) => one === get('show')) ?? null
  const model = get('model')
  const rows = useMemo(() => filterFleet(all, { query, show, model }), [all, query, show, model])
  const mayChange = useMay('write')
  // What the search or a filter hides is not changed.
  const chosen = useMemo(() => new Set(rows.flatMap(({ id }) => (ticked.has(id) ? [id] : []))), [rows, ticked])
  const sortName = get('sort')
  const sort = useMemo(() => fleetSortOf(sortName), [sortName])
  const onSort = (next: typeof sort) => set({ sort: fleetSortName(next) })

  const exported = () => {
    const ids = new Set(rows.map(({ id }) => id))
    return vehicles.filter(({ id }) => ids.has(id))
  }
  const chosenBar = chosen.size > 0 && (
    <ChosenBar count={chosen.size} onChange={() => onChange([...chosen])} onClear={() => onTick(new Set())} />
  )
  const count =
    rows.length === all.length
      ? text('fleet.count', { count: all.length })
      : text('fleet.countOf', { shown: rows.length, count: all.length })
  return (
    <>
      <PageHeader title={text('nav.fleet')} note={<span role="status">{count}</span>}>
        <ColumnChooser shown={shown} onChange={setShown} onReset={reset} />
        <SortChooser sort={sort} onSort={onSort} />
        <FleetExport name={`${location.id}-fleet`} vehicles={exported} />
        {add}
      </PageHeader>
      <div className="no-print mb-4 flex items-center gap-2 max-sm:-mx-4 max-sm:overflow-x-auto max-sm:px-4 sm:flex-wrap">
        <SearchInput value={query} onChange={setQuery} label={text('fleet.search')} className="w-72 shrink-0" />
        <FleetFilters rows={all} show={show} model={model} onChange={set} />
        {!isNarrow && <div className="ml-auto">{chosenBar}</div>}
      </div>
      {rows.length === 0 ? (
        <EmptyState
          icon={SearchX}
          title={text('fleet.noMatch')}
          action={
            <Button
              onClick={() => {
                setQuery('')
                set({ show: null, model: null })
              }}
            >
              {text('action.clearFilters')}
            </Button>
          }
        >
          {text('fleet.noMatchBody', { count: all.length })}
        </EmptyState>
      ) : isNarrow ? (
        <>
          <FleetList
            {...{ rows, sort, hrefOf, now, reading }}
            chosen={mayChange ? chosen : undefined}
            onChoose={onTick}
          />
          {chosenBar && (
            <div className="sticky bottom-[calc(4rem+env(safe-area-inset-bottom))] z-20 mt-2 rounded-lg border border-line bg-surface p-2 shadow-2">
              {chosenBar}
            </div>
          )}
        </>
      ) : (
        <FleetTable
          {...{ rows, shown, sort, onSort, hrefOf, now, reading }}
          chosen={mayChange ? chosen : undefined}
          onChoose={onTick}
        />
      )}
    </>
  )
}
