'use client'

import { type ReactNode, useId } from 'react'
import { CurveFields } from '@/components/fleet/curve-fields'
import { PortFields } from '@/components/fleet/port-fields'
import type { NumberName, SwitchName, ValueName, VehicleDraft } from '@/components/fleet/vehicle-draft'
import { FIELD_LABELS, FIELD_UNITS } from '@/components/fleet/vehicle-format'
import type { LabelKey } from '@/components/messages/text'
import { useText } from '@/components/messages/use-text'
import { Field } from '@/components/ui/field'
import { Input, TextArea } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import { INTERIOR_HVAC } from '@/lib/contract/enumerations'

export type FormFieldsProps = {
  draft: VehicleDraft
  /** A sentence for each faulty field, by its path as the API names it: `chargingPorts[0].macAddress`. */
  faults: Readonly<Record<string, string>>
  onChange: (draft: VehicleDraft) => void
  depots: readonly { id: string; name?: string }[]
}

/** All attributes of a vehicle, in the order in which people know them. */
export function VehicleFormFields(props: FormFieldsProps) {
  const { draft, faults, onChange } = props
  const text = useText()
  return (
    <div className="flex flex-col gap-7">
      <Group title="vehicleForm.identity">
        <TextField {...props} name="name" />
        <TextField {...props} name="licensePlate" />
        <TextField {...props} name="evModel" />
        <TextField {...props} name="vin" />
        <DepotsField {...props} />
      </Group>
      <Group title="vehicleForm.battery">
        <NumberField {...props} name="fullChargeEnergykWh" />
        <NumberField {...props} name="consumption" />
        <NumberField {...props} name="maxChargePowerkW" />
        <NumberField {...props} name="minChargePowerkW" />
        <CurveFields curve={draft.curve} faults={faults} onChange={(curve) => onChange({ ...draft, curve })} />
        <SwitchField {...props} name="supportsPauseResume" hint="vehicleForm.supportsPauseResumeHint" />
        <SwitchField {...props} name="enableChargeScheduling" hint="vehicleForm.enableChargeSchedulingHint" />
      </Group>
      <PortFields ports={draft.ports} faults={faults} onChange={(ports) => onChange({ ...draft, ports })} />
      <Field
        label={text('vehicleForm.tokens')}
        hint={text('vehicleForm.tokensHint')}
        error={Object.entries(faults).find(([path]) => path.startsWith('tokens'))?.[1]}
      >
        <TextArea
          rows={2}
          spellCheck={false}
          value={draft.tokens}
          onChange={(event) => onChange({ ...draft, tokens: event.target.value })}
        />
      </Field>
      <Group title="vehicleForm.preconditioning" note="vehicleForm.preconditioningNote">
        <SwitchField {...props} name="v2icpParameters.preconditioning" />
        <HvacField {...props} />
        <NumberField {...props} name="v2icpParameters.ambientTemp" />
        <NumberField {...props} name="preconditioning.vehiclePreconditioningEnergykWh" />
        <NumberField {...props} name="preconditioning.vehiclePreconditioningTimeMs" />
        <NumberField {...props} name="preconditioning.batteryPreconditioningTimeMs" />
        <NumberField {...props} name="minPreconditioningPowerkW" hint="vehicleForm.minPreconditioningPowerHint" />
      </Group>
      <Field label={text('vehicleForm.notes')} error={faults.notes}>
        <TextArea
          value={draft.values.notes}
          onChange={(event) => onChange(withValue(draft, 'notes', event.target.value))}
        />
      </Field>
    </div>
  )
}

function withValue(draft: VehicleDraft, name: ValueName, value: string): VehicleDraft {
  return { ...draft, values: { ...draft.values, [name]: value } }
}

export function Group({ title, note, children }: { title: LabelKey; note?: LabelKey; children: ReactNode }) {
  const text = useText()
  return (
    <fieldset className="min-w-0">
      <legend className="mb-3 font-semibold">{text(title)}</legend>
      {note && <p className="-mt-2 mb-3 text-pretty text-ink-3 text-sm">{text(note)}</p>}
      <div className="grid items-start gap-x-5 gap-y-4 sm:grid-cols-2">{children}</div>
    </fieldset>
  )
}

type TextName = Exclude<ValueName, NumberName>

function TextField({ name, draft, faults, onChange }: FormFieldsProps & { name: TextName }) {
  const text = useText()
  return (
    <Field label={text(FIELD_LABELS[name])} error={faults[name]}>
      <Input
        autoComplete="off"
        value={draft.values[name]}
        onChange={(event) => onChange(withValue(draft, name, event.target.value))}
      />
    </Field>
  )
}

function NumberField({ name, hint, draft, faults, onChange }: FormFieldsProps & { name: NumberName; hint?: LabelKey }) {
  const text = useText()
  return (
    <Field
      label={text(FIELD_LABELS[name])}
      unit={text(FIELD_UNITS[name])}
      hint={hint && text(hint)}
      error={faults[name]}
    >
      <Input
        inputMode="decimal"
        autoComplete="off"
        value={draft.values[name]}
        onChange={(event) => onChange(withValue(draft, name, event.target.value))}
      />
    </Field>
  )
}

function SwitchField({ name, hint, draft, onChange }: FormFieldsProps & { name: SwitchName; hint?: LabelKey }) {
  const text = useText()
  const id = useId()
  return (
    <div className="flex items-start gap-3 text-sm">
      <Switch
        id={id}
        aria-describedby={hint && `${id}-hint`}
        checked={draft.switches[name]}
        onCheckedChange={(checked) => onChange({ ...draft, switches: { ...draft.switches, [name]: checked } })}
        className="mt-0.5"
      />
      <div>
        <label htmlFor={id} className="cursor-pointer font-medium">
          {text(FIELD_LABELS[name])}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-ink-3">
            {text(hint)}
          </p>
        )}
      </div>
    </div>
  )
}

function HvacField({ draft, faults, onChange }: FormFieldsProps) {
  const text = useText()
  const name = 'v2icpParameters.interiorHvac'
  return (
    <Field label={text(FIELD_LABELS[name])} error={faults[name]}>
      <Select value={draft.values[name]} onChange={(event) => onChange(withValue(draft, name, event.target.value))}>
        <option value="">{text('vehicleForm.hvacNone')}</option>
        {INTERIOR_HVAC.map((mode) => (
          <option key={mode} value={mode}>
            {text(`vehicleForm.hvac.${mode}`)}
          </option>
        ))}
      </Select>
    </Field>
  )
}

/** Where the vehicle belongs; a depot that the reader may not see is kept by the server. */
function DepotsField({ draft, faults, onChange, depots }: FormFieldsProps) {
  const text = useText()
  const chosen = draft.locationUids
  const fault = faults.locationUid
  const toggle = (id: string) =>
    onChange({ ...draft, locationUids: chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id] })
  return (
    <fieldset className="sm:col-span-2">
      <legend className="mb-1 font-medium text-sm">{text('vehicleForm.locationUid')}</legend>
      <div className="flex flex-wrap gap-x-6">
        {depots.map(({ id, name }) => (
          <label key={id} className="flex min-h-8 cursor-pointer items-center gap-2.5 text-sm pointer-coarse:min-h-11">
            <input
              type="checkbox"
              className="size-4 accent-(--accent)"
              checked={chosen.includes(id)}
              onChange={() => toggle(id)}
            />
            {name ?? id}
          </label>
        ))}
      </div>
      {fault && (
        <p role="alert" className="text-critical text-sm">
          {fault}
        </p>
      )}
    </fieldset>
  )
}
