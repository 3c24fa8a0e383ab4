'use client'

import { Plus, Trash2 } from 'lucide-react'
import { emptyPort, type PortDraft } from '@/components/fleet/vehicle-draft'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { PORT_TYPES } from '@/lib/contract/enumerations'

type PortFieldsProps = {
  ports: readonly PortDraft[]
  faults: Readonly<Record<string, string>>
  onChange: (ports: PortDraft[]) => void
}

/** The vehicle's charging ports: added, removed, or kept but not in use. */
export function PortFields({ ports, faults, onChange }: PortFieldsProps) {
  const text = useText()
  const replace = (key: number, change: Partial<PortDraft>) =>
    onChange(ports.map((port) => (port.key === key ? { ...port, ...change } : port)))
  return (
    <fieldset className="min-w-0">
      <legend className="mb-3 font-semibold">{text('vehicleForm.ports')}</legend>
      {ports.length === 0 && <p className="-mt-2 mb-3 text-ink-3 text-sm">{text('vehicleForm.noPorts')}</p>}
      {faults.chargingPorts && (
        <p role="alert" className="mb-3 text-critical text-sm">
          {faults.chargingPorts}
        </p>
      )}
      <ul className="flex flex-col gap-3">
        {ports.map((port, index) => (
          <li
            key={port.key}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-3 rounded-lg border border-line p-3 sm:grid-cols-[minmax(0,1fr)_9rem_auto_auto] sm:border-0 sm:p-0"
          >
            <Field
              label={text('vehicleForm.macAddress')}
              error={faults[`chargingPorts[${index}].macAddress`]}
              className="col-span-full sm:col-span-1"
            >
              <Input
                value={port.macAddress}
                placeholder="00:1A:2B:3C:4D:5E"
                spellCheck={false}
                autoComplete="off"
                autoCapitalize="characters"
                onChange={(event) => replace(port.key, { macAddress: event.target.value })}
              />
            </Field>
            <Field
              label={text('vehicleForm.portType')}
              error={faults[`chargingPorts[${index}].type`]}
              className="col-span-full sm:col-span-1"
            >
              <Select
                value={port.type}
                onChange={(event) => {
                  const type = PORT_TYPES.find((one) => one === event.target.value)
                  if (type) replace(port.key, { type })
                }}
              >
                {PORT_TYPES.map((type) => (
                  <option key={type}>{type}</option>
                ))}
              </Select>
            </Field>
            <label className="flex h-9 items-center gap-2.5 text-sm sm:mt-6.5">
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
              className="sm:mt-6.5"
              aria-label={text('vehicleForm.removePort', { number: index + 1 })}
              onClick={() => onChange(ports.filter(({ key }) => key !== port.key))}
            >
              <Trash2 aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      <Button size="small" className="mt-3" onClick={() => onChange([...ports, emptyPort()])}>
        <Plus aria-hidden />
        {text('vehicleForm.addPort')}
      </Button>
    </fieldset>
  )
}
