import { dayAndTime, type Reading, timeOfDay } from '@/components/format/instant-format'
import { moneyWords, numberWords } from '@/components/format/number-format'
import { ReportTable } from '@/components/reports/report-table'
import type { Report, ReportTotals } from '@/lib/contract/report'
import { QUARTER_MS } from '@/lib/time/interval'

const WAYS = ['actual', 'planned', 'uncontrolled'] as const

/** Energy, cost and peak of what happened, beside the plans and beside no control. */
export function TotalsTable({ report, reading }: { report: Report; reading: Reading }) {
  const { text, locale } = reading
  const money = (value: number | undefined) => moneyWords(value, locale, report.currency, 0)
  const rows: [label: string, of: (totals: ReportTotals) => string][] = [
    [text('reports.energy'), ({ energykWh }) => numberWords(energykWh, locale)],
    [text('reports.energyCost'), ({ energyCost }) => money(energyCost)],
    [text('reports.demandCost'), ({ demandCost }) => money(demandCost)],
    [text('reports.cost'), ({ cost }) => money(cost)],
    [text('reports.peak'), ({ peak15kW }) => numberWords(peak15kW, locale, 1)],
    [text('reports.peakAt'), ({ peak15From }) => quarterWords(peak15From, reading)],
  ]
  return (
    <ReportTable
      caption={text('reports.totals')}
      heads={[text('reports.what'), ...WAYS.map((way) => text(`reports.${way}`))]}
      rows={rows.map(([label, of]) => ({ key: label, cells: [label, ...WAYS.map((way) => of(report[way]))] }))}
    />
  )
}

function quarterWords(from: string | undefined, reading: Reading): string {
  if (from === undefined) return reading.text('unknown')
  const at = Date.parse(from)
  return `${dayAndTime(at, reading)} – ${timeOfDay(at + QUARTER_MS, reading)}`
}
