'use client'

import { type PointerEvent, useId, useMemo, useState } from 'react'
import { TimeAxis, ValueAxis } from '@/components/charts/axes'
import { niceScale } from '@/components/charts/load-series'
import { linearScale } from '@/components/charts/time-scale'
import { useWidth } from '@/components/charts/use-width'
import { tickStepHours, zoneTicks } from '@/components/charts/zone-ticks'
import type { Reading } from '@/components/format/instant-format'
import { numberWords } from '@/components/format/number-format'
import { Mark, SocLine, Stretch, TargetFlag } from '@/components/schedule/chart-marks'
import { ChartReadout } from '@/components/schedule/chart-readout'
import { PHASE_COLORS } from '@/components/schedule/phase-looks'
import { type ScheduleSeries, stretchAt } from '@/components/schedule/schedule-series'
import { StepSlider } from '@/components/schedule/step-slider'

const HEIGHT = 300
const SOC_TICKS = [0, 25, 50, 75, 100]

type ScheduleChartProps = { series: ScheduleSeries; now: number; reading: Reading; label: string }

/**
 * A schedule's power in steps, coloured by phase, and its state of charge on the second axis. What happened is solid,
 * what is planned hatched. Pointed at, or stepped through by arrow keys, each stretch tells its reason; the table below says
 * the same in words.
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
  const [pointed, setPointed] = useState<number | null>(null)
  const [step, setStep] = useState<number | null>(null)
  const stepped = step === null ? undefined : series.stretches[step]
  const at = pointed ?? stepped?.from ?? null
  const shown = at === null ? undefined : stretchAt(series.stretches, at)
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
  const point = (event: PointerEvent<HTMLDivElement>) => {
    const time = x.invert(event.clientX - event.currentTarget.getBoundingClientRect().left)
    setPointed(time >= series.from && time <= series.to ? time : null)
  }
  return (
    <div
      className="relative touch-pan-y rounded-sm outline-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-4"
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={({ pointerType }) => pointerType === 'mouse' && setPointed(null)}
    >
      <svg width={width} height={HEIGHT} role="img" aria-label={label} className="block">
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
        {shown && (
          <rect
            x={x(shown.from)}
            y={box.top}
            width={Math.max(1, x(shown.to) - x(shown.from))}
            height={box.bottom - box.top}
            fill="var(--ink)"
            fillOpacity={0.06}
            stroke="var(--ink)"
            strokeOpacity={0.5}
          />
        )}
        {at !== null && (
          <line x1={x(at)} x2={x(at)} y1={box.top} y2={box.bottom} stroke="var(--ink)" strokeOpacity={0.7} />
        )}
      </svg>
      <StepSlider
        series={series}
        step={step}
        onStep={(next) => {
          setStep(next)
          setPointed(null)
        }}
        first={Math.max(
          0,
          series.stretches.findIndex(({ from, to }) => from <= now && now < to),
        )}
        reading={reading}
      />
      {at !== null && (
        <ChartReadout
          stretch={shown}
          at={at}
          left={x(at)}
          width={width}
          reading={reading}
          maxPowerkW={series.maxPowerkW}
        />
      )}
    </div>
  )
}
