'use client'

import { Plus, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input, TextArea } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import type { PortDraft, VehicleDraft } from '@/components/vehicle/vehicle-draft'
import { INTERIOR_HVAC, PORT_TYPES } from '@/lib/contract/vehicle'

type FieldsProps = {
  draft: VehicleDraft
  /** Faults by path, as the contract or the server names them: `chargingPorts.0.macAddress`. */
  errors: ReadonlyMap<string, string>
  onChange: (change: Partial<VehicleDraft>) => void
  depots: readonly { uid: string; name: string }[]
}

type TextKey = 'name' | 'evModel' | 'licensePlate' | 'vin'
type NumberKey = 'fullChargeEnergykWh' | 'maxChargePowerkW' | 'minChargePowerkW' | 'consumption'

/** The fields of a vehicle, in groups. */
export function VehicleFields(props: FieldsProps) {
  const text = useText()
  const { draft, errors, onChange, depots } = props
  return (
    <div className="flex flex-col gap-8">
      <Group title={text('vehicleForm.identity')}>
        <TextField {...props} name="name" />
        <TextField {...props} name="licensePlate" />
        <TextField {...props} name="evModel" />
        <TextField {...props} name="vin" />
        <Field label={text('vehicleForm.notes')} error={errors.get('notes')} className="sm:col-span-2">
          <TextArea value={draft.notes} onChange={(event) => onChange({ notes: event.target.value })} />
        </Field>
        <fieldset className="sm:col-span-2">
          <legend className="mb-2 font-medium text-sm">{text('vehicleForm.locationUid')}</legend>
          <div className="flex flex-wrap gap-x-6 gap-y-2">
            {depots.map(({ uid, name }) => (
              <label key={uid} className="flex min-h-8 items-center gap-2 text-sm">
                <input
                  type="checkbox"
                  className="size-4 accent-(--accent)"
                  checked={draft.locationUid.includes(uid)}
                  onChange={(event) =>
                    onChange({
                      locationUid: event.target.checked
                        ? [...draft.locationUid, uid]
                        : draft.locationUid.filter((one) => one !== uid),
                    })
                  }
                />
                {name}
              </label>
            ))}
          </div>
        </fieldset>
      </Group>
      <Group title={text('vehicleForm.battery')}>
        <NumberField {...props} name="fullChargeEnergykWh" unit="kWh" />
        <NumberField {...props} name="consumption" unit="Wh/km" />
        <NumberField {...props} name="maxChargePowerkW" unit="kW" />
        <NumberField {...props} name="minChargePowerkW" unit="kW" />
        <Toggle
          label={text('vehicleForm.supportsPauseResume')}
          hint={text('vehicleForm.supportsPauseResumeHint')}
          checked={draft.supportsPauseResume}
          onChange={(supportsPauseResume) => onChange({ supportsPauseResume })}
        />
        <Toggle
          label={text('vehicleForm.enableChargeScheduling')}
          hint={text('vehicleForm.enableChargeSchedulingHint')}
          checked={draft.enableChargeScheduling}
          onChange={(enableChargeScheduling) => onChange({ enableChargeScheduling })}
        />
      </Group>
      <Ports {...props} />
      <Preconditioning {...props} />
    </div>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-3 font-semibold">{title}</h3>
      <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2">{children}</div>
    </section>
  )
}

function TextField({ name, draft, errors, onChange }: FieldsProps & { name: TextKey }) {
  const text = useText()
  return (
    <Field label={text(`vehicleForm.${name}`)} error={errors.get(name)}>
      <Input value={draft[name]} onChange={(event) => onChange({ [name]: event.target.value })} />
    </Field>
  )
}

function NumberField({ name, unit, draft, errors, onChange }: FieldsProps & { name: NumberKey; unit: string }) {
  const text = useText()
  return (
    <Field label={text(`vehicleForm.${name}`)} unit={unit} error={errors.get(name)}>
      <Input inputMode="decimal" value={draft[name]} onChange={(event) => onChange({ [name]: event.target.value })} />
    </Field>
  )
}

type ToggleProps = { label: string; hint?: string; checked: boolean; onChange: (checked: boolean) => void }

function Toggle({ label, hint, checked, onChange }: ToggleProps) {
  return (
    <div className="flex gap-3">
      <Switch aria-label={label} checked={checked} onCheckedChange={onChange} className="mt-0.5" />
      <div>
        <p className="font-medium text-sm">{label}</p>
        {hint && <p className="text-ink-3 text-sm">{hint}</p>}
      </div>
    </div>
  )
}

function Ports({ draft, errors, onChange }: FieldsProps) {
  const text = useText()
  const ports = draft.chargingPorts
  const replace = (key: number, change: Partial<PortDraft>) =>
    onChange({ chargingPorts: ports.map((port) => (port.key === key ? { ...port, ...change } : port)) })
  const nextKey = Math.max(-1, ...ports.map(({ key }) => key)) + 1
  return (
    <section>
      <h3 className="mb-3 font-semibold">{text('vehicleForm.ports')}</h3>
      {ports.length === 0 && <p className="mb-3 text-ink-2 text-sm">{text('vehicleForm.noPorts')}</p>}
      {errors.get('chargingPorts') && <p className="mb-3 text-critical text-sm">{errors.get('chargingPorts')}</p>}
      <ul className="flex flex-col gap-4">
        {ports.map((port, index) => (
          <li key={port.key} className="grid grid-cols-[1fr_auto] items-start gap-3 sm:grid-cols-[1fr_9rem_auto_auto]">
            <Field
              label={text('vehicleForm.macAddress')}
              error={errors.get(`chargingPorts.${index}.macAddress`)}
              className="col-span-2 sm:col-span-1"
            >
              <Input
                value={port.macAddress}
                placeholder="00:1A:2B:3C:4D:5E"
                spellCheck={false}
                autoCapitalize="characters"
                onChange={(event) => replace(port.key, { macAddress: event.target.value })}
              />
            </Field>
            <Field label={text('vehicleForm.portType')} className="col-span-2 sm:col-span-1">
              <Select
                value={port.type}
                onChange={(event) =>
                  replace(port.key, { type: PORT_TYPES.find((type) => type === event.target.value) ?? port.type })
                }
              >
                {PORT_TYPES.map((type) => (
                  <option key={type}>{type}</option>
                ))}
              </Select>
            </Field>
            <label className="flex items-center gap-2 self-center text-sm sm:mt-6">
              <input
                type="checkbox"
                className="size-4 accent-(--accent)"
                checked={port.inactive}
                onChange={(event) => replace(port.key, { inactive: event.target.checked })}
              />
              {text('vehicleForm.inactive')}
            </label>
            <Button
              tone="quiet"
              size="icon"
              className="sm:mt-6"
              aria-label={text('vehicleForm.removePort', { number: index + 1 })}
              onClick={() => onChange({ chargingPorts: ports.filter(({ key }) => key !== port.key) })}
            >
              <Trash2 aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      <Button
        size="small"
        className="mt-3"
        onClick={() =>
          onChange({ chargingPorts: [...ports, { key: nextKey, macAddress: '', type: 'CCS2', inactive: false }] })
        }
      >
        <Plus aria-hidden />
        {text('vehicleForm.addPort')}
      </Button>
    </section>
  )
}

function Preconditioning({ draft, errors, onChange }: FieldsProps) {
  const text = useText()
  const numbers = [
    {
      name: 'preconditioningEnergykWh',
      label: text('vehicleForm.preconditioningEnergy'),
      unit: 'kWh',
      path: 'preconditioning.vehiclePreconditioningEnergykWh',
    },
    {
      name: 'vehicleMinutes',
      label: text('vehicleForm.vehicleTime'),
      unit: text('vehicleForm.minutes'),
      path: 'preconditioning.vehiclePreconditioningTimeMs',
    },
    {
      name: 'batteryMinutes',
      label: text('vehicleForm.batteryTime'),
      unit: text('vehicleForm.minutes'),
      path: 'preconditioning.batteryPreconditioningTimeMs',
    },
  ] as const
  return (
    <Group title={text('vehicleForm.preconditioning')}>
      <Toggle
        label={text('vehicleForm.precondition')}
        checked={draft.precondition}
        onChange={(precondition) => onChange({ precondition })}
      />
      {draft.precondition && (
        <>
          <Field label={text('vehicleForm.interiorHvac')}>
            <Select
              value={draft.interiorHvac}
              onChange={(event) =>
                onChange({ interiorHvac: INTERIOR_HVAC.find((mode) => mode === event.target.value) ?? '' })
              }
            >
              <option value="">{text('vehicleForm.hvacNone')}</option>
              {INTERIOR_HVAC.map((mode) => (
                <option key={mode} value={mode}>
                  {text(`vehicleForm.hvac.${mode}`)}
                </option>
              ))}
            </Select>
          </Field>
          {numbers.map(({ name, label, unit, path }) => (
            <Field key={name} label={label} unit={unit} error={errors.get(path)}>
              <Input
                inputMode="decimal"
                value={draft[name]}
                onChange={(event) => onChange({ [name]: event.target.value })}
              />
            </Field>
          ))}
        </>
      )}
    </Group>
  )
}
