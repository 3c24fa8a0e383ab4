'use client'

import { CartesianGrid, ReferenceLine, usePlotArea, XAxis, YAxis } from 'recharts'
import type { Tick } from '@/components/charts/zone-ticks'
import { dayOf, type Reading, timeOfDay } from '@/components/format/instant-format'
import { numberWords } from '@/components/format/number-format'

type TimeAxisProps = {
  ticks: readonly Tick[]
  from: number
  to: number
  reading: Reading
  /** Room in pixels between the chart and its times. */
  gap?: number
}

/** Times along the bottom, the day at each midnight, and faint lines up the chart. */
export function TimeAxis({ ticks, from, to, reading, gap = 0 }: TimeAxisProps) {
  const midnights = ticks.filter(({ midnight }) => midnight).map(({ at }) => at)
  return (
    <>
      <CartesianGrid yAxisId="left" stroke="var(--chart-grid)" />
      <XAxis
        type="number"
        dataKey="at"
        domain={[from, to]}
        allowDataOverflow
        ticks={ticks.map(({ at }) => at)}
        interval={0}
        height={36 + gap}
        axisLine={{ stroke: 'var(--line-control)' }}
        tickLine={false}
        tick={({ x, y, payload: { value } }) => (
          <g aria-hidden className="text-2xs" transform={`translate(${x} ${y})`}>
            <text y={gap + 10} textAnchor="middle" fill="var(--ink-3)">
              {timeOfDay(value, reading)}
            </text>
            {midnights.includes(value) && (
              <text y={gap + 24} textAnchor="middle" fill="var(--ink-2)" fontWeight={600}>
                {dayOf(value, reading)}
              </text>
            )}
          </g>
        )}
      />
      {midnights.map((at) => (
        <ReferenceLine key={at} x={at} yAxisId="left" stroke="var(--line-control)" strokeOpacity={0.6} />
      ))}
    </>
  )
}

type ValueAxisProps = {
  side: 'left' | 'right'
  unit: string
  top: number
  ticks: readonly number[]
  locale: string
  width?: number
  color?: string
}

/** Values along a side, the unit once, at the top. The axis is named after its side. */
export function ValueAxis({ side, unit, top, ticks, locale, width = 46, color = 'var(--ink-3)' }: ValueAxisProps) {
  return (
    <>
      <YAxis
        yAxisId={side}
        orientation={side}
        domain={[0, top]}
        ticks={[...ticks]}
        interval={0}
        width={width}
        axisLine={false}
        tickLine={false}
        tick={({ x, y, textAnchor, payload: { value } }) => (
          <text aria-hidden className="text-2xs" x={x} y={Number(y) + 4} textAnchor={textAnchor} fill={color}>
            {numberWords(value, locale, Number.isInteger(value) ? 0 : 1)}
          </text>
        )}
      />
      <Unit side={side} color={color}>
        {unit}
      </Unit>
    </>
  )
}

function Unit({ side, color, children }: { side: 'left' | 'right'; color: string; children: string }) {
  const plot = usePlotArea()
  if (!plot) return null
  return (
    <text
      aria-hidden
      className="text-2xs"
      x={side === 'left' ? plot.x - 8 : plot.x + plot.width + 8}
      y={plot.y - 8}
      textAnchor={side === 'left' ? 'end' : 'start'}
      fill={color}
      fontWeight={600}
    >
      {children}
    </text>
  )
}

/** The present. */
export function NowLine({ now }: { now: number }) {
  return (
    <ReferenceLine
      x={now}
      yAxisId="left"
      stroke="var(--accent)"
      strokeWidth={2}
      label={({ viewBox: { x, y } }: { viewBox: { x: number; y: number } }) => (
        <circle cx={x} cy={y - 4} r={3.5} fill="var(--accent)" />
      )}
    />
  )
}
