import { dayOf, type Reading } from '@/components/format/instant-format'
import { numberWords } from '@/components/format/number-format'
import { DayBars } from '@/components/reports/day-bars'
import { ReportTable } from '@/components/reports/report-table'
import type { ReportDay } from '@/lib/contract/report'

/** What is missing of a day's energy by less than this is rounding. */
const MEASURED_SHARE = 0.9995

type Props = { days: readonly ReportDay[]; reading: Reading }

/** The days in two pictures: energy and peak, each beside no control. */
export function DayCharts({ days, reading }: Props) {
  const { text } = reading
  const at = ({ from }: ReportDay) => Date.parse(from)
  return (
    <div className="flex flex-col gap-3 px-4 py-4">
      <div className="flex gap-6 max-lg:flex-col print:flex-col">
        <DayBars
          title={text('reports.dayEnergy')}
          reading={reading}
          bars={days.map((day) => ({
            at: at(day),
            solid: Math.min(day.measuredkWh, day.energykWh),
            total: day.energykWh,
            compared: day.uncontrolledkWh,
          }))}
        />
        <DayBars
          title={text('reports.dayPeak')}
          reading={reading}
          bars={days.map((day) => ({
            at: at(day),
            solid: isMeasured(day) ? day.peak15kW : 0,
            total: day.peak15kW,
            compared: day.uncontrolledPeak15kW,
          }))}
        />
      </div>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-ink-2 text-xs [print-color-adjust:exact]">
        <Sign look="bg-chart-ev">{text('reports.sign.measured')}</Sign>
        <Sign look="hatched text-chart-ev">{text('reports.sign.unmeasured')}</Sign>
        <Sign look="h-0 border-ink border-t-2 border-dotted">{text('reports.sign.uncontrolled')}</Sign>
      </ul>
    </div>
  )
}

/** A peak is shown as measured where all of its day was. */
function isMeasured({ measuredkWh, energykWh }: ReportDay): boolean {
  return measuredkWh > 0 && measuredkWh >= MEASURED_SHARE * energykWh
}

function Sign({ look, children }: { look: string; children: string }) {
  return (
    <li className="flex items-center gap-1.5">
      <span aria-hidden className={`h-2.5 w-4 ${look}`} />
      {children}
    </li>
  )
}

/** The same as a table. */
export function DayTable({ days, reading }: Props) {
  const { text, locale } = reading
  const number = (value: number) => numberWords(value, locale)
  return (
    <ReportTable
      caption={text('reports.days')}
      heads={[
        text('reports.day'),
        text('reports.col.energy'),
        text('reports.col.measured'),
        text('reports.col.planned'),
        text('reports.col.uncontrolled'),
        text('reports.col.peak'),
        text('reports.col.uncontrolledPeak'),
        text('reports.col.departures'),
        text('reports.col.ready'),
      ]}
      rows={days.map((day) => ({
        key: day.date,
        cells: [
          <span key="day" className="whitespace-nowrap">
            {dayOf(Date.parse(day.from), reading)}
          </span>,
          ...[day.energykWh, day.measuredkWh, day.plannedkWh, day.uncontrolledkWh].map(number),
          ...[day.peak15kW, day.uncontrolledPeak15kW, day.departures, day.ready].map(number),
        ],
      }))}
    />
  )
}
