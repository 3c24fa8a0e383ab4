'use client'

import type { ReactNode } from 'react'
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
  return (
    <Panel className="grid grid-cols-2 gap-px overflow-hidden bg-line lg:grid-cols-4">
      <Total
        label={text('power.totals.peak')}
        unit="kW"
        value={kw(totals.peakkW)}
        note={text('power.totals.uncontrolled', { value: `${kw(uncontrolled.peakkW)} kW` })}
        saved={share(totals.peakkW, uncontrolled.peakkW)}
      />
      <Total
        label={text('power.totals.cost')}
        value={moneyWords(totals.cost, locale, currency, 0)}
        note={text('power.totals.uncontrolled', { value: moneyWords(uncontrolled.cost, locale, currency, 0) })}
        saved={share(totals.cost, uncontrolled.cost)}
      />
      <Total
        label={text('power.totals.energy')}
        unit="kWh"
        value={kw(totals.energykWh)}
        note={text('power.totals.uncontrolled', { value: `${kw(uncontrolled.energykWh)} kWh` })}
      />
      <Total
        label={text('power.totals.unmet')}
        unit="kWh"
        value={numberWords(totals.unmetkWh, locale, totals.unmetkWh > 0 && totals.unmetkWh < 10 ? 1 : 0)}
        alarming={totals.unmetkWh >= 0.5}
        note={text('power.totals.unmetNote')}
      />
    </Panel>
  )
}

/** The share that is saved, in whole percent; nothing when nothing is. */
function share(value: number, compared: number): number | undefined {
  const saved = compared > 0 ? Math.round((1 - value / compared) * 100) : 0
  return saved > 0 ? saved : undefined
}

type TotalProps = { label: string; value: string; unit?: string; note: ReactNode; saved?: number; alarming?: boolean }

function Total({ label, value, unit, note, saved, alarming }: TotalProps) {
  const text = useText()
  return (
    <div className="min-w-0 bg-surface px-4 py-3">
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
      <p className="truncate text-ink-3 text-xs">{note}</p>
    </div>
  )
}
