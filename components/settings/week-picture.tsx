'use client'

import { Area, CartesianGrid, ComposedChart, Tooltip, XAxis, YAxis } from 'recharts'
import { useWidth } from '@/components/charts/use-width'
import { useLocale, useText } from '@/components/messages/use-text'
import { DAY_MINUTES, WEEK_MINUTES, type WeekRow, weekRows } from '@/components/settings/week-rows'
import type { WeekSlot } from '@/components/settings/week-slots'
import { WEEKDAYS } from '@/lib/contract/enumerations'

const HEIGHT = 140
const AXIS_PX = 46
const MARGIN = { top: 8, right: 4, bottom: 0, left: 0 }

type WeekPictureProps = { name: string; unit: string; slots: readonly WeekSlot[] }

/** A week at a glance: the value over its hours, in steps; nothing where none is entered. */
export function WeekPicture(props: WeekPictureProps) {
  const [ref, width] = useWidth()
  return (
    <div ref={ref} className="w-full" style={{ height: HEIGHT }}>
      {width > 0 && <Drawing {...props} width={width} />}
    </div>
  )
}

function Drawing({ name, unit, slots, width }: WeekPictureProps & { width: number }) {
  const text = useText()
  const locale = useLocale()
  const rows = weekRows(slots)
  const values = rows.flatMap(({ value = [] }) => value)
  const words = (value: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(value)
  const label =
    values.length > 0
      ? text('week.picture', {
          name,
          from: `${words(Math.min(...values))} ${unit}`,
          to: `${words(Math.max(...values))} ${unit}`,
        })
      : text('week.pictureEmpty', { name })
  const noons = WEEKDAYS.map((_day, index) => (index + 0.5) * DAY_MINUTES)
  return (
    <ComposedChart width={width} height={HEIGHT} data={rows} margin={MARGIN} accessibilityLayer title={label}>
      <CartesianGrid
        stroke="var(--chart-grid)"
        verticalCoordinatesGenerator={({ offset: { left = 0, width: inner = 0 } }) =>
          WEEKDAYS.map((_day, index) => left + (inner * index) / WEEKDAYS.length)
        }
      />
      <XAxis
        type="number"
        dataKey="at"
        domain={[0, WEEK_MINUTES]}
        ticks={noons}
        interval={0}
        height={20}
        axisLine={{ stroke: 'var(--line-control)' }}
        tickLine={false}
        tick={({ x, y, payload: { value } }) => (
          <text aria-hidden className="text-2xs" x={x} y={Number(y) + 8} textAnchor="middle" fill="var(--ink-3)">
            {text(`day.${WEEKDAYS[Math.floor(value / DAY_MINUTES)] ?? 'MO'}`)}
          </text>
        )}
      />
      <YAxis
        domain={[Math.min(0, ...values), 'auto']}
        tickCount={4}
        width={AXIS_PX}
        axisLine={false}
        tickLine={false}
        tick={({ x, y, payload: { value } }) => (
          <text aria-hidden className="text-2xs" x={x} y={Number(y) + 4} textAnchor="end" fill="var(--ink-3)">
            {words(value)}
          </text>
        )}
      />
      <Area
        type="stepAfter"
        dataKey="value"
        stroke="var(--accent)"
        strokeWidth={2}
        fill="var(--accent)"
        fillOpacity={0.25}
        isAnimationActive={false}
        activeDot={false}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: 'var(--ink)', strokeOpacity: 0.5 }}
        content={({ active, payload }) => {
          const row: WeekRow | undefined = payload[0]?.payload
          if (!active || !row) return null
          const { day, from, to, value } = row.step.slot
          return (
            <p role="status" className="rounded-md bg-ink px-2.5 py-1.5 text-paper text-xs shadow-2">
              {`${text(`day.${day}`)} ${text('time.range', { from, to })}: ${words(value)} ${unit}`}
            </p>
          )
        }}
      />
    </ComposedChart>
  )
}
