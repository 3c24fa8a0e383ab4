'use client'

import { type ReactNode, useId } from 'react'
import { numberOf, quantityOf } from '@/components/format/typed-number'
import type { LabelKey } from '@/components/messages/text'
import { useText } from '@/components/messages/use-text'
import type { DepotDraft } from '@/components/settings/depot-draft'
import { WeekEditor } from '@/components/settings/week-editor'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Quantity } from '@/components/ui/quantity'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import { DEMAND_PERIODS, STRATEGIES } from '@/lib/contract/enumerations'
import type { Location } from '@/lib/contract/location'

type FieldsProps = {
  draft: DepotDraft
  onChange: (change: Partial<DepotDraft>) => void
  faults: Readonly<Record<string, string>>
  disabled: boolean
}
type DatedProps = { /** How many dated values of the API override the week. */ dated: number }

/** The place: what it is called, and its clock. */
export function PlaceFields(props: FieldsProps) {
  return (
    <>
      <TextField {...props} name="name" label="depotForm.name" />
      <TimeZoneField {...props} />
    </>
  )
}

/** The grid connection, and what else draws from it. `datedLimits`: those that hold for a time. */
export function GridFields({ datedLimits, dated, ...props }: FieldsProps & DatedProps & { datedLimits: ReactNode }) {
  const { draft, onChange, faults, disabled } = props
  const text = useText()
  return (
    <>
      <NumberField
        {...props}
        name="powerLimitkW"
        label="depotForm.powerLimit"
        unit="kW"
        hint="depotForm.powerLimitHint"
      />
      <NumberField {...props} name="chargingEfficiency" label="depotForm.efficiency" hint="depotForm.efficiencyHint" />
      {datedLimits && <div className="col-span-full">{datedLimits}</div>}
      <div className="col-span-full pt-2">
        <WeekEditor
          name={text('week.baseLoad')}
          note={text('week.baseLoadNote')}
          valueName={text('week.power')}
          unit={text('unit.kw')}
          rows={draft.baseLoad}
          read={quantityOf}
          onChange={(baseLoad) => onChange({ baseLoad })}
          disabled={disabled}
          fault={firstBelow(faults, 'baseLoad.weekly')}
          dated={dated}
        />
      </div>
    </>
  )
}

type TariffProps = FieldsProps &
  DatedProps & { /** The highest quarter-hour of the billing period so far. */ computedPeakkW?: number }

/** What energy and peaks cost. */
export function TariffFields({ dated, computedPeakkW, ...props }: TariffProps) {
  const { draft, onChange, faults, disabled } = props
  const text = useText()
  const currency = draft.currency || '¤'
  return (
    <>
      <TextField {...props} name="currency" path="tariff.currency" label="depotForm.currency" />
      <NumberField
        {...props}
        name="demandChargePerkW"
        path="tariff.demandChargePerkW"
        label="depotForm.demandCharge"
        unit={`${currency} ${text(`depotForm.demandChargeUnit.${draft.demandPeriod}`)}`}
      />
      <Field label={text('depotForm.demandPeriod')} error={faults['tariff.demandPeriod']}>
        <Select
          value={draft.demandPeriod}
          disabled={disabled}
          onChange={(event) => onChange({ demandPeriod: event.target.value === 'year' ? 'year' : 'month' })}
        >
          {DEMAND_PERIODS.map((period) => (
            <option key={period} value={period}>
              {text(`depotForm.demandPeriod.${period}`)}
            </option>
          ))}
        </Select>
      </Field>
      <NumberField
        {...props}
        name="peakSoFarkW"
        path="tariff.peakSoFarkW"
        label="depotForm.peakSoFar"
        unit="kW"
        hint="depotForm.peakSoFarHint"
      />
      {computedPeakkW !== undefined && (
        <dl className="flex flex-col gap-1.5 text-sm">
          <dt className="font-medium">{text('depotForm.computedPeak')}</dt>
          <dd className="py-2">
            <Quantity value={computedPeakkW} unit="kW" />
          </dd>
        </dl>
      )}
      <div className="col-span-full pt-2">
        <WeekEditor
          name={text('week.tariff')}
          note={text('week.tariffNote')}
          valueName={text('week.price')}
          unit={`${currency} ${text('unit.perKwh')}`}
          rows={draft.prices}
          read={numberOf}
          onChange={(prices) => onChange({ prices })}
          disabled={disabled}
          fault={firstBelow(faults, 'tariff.weekly')}
          dated={dated}
        />
      </div>
    </>
  )
}

/** How vehicles are charged where nothing else is said of them. */
export function ChargingFields(props: FieldsProps) {
  const { draft, onChange, faults, disabled } = props
  const text = useText()
  return (
    <>
      <Field label={text('depotForm.strategy')} error={faults.strategy} className="sm:col-span-2">
        <Select
          value={draft.strategy}
          disabled={disabled}
          onChange={(event) => onChange({ strategy: event.target.value as Location['strategy'] })}
        >
          {STRATEGIES.map((strategy) => (
            <option key={strategy} value={strategy}>
              {text(`strategy.${strategy}`)}
            </option>
          ))}
        </Select>
      </Field>
      <NumberField {...props} name="targetSoC" label="depotForm.targetSoC" unit="%" />
      <NumberField {...props} name="minimumSoC" label="depotForm.minimumSoC" unit="%" />
      <NumberField {...props} name="bulkSoC" label="depotForm.bulkSoC" unit="%" />
      <NumberField
        {...props}
        name="assumedArrivalSoC"
        label="depotForm.assumedArrivalSoC"
        unit="%"
        hint="depotForm.assumedArrivalSoCHint"
      />
      <NumberField
        {...props}
        name="departureMarginMinutes"
        label="depotForm.margin"
        unit="min"
        hint="depotForm.marginHint"
      />
      <NumberField
        {...props}
        name="readyBufferMinutes"
        label="depotForm.readyBuffer"
        unit="min"
        hint="depotForm.readyBufferHint"
      />
      <ControlField {...props} />
    </>
  )
}

/** Whether plans are sent to the chargers; each field has its own label. */
function ControlField({ draft, onChange, disabled }: FieldsProps) {
  const text = useText()
  return (
    <Field
      label={text('depotForm.controlChargers')}
      hint={text('depotForm.controlChargersHint')}
      className="sm:col-span-2"
    >
      <Switch
        checked={draft.controlChargers}
        disabled={disabled}
        onCheckedChange={(controlChargers) => onChange({ controlChargers })}
      />
    </Field>
  )
}

type Name = Exclude<
  { [K in keyof DepotDraft]: DepotDraft[K] extends string ? K : never }[keyof DepotDraft],
  'demandPeriod' | 'strategy'
>
type OneFieldProps = FieldsProps & { name: Name; label: LabelKey; path?: string; unit?: string; hint?: LabelKey }

function NumberField(props: OneFieldProps) {
  return <TextField {...props} numeric />
}

function TextField({
  draft,
  onChange,
  faults,
  disabled,
  name,
  path = name,
  label,
  unit,
  hint,
  numeric,
}: OneFieldProps & { numeric?: boolean }) {
  const text = useText()
  return (
    <Field label={text(label)} unit={unit} hint={hint && text(hint)} error={faults[path]}>
      <Input
        value={draft[name]}
        disabled={disabled}
        inputMode={numeric ? 'decimal' : undefined}
        onChange={(event) => onChange({ [name]: event.target.value })}
      />
    </Field>
  )
}

function TimeZoneField({ draft, onChange, faults, disabled }: FieldsProps) {
  const text = useText()
  const list = useId()
  return (
    <>
      <Field label={text('depotForm.timeZone')} hint={text('depotForm.timeZoneHint')} error={faults.timeZone}>
        <Input
          list={list}
          value={draft.timeZone}
          disabled={disabled}
          autoComplete="off"
          onChange={(event) => onChange({ timeZone: event.target.value })}
        />
      </Field>
      <TimeZoneList id={list} />
    </>
  )
}

/** The zones that the browser knows, for the input of this list. */
export function TimeZoneList({ id }: { id: string }) {
  return (
    <datalist id={id}>
      {Intl.supportedValuesOf('timeZone').map((zone) => (
        <option key={zone} value={zone} />
      ))}
    </datalist>
  )
}

function firstBelow(faults: Readonly<Record<string, string>>, path: string): string | undefined {
  return Object.entries(faults).find(([name]) => name.startsWith(path))?.[1]
}
