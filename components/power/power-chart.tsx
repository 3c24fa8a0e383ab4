'use client'

import { type PointerEvent, useId, useMemo, useState } from 'react'
import { TimeAxis, ValueAxis } from '@/components/charts/axes'
import { highestPowerkW, loadPaths, niceScale, peakOf, priceShares } from '@/components/charts/load-series'
import { linearScale, type Scale } from '@/components/charts/time-scale'
import { useWidth } from '@/components/charts/use-width'
import { tickStepHours, zoneTicks } from '@/components/charts/zone-ticks'
import { dayAndTime, type Reading, timeOfDay } from '@/components/format/instant-format'
import { moneyWords, numberWords } from '@/components/format/number-format'
import type { LocationLoad } from '@/lib/contract/location'

const HEIGHT = 380
const STRIP_PX = 14

type Interval = LocationLoad['intervals'][number]
type PowerChartProps = {
  intervals: readonly Interval[]
  from: number
  to: number
  now: number
  withUncontrolled: boolean
  currency?: string
  reading: Reading
  label: string
}

/** The depot's power: base load and vehicles stacked, the limit, what uncontrolled charging would draw, the price below. */
export function PowerChart(props: PowerChartProps) {
  const [ref, width] = useWidth()
  return (
    <div ref={ref} className="relative w-full" style={{ height: HEIGHT }}>
      {width > 0 && <Drawing {...props} width={width} />}
    </div>
  )
}

function Drawing(props: PowerChartProps & { width: number }) {
  const { intervals, from, to, now, withUncontrolled, reading, label, width } = props
  const { text, locale, zone } = reading
  const id = useId()
  const [at, setAt] = useState<number | null>(null)
  const box = { left: 46, right: width - 8, top: 26, bottom: HEIGHT - 44 - STRIP_PX }
  const scale = niceScale(highestPowerkW(intervals, withUncontrolled))
  const x = useMemo(() => linearScale([from, to], [46, width - 8]), [from, to, width])
  const y = useMemo(() => linearScale([0, scale.top], [HEIGHT - 44 - STRIP_PX, 26]), [scale.top])
  const paths = useMemo(() => loadPaths(intervals, { x, y }), [intervals, x, y])
  const prices = useMemo(() => priceShares(intervals), [intervals])
  const ticks = useMemo(
    () => zoneTicks(from, to, zone, tickStepHours((to - from) / Math.max(1, width - 54), 56)),
    [from, to, zone, width],
  )
  const nowX = Math.min(Math.max(x(now), box.left), box.right)
  const point = (event: PointerEvent<SVGSVGElement>) => {
    const time = x.invert(event.clientX - event.currentTarget.getBoundingClientRect().left)
    setAt(time >= from && time < to ? time : null)
  }
  const pointed =
    at === null ? undefined : intervals.find((one) => Date.parse(one.from) <= at && at < Date.parse(one.to))
  return (
    <>
      <svg
        width={width}
        height={HEIGHT}
        role="img"
        aria-label={label}
        className="touch-pan-y"
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => setAt(null)}
      >
        <title>{label}</title>
        <defs>
          <pattern id={`${id}-plan`} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(35)">
            <rect width={6} height={6} fill="var(--chart-ev)" fillOpacity={0.32} />
            <rect width={2} height={6} fill="var(--chart-ev)" fillOpacity={0.8} />
          </pattern>
        </defs>
        <TimeAxis ticks={ticks} x={x} box={{ ...box, bottom: box.bottom + STRIP_PX }} reading={reading} />
        <ValueAxis ticks={scale.ticks} y={y} box={box} unit="kW" side="left" locale={locale} lines />
        <path d={paths.ev} fill={`url(#${id}-plan)`} />
        <path d={paths.measured} fill="var(--chart-ev)" />
        <path d={paths.base} fill="var(--chart-base)" />
        <path d={paths.total} fill="none" stroke="var(--chart-ev)" strokeWidth={2} />
        <path d={paths.wasPlanned} fill="none" stroke="var(--ink)" strokeWidth={1.25} strokeDasharray="4 2" />
        {withUncontrolled && (
          <path
            d={paths.uncontrolled}
            fill="none"
            stroke="var(--chart-uncontrolled)"
            strokeWidth={1.5}
            strokeDasharray="2 3"
          />
        )}
        <path d={paths.limit} fill="none" stroke="var(--chart-limit)" strokeWidth={2} strokeDasharray="6 4" />
        <line x1={box.left} x2={box.right} y1={box.bottom} y2={box.bottom} stroke="var(--line-control)" />
        {prices.map((block) => (
          <rect
            key={block.from}
            x={x(Math.max(from, block.from))}
            y={box.bottom + 4}
            width={Math.max(0, x(Math.min(to, block.to)) - x(Math.max(from, block.from)))}
            height={STRIP_PX - 5}
            fill="var(--chart-price)"
            fillOpacity={0.15 + 0.85 * block.share}
          />
        ))}
        <PeakMark
          intervals={intervals}
          x={x}
          y={y}
          right={box.right}
          label={(powerkW) => text('power.peakMark', { power: numberWords(powerkW, locale) })}
        />
        {now > from && now < to && (
          <g>
            <line
              x1={nowX}
              x2={nowX}
              y1={box.top - 8}
              y2={box.bottom + STRIP_PX}
              stroke="var(--accent)"
              strokeWidth={2}
            />
            <circle cx={nowX} cy={box.top - 8} r={3.5} fill="var(--accent)" />
          </g>
        )}
        {at !== null && (
          <line x1={x(at)} x2={x(at)} y1={box.top} y2={box.bottom + STRIP_PX} stroke="var(--ink)" strokeOpacity={0.5} />
        )}
      </svg>
      {at !== null && pointed && <Readout {...props} interval={pointed} left={x(at)} />}
    </>
  )
}

type PeakMarkProps = {
  intervals: readonly Interval[]
  x: Scale
  y: Scale
  right: number
  label: (powerkW: number) => string
}

function PeakMark({ intervals, x, y, right, label }: PeakMarkProps) {
  const peak = peakOf(intervals)
  if (!peak || peak.powerkW <= 0) return null
  const atEnd = x(peak.at) > right - 110
  return (
    <g>
      <circle cx={x(peak.at)} cy={y(peak.powerkW)} r={4} fill="var(--surface)" stroke="var(--ink)" strokeWidth={2} />
      <text
        x={x(peak.at) + (atEnd ? -9 : 9)}
        y={y(peak.powerkW) - 8}
        textAnchor={atEnd ? 'end' : 'start'}
        className="font-semibold text-xs"
        fill="var(--ink)"
        stroke="var(--surface)"
        strokeWidth={4}
        paintOrder="stroke"
      >
        {label(peak.powerkW)}
      </text>
    </g>
  )
}

/** What vehicles drew: one line where all of it is planned, else what was measured apart from what was planned. */
function vehicleLines(one: Interval, text: Reading['text'], kw: (value: number) => string): [string, string][] {
  if (one.measuredkW === undefined) return [[text('power.vehiclesPlanned'), kw(one.evPowerkW)]]
  return [
    [text('power.vehiclesMeasured'), kw(one.measuredkW)],
    [text('power.vehiclesPlanned'), kw(one.plannedkW ?? 0)],
  ]
}

function priceWords({ pricePerkWh, priceIsAssumed }: Interval, { text, locale }: Reading, currency?: string): string {
  const price = `${moneyWords(pricePerkWh, locale, currency, 3)}/kWh`
  return priceIsAssumed ? text('power.priceAssumed', { price }) : price
}

function Readout({
  interval,
  left,
  width,
  reading,
  currency,
  withUncontrolled,
}: PowerChartProps & { width: number; interval: Interval; left: number }) {
  const { text, locale } = reading
  const kw = (value: number) => `${numberWords(value, locale)} kW`
  const lines: [string, string][] = [
    [text('power.site'), kw(interval.baseLoadkW + interval.evPowerkW)],
    ...vehicleLines(interval, text, kw),
    [text('power.base'), kw(interval.baseLoadkW)],
    ...(interval.limitkW === undefined ? [] : [[text('power.limit'), kw(interval.limitkW)] satisfies [string, string]]),
    ...(withUncontrolled ? [[text('power.uncontrolled'), kw(interval.uncontrolledkW)] satisfies [string, string]] : []),
    ...(interval.pricePerkWh === undefined
      ? []
      : [[text('power.price'), priceWords(interval, reading, currency)] satisfies [string, string]]),
  ]
  return (
    <div
      className="pointer-events-none absolute top-6 z-10 w-52 rounded-md bg-ink px-3 py-2 text-paper text-xs shadow-2"
      style={{ left: Math.min(Math.max(0, left > width / 2 ? left - 216 : left + 8), width - 208) }}
    >
      <p className="mb-1 font-semibold">
        {dayAndTime(Date.parse(interval.from), reading)} – {timeOfDay(Date.parse(interval.to), reading)}
      </p>
      <dl className="grid grid-cols-[1fr_auto] gap-x-3">
        {lines.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="opacity-80">{name}</dt>
            <dd className="text-right">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
