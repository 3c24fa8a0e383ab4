'use client'

import { type ReactNode, useMemo } from 'react'
import { zoneTicks } from '@/components/charts/zone-ticks'
import { type Reading, timeOfDay } from '@/components/format/instant-format'
import type { LabelKey } from '@/components/messages/text'
import { useText } from '@/components/messages/use-text'
import { BOARD_COLUMNS, DepartureRow } from '@/components/readiness/departure-row'
import { needsAttention } from '@/components/readiness/needs-attention'
import { classes } from '@/components/ui/classes'
import type { Departure } from '@/lib/contract/readiness'
import { HOUR_MS } from '@/lib/time/interval'

const COLUMNS: readonly LabelKey[] = [
  'readiness.columns.state',
  'readiness.columns.vehicle',
  'readiness.columns.leaves',
  'readiness.columns.block',
  'readiness.columns.soc',
]

/** So many labels have room above the strips. */
const LABELS = 3

type ListProps = {
  departures: readonly Departure[]
  /** Whether a plan is on its way, for which some only wait. */
  planning: boolean
  now: number
  reading: Reading
  dense: boolean
  /** How far the board looks ahead: the strips of all rows show that time. */
  hours: number
  onOpen: (scheduleId: string) => void
  /** What can be done about a departure that falls short; the same function as long as it gives the same. */
  renderFixes: (departure: Departure) => ReactNode
}

/** The departures in two groups: what needs attention, and what is well. */
export function DepartureList({ departures, planning, hours, ...row }: ListProps) {
  const text = useText()
  const from = Math.floor(row.now / HOUR_MS - 1) * HOUR_MS
  const to = from + (hours + 2) * HOUR_MS
  const scale = useMemo(() => ({ from, to }), [from, to])
  const ranged = departures.some(({ predictedRangekm }) => predictedRangekm !== undefined)
  const groups = [
    {
      title: text('readiness.needsAttentionShort'),
      departures: departures.filter((one) => needsAttention(one, planning)),
    },
    { title: text('readiness.next'), departures: departures.filter((one) => !needsAttention(one, planning)) },
  ].filter((group) => group.departures.length > 0)
  return (
    <div className="flex flex-col gap-4">
      {groups.map((group, index) => (
        <section key={group.title}>
          <h2 className="mb-1.5 flex items-baseline gap-2 px-1 font-semibold text-ink-2 text-sm">
            {group.title}
            <span className="font-normal text-ink-3">{group.departures.length}</span>
          </h2>
          <div className="overflow-hidden rounded-lg border border-line">
            <div
              aria-hidden
              className={classes(
                'hidden border-line border-b bg-sunken px-4 py-1.5 text-ink-3 text-xs',
                BOARD_COLUMNS,
                index > 0 && 'xl:hidden',
              )}
            >
              {COLUMNS.map((column) => (
                <span key={column}>{text(column)}</span>
              ))}
              <ScaleLabels {...scale} reading={row.reading} />
            </div>
            <ul className="rows-in-sight flex flex-col gap-px bg-line">
              {group.departures.map((departure) => (
                <DepartureRow
                  key={departure.schedule.id}
                  departure={departure}
                  scale={scale}
                  ranged={ranged}
                  {...row}
                />
              ))}
            </ul>
          </div>
        </section>
      ))}
    </div>
  )
}

/** The hours of the strips, where they stand in each of them. */
function ScaleLabels({ from, to, reading }: { from: number; to: number; reading: Reading }) {
  const stepHours = [2, 3, 6, 12, 24].find((step) => (to - from) / (step * HOUR_MS) <= LABELS + 1) ?? 24
  const ticks = zoneTicks(from, to, reading.zone, stepHours)
  return (
    <span className="relative block h-4">
      {ticks.map(({ at }) => (
        <span
          key={at}
          className="absolute -translate-x-1/2 tabular-nums"
          style={{ left: `${((at - from) / (to - from)) * 100}%` }}
        >
          {timeOfDay(at, reading)}
        </span>
      ))}
    </span>
  )
}
