'use client'

import dynamic from 'next/dynamic'
import { ChartLegend, type LegendEntry, useHidden } from '@/components/charts/chart-legend'
import type { Reading } from '@/components/format/instant-format'
import type { Text } from '@/components/messages/text'
import { PHASE_COLORS } from '@/components/schedule/phase-looks'
import type { ScheduleSeries } from '@/components/schedule/schedule-series'

const ScheduleChart = dynamic(
  () => import('@/components/schedule/schedule-chart').then((module) => module.ScheduleChart),
  { ssr: false, loading: () => <div className="h-[300px]" /> },
)

type ScheduleFigureProps = { series: ScheduleSeries; now: number; reading: Reading; label: string }

/** The power/SoC chart with its legend. */
export function ScheduleFigure({ series, ...chart }: ScheduleFigureProps) {
  const [hidden, toggle] = useHidden()
  return (
    <figure className="flex flex-col gap-2">
      <ScheduleChart series={series} hidden={hidden} {...chart} />
      <figcaption>
        <ChartLegend entries={legendOf(series, chart.reading.text)} hidden={hidden} onToggle={toggle} />
      </figcaption>
    </figure>
  )
}

/** What the chart draws of this schedule and nothing else: the phases that occur, what is solid, hatched, dotted, shaded. */
function legendOf({ stretches, deadline, to, minimumSoc }: ScheduleSeries, text: Text): LegendEntry[] {
  const phases = [...new Set(stretches.filter(({ powerkW }) => powerkW > 0).map(({ phase }) => phase))]
  const entries: (LegendEntry | false)[] = [
    ...phases.map((phase) => ({
      key: phase,
      words: text(`phase.${phase}`),
      sign: <span className="size-2.5 rounded-[3px]" style={{ background: PHASE_COLORS[phase] }} />,
    })),
    stretches.some(({ endSoc }) => endSoc !== undefined) && {
      key: 'soc',
      words: text('schedule.socLine'),
      sign: <span className="h-0.5 w-4 rounded-full bg-chart-soc" />,
    },
    minimumSoc !== undefined &&
      minimumSoc > 0 && {
        words: text('schedule.minimumLine'),
        sign: <span className="w-4 border-chart-soc border-t border-dotted" />,
      },
    stretches.some(({ past }) => past) && {
      words: text('schedule.happened'),
      sign: <span className="size-2.5 rounded-[3px] bg-ink-3" />,
    },
    stretches.some(({ past }) => !past) && {
      words: text('schedule.planned'),
      sign: <span className="hatched size-2.5 rounded-[3px] text-ink-3" />,
    },
    deadline < to && {
      words: text('schedule.margin'),
      sign: <span className="size-2.5 rounded-[3px] border border-line bg-muted-soft" />,
    },
  ]
  return entries.filter((one) => one !== false)
}
