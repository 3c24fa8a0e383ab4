'use client'

import type { ReactNode } from 'react'
import { useText } from '@/components/messages/use-text'

/** What the power chart's colours and lines mean. */
export function PowerLegend({ withUncontrolled, withLimit }: { withUncontrolled: boolean; withLimit: boolean }) {
  const text = useText()
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-ink-2 text-xs">
      <Entry sign={<span className="size-2.5 rounded-[3px] bg-chart-ev" />}>{text('power.vehiclesPast')}</Entry>
      <Entry sign={<span className="hatched size-2.5 rounded-[3px] text-chart-ev" />}>
        {text('power.vehiclesPlanned')}
      </Entry>
      <Entry sign={<span className="size-2.5 rounded-[3px] bg-chart-base" />}>{text('power.base')}</Entry>
      {withLimit && (
        <Entry sign={<span className="w-4 border-chart-limit border-t-2 border-dashed" />}>{text('power.limit')}</Entry>
      )}
      {withUncontrolled && (
        <Entry sign={<span className="w-4 border-ink-3 border-t-2 border-dotted" />}>
          {text('power.uncontrolled')}
        </Entry>
      )}
      <Entry sign={<span className="h-2 w-4 rounded-[2px] bg-chart-price" />}>{text('power.priceStrip')}</Entry>
    </ul>
  )
}

function Entry({ sign, children }: { sign: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-center gap-1.5">
      <span aria-hidden className="inline-flex">
        {sign}
      </span>
      {children}
    </li>
  )
}
