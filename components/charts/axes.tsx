import type { Scale } from '@/components/charts/time-scale'
import type { Tick } from '@/components/charts/zone-ticks'
import { dayOf, type Reading, timeOfDay } from '@/components/format/instant-format'
import { numberWords } from '@/components/format/number-format'

type Box = { left: number; right: number; top: number; bottom: number }

/** Times along the bottom, the day at each midnight, and faint lines up the chart. */
export function TimeAxis({ ticks, x, box, reading }: { ticks: readonly Tick[]; x: Scale; box: Box; reading: Reading }) {
  return (
    <g aria-hidden className="text-2xs">
      {ticks.map(({ at, midnight }) => (
        <g key={at} transform={`translate(${x(at)} 0)`}>
          <line
            y1={box.top}
            y2={box.bottom}
            stroke={midnight ? 'var(--line-control)' : 'var(--chart-grid)'}
            strokeOpacity={midnight ? 0.6 : 1}
          />
          <text y={box.bottom + 16} textAnchor="middle" fill="var(--ink-3)">
            {timeOfDay(at, reading)}
          </text>
          {midnight && (
            <text y={box.bottom + 30} textAnchor="middle" fill="var(--ink-2)" fontWeight={600}>
              {dayOf(at, reading)}
            </text>
          )}
        </g>
      ))}
      <line x1={box.left} x2={box.right} y1={box.bottom} y2={box.bottom} stroke="var(--line-control)" />
    </g>
  )
}

type ValueAxisProps = {
  ticks: readonly number[]
  y: Scale
  box: Box
  unit: string
  side: 'left' | 'right'
  locale: string
  lines?: boolean
  color?: string
}

/** Values along a side, the unit once, at the top. */
export function ValueAxis({ ticks, y, box, unit, side, locale, lines, color = 'var(--ink-3)' }: ValueAxisProps) {
  const place = side === 'left' ? box.left - 8 : box.right + 8
  const anchor = side === 'left' ? 'end' : 'start'
  return (
    <g aria-hidden className="text-2xs">
      {ticks.map((value) => (
        <g key={value}>
          {lines && value > 0 && (
            <line x1={box.left} x2={box.right} y1={y(value)} y2={y(value)} stroke="var(--chart-grid)" />
          )}
          <text x={place} y={y(value) + 4} textAnchor={anchor} fill={color}>
            {numberWords(value, locale, Number.isInteger(value) ? 0 : 1)}
          </text>
        </g>
      ))}
      <text x={place} y={box.top - 8} textAnchor={anchor} fill={color} fontWeight={600}>
        {unit}
      </text>
    </g>
  )
}
