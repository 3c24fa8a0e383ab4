'use client'

import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts'
import type { peakOf, priceShares } from '@/components/charts/load-series'
import type { Reading } from '@/components/format/instant-format'
import { numberWords } from '@/components/format/number-format'

type PriceStripProps = { prices: ReturnType<typeof priceShares>; from: number; to: number; height: number }

/** The price below the chart: the deeper the colour the dearer. */
export function PriceStrip({ prices, from, to, height }: PriceStripProps) {
  const plot = usePlotArea()
  const x = useXAxisScale()
  if (!plot || !x) return null
  return prices
    .filter((one) => one.to > from && one.from < to)
    .map((one) => {
      const [left = 0, right = 0] = [x(Math.max(from, one.from)), x(Math.min(to, one.to))]
      return (
        <rect
          key={one.from}
          x={left}
          y={plot.y + plot.height + 4}
          width={Math.max(0, right - left)}
          height={height}
          fill="var(--chart-price)"
          fillOpacity={0.15 + 0.85 * one.share}
        />
      )
    })
}

type PeakMarkProps = { peak: ReturnType<typeof peakOf>; from: number; to: number; reading: Reading }

const LABEL_PX = 110

/** The highest quarter-hour, where it is in sight. */
export function PeakMark({ peak, from, to, reading: { text, locale } }: PeakMarkProps) {
  const plot = usePlotArea()
  const x = useXAxisScale()
  const y = useYAxisScale('left')
  if (!plot || !x || !y || !peak || peak.powerkW <= 0 || peak.at < from || peak.at >= to) return null
  const [left = 0, top = 0] = [x(peak.at), y(peak.powerkW)]
  const atEnd = left > plot.x + plot.width - LABEL_PX
  return (
    <g className="pointer-events-none">
      <circle cx={left} cy={top} r={4} fill="var(--surface)" stroke="var(--ink)" strokeWidth={2} />
      <text
        x={left + (atEnd ? -9 : 9)}
        y={top - 8}
        textAnchor={atEnd ? 'end' : 'start'}
        className="font-semibold text-xs"
        fill="var(--ink)"
        stroke="var(--surface)"
        strokeWidth={4}
        paintOrder="stroke"
      >
        {text('power.peakMark', { power: numberWords(peak.powerkW, locale) })}
      </text>
    </g>
  )
}
