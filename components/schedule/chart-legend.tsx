'use client'

import type { ReactNode } from 'react'
import { useText } from '@/components/messages/use-text'
import { PHASE_COLORS } from '@/components/schedule/phase-looks'
import type { Phase, ScheduleSeries } from '@/components/schedule/schedule-series'

/** What the chart draws of this schedule and nothing else: the phases that occur, what is solid, hatched, dotted, shaded. */
export function ChartLegend({ series }: { series: ScheduleSeries }) {
  const text = useText()
  const { stretches, deadline, to, minimumSoc } = series
  const phases = [
    ...new Set(stretches.filter(({ powerkW }) => powerkW > 0).map(({ phase }) => phase)),
  ] satisfies Phase[]
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-ink-2 text-xs">
      {phases.map((phase) => (
        <Entry key={phase} words={text(`phase.${phase}`)}>
          <span className="size-2.5 rounded-[3px]" style={{ background: PHASE_COLORS[phase] }} />
        </Entry>
      ))}
      {stretches.some(({ endSoc }) => endSoc !== undefined) && (
        <Entry words={text('schedule.socLine')}>
          <span className="h-0.5 w-4 rounded-full bg-chart-soc" />
        </Entry>
      )}
      {minimumSoc !== undefined && minimumSoc > 0 && (
        <Entry words={text('schedule.minimumLine')}>
          <span className="w-4 border-chart-soc border-t border-dotted" />
        </Entry>
      )}
      {stretches.some(({ past }) => past) && (
        <Entry words={text('schedule.happened')}>
          <span className="size-2.5 rounded-[3px] bg-ink-3" />
        </Entry>
      )}
      {stretches.some(({ past }) => !past) && (
        <Entry words={text('schedule.planned')}>
          <span className="hatched size-2.5 rounded-[3px] text-ink-3" />
        </Entry>
      )}
      {deadline < to && (
        <Entry words={text('schedule.margin')}>
          <span className="size-2.5 rounded-[3px] border border-line bg-muted-soft" />
        </Entry>
      )}
    </ul>
  )
}

function Entry({ words, children }: { words: string; children: ReactNode }) {
  return (
    <li className="flex items-center gap-1.5">
      <span aria-hidden className="inline-flex">
        {children}
      </span>
      {words}
    </li>
  )
}
