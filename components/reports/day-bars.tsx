import { niceScale } from '@/components/charts/load-series'
import { dayOf, type Reading } from '@/components/format/instant-format'
import { numberWords } from '@/components/format/number-format'
import { classes } from '@/components/ui/classes'

/** A day's bar: a solid part, what is hatched above it, and a line to compare with. */
export type DayBar = { at: number; solid: number; total: number; compared: number }

type DayBarsProps = { title: string; bars: readonly DayBar[]; reading: Reading }

/** So many labels have room below the bars; half of them on a phone. */
const LABELS = 8

/** A bar a day. Its table says the same, so that it is a picture only; its widths follow screen and paper. */
export function DayBars({ title, bars, reading }: DayBarsProps) {
  const { top, ticks } = niceScale(Math.max(...bars.map(({ total, compared }) => Math.max(total, compared)), 1), 4)
  const every = Math.ceil(bars.length / LABELS)
  /** A label begins at its bar and is about as wide as those until the next: the last ones have no room for theirs. */
  const hasLabel = (index: number, step: number) => index % step === 0 && bars.length - index >= step
  const share = (value: number) => `${(Math.max(0, value) / top) * 100}%`
  return (
    <figure className="min-w-0 flex-1 break-inside-avoid [print-color-adjust:exact]">
      <figcaption className="mb-2 font-medium text-ink-2 text-xs">{title}</figcaption>
      <div aria-hidden className="relative ml-12 h-40 border-line-control border-b">
        {ticks.map((tick) => (
          <div key={tick} className="absolute inset-x-0 border-line border-t" style={{ bottom: share(tick) }}>
            <span className="absolute -top-2 right-full pr-2 text-2xs text-ink-3">
              {numberWords(tick, reading.locale, Number.isInteger(tick) ? 0 : 1)}
            </span>
          </div>
        ))}
        <div className="absolute inset-0 flex items-end gap-px px-0.5">
          {bars.map(({ at, solid, total, compared }) => (
            <div key={at} className="relative h-full min-w-0 flex-1">
              <span className="hatched absolute inset-x-0 bottom-0 text-chart-ev" style={{ height: share(total) }} />
              <span className="absolute inset-x-0 bottom-0 bg-chart-ev" style={{ height: share(solid) }} />
              <span
                className="absolute inset-x-0 border-ink border-t-2 border-dotted"
                style={{ bottom: share(compared) }}
              />
            </div>
          ))}
        </div>
      </div>
      <div aria-hidden className="ml-12 flex px-0.5 text-2xs text-ink-3">
        {bars.map(({ at }, index) => (
          <span key={at} className="min-w-0 flex-1 whitespace-nowrap pt-1">
            {hasLabel(index, every) && (
              <span className={classes('block w-0', !hasLabel(index, 2 * every) && 'max-sm:hidden')}>
                {dayOf(at, reading)}
              </span>
            )}
          </span>
        ))}
      </div>
    </figure>
  )
}
