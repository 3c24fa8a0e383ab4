'use client'

import { Download } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useReading } from '@/app/(depot)/_depot/depot-context'
import { numberWords } from '@/components/format/number-format'
import { EnergyTable } from '@/components/reports/energy-table'
import { DayCharts, DayTable } from '@/components/reports/report-days'
import { MissTable, ReadinessFigures } from '@/components/reports/report-readiness'
import { TotalsTable } from '@/components/reports/report-totals'
import { rowsCsv } from '@/components/reports/rows-csv'
import { Button } from '@/components/ui/button'
import { Panel, PanelHeader } from '@/components/ui/panel'
import { saveFile } from '@/components/ui/save-file'
import type { Report, ReportDay, ReportMiss } from '@/lib/contract/report'

const ENERGY_COLUMNS = ['departures', 'energykWh', 'measuredkWh'] as const
const MISS_COLUMNS: readonly (keyof ReportMiss)[] = [
  ...(['plannedDepartureTime', 'scheduleId', 'vehicleId', 'vehicleName', 'blockId', 'soc'] as const),
  ...(['socIsMeasured', 'neededSoC', 'shortfallSoC', 'cause'] as const),
]
const DAY_COLUMNS: readonly (keyof ReportDay)[] = [
  ...(['date', 'from', 'to', 'energykWh', 'measuredkWh', 'plannedkWh', 'uncontrolledkWh'] as const),
  ...(['peak15kW', 'uncontrolledPeak15kW', 'departures', 'ready'] as const),
]

/** A report: the totals, how the vehicles left, the days, and who took how much; each part can be taken along as CSV. */
export function ReportView({ report }: { report: Report }) {
  const reading = useReading()
  const { text, locale } = reading
  const { readiness, days, vehicles, blocks } = report
  const begin = days[0]?.date ?? report.from.slice(0, 10)
  const csv = (what: string, content: () => string) => ({
    what,
    save: () => saveFile(`${report.locationUid}-${begin}-${what}.csv`, content()),
  })
  return (
    <div className="flex flex-col gap-4">
      <Part title={text('reports.totals')}>
        <TotalsTable report={report} reading={reading} />
        <p className="border-line border-t px-4 py-2 text-ink-2 text-sm">{measuredWords(report, reading)}</p>
      </Part>
      <Part
        title={text('reports.readiness')}
        csv={
          readiness.misses.length > 0 ? csv('misses', () => rowsCsv(MISS_COLUMNS, readiness.misses, locale)) : undefined
        }
      >
        <ReadinessFigures readiness={readiness} reading={reading} />
        {readiness.misses.length > 0 && (
          <Some rows={readiness.misses}>{(misses) => <MissTable misses={misses} reading={reading} />}</Some>
        )}
        {readiness.missesLeftOut > 0 && (
          <p className="px-4 py-2 text-ink-3 text-sm">{text('reports.leftOut', { count: readiness.missesLeftOut })}</p>
        )}
      </Part>
      <Part title={text('reports.days')} csv={csv('days', () => rowsCsv(DAY_COLUMNS, days, locale))}>
        <DayCharts days={days} reading={reading} />
        <DayTable days={days} reading={reading} />
      </Part>
      <Part
        title={text('reports.vehicles')}
        csv={csv('vehicles', () => rowsCsv(['vehicleId', 'vehicleName', ...ENERGY_COLUMNS], vehicles, locale))}
      >
        <Some
          rows={vehicles.map((one, index) => ({ ...one, key: `${index}`, name: one.vehicleName ?? one.vehicleId }))}
        >
          {(rows) => <EnergyTable caption={text('reports.vehicles')} rows={rows} reading={reading} />}
        </Some>
      </Part>
      {blocks.some(({ blockId }) => blockId !== undefined) && (
        <Part
          title={text('reports.blocks')}
          csv={csv('blocks', () => rowsCsv(['blockId', ...ENERGY_COLUMNS], blocks, locale))}
        >
          <Some
            rows={blocks.map((one) => ({
              ...one,
              key: one.blockId ?? '',
              name: one.blockId ?? text('reports.noBlock'),
            }))}
          >
            {(rows) => <EnergyTable caption={text('reports.blocks')} rows={rows} reading={reading} />}
          </Some>
          {report.blocksLeftOut > 0 && (
            <p className="px-4 py-2 text-ink-3 text-sm">{text('reports.leftOut', { count: report.blocksLeftOut })}</p>
          )}
        </Part>
      )}
    </div>
  )
}

/** What of the energy was measured, in words; what was not is never shown as fact. */
function measuredWords(report: Report, { text, locale }: ReturnType<typeof useReading>): string {
  const { measuredkWh, unknownVehicleskWh, actual } = report
  const share = actual.energykWh > 0 ? (measuredkWh / actual.energykWh) * 100 : 0
  const measured =
    measuredkWh <= 0
      ? text('reports.noneMeasured')
      : share >= 99.95
        ? text('reports.allMeasured')
        : text('reports.measured', { percent: numberWords(share, locale, 1) })
  if (unknownVehicleskWh <= 0) return measured
  return `${measured} ${text('reports.strangers', { energy: numberWords(unknownVehicleskWh, locale) })}`
}

type PartProps = { title: string; csv?: { what: string; save: () => void }; children: ReactNode }

function Part({ title, csv, children }: PartProps) {
  const { text } = useReading()
  return (
    <Panel className="overflow-hidden print:overflow-visible print:border-0">
      <PanelHeader title={title} className="break-after-avoid">
        {csv && (
          <Button
            size="small"
            className="no-print"
            aria-label={text('reports.csvOf', { what: title })}
            onClick={csv.save}
          >
            <Download aria-hidden />
            {text('action.csv')}
          </Button>
        )}
      </PanelHeader>
      {children}
    </Panel>
  )
}

const FIRST_ROWS = 25

/** The first rows, and the others when they are asked for. */
function Some<T>({ rows, children }: { rows: readonly T[]; children: (rows: readonly T[]) => ReactNode }) {
  const { text } = useReading()
  const [all, setAll] = useState(false)
  const rest = rows.length - FIRST_ROWS
  return (
    <>
      {children(all ? rows : rows.slice(0, FIRST_ROWS))}
      {!all && rest > 0 && (
        <div className="border-line border-t p-2 text-center">
          <Button tone="quiet" size="small" onClick={() => setAll(true)}>
            {text('action.showMore', { count: rest })}
          </Button>
        </div>
      )}
    </>
  )
}
