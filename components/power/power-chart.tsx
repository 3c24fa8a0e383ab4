'use client'

import { useId, useMemo, useState } from 'react'
import { Area, Brush, ComposedChart, DefaultZIndexes, Line, Tooltip, ZIndexLayer } from 'recharts'
import { NowLine, TimeAxis, ValueAxis } from '@/components/charts/chart-axes'
import type { Hidden } from '@/components/charts/chart-legend'
import { Hatch } from '@/components/charts/hatch'
import { highestPowerkW, type LoadRow, loadRows, niceScale, peakOf, priceShares } from '@/components/charts/load-series'
import { useWidth } from '@/components/charts/use-width'
import { tickStepHours, zoneTicks } from '@/components/charts/zone-ticks'
import type { Reading } from '@/components/format/instant-format'
import { PeakMark, PriceStrip } from '@/components/power/power-marks'
import { PowerReadout } from '@/components/power/power-readout'
import type { LocationLoad } from '@/lib/contract/location'

const HEIGHT = 420
const STRIP_PX = 14
const BRUSH_PX = 26
const AXIS_PX = 46
const MARGIN = { top: 26, right: 10, bottom: 4, left: 0 }

type PowerChartProps = {
  intervals: LocationLoad['intervals']
  from: number
  to: number
  now: number
  withUncontrolled: boolean
  hidden: Hidden
  currency?: string
  reading: Reading
  label: string
}

/** The depot's power: base load and vehicles stacked, the limit, what uncontrolled charging would draw, the price below. */
export function PowerChart(props: PowerChartProps) {
  const [ref, width] = useWidth()
  return (
    <div ref={ref} className="w-full" style={{ height: HEIGHT }}>
      {width > 0 && <Drawing {...props} width={width} />}
    </div>
  )
}

function Drawing(props: PowerChartProps & { width: number }) {
  const { intervals, now, withUncontrolled, hidden, currency, reading, label, width } = props
  const { text, locale, zone } = reading
  const hatch = `${useId()}-planned`
  const rows = useMemo(() => loadRows(intervals), [intervals])
  const prices = useMemo(() => priceShares(intervals), [intervals])
  const scale = niceScale(highestPowerkW(intervals, withUncontrolled))
  const { from, to, brush } = useBrushed(rows, props)
  const ticks = useMemo(
    () => zoneTicks(from, to, zone, tickStepHours((to - from) / Math.max(1, width - AXIS_PX), 56)),
    [from, to, zone, width],
  )
  const step = { type: 'stepAfter', yAxisId: 'left', isAnimationActive: false, activeDot: false } as const
  const line = { ...step, dot: false, strokeWidth: 2 } as const
  const area = { ...step, stroke: 'none', fillOpacity: 1 } as const
  return (
    <ComposedChart width={width} height={HEIGHT} data={rows} margin={MARGIN} accessibilityLayer title={label}>
      <defs>
        <Hatch id={hatch} color="var(--chart-ev)" />
      </defs>
      <TimeAxis ticks={ticks} from={from} to={to} reading={reading} gap={STRIP_PX} />
      <ValueAxis side="left" unit="kW" top={scale.top} ticks={scale.ticks} locale={locale} width={AXIS_PX} />
      {!hidden.has('base') && <Area {...area} dataKey="base" fill="var(--chart-base)" />}
      {!hidden.has('planned') && <Area {...area} dataKey="planned" fill={`url(#${hatch})`} />}
      {!hidden.has('measured') && <Area {...area} dataKey="measured" fill="var(--chart-ev)" />}
      {!hidden.has('planned') && !hidden.has('measured') && <Line {...line} dataKey="site" stroke="var(--chart-ev)" />}
      {!hidden.has('wasPlanned') && (
        <Line {...line} dataKey="wasPlanned" stroke="var(--ink)" strokeWidth={1.25} strokeDasharray="4 2" />
      )}
      {withUncontrolled && (
        <Line
          {...line}
          dataKey="uncontrolled"
          stroke="var(--chart-uncontrolled)"
          strokeWidth={1.5}
          strokeDasharray="2 3"
        />
      )}
      {!hidden.has('limit') && <Line {...line} dataKey="limit" stroke="var(--chart-limit)" strokeDasharray="6 4" />}
      {!hidden.has('price') && <PriceStrip prices={prices} from={from} to={to} height={STRIP_PX - 5} />}
      {now > from && now < to && <NowLine now={now} />}
      <ZIndexLayer zIndex={DefaultZIndexes.label}>
        <PeakMark peak={peakOf(intervals)} from={from} to={to} reading={reading} />
      </ZIndexLayer>
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: 'var(--ink)', strokeOpacity: 0.5 }}
        content={({ active, payload }) => {
          const row: LoadRow | undefined = payload[0]?.payload
          if (!active || !row) return null
          return <PowerReadout step={row.step} {...{ reading, currency, withUncontrolled }} />
        }}
      />
      <Brush
        {...brush}
        dataKey="at"
        height={BRUSH_PX}
        travellerWidth={10}
        stroke="var(--line-control)"
        fill="var(--sunken)"
        ariaLabel={text('power.brush')}
        // The axis above tells the times; here they would stand beyond the edge.
        tickFormatter={() => ''}
      />
    </ComposedChart>
  )
}

/**
 * The part of the time that its reader has chosen below the chart. It is kept as times: another reading of the same hours
 * may have other points.
 */
function useBrushed(rows: readonly LoadRow[], whole: { from: number; to: number }) {
  const [chosen, setChosen] = useState<{ from: number; to: number } | null>(null)
  const { from, to } = chosen && chosen.from < whole.to && chosen.to > whole.from ? chosen : whole
  const startIndex = Math.max(
    0,
    rows.findIndex(({ at }) => at >= from),
  )
  const endIndex = Math.max(
    startIndex,
    rows.findLastIndex(({ at }) => at <= to),
  )
  const onChange = (next: { startIndex?: number; endIndex?: number }) => {
    const [first, last] = [rows[next.startIndex ?? 0], rows[next.endIndex ?? rows.length - 1]]
    if (first && last && last.at > first.at) setChosen({ from: first.at, to: last.at })
  }
  return {
    from: rows[startIndex]?.at ?? from,
    to: rows[endIndex]?.at ?? to,
    brush: { startIndex, endIndex, onChange },
  }
}
