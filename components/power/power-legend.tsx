'use client'

import { ChartLegend, type Hidden, type LegendEntry } from '@/components/charts/chart-legend'
import { useText } from '@/components/messages/use-text'
import type { LocationLoad } from '@/lib/contract/location'

type PowerLegendProps = {
  load: LocationLoad
  withUncontrolled: boolean
  hidden: Hidden
  onToggle: (key: string) => void
}

/** What the power chart's colours and lines mean; of what is not drawn, nothing. */
export function PowerLegend({ load, withUncontrolled, hidden, onToggle }: PowerLegendProps) {
  const text = useText()
  const has = (name: keyof LocationLoad['intervals'][number]) =>
    load.intervals.some((interval) => interval[name] !== undefined)
  const dashes = (color: string) => <span className={`w-4 border-t border-dashed ${color}`} />
  const entries: (LegendEntry | false)[] = [
    has('measuredkW') && {
      key: 'measured',
      words: text('power.vehiclesMeasured'),
      sign: <span className="size-2.5 rounded-[3px] bg-chart-ev" />,
    },
    has('measuredkW') && { key: 'wasPlanned', words: text('power.wasPlanned'), sign: dashes('border-ink') },
    {
      key: 'planned',
      words: text('power.vehiclesPlanned'),
      sign: <span className="hatched size-2.5 rounded-[3px] text-chart-ev" />,
    },
    { key: 'base', words: text('power.base'), sign: <span className="size-2.5 rounded-[3px] bg-chart-base" /> },
    has('limitkW') && { key: 'limit', words: text('power.limit'), sign: dashes('border-t-2 border-chart-limit') },
    withUncontrolled && {
      words: text('power.uncontrolled'),
      sign: <span className="w-4 border-ink-3 border-t-2 border-dotted" />,
    },
    has('pricePerkWh') && {
      key: 'price',
      words: text('power.priceStrip'),
      sign: <span className="h-2 w-4 rounded-[2px] bg-chart-price" />,
    },
    has('priceIsAssumed') && { words: text('power.someAssumed'), sign: null },
  ]
  return <ChartLegend entries={entries.filter((one) => one !== false)} hidden={hidden} onToggle={onToggle} />
}
