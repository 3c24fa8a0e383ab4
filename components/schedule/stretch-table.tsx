'use client'

import { dayOf, type Reading, timeOfDay } from '@/components/format/instant-format'
import { numberWords } from '@/components/format/number-format'
import { daysBetween } from '@/components/format/zone'
import { useText } from '@/components/messages/use-text'
import { PHASE_COLORS } from '@/components/schedule/phase-looks'
import type { ScheduleSeries } from '@/components/schedule/schedule-series'
import { stretchReason, stretchWords } from '@/components/schedule/stretch-format'
import { classes } from '@/components/ui/classes'

/** The chart as a table: for screen readers, and for copying. */
export function StretchTable({
  series,
  reading,
  caption,
}: {
  series: ScheduleSeries
  reading: Reading
  caption: string
}) {
  const text = useText()
  const { locale } = reading
  const right = 'px-2 py-1.5 text-right whitespace-nowrap'
  const explained = series.stretches.some(({ reason }) => reason !== undefined)
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead className="border-line border-b text-ink-3 text-xs">
          <tr>
            <th scope="col" className="py-1.5 pr-2 text-left font-normal">
              {text('schedule.columns.time')}
            </th>
            <th scope="col" className="px-2 py-1.5 text-left font-normal">
              {text('schedule.columns.what')}
            </th>
            {explained && (
              <th scope="col" className="hidden px-2 py-1.5 text-left font-normal sm:table-cell">
                {text('schedule.columns.why')}
              </th>
            )}
            <th scope="col" className={classes(right, 'font-normal')}>
              kW
            </th>
            <th scope="col" className={classes(right, 'hidden font-normal sm:table-cell')}>
              kWh
            </th>
            <th scope="col" className={classes(right, 'pr-0 font-normal')}>
              {text('schedule.columns.soc')}
            </th>
          </tr>
        </thead>
        <tbody>
          {series.stretches.map((one, index) => {
            const before = series.stretches[index - 1]
            const why = stretchReason(one, reading)
            const newDay = !before || daysBetween(before.from, one.from, reading.zone) !== 0
            return (
              <tr
                key={one.from}
                className={classes('border-line/60 border-b align-baseline last:border-0', one.past && 'text-ink-2')}
              >
                <th scope="row" className="whitespace-nowrap py-1.5 pr-2 text-left font-medium">
                  {newDay && <span className="block font-normal text-ink-3 text-xs">{dayOf(one.from, reading)}</span>}
                  {timeOfDay(one.from, reading)} – <span className="max-sm:block">{timeOfDay(one.to, reading)}</span>
                </th>
                <td className="px-2 py-1.5">
                  <span
                    aria-hidden
                    className={classes(
                      'mr-2 inline-block size-2.5 rounded-[3px] align-baseline',
                      !one.past && 'opacity-60',
                    )}
                    style={{ background: one.powerkW > 0 ? PHASE_COLORS[one.phase] : 'var(--chart-base)' }}
                  />
                  {stretchWords(one, series.maxPowerkW, reading)}
                  {why && <span className="block text-pretty text-ink-3 text-xs sm:hidden">{why}</span>}
                </td>
                {explained && <td className="hidden text-pretty px-2 py-1.5 text-ink-2 sm:table-cell">{why ?? '—'}</td>}
                <td className={right}>{numberWords(one.powerkW, locale, 1)}</td>
                <td className={classes(right, 'hidden sm:table-cell')}>{numberWords(one.energykWh, locale, 1)}</td>
                <td className={classes(right, 'pr-0')}>
                  {numberWords(one.startSoc, locale)} › {numberWords(one.endSoc, locale)}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
