'use client'

import { type PointerEvent, useId, useMemo, useState } from 'react'
import { TimeAxis, ValueAxis } from '@/components/charts/axes'
import { niceScale } from '@/components/charts/load-series'
import { linearScale, type Scale } from '@/components/charts/time-scale'
import { useWidth } from '@/components/charts/use-width'
import { tickStepHours, zoneTicks } from '@/components/charts/zone-ticks'
import { type Reading, timeOfDay } from '@/components/format/instant-words'
import { numberWords } from '@/components/format/number-words'
import { PHASE_COLORS } from '@/components/schedule/phase-looks'
import { type PowerStretch, type ScheduleSeries, socAt, stretchAt } from '@/components/schedule/schedule-series'
import { stretchWords } from '@/components/schedule/stretch-words'

const HEIGHT = 300
const SOC_TICKS = [0, 25, 50, 75, 100]

type ScheduleChartProps = { series: ScheduleSeries; now: number; reading: Reading; label: string }

/**
 * A schedule's power in steps, coloured by phase, and its state of charge on the second axis. What happened is solid,
 * what is planned hatched. The table beside it says the same in words.
 */
export function ScheduleChart({ series, now, reading, label }: ScheduleChartProps) {
  const [ref, width] = useWidth()
  return (
    <div ref={ref} className="relative w-full" style={{ height: HEIGHT }}>
      {width > 0 && <Drawing series={series} now={now} reading={reading} label={label} width={width} />}
    </div>
  )
}

function Drawing({ series, now, reading, label, width }: ScheduleChartProps & { width: number }) {
  const { text, locale, zone } = reading
  const id = useId()
  const [at, setAt] = useState<number | null>(null)
  const box = { left: 40, right: width - 40, top: 26, bottom: HEIGHT - 40 }
  const power = niceScale(series.maxPowerkW, 3)
  const x = linearScale([series.from, series.to], [box.left, box.right])
  const y = linearScale([0, power.top], [box.bottom, box.top])
  const ySoc = linearScale([0, 100], [box.bottom, box.top])
  const ticks = useMemo(
    () =>
      zoneTicks(series.from, series.to, zone, tickStepHours((series.to - series.from) / Math.max(1, width - 80), 56)),
    [series, zone, width],
  )
  const point = (event: PointerEvent<SVGSVGElement>) => {
    const place = event.clientX - event.currentTarget.getBoundingClientRect().left
    const time = x.invert(place)
    setAt(time >= series.from && time <= series.to ? time : null)
  }
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
          {Object.entries(PHASE_COLORS).map(([phase, color]) => (
            <pattern
              key={phase}
              id={`${id}-${phase}`}
              width={6}
              height={6}
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(35)"
            >
              <rect width={6} height={6} fill={color} fillOpacity={0.28} />
              <rect width={2} height={6} fill={color} fillOpacity={0.85} />
            </pattern>
          ))}
        </defs>
        <TimeAxis ticks={ticks} x={x} box={box} reading={reading} />
        <ValueAxis ticks={power.ticks} y={y} box={box} unit="kW" side="left" locale={locale} lines />
        <ValueAxis
          ticks={SOC_TICKS}
          y={ySoc}
          box={box}
          unit="%"
          side="right"
          locale={locale}
          color="var(--chart-soc)"
        />
        <rect
          x={x(series.deadline)}
          y={box.top}
          width={Math.max(0, x(series.to) - x(series.deadline))}
          height={box.bottom - box.top}
          fill="var(--muted-soft)"
        />
        {series.stretches.map((one) => (
          <Stretch
            key={one.from}
            stretch={one}
            x={x}
            y={y}
            base={box.bottom}
            fill={one.past ? PHASE_COLORS[one.phase] : `url(#${id}-${one.phase})`}
          />
        ))}
        <Mark
          y={y(series.maxPowerkW)}
          box={box}
          color="var(--ink-3)"
          dash="2 4"
          label={text('schedule.maximum', { power: numberWords(series.maxPowerkW, locale) })}
        />
        {series.minimumSoc !== undefined && series.minimumSoc > 0 && (
          <line
            x1={box.left}
            x2={box.right}
            y1={ySoc(series.minimumSoc)}
            y2={ySoc(series.minimumSoc)}
            stroke="var(--chart-soc)"
            strokeDasharray="1 4"
          />
        )}
        <SocLine series={series} x={x} y={ySoc} />
        <TargetFlag x={x(series.to)} y={ySoc(series.targetSoc)} target={numberWords(series.targetSoc, locale)} />
        <line
          x1={x(series.to)}
          x2={x(series.to)}
          y1={box.top - 4}
          y2={box.bottom}
          stroke="var(--ink)"
          strokeWidth={2}
        />
        {now > series.from && now < series.to && (
          <g>
            <line x1={x(now)} x2={x(now)} y1={box.top - 8} y2={box.bottom} stroke="var(--accent)" strokeWidth={2} />
            <circle cx={x(now)} cy={box.top - 8} r={3.5} fill="var(--accent)" />
          </g>
        )}
        {at !== null && (
          <line x1={x(at)} x2={x(at)} y1={box.top} y2={box.bottom} stroke="var(--ink)" strokeOpacity={0.5} />
        )}
      </svg>
      {at !== null && (
        <Readout
          stretch={stretchAt(series.stretches, at)}
          at={at}
          left={x(at)}
          width={width}
          reading={reading}
          maxPowerkW={series.maxPowerkW}
        />
      )}
    </>
  )
}

function Stretch({
  stretch,
  x,
  y,
  base,
  fill,
}: {
  stretch: PowerStretch
  x: Scale
  y: Scale
  base: number
  fill: string
}) {
  if (stretch.powerkW <= 0) return null
  const top = y(stretch.powerkW)
  return (
    <g>
      <rect
        x={x(stretch.from)}
        y={top}
        width={Math.max(0.5, x(stretch.to) - x(stretch.from))}
        height={base - top}
        fill={fill}
      />
      <line
        x1={x(stretch.from)}
        x2={x(stretch.to)}
        y1={top}
        y2={top}
        stroke={PHASE_COLORS[stretch.phase]}
        strokeWidth={2}
      />
    </g>
  )
}

function SocLine({ series, x, y }: { series: ScheduleSeries; x: Scale; y: Scale }) {
  const points = (past: boolean) =>
    series.stretches
      .filter((one) => one.past === past && one.startSoc !== undefined && one.endSoc !== undefined)
      .map((one) => `M${x(one.from)} ${y(one.startSoc ?? 0)}L${x(one.to)} ${y(one.endSoc ?? 0)}`)
      .join('')
  return (
    <g fill="none" strokeWidth={2.5} strokeLinecap="round">
      <path d={`${points(true)}${points(false)}`} stroke="var(--surface)" strokeWidth={5.5} />
      <path d={points(true)} stroke="var(--chart-soc)" />
      <path d={points(false)} stroke="var(--chart-soc)" strokeDasharray="1 5" />
    </g>
  )
}

function Mark({
  y,
  box,
  color,
  dash,
  label,
}: {
  y: number
  box: { left: number; right: number }
  color: string
  dash: string
  label: string
}) {
  return (
    <g>
      <line x1={box.left} x2={box.right} y1={y} y2={y} stroke={color} strokeDasharray={dash} />
      <text x={box.left + 6} y={y - 5} className="text-2xs" fill={color}>
        {label}
      </text>
    </g>
  )
}

function TargetFlag({ x, y, target }: { x: number; y: number; target: string }) {
  return (
    <g>
      <path d={`M${x} ${y}l-8 -5v10z`} fill="var(--chart-soc)" />
      <line x1={x - 26} x2={x} y1={y} y2={y} stroke="var(--chart-soc)" strokeWidth={2} />
      <text
        x={x - 30}
        y={y + 4}
        textAnchor="end"
        className="font-semibold text-2xs"
        fill="var(--chart-soc)"
        stroke="var(--surface)"
        strokeWidth={3}
        paintOrder="stroke"
      >
        {target} %
      </text>
    </g>
  )
}

type ReadoutProps = {
  stretch: PowerStretch | undefined
  at: number
  left: number
  width: number
  reading: Reading
  maxPowerkW: number
}

function Readout({ stretch, at, left, width, reading, maxPowerkW }: ReadoutProps) {
  const { locale } = reading
  const soc = stretch && socAt(stretch, at)
  return (
    <div
      className="pointer-events-none absolute top-1 z-10 w-48 rounded-md bg-ink px-2.5 py-1.5 text-paper text-xs shadow-2"
      style={{ left: Math.min(Math.max(0, left > width / 2 ? left - 200 : left + 8), width - 192) }}
    >
      <p className="flex justify-between gap-3 font-semibold">
        <span>{timeOfDay(at, reading)}</span>
        <span>{stretch ? `${numberWords(stretch.powerkW, locale)} kW` : '—'}</span>
        <span>{soc === undefined ? '—' : `${numberWords(soc, locale, 1)} %`}</span>
      </p>
      {stretch && <p className="text-pretty opacity-85">{stretchWords(stretch, maxPowerkW, reading)}</p>}
    </div>
  )
}
