'use client'

import { useXAxisScale, useYAxisScale } from 'recharts'

type TargetFlagProps = { at: number; target: number; words: string }

/** The target as a flag at the departure. */
export function TargetFlag({ at, target, words }: TargetFlagProps) {
  const x = useXAxisScale()?.(at)
  const y = useYAxisScale('right')?.(target)
  if (x === undefined || y === undefined) return null
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
        {words} %
      </text>
    </g>
  )
}
