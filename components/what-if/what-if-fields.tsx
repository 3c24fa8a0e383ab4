'use client'

import { useId } from 'react'
import { useText } from '@/components/messages/use-text'
import { DateTimeInput } from '@/components/ui/date-time-field'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import type { WhatIfDraft, WhatIfField } from '@/components/what-if/what-if-draft'
import { STRATEGIES } from '@/lib/contract/enumerations'
import type { Location } from '@/lib/contract/location'

type WhatIfFieldsProps = {
  draft: WhatIfDraft
  faults: readonly WhatIfField[]
  location: Location
  chargers: readonly { value: string; label: string }[]
  onChange: (change: Partial<WhatIfDraft>) => void
}

/** What can be tried: numbers, choices and one switch. Times and a delay are asked for where they mean something. */
export function WhatIfFields({ draft, faults, location, chargers, onChange }: WhatIfFieldsProps) {
  const text = useText()
  const prices = useId()
  const number = (field: 'limit' | 'late' | 'by' | 'colder' | 'more') => ({
    inputMode: 'decimal' as const,
    autoComplete: 'off',
    value: draft[field],
    onChange: (event: { target: { value: string } }) => onChange({ [field]: event.target.value }),
  })
  const faultAt = (field: Exclude<WhatIfField, 'strategy' | 'out' | 'prices'>) =>
    faults.includes(field) ? text(`whatIf.fault.${field}`) : undefined
  return (
    <div className="grid grid-cols-2 items-end gap-x-4 gap-y-3">
      <Field label={text('whatIf.strategy')} className="max-sm:col-span-2">
        <Select value={draft.strategy} onChange={(event) => onChange({ strategy: event.target.value })}>
          <option value="">{text('whatIf.asIs', { strategy: text(`strategy.${location.strategy}`) })}</option>
          {STRATEGIES.filter((one) => one !== location.strategy).map((one) => (
            <option key={one} value={one}>
              {text(`strategy.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={text('whatIf.limit')} unit={text('unit.kw')} error={faultAt('limit')} className="max-sm:col-span-2">
        <Input {...number('limit')} />
      </Field>
      {draft.limit.trim() !== '' && (
        <>
          <Field label={text('whatIf.limitFrom')} error={faultAt('from')} className="max-sm:col-span-2">
            <DateTimeInput name={text('whatIf.limitFrom')} value={draft.from} onChange={(from) => onChange({ from })} />
          </Field>
          <Field label={text('whatIf.limitTo')} error={faultAt('to')} className="max-sm:col-span-2">
            <DateTimeInput name={text('whatIf.limitTo')} value={draft.to} onChange={(to) => onChange({ to })} />
          </Field>
        </>
      )}
      <Field label={text('whatIf.late')} unit={text('whatIf.lateUnit')} error={faultAt('late')}>
        <Input {...number('late')} />
      </Field>
      <Field label={text('whatIf.by')} unit={text('whatIf.minutes')} error={faultAt('by')}>
        <Input {...number('by')} />
      </Field>
      <Field label={text('whatIf.colder')} unit={text('whatIf.percent')} error={faultAt('colder')}>
        <Input {...number('colder')} />
      </Field>
      <Field label={text('whatIf.more')} unit={text('whatIf.count')} error={faultAt('more')}>
        <Input {...number('more')} />
      </Field>
      {chargers.length > 0 && (
        <Field label={text('whatIf.out')} className="col-span-2">
          <Select value={draft.out} onChange={(event) => onChange({ out: event.target.value })}>
            <option value="">{text('whatIf.outNone')}</option>
            {chargers.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {location.tariff?.dates && (
        <div className="col-span-2 flex items-start gap-3 text-sm">
          <Switch
            id={prices}
            aria-describedby={`${prices}-hint`}
            checked={draft.prices === 'none'}
            onCheckedChange={(on) => onChange({ prices: on ? 'none' : '' })}
          />
          <div>
            <label htmlFor={prices} className="font-medium">
              {text('whatIf.prices')}
            </label>
            <p id={`${prices}-hint`} className="text-ink-3">
              {text('whatIf.pricesHint')}
            </p>
          </div>
        </div>
      )}
    </div>
  )
}
