import type { Scale } from '@/components/charts/time-scale'
import { PHASE_COLORS } from '@/components/schedule/phase-looks'
import type { PowerStretch, ScheduleSeries } from '@/components/schedule/schedule-series'

/** A stretch of charging: its power as an area, its edge in its phase's colour. */
export function Stretch({
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

/** The state of charge: solid as it was, dotted as it is planned. */
export function SocLine({ series, x, y }: { series: ScheduleSeries; x: Scale; y: Scale }) {
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

/** A level across the chart with its name. */
export function Mark({
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

/** The target as a flag at the departure. */
export function TargetFlag({ x, y, target }: { x: number; y: number; target: string }) {
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
