'use client'

import type { ReactNode } from 'react'
import type { Reading } from '@/components/format/instant-format'
import type { LabelKey } from '@/components/messages/text'
import { useText } from '@/components/messages/use-text'
import { BOARD_COLUMNS, DepartureRow } from '@/components/readiness/departure-row'
import { needsAttention } from '@/components/readiness/needs-attention'
import { classes } from '@/components/ui/classes'
import type { Departure } from '@/lib/contract/readiness'

const COLUMNS: readonly LabelKey[] = [
  'readiness.columns.state',
  'readiness.columns.vehicle',
  'readiness.columns.leaves',
  'readiness.columns.block',
  'readiness.columns.soc',
  'readiness.columns.plan',
]

type ListProps = {
  departures: readonly Departure[]
  /** Whether a plan is on its way, for which some only wait. */
  planning: boolean
  now: number
  reading: Reading
  onOpen: (scheduleId: string) => void
  /** What can be done about a departure that falls short; the same function as long as it gives the same. */
  renderFixes: (departure: Departure) => ReactNode
}

/** The departures in two groups: what needs attention, and what is well. */
export function DepartureList({ departures, planning, ...row }: ListProps) {
  const text = useText()
  const groups = [
    {
      title: text('readiness.needsAttentionShort'),
      departures: departures.filter((one) => needsAttention(one, planning)),
    },
    { title: text('readiness.next'), departures: departures.filter((one) => !needsAttention(one, planning)) },
  ].filter((group) => group.departures.length > 0)
  return (
    <div className="flex flex-col gap-6">
      {groups.map((group, index) => (
        <section key={group.title}>
          <h2 className="mb-2 flex items-baseline gap-2 px-1 font-semibold text-ink-2 text-sm">
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
            </div>
            <ul className="flex flex-col gap-px bg-line">
              {group.departures.map((departure) => (
                <DepartureRow key={departure.schedule.id} departure={departure} {...row} />
              ))}
            </ul>
          </div>
        </section>
      ))}
    </div>
  )
}
