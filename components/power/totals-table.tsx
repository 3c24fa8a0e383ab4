'use client'

import { moneyWords, numberWords } from '@/components/format/number-format'
import { useLocale, useText } from '@/components/messages/use-text'
import { Panel } from '@/components/ui/panel'
import type { LocationLoad } from '@/lib/contract/location'

/** What the plan comes to, beside what uncontrolled charging would have come to. */
export function LoadTotals({ load, currency }: { load: LocationLoad; currency?: string }) {
  const text = useText()
  const locale = useLocale()
  const { totals, uncontrolled } = load
  const kw = (value: number) => numberWords(value, locale)
  const money = (value: number | undefined) => moneyWords(value, locale, currency, 0)
  const beside = (value: string) => text('power.totals.uncontrolled', { value })
  const tiles: TotalProps[] = [
    {
      label: text('power.totals.peak'),
      unit: 'kW',
      value: kw(totals.peak15kW),
      note: `${text('power.totals.peakNote')}; ${beside(`${kw(uncontrolled.peak15kW)} kW`)}`,
      saved: share(totals.peak15kW, uncontrolled.peak15kW),
    },
    ...(totals.energyCost === undefined
      ? []
      : [
          {
            label: text('power.totals.energyCost'),
            value: money(totals.energyCost),
            note: beside(money(uncontrolled.energyCost)),
            saved: isLike(totals, uncontrolled) ? share(totals.energyCost, uncontrolled.energyCost) : undefined,
          },
        ]),
    ...(totals.demandCost === undefined
      ? []
      : [
          {
            label: text('power.totals.demandCost'),
            value: money(totals.demandCost),
            note: `${text('power.totals.demandNote')}; ${beside(money(uncontrolled.demandCost))}`,
            saved: share(totals.demandCost, uncontrolled.demandCost),
          },
        ]),
    {
      label: text('power.totals.energy'),
      unit: 'kWh',
      value: kw(totals.energykWh),
      note: beside(`${kw(uncontrolled.energykWh)} kWh`),
    },
    {
      label: text('power.totals.unmet'),
      unit: 'kWh',
      value: numberWords(totals.unmetkWh, locale, totals.unmetkWh > 0 && totals.unmetkWh < 10 ? 1 : 0),
      alarming: totals.unmetkWh >= 0.5,
      note: text('power.totals.unmetNote'),
    },
  ]
  return (
    <Panel className="flex flex-wrap gap-px overflow-hidden bg-line">
      {tiles.map((tile) => (
        <Total key={tile.label} {...tile} />
      ))}
    </Panel>
  )
}

/** A range that cuts stays may hold more energy on one side; then their costs say nothing of each other. */
const ALIKE = 0.02

function isLike(one: LocationLoad['totals'], other: LocationLoad['totals']): boolean {
  return Math.abs(one.energykWh - other.energykWh) <= ALIKE * Math.max(one.energykWh, other.energykWh)
}

/** The share that is saved, in whole percent; nothing when nothing is. */
function share(value: number | undefined, compared: number | undefined): number | undefined {
  if (value === undefined || compared === undefined || compared <= 0) return undefined
  const saved = Math.round((1 - value / compared) * 100)
  return saved > 0 ? saved : undefined
}

type TotalProps = { label: string; value: string; unit?: string; note: string; saved?: number; alarming?: boolean }

function Total({ label, value, unit, note, saved, alarming }: TotalProps) {
  const text = useText()
  return (
    <div className="min-w-[9.5rem] flex-1 bg-surface px-4 py-3">
      <p className="text-ink-2 text-xs">{label}</p>
      <p className={`flex flex-wrap items-baseline gap-x-2 font-semibold text-xl ${alarming ? 'text-critical' : ''}`}>
        <span className="whitespace-nowrap">
          {value}
          {unit && <span className="text-[0.82em] text-ink-3"> {unit}</span>}
        </span>
        {saved !== undefined && (
          <span className="rounded-full bg-good-soft px-2 font-medium text-good text-xs">
            {text('power.totals.less', { percent: saved })}
          </span>
        )}
      </p>
      <p className="text-ink-3 text-xs">{note}</p>
    </div>
  )
}
