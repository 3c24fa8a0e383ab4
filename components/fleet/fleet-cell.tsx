'use client'

import { TriangleAlert } from 'lucide-react'
import type { FleetColumn } from '@/components/fleet/fleet-columns'
import type { FleetRow } from '@/components/fleet/fleet-rows'
import { nearDayAndTime, type Reading } from '@/components/format/instant-format'
import { numberWords } from '@/components/format/number-format'
import { PageLink } from '@/components/ui/page-link'
import { StateBadge } from '@/components/ui/state-badge'

type FleetCellProps = { column: FleetColumn; row: FleetRow; href: string; now: number; reading: Reading }

/** One cell of the fleet's table; the name's link covers its row. */
export function FleetCell({ column, row, href, now, reading }: FleetCellProps) {
  const { text, locale } = reading
  const none = text('unknown')
  switch (column) {
    case 'name':
      return <NameCell row={row} href={href} reading={reading} />
    case 'state':
      return row.state ? <StateBadge state={row.state} /> : <span className="text-ink-3">{none}</span>
    case 'leaves':
      return <Words>{row.leavesAt === undefined ? none : nearDayAndTime(row.leavesAt, now, reading)}</Words>
    case 'battery':
      return numberWords(row.batterykWh, locale, digitsOf(row.batterykWh))
    case 'power':
      return numberWords(row.maxPowerkW, locale, digitsOf(row.maxPowerkW))
    case 'consumption':
      return numberWords(row.consumption, locale)
    case 'pauses':
      return <Words>{text(row.pauses ? 'fleet.yes' : 'fleet.no')}</Words>
    default:
      return <Words>{row[column] || none}</Words>
  }
}

function Words({ children }: { children: string }) {
  return (
    <span title={children} className="block truncate text-ink-2">
      {children}
    </span>
  )
}

function NameCell({ row, href, reading }: Pick<FleetCellProps, 'row' | 'href' | 'reading'>) {
  return (
    <>
      <PageLink href={href} className="block truncate font-semibold -outline-offset-2 after:absolute after:inset-0">
        {row.name}
      </PageLink>
      <WhyUnplanned row={row} reading={reading} />
    </>
  )
}

/** Why a vehicle cannot be planned, beside its name: in two words, which a column has room for. */
export function WhyUnplanned({ row, reading }: Pick<FleetCellProps, 'row' | 'reading'>) {
  if (!row.reason) return null
  return (
    <span title={reading.text(`reason.${row.reason}`)} className="flex items-center gap-1 text-caution text-xs">
      <TriangleAlert aria-hidden className="size-3 shrink-0" />
      <span className="md:truncate">{reading.text(`fleet.unplanned.${row.reason}`)}</span>
    </span>
  )
}

function digitsOf(value: number | undefined): number {
  return value === undefined || Number.isInteger(value) ? 0 : 1
}
