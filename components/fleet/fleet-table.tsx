'use client'

import {
  columnVisibilityFeature,
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  type SortFn,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react'
import { type KeyboardEvent, useMemo, useRef } from 'react'
import { ChooseAll, ChooseRow } from '@/components/fleet/choose-boxes'
import { chooseAll, chooseRows } from '@/components/fleet/choose-rows'
import { FleetCell } from '@/components/fleet/fleet-cell'
import { FLEET_COLUMNS, type FleetColumn, type FleetSort } from '@/components/fleet/fleet-columns'
import { compareCells, type FleetRow, sortValue } from '@/components/fleet/fleet-rows'
import type { Reading } from '@/components/format/instant-format'
import { useText } from '@/components/messages/use-text'
import { classes } from '@/components/ui/classes'

const ROW_PX = 48
const OVERSCAN_ROWS = 12

const features = tableFeatures({
  columnVisibilityFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
})
const helper = createColumnHelper<typeof features, FleetRow>()
const byPeoplesOrder: SortFn<typeof features, FleetRow> = (a, b, id) => compareCells(a.getValue(id), b.getValue(id))
const columns = helper.columns(
  FLEET_COLUMNS.map(({ id }) =>
    helper.accessor((row) => sortValue(row, id), { id, sortFn: byPeoplesOrder, sortUndefined: 'last' }),
  ),
)

type FleetTableProps = {
  rows: FleetRow[]
  shown: ReadonlySet<FleetColumn>
  sort: FleetSort
  onSort: (sort: FleetSort) => void
  hrefOf: (vehicleId: string) => string
  now: number
  reading: Reading
  /** The rows that are chosen, to change them together; left out: none can be. */
  chosen?: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
}

/** The rows of the fleet in an order; the table and the phones' list share it. */
export function useFleetTable(rows: FleetRow[], shown: ReadonlySet<FleetColumn>, sort: FleetSort) {
  const state = useMemo(
    () => ({
      sorting: [{ id: sort.column, desc: sort.descending }],
      columnVisibility: Object.fromEntries(FLEET_COLUMNS.map(({ id }) => [id, shown.has(id)])),
    }),
    [shown, sort.column, sort.descending],
  )
  return useTable({ features, columns, data: rows, getRowId: ({ id }: FleetRow) => id, state })
}

/**
 * The fleet on a desk: headings sort, a row leads to its vehicle, arrow keys go from row to row, boxes choose rows (with
 * the shift key all from the box before).
 */
export function FleetTable(props: FleetTableProps) {
  const { rows, shown, sort, onSort, hrefOf, now, reading, chosen, onChoose } = props
  const text = useText()
  const anchor = useRef<string | null>(null)
  const table = useFleetTable(rows, shown, sort)
  const sorted = table.getRowModel().rows
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN_ROWS,
    scrollPaddingStart: ROW_PX,
  })
  const items = virtual.getVirtualItems()
  const before = items[0]?.start ?? 0
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  const visible = FLEET_COLUMNS.filter(({ id }) => shown.has(id))

  const ids = () => sorted.map(({ original }) => original.id)
  const choose = (id: string, isRange: boolean) => {
    onChoose(chooseRows(chosen ?? new Set(), ids(), { id, anchor: isRange ? anchor.current : null }))
    anchor.current = id
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null
    const next = row && rowAfter(event.key, Number(row.dataset.row), sorted.length)
    if (next === null) return
    event.preventDefault()
    virtual.scrollToIndex(next)
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-row="${next}"] a`)?.focus())
  }

  return (
    <div
      ref={scroller}
      className="max-h-[calc(100dvh-13rem)] min-h-72 overflow-auto overscroll-contain rounded-lg border border-line bg-surface"
    >
      <table
        aria-rowcount={sorted.length + 1}
        className="w-full table-fixed border-separate border-spacing-0 text-sm"
        style={{ minWidth: `${visible.reduce((sum, { widthRem }) => sum + widthRem, 0)}rem` }}
      >
        <colgroup>
          {visible.map(({ id, widthRem }) => (
            <col key={id} style={{ width: `${widthRem}rem` }} />
          ))}
        </colgroup>
        <thead className="text-left text-ink-3 text-xs">
          <tr>
            {visible.map(({ id, label, numeric }) => (
              <th
                key={id}
                scope="col"
                aria-sort={sort.column === id ? (sort.descending ? 'descending' : 'ascending') : undefined}
                className="sticky top-0 z-20 border-line border-b bg-sunken p-0 font-normal first:left-0 first:z-30"
              >
                <div className="flex items-center">
                  {id === 'name' && chosen && (
                    <ChooseAll
                      className="mr-1.5 ml-4"
                      all={rows.length}
                      chosen={chosen.size}
                      onPress={() => onChoose(chooseAll(chosen, ids()))}
                    />
                  )}
                  <SortButton
                    label={text(label)}
                    numeric={numeric}
                    direction={sort.column === id ? (sort.descending ? 'down' : 'up') : null}
                    onPress={() => onSort({ column: id, descending: sort.column === id && !sort.descending })}
                  />
                </div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown}>
          <Gap height={before} />
          {items.map(({ index }) => {
            const row = sorted[index]?.original
            if (!row) return null
            return (
              <tr key={row.id} data-row={index} aria-rowindex={index + 2} className="group relative h-12">
                {visible.map(({ id, numeric }) => {
                  const Cell = id === 'name' ? 'th' : 'td'
                  return (
                    <Cell
                      key={id}
                      scope={id === 'name' ? 'row' : undefined}
                      className={classes(
                        'border-line/60 border-b bg-surface px-3 py-0 font-normal first:sticky first:left-0 first:z-10 first:pl-4 group-last:border-b-0 group-hover:bg-sunken',
                        numeric ? 'pr-5 text-right' : 'text-left',
                      )}
                    >
                      {id === 'name' && chosen ? (
                        <div className="flex items-center gap-3">
                          <ChooseRow
                            name={row.name}
                            chosen={chosen.has(row.id)}
                            onPress={(isRange) => choose(row.id, isRange)}
                          />
                          <div className="min-w-0">
                            <FleetCell column={id} row={row} href={hrefOf(row.id)} now={now} reading={reading} />
                          </div>
                        </div>
                      ) : (
                        <FleetCell column={id} row={row} href={hrefOf(row.id)} now={now} reading={reading} />
                      )}
                    </Cell>
                  )
                })}
              </tr>
            )
          })}
          <Gap height={after} />
        </tbody>
      </table>
    </div>
  )
}

/** The room of the rows that are not drawn. */
function Gap({ height }: { height: number }) {
  return height > 0 ? (
    <tr aria-hidden>
      <td style={{ height }} />
    </tr>
  ) : null
}

function rowAfter(key: string, row: number, count: number): number | null {
  const next = { ArrowDown: row + 1, ArrowUp: row - 1, Home: 0, End: count - 1 }[key]
  return next === undefined || next < 0 || next >= count ? null : next
}

type SortButtonProps = { label: string; numeric?: boolean; direction: 'up' | 'down' | null; onPress: () => void }

function SortButton({ label, numeric, direction, onPress }: SortButtonProps) {
  const Icon = direction === 'up' ? ArrowUp : direction === 'down' ? ArrowDown : ArrowUpDown
  return (
    <button
      type="button"
      onClick={onPress}
      className={classes(
        'group/sort flex h-9 w-full items-center gap-1 whitespace-nowrap px-3 -outline-offset-2 hover:text-ink in-[th:first-child]:pl-4',
        numeric && 'flex-row-reverse pr-5',
        direction && 'font-medium text-ink',
      )}
    >
      {label}
      <Icon
        aria-hidden
        className={classes(
          'size-3 shrink-0',
          !direction && 'opacity-0 group-hover/sort:opacity-60 group-focus-visible/sort:opacity-60',
        )}
      />
    </button>
  )
}
