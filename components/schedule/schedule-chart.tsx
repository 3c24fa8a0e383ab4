'use client'

import { type PointerEvent, useId, useMemo, useState } from 'react'
import { Area, ComposedChart, DefaultZIndexes, Line, ReferenceArea, ReferenceLine, ZIndexLayer } from 'recharts'
import { NowLine, TimeAxis, ValueAxis } from '@/components/charts/chart-axes'
import type { Hidden } from '@/components/charts/chart-legend'
import { Hatch } from '@/components/charts/hatch'
import { niceScale } from '@/components/charts/load-series'
import { linearScale } from '@/components/charts/time-scale'
import { useWidth } from '@/components/charts/use-width'
import { tickStepHours, zoneTicks } from '@/components/charts/zone-ticks'
import type { Reading } from '@/components/format/instant-format'
import { numberWords } from '@/components/format/number-format'
import { TargetFlag } from '@/components/schedule/chart-marks'
import { ChartReadout } from '@/components/schedule/chart-readout'
import { PHASE_COLORS } from '@/components/schedule/phase-looks'
import { type Part, partOf, scheduleRows } from '@/components/schedule/schedule-rows'
import { type PowerStretch, type ScheduleSeries, stretchAt } from '@/components/schedule/schedule-series'
import { StepSlider } from '@/components/schedule/step-slider'

const HEIGHT = 300
const AXIS_PX = 40
const MARGIN = { top: 26, right: 0, bottom: 0, left: 0 }
const SOC_TICKS = [0, 25, 50, 75, 100]

type ScheduleChartProps = { series: ScheduleSeries; now: number; hidden: Hidden; reading: Reading; label: string }

/**
 * A schedule's power in steps, coloured by phase, and its state of charge on the second axis. What happened is solid,
 * what is planned hatched. Pointed at, or stepped through by arrow keys, each stretch tells its reason; the table below says
 * the same in words.
 */
export function ScheduleChart(props: ScheduleChartProps) {
  const [ref, width] = useWidth()
  return (
    <div ref={ref} className="relative w-full" style={{ height: HEIGHT }}>
      {width > 0 && <Pointed {...props} width={width} />}
    </div>
  )
}

/** The chart with its cursor, which follows the pointer, or the arrow keys from stretch to stretch. */
function Pointed(props: ScheduleChartProps & { width: number }) {
  const { series, now, reading, width } = props
  const [pointed, setPointed] = useState<number | null>(null)
  const [step, setStep] = useState<number | null>(null)
  const stepped = step === null ? undefined : series.stretches[step]
  const at = pointed ?? stepped?.from ?? null
  const shown = at === null ? undefined : stretchAt(series.stretches, at)
  const x = linearScale([series.from, series.to], [AXIS_PX, width - AXIS_PX])
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
      <Drawing {...props} at={at} shown={shown} />
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

type DrawingProps = ScheduleChartProps & { width: number; at: number | null; shown: PowerStretch | undefined }

function Drawing({ series, now, hidden, reading, label, width, at, shown }: DrawingProps) {
  const { text, locale, zone } = reading
  const id = useId()
  const { from, to, deadline, stretches, minimumSoc } = series
  const rows = useMemo(() => scheduleRows(stretches), [stretches])
  const power = niceScale(series.maxPowerkW, 3)
  const ticks = useMemo(
    () => zoneTicks(from, to, zone, tickStepHours((to - from) / Math.max(1, width - 2 * AXIS_PX), 56)),
    [from, to, zone, width],
  )
  const parts = new Map(stretches.map((one) => [partOf(one.phase, one), one]))
  return (
    <ComposedChart
      width={width}
      height={HEIGHT}
      data={rows}
      margin={MARGIN}
      accessibilityLayer={false}
      role="img"
      title={label}
    >
      <defs>
        {Object.entries(PHASE_COLORS).map(([phase, color]) => (
          <Hatch key={phase} id={`${id}-${phase}`} color={color} />
        ))}
      </defs>
      <TimeAxis ticks={ticks} from={from} to={to} reading={reading} />
      <ValueAxis side="left" unit="kW" top={power.top} ticks={power.ticks} locale={locale} width={AXIS_PX} />
      <ValueAxis
        side="right"
        unit="%"
        top={100}
        ticks={SOC_TICKS}
        locale={locale}
        width={AXIS_PX}
        color="var(--chart-soc)"
      />
      {deadline < to && (
        <ReferenceArea x1={deadline} x2={to} yAxisId="left" fill="var(--muted-soft)" fillOpacity={1} zIndex={0} />
      )}
      {[...parts].map(
        ([part, { phase, past }]) =>
          !hidden.has(phase) && (
            <Area
              key={part}
              type="stepAfter"
              yAxisId="left"
              dataKey={part}
              stroke={PHASE_COLORS[phase]}
              strokeWidth={2}
              fill={past ? PHASE_COLORS[phase] : `url(#${id}-${phase})`}
              fillOpacity={1}
              isAnimationActive={false}
              activeDot={false}
            />
          ),
      )}
      <ReferenceLine
        y={series.maxPowerkW}
        yAxisId="left"
        stroke="var(--ink-3)"
        strokeDasharray="2 4"
        label={{
          value: text('schedule.maximum', { power: numberWords(series.maxPowerkW, locale) }),
          position: 'insideBottomLeft',
          fill: 'var(--ink-3)',
          className: 'text-2xs',
        }}
      />
      {minimumSoc !== undefined && minimumSoc > 0 && (
        <ReferenceLine y={minimumSoc} yAxisId="right" stroke="var(--chart-soc)" strokeDasharray="1 4" />
      )}
      {!hidden.has('soc') && (['soc-past', 'soc-planned'] as const).flatMap(socLines)}
      <ReferenceLine x={to} yAxisId="left" stroke="var(--ink)" strokeWidth={2} />
      <ZIndexLayer zIndex={DefaultZIndexes.label}>
        <TargetFlag at={to} target={series.targetSoc} words={numberWords(series.targetSoc, locale)} />
      </ZIndexLayer>
      {now > from && now < to && <NowLine now={now} />}
      {shown && (
        <ReferenceArea
          x1={shown.from}
          x2={shown.to}
          yAxisId="left"
          fill="var(--ink)"
          fillOpacity={0.06}
          stroke="var(--ink)"
          strokeOpacity={0.5}
        />
      )}
      {at !== null && <ReferenceLine x={at} yAxisId="left" stroke="var(--ink)" strokeOpacity={0.7} />}
    </ComposedChart>
  )
}

/** The state of charge, solid as it was and dotted as it is planned, on a line of the ground's colour that sets it off. */
function socLines(part: Extract<Part, `soc-${string}`>) {
  const line = { type: 'linear', yAxisId: 'right', dataKey: part, dot: false, isAnimationActive: false } as const
  return [
    <Line key={`${part}-ground`} {...line} stroke="var(--surface)" strokeWidth={5.5} activeDot={false} />,
    <Line
      key={part}
      {...line}
      stroke="var(--chart-soc)"
      strokeWidth={2.5}
      strokeLinecap="round"
      strokeDasharray={part === 'soc-planned' ? '1 5' : undefined}
      activeDot={false}
    />,
  ]
}
