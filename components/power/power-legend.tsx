'use client'

import type { ReactNode } from 'react'
import { useText } from '@/components/messages/use-text'
import type { LocationLoad } from '@/lib/contract/location'

/** What the power chart's colours and lines mean; of what is not drawn, nothing. */
export function PowerLegend({ load, withUncontrolled }: { load: LocationLoad; withUncontrolled: boolean }) {
  const text = useText()
  const has = (name: keyof LocationLoad['intervals'][number]) =>
    load.intervals.some((interval) => interval[name] !== undefined)
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-ink-2 text-xs">
      {has('measuredkW') && (
        <>
          <Entry sign={<span className="size-2.5 rounded-[3px] bg-chart-ev" />}>{text('power.vehiclesMeasured')}</Entry>
          <Entry sign={<span className="w-4 border-ink border-t border-dashed" />}>{text('power.wasPlanned')}</Entry>
        </>
      )}
      <Entry sign={<span className="hatched size-2.5 rounded-[3px] text-chart-ev" />}>
        {text('power.vehiclesPlanned')}
      </Entry>
      <Entry sign={<span className="size-2.5 rounded-[3px] bg-chart-base" />}>{text('power.base')}</Entry>
      {has('limitkW') && (
        <Entry sign={<span className="w-4 border-chart-limit border-t-2 border-dashed" />}>{text('power.limit')}</Entry>
      )}
      {withUncontrolled && (
        <Entry sign={<span className="w-4 border-ink-3 border-t-2 border-dotted" />}>
          {text('power.uncontrolled')}
        </Entry>
      )}
      {has('pricePerkWh') && (
        <Entry sign={<span className="h-2 w-4 rounded-[2px] bg-chart-price" />}>{text('power.priceStrip')}</Entry>
      )}
      {has('priceIsAssumed') && <li>{text('power.someAssumed')}</li>}
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
