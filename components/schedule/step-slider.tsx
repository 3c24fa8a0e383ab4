import { type Reading, timeOfDay } from '@/components/format/instant-format'
import type { ScheduleSeries } from '@/components/schedule/schedule-series'
import { stretchSentence } from '@/components/schedule/stretch-format'

type StepSliderProps = {
  series: ScheduleSeries
  /** The stretch that the cursor stands on, or null while nobody is here. */
  step: number | null
  onStep: (step: number | null) => void
  /** Where the cursor comes in. */
  first: number
  reading: Reading
}

/** The chart's keyboard: one stop whose arrow keys go from stretch to stretch, each told in words. Seen is the chart. */
export function StepSlider({ series, step, onStep, first, reading }: StepSliderProps) {
  const { text } = reading
  const current = step ?? first
  const stretch = series.stretches[current]
  if (!stretch) return null
  const words = text('schedule.step', {
    from: timeOfDay(stretch.from, reading),
    to: timeOfDay(stretch.to, reading),
    power: stretch.powerkW,
    sentence: stretchSentence(stretch, series.maxPowerkW, reading),
  })
  return (
    <input
      type="range"
      className="sr-only"
      aria-label={text('schedule.chartSteps')}
      aria-valuetext={words}
      min={0}
      max={series.stretches.length - 1}
      step={1}
      value={current}
      onChange={(event) => onStep(Number(event.currentTarget.value))}
      onFocus={() => onStep(current)}
      onBlur={() => onStep(null)}
    />
  )
}
