'use client'

import { dayAndTime, type Reading, timeOfDay } from '@/components/format/instant-format'
import { moneyWords, numberWords } from '@/components/format/number-format'
import type { LocationLoad } from '@/lib/contract/location'

/** The chart as a table of quarter-hours. */
export function LoadTable({
  load,
  currency,
  reading,
  caption,
}: {
  load: LocationLoad
  currency?: string
  reading: Reading
  caption: string
}) {
  const { text, locale } = reading
  const cell = 'px-3 py-1 text-right'
  const withPrices = load.intervals.some(({ pricePerkWh }) => pricePerkWh !== undefined)
  const priceOf = ({ pricePerkWh, priceIsAssumed }: LocationLoad['intervals'][number]) => {
    const price = moneyWords(pricePerkWh, locale, currency, 3)
    return priceIsAssumed ? text('power.priceAssumed', { price }) : price
  }
  const heads = [
    text('power.site'),
    text('power.base'),
    text('power.vehicles'),
    text('power.vehiclesMeasured'),
    text('power.limit'),
    text('power.uncontrolled'),
  ]
  return (
    <div className="max-h-[32rem] overflow-auto">
      <table className="w-full text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead className="sticky top-0 bg-sunken text-ink-3 text-xs">
          <tr>
            <th scope="col" className="px-3 py-2 text-left font-normal">
              {text('schedule.columns.time')}
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" className="px-3 py-2 text-right font-normal">
                {head}, kW
              </th>
            ))}
            {withPrices && (
              <th scope="col" className="px-3 py-2 text-right font-normal">
                {text('power.price')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {load.intervals.map((one) => (
            <tr key={one.from} className="border-line/60 border-b">
              <th scope="row" className="whitespace-nowrap px-3 py-1 text-left font-normal">
                {dayAndTime(Date.parse(one.from), reading)} – {timeOfDay(Date.parse(one.to), reading)}
              </th>
              <td className={`${cell} font-medium`}>{numberWords(one.baseLoadkW + one.evPowerkW, locale, 1)}</td>
              <td className={cell}>{numberWords(one.baseLoadkW, locale, 1)}</td>
              <td className={cell}>{numberWords(one.evPowerkW, locale, 1)}</td>
              <td className={cell}>{numberWords(one.measuredkW, locale, 1)}</td>
              <td className={cell}>{numberWords(one.limitkW, locale)}</td>
              <td className={cell}>{numberWords(one.uncontrolledkW, locale, 1)}</td>
              {withPrices && <td className={cell}>{priceOf(one)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
