import { type Reading, timeOfDay } from '@/components/format/instant-format'
import { numberWords } from '@/components/format/number-format'
import { type PowerStretch, socAt } from '@/components/schedule/schedule-series'
import { stretchSentence } from '@/components/schedule/stretch-format'

const WIDTH = 232

type ReadoutProps = {
  stretch: PowerStretch | undefined
  at: number
  /** Where the cursor stands, and how wide the chart is, in pixels. */
  left: number
  width: number
  reading: Reading
  maxPowerkW: number
}

/** What the chart says at its cursor: time, power and charge, and why it is so. It keeps beside the cursor. */
export function ChartReadout({ stretch, at, left, width, reading, maxPowerkW }: ReadoutProps) {
  const { locale } = reading
  const soc = stretch && socAt(stretch, at)
  const beside = left > width / 2 ? left - WIDTH - 8 : left + 8
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute top-1 z-10 rounded-md bg-ink px-2.5 py-1.5 text-paper text-xs shadow-2"
      style={{ width: WIDTH, left: Math.min(Math.max(0, beside), Math.max(0, width - WIDTH)) }}
    >
      <p className="flex justify-between gap-3 font-semibold">
        <span>{timeOfDay(at, reading)}</span>
        <span>{stretch ? `${numberWords(stretch.powerkW, locale)} kW` : '—'}</span>
        <span>{soc === undefined ? '—' : `${numberWords(soc, locale, 1)} %`}</span>
      </p>
      {stretch && <p className="mt-0.5 text-pretty opacity-85">{stretchSentence(stretch, maxPowerkW, reading)}</p>}
    </div>
  )
}
