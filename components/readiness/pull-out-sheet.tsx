import { dayAndTime, type Reading, timeOfDay, zoneName } from '@/components/format/instant-format'
import { numberWords } from '@/components/format/number-format'
import { daysOf, leavesAt, leavesWords, nameOf } from '@/components/readiness/sheet-rows'
import { classes } from '@/components/ui/classes'
import { asksForAttention } from '@/lib/contract/enumerations'
import type { Departure } from '@/lib/contract/readiness'

type SheetProps = {
  depotName: string
  departures: readonly Departure[]
  /** Of what moment the states are, and when it is printed (epoch ms). */
  stateOf: number
  printedAt: number
  reading: Reading
}

const COLUMNS = [
  { label: 'sheet.check', width: '6%' },
  { label: 'sheet.leaves', width: '12%' },
  { label: 'sheet.vehicle', width: '19%' },
  { label: 'sheet.place', width: '12%' },
  { label: 'sheet.block', width: '8%' },
  { label: 'sheet.state', width: '19%' },
  { label: 'sheet.charge', width: '8%', numeric: true },
  { label: 'sheet.predicted', width: '8%', numeric: true },
  { label: 'sheet.target', width: '8%', numeric: true },
] as const

/** What goes on foot through the yard: one line a departure, heading and note on each page of A4. */
export function PullOutSheet({ departures, reading, ...page }: SheetProps) {
  const { text, zone } = reading
  const severalDays = daysOf(departures, zone).length > 1
  return (
    <table className="w-full min-w-[46rem] table-fixed text-sm print:min-w-0">
      <colgroup>
        {COLUMNS.map(({ label, width }) => (
          <col key={label} style={{ width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <td colSpan={COLUMNS.length} className="px-1.5 print:px-1 pb-2">
            <SheetHeading departures={departures} reading={reading} {...page} />
          </td>
        </tr>
        <tr className="border-ink border-b text-left align-bottom text-xs">
          {COLUMNS.map(({ label, ...column }) => (
            <th
              key={label}
              scope="col"
              className={classes(
                'px-1.5 print:px-1 pb-0.5 font-semibold leading-tight',
                'numeric' in column && 'text-right',
              )}
            >
              {text(label)}
            </th>
          ))}
        </tr>
      </thead>
      <tfoot>
        <tr>
          <td colSpan={COLUMNS.length} className="px-1.5 print:px-1 pt-1 text-ink-3 text-xs">
            {text('sheet.unmeasuredNote')}
          </td>
        </tr>
      </tfoot>
      <tbody>
        {departures.map((departure) => (
          <SheetRow key={departure.schedule.id} departure={departure} reading={reading} severalDays={severalDays} />
        ))}
      </tbody>
    </table>
  )
}

function SheetHeading({ depotName, departures, stateOf, printedAt, reading }: SheetProps) {
  const { text, locale, zone } = reading
  const times = departures.map(leavesAt)
  const from = dayAndTime(Math.min(...times), reading)
  const to = dayAndTime(Math.max(...times), reading)
  return (
    <div className="flex items-end justify-between gap-6">
      <div className="min-w-0">
        <p className="truncate font-semibold text-base leading-tight">{depotName}</p>
        <p className="text-xs">{text('sheet.departures', { count: departures.length, from, to })}</p>
      </div>
      <p className="shrink-0 text-right text-xs">
        {text('sheet.printed', { time: dayAndTime(printedAt, reading) })}
        {', '}
        {text('sheet.dataOf', { time: timeOfDay(stateOf, reading) })}
        <br />
        {text('depot.zone', { zone: zoneName(zone, printedAt, locale) })}
      </p>
    </div>
  )
}

type RowProps = { departure: Departure; reading: Reading; severalDays: boolean }

function SheetRow({ departure, reading, severalDays }: RowProps) {
  const { text, locale } = reading
  const { schedule, place, licensePlate, soc, state, predictedSoC } = departure
  const charge = numberWords(soc?.value, locale)
  const cell = 'truncate px-1.5 print:px-1'
  return (
    <tr className="h-[6mm] break-inside-avoid border-line border-b">
      <td className="px-1.5 print:px-1">
        <span aria-hidden className="block size-[3.6mm] rounded-[1px] border border-ink" />
      </td>
      <td className={`${cell} font-semibold`}>{leavesWords(departure, reading, severalDays)}</td>
      <th scope="row" className="px-1.5 print:px-1 text-left font-semibold">
        <span className="flex gap-1.5">
          <span className="truncate">{nameOf(departure)}</span>
          {licensePlate && <span className="max-w-[55%] shrink-0 truncate font-normal">{licensePlate}</span>}
        </span>
      </th>
      {/* Cut at its beginning: the number at the end tells one place from another. */}
      <td dir="rtl" className={`${cell} text-left`}>
        <bdi>{place?.name ?? '—'}</bdi>
      </td>
      <td className={cell}>{schedule.blockId ?? '—'}</td>
      <td className={classes(cell, asksForAttention(state) && 'font-bold')}>{text(`state.${state}`)}</td>
      <td className={`${cell} text-right`}>
        {soc && soc.source !== 'measured' ? text('sheet.unmeasured', { value: charge }) : charge}
      </td>
      <td className={`${cell} text-right`}>{numberWords(predictedSoC, locale)}</td>
      <td className={`${cell} text-right`}>{numberWords(schedule.targetSoC, locale)}</td>
    </tr>
  )
}
