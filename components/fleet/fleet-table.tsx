'use client'

import {
  columnVisibilityFeature,
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  sortFn_alphanumeric,
  sortFn_basic,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react'
import Link from 'next/link'
import { useEffect, useMemo, useRef, useState } from 'react'
import { FLEET_COLUMNS, type FleetColumn } from '@/components/fleet/fleet-columns'
import type { FleetRow } from '@/components/fleet/fleet-rows'
import { nearDayAndTime, type Reading } from '@/components/format/instant-words'
import { useText } from '@/components/messages/use-text'
import { classes } from '@/components/ui/classes'
import { Quantity } from '@/components/ui/quantity'
import { StateBadge } from '@/components/ui/state-badge'
import { READINESS_STATES } from '@/lib/contract/readiness'

const ROW_PX = 52

const features = tableFeatures({
  columnVisibilityFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric, basic: sortFn_basic },
})
const helper = createColumnHelper<typeof features, FleetRow>()
const last = { sortUndefined: 'last' } as const
const columns = helper.columns([
  helper.accessor('name', { id: 'name', sortFn: 'alphanumeric' }),
  helper.accessor((row) => (row.state === undefined ? undefined : READINESS_STATES.indexOf(row.state)), {
    id: 'state',
    sortFn: 'basic',
    ...last,
  }),
  helper.accessor('leavesAt', { id: 'leaves', sortFn: 'basic', ...last }),
  helper.accessor('plate', { id: 'plate', sortFn: 'alphanumeric', ...last }),
  helper.accessor('model', { id: 'model', sortFn: 'alphanumeric', ...last }),
  helper.accessor('batterykWh', { id: 'battery', sortFn: 'basic', ...last }),
  helper.accessor('maxPowerkW', { id: 'power', sortFn: 'basic', ...last }),
  helper.accessor('ports', { id: 'ports', sortFn: 'alphanumeric' }),
  helper.accessor((row) => (row.scheduling ? 1 : 0), { id: 'scheduling', sortFn: 'basic' }),
])

type FleetTableProps = {
  rows: FleetRow[]
  hidden: ReadonlySet<FleetColumn>
  sort: { column: FleetColumn; descending: boolean }
  onSort: (sort: { column: FleetColumn; descending: boolean }) => void
  hrefOf: (vehicleId: string) => string
  now: number
  reading: Reading
}

/** The fleet as a table: sorted by a press on a heading, a row's whole width leads to the vehicle. */
export function FleetTable({ rows, hidden, sort, onSort, hrefOf, now, reading }: FleetTableProps) {
  const text = useText()
  const sorting = useMemo<SortingState>(
    () => [{ id: sort.column, desc: sort.descending }],
    [sort.column, sort.descending],
  )
  const columnVisibility = useMemo(() => Object.fromEntries([...hidden].map((column) => [column, false])), [hidden])
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: (row) => row.id,
    state: { sorting, columnVisibility },
  })
  const sorted = table.getRowModel().rows
  const body = useRef<HTMLTableSectionElement>(null)
  const [offset, setOffset] = useState(0)
  useEffect(() => setOffset((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY), [])
  const virtual = useWindowVirtualizer({
    count: sorted.length,
    estimateSize: () => ROW_PX,
    overscan: 12,
    scrollMargin: offset,
  })
  const items = virtual.getVirtualItems()
  const before = (items[0]?.start ?? offset) - offset
  const after = virtual.getTotalSize() - ((items.at(-1)?.end ?? offset) - offset)
  const shownColumns = FLEET_COLUMNS.filter(({ id }) => !hidden.has(id))

  return (
    <table className="w-full text-sm" aria-rowcount={sorted.length + 1}>
      <thead className="border-line border-b bg-sunken text-left text-ink-3 text-xs">
        <tr>
          {shownColumns.map(({ id, label, className, numeric }) => {
            const active = sort.column === id
            const Icon = active ? (sort.descending ? ArrowDown : ArrowUp) : ArrowUpDown
            return (
              <th
                key={id}
                scope="col"
                aria-sort={active ? (sort.descending ? 'descending' : 'ascending') : undefined}
                className={classes('p-0 font-normal', className)}
              >
                <button
                  type="button"
                  onClick={() => onSort({ column: id, descending: active && !sort.descending })}
                  className={classes(
                    'group flex w-full items-center gap-1 px-4 py-2 hover:text-ink',
                    numeric && 'flex-row-reverse',
                    active && 'font-medium text-ink',
                  )}
                >
                  {text(label)}
                  <Icon
                    aria-hidden
                    className={classes(
                      'size-3',
                      !active && 'opacity-0 group-hover:opacity-60 group-focus-visible:opacity-60',
                    )}
                  />
                </button>
              </th>
            )
          })}
        </tr>
      </thead>
      <tbody ref={body}>
        {before > 0 && (
          <tr aria-hidden>
            <td style={{ height: before }} />
          </tr>
        )}
        {items.map(({ index }) => {
          const row = sorted[index]?.original
          if (!row) return null
          return (
            <tr
              key={row.id}
              aria-rowindex={index + 2}
              className="relative h-[52px] border-line/60 border-b last:border-0 hover:bg-sunken"
            >
              {shownColumns.map(({ id, className, numeric }) => (
                <td key={id} className={classes('px-4 py-1.5', className, numeric && 'text-right')}>
                  <FleetCell column={id} row={row} hrefOf={hrefOf} now={now} reading={reading} />
                </td>
              ))}
            </tr>
          )
        })}
        {after > 0 && (
          <tr aria-hidden>
            <td style={{ height: after }} />
          </tr>
        )}
      </tbody>
    </table>
  )
}

type FleetCellProps = { column: FleetColumn; row: FleetRow } & Pick<FleetTableProps, 'hrefOf' | 'now' | 'reading'>

function FleetCell({ column, row, hrefOf, now, reading }: FleetCellProps) {
  const { text } = reading
  switch (column) {
    case 'name':
      return (
        <>
          <Link
            href={hrefOf(row.id)}
            className="block truncate font-semibold outline-offset-2 after:absolute after:inset-0"
          >
            {row.name}
          </Link>
          {row.missing.length > 0 ? (
            <span className="block truncate text-caution text-xs">
              {row.missing
                .map((what) => text(what === 'battery' ? 'fleet.missingBattery' : 'fleet.missingPower'))
                .join(', ')}
            </span>
          ) : (
            <span className="block truncate text-ink-3 text-xs md:hidden">
              {[row.plate, row.model].filter(Boolean).join(' · ')}
            </span>
          )}
        </>
      )
    case 'state':
      return row.state ? (
        <>
          <StateBadge state={row.state} />
          {row.leavesAt !== undefined && (
            <span className="block pl-2 text-ink-2 text-xs sm:hidden">
              {text('fleet.leavesAt', { time: nearDayAndTime(row.leavesAt, now, reading) })}
            </span>
          )}
        </>
      ) : (
        <span className="text-ink-3">—</span>
      )
    case 'leaves':
      return row.leavesAt === undefined ? (
        <span className="text-ink-3">—</span>
      ) : (
        <span className="whitespace-nowrap">{nearDayAndTime(row.leavesAt, now, reading)}</span>
      )
    case 'battery':
      return <Quantity value={row.batterykWh} />
    case 'power':
      return <Quantity value={row.maxPowerkW} />
    case 'scheduling':
      return row.scheduling ? (
        <span className="text-ink-2">{text('fleet.on')}</span>
      ) : (
        <span className="text-muted">{text('fleet.off')}</span>
      )
    default:
      return (
        <span className="text-ink-2">
          {(column === 'plate' ? row.plate : column === 'model' ? row.model : row.ports) || '—'}
        </span>
      )
  }
}
