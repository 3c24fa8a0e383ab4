import type { Reading } from '@/components/format/instant-format'
import { numberWords } from '@/components/format/number-format'
import { ReportTable } from '@/components/reports/report-table'

type EnergyRow = { key: string; name: string; energykWh: number; measuredkWh: number; departures: number }

/** What vehicles, or blocks, took. */
export function EnergyTable(props: { caption: string; rows: readonly EnergyRow[]; reading: Reading }) {
  const { caption, rows, reading } = props
  const { text, locale } = reading
  return (
    <ReportTable
      caption={caption}
      heads={[caption, text('reports.col.departures'), text('reports.col.energy'), text('reports.col.measured')]}
      rows={rows.map(({ key, name, energykWh, measuredkWh, departures }) => ({
        key,
        cells: [name, ...[departures, energykWh, measuredkWh].map((value) => numberWords(value, locale))],
      }))}
    />
  )
}
