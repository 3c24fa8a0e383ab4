'use client'

import { useText } from '@/components/messages/use-text'
import { PHASE_COLORS } from '@/components/schedule/phase-looks'
import type { Phase, ScheduleSeries } from '@/components/schedule/schedule-series'

/** The phases that occur, and what solid and hatched mean. */
export function ChartLegend({ series }: { series: ScheduleSeries }) {
  const text = useText()
  const phases = [
    ...new Set(series.stretches.filter(({ powerkW }) => powerkW > 0).map(({ phase }) => phase)),
  ] satisfies Phase[]
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-ink-2 text-xs">
      {phases.map((phase) => (
        <li key={phase} className="flex items-center gap-1.5">
          <span aria-hidden className="size-2.5 rounded-[3px]" style={{ background: PHASE_COLORS[phase] }} />
          {text(`phase.${phase}`)}
        </li>
      ))}
      <li className="flex items-center gap-1.5">
        <span aria-hidden className="h-0.5 w-4 rounded-full bg-chart-soc" />
        {text('schedule.socLine')}
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden className="size-2.5 rounded-[3px] bg-ink-3" />
        {text('schedule.happened')}
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden className="hatched size-2.5 rounded-[3px] text-ink-3" />
        {text('schedule.planned')}
      </li>
    </ul>
  )
}
