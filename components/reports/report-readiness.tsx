import type { ReactNode } from 'react'
import { dayAndTime, type Reading } from '@/components/format/instant-format'
import { numberWords } from '@/components/format/number-format'
import { ReportTable } from '@/components/reports/report-table'
import type { Report, ReportMiss } from '@/lib/contract/report'

type Readiness = Report['readiness']
type Cause = Readiness['causes'][number]['cause']

/** How the vehicles left: shares, the four kinds, and the causes of the misses. */
export function ReadinessFigures({ readiness, reading }: { readiness: Readiness; reading: Reading }) {
  const { text, locale } = reading
  const { departures, missed, short, unknown, measured, readyPercent, aboveMinimumPercent } = readiness
  const percent = (value: number | undefined) => numberWords(value, locale, 1)
  return (
    <div className="grid gap-x-8 gap-y-4 px-5 py-4 sm:grid-cols-2 lg:grid-cols-4">
      <Figure value={percent(readyPercent)} unit="%">
        {text('reports.readyPercent')}
      </Figure>
      <Figure value={percent(aboveMinimumPercent)} unit="%">
        {text('reports.abovePercent')}
      </Figure>
      <div className="text-sm">
        <p className="font-semibold">{text('reports.departures', { count: departures })}</p>
        <p>{text('reports.missed', { count: missed })}</p>
        <p>{text('reports.short', { count: short })}</p>
        {unknown > 0 && <p>{text('reports.unknown', { count: unknown })}</p>}
        {departures > 0 && (
          <p className="mt-1 text-ink-3 text-xs">{text('reports.readMeasured', { count: measured })}</p>
        )}
      </div>
      {readiness.causes.length > 0 && (
        <div className="text-sm">
          <h3 className="font-semibold">{text('reports.causes')}</h3>
          <ul>
            {readiness.causes.map(({ cause, count }) => (
              <li key={cause ?? ''} className="flex gap-2">
                <span className="w-6 shrink-0 text-right font-medium">{count}</span>
                {causeWords(cause, reading)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

function Figure({ value, unit, children }: { value: string; unit: string; children: ReactNode }) {
  return (
    <p className="text-ink-2 text-sm">
      <span className="block font-semibold text-2xl text-ink">
        {value} <span className="text-base text-ink-3">{value === '—' ? '' : unit}</span>
      </span>
      {children}
    </p>
  )
}

function causeWords(cause: Cause, { text }: Reading): string {
  return cause === undefined ? text('reports.causeUnknown') : text(`reason.${cause}`)
}

/** The misses, each with what it had, what it needed, and why. */
export function MissTable({ misses, reading }: { misses: readonly ReportMiss[]; reading: Reading }) {
  const { text, locale } = reading
  const had = ({ soc, socIsMeasured }: ReportMiss) => {
    const value = numberWords(soc, locale)
    return soc === undefined || socIsMeasured ? value : text('reports.estimated', { value })
  }
  return (
    <ReportTable
      caption={text('reports.misses')}
      words={4}
      heads={[
        text('reports.miss.departure'),
        text('reports.miss.vehicle'),
        text('reports.miss.block'),
        text('reports.miss.cause'),
        text('reports.miss.soc'),
        text('reports.miss.needed'),
      ]}
      rows={misses.map((miss) => ({
        key: miss.scheduleId,
        cells: [
          dayAndTime(Date.parse(miss.plannedDepartureTime), reading),
          miss.vehicleName ?? miss.vehicleId,
          miss.blockId ?? text('unknown'),
          causeWords(miss.cause, reading),
          had(miss),
          numberWords(miss.neededSoC, locale),
        ],
      }))}
    />
  )
}
