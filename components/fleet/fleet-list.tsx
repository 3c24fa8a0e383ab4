'use client'

import { ChooseAll, ChooseRow } from '@/components/fleet/choose-boxes'
import { chooseAll, chooseRows } from '@/components/fleet/choose-rows'
import { WhyUnplanned } from '@/components/fleet/fleet-cell'
import type { FleetColumn, FleetSort } from '@/components/fleet/fleet-columns'
import type { FleetRow } from '@/components/fleet/fleet-rows'
import { useFleetTable } from '@/components/fleet/fleet-table'
import { nearDayAndTime, type Reading } from '@/components/format/instant-format'
import { numberWords } from '@/components/format/number-format'
import { PageLink } from '@/components/ui/page-link'
import { StateBadge } from '@/components/ui/state-badge'

type FleetListProps = {
  rows: FleetRow[]
  sort: FleetSort
  hrefOf: (vehicleId: string) => string
  now: number
  reading: Reading
  /** The vehicles that are ticked; undefined: none can be. */
  chosen: ReadonlySet<string> | undefined
  onChoose: (ids: ReadonlySet<string>) => void
}

const NO_COLUMNS: ReadonlySet<FleetColumn> = new Set()

/** The fleet on a phone: a card a vehicle. What is far off the screen is not laid out. */
export function FleetList({ rows, sort, hrefOf, now, reading, chosen, onChoose }: FleetListProps) {
  const { text, locale } = reading
  const table = useFleetTable(rows, NO_COLUMNS, sort)
  const ids = rows.map(({ id }) => id)
  const list = (
    <ul className="rows-in-sight flex flex-col gap-px overflow-hidden rounded-lg border border-line bg-line">
      {table.getRowModel().rows.map(({ original: row }) => (
        <li key={row.id} className="relative flex items-center gap-3 bg-surface px-4 py-2.5 active:bg-sunken">
          {chosen && (
            <ChooseRow
              name={row.name}
              chosen={chosen.has(row.id)}
              onPress={() => onChoose(chooseRows(chosen, ids, { id: row.id, anchor: null }))}
            />
          )}
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-baseline gap-x-2">
              <PageLink
                href={hrefOf(row.id)}
                className="truncate font-semibold outline-offset-2 after:absolute after:inset-0"
              >
                {row.name}
              </PageLink>
              {row.plate && <span className="shrink-0 text-ink-3 text-sm">{row.plate}</span>}
            </p>
            {row.reason ? (
              <WhyUnplanned row={row} reading={reading} />
            ) : (
              <p className="flex flex-wrap gap-x-2 text-ink-2 text-sm">
                <span className="whitespace-nowrap">
                  {text('fleet.capacity', {
                    battery: numberWords(row.batterykWh, locale),
                    power: numberWords(row.maxPowerkW, locale),
                  })}
                </span>
                {row.model && <span className="text-ink-3">{row.model}</span>}
              </p>
            )}
          </div>
          <div className="shrink-0 text-right">
            {row.state && <StateBadge state={row.state} />}
            {row.leavesAt !== undefined && (
              <p className="mt-0.5 text-ink-2 text-xs">
                {text('fleet.leavesAt', { time: nearDayAndTime(row.leavesAt, now, reading) })}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
  if (!chosen) return list
  return (
    <>
      <div className="flex min-h-11 items-center gap-3 px-4 text-ink-2 text-sm">
        <ChooseAll all={rows.length} chosen={chosen.size} onPress={() => onChoose(chooseAll(chosen, ids))} />
        <span aria-hidden>{text('bulk.chooseAll')}</span>
      </div>
      {list}
    </>
  )
}
