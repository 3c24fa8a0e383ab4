'use client'

import type { LabelKey } from '@/components/messages/text'
import { useText } from '@/components/messages/use-text'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { ROLES } from '@/lib/contract/enumerations'

type RoleName = (typeof ROLES)[number]

type RoleFieldProps = {
  label: LabelKey
  value: RoleName
  onChange: (role: RoleName) => void
  /** The words for a role: a person's (viewer, dispatcher) or a token's (read, write). */
  words: (role: RoleName) => LabelKey
  error?: string
}

/** What somebody may do. */
export function RoleField({ label, value, onChange, words, error }: RoleFieldProps) {
  const text = useText()
  return (
    <Field label={text(label)} error={error}>
      <Select value={value} onChange={(event) => onChange(event.target.value as RoleName)}>
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {text(words(role))}
          </option>
        ))}
      </Select>
    </Field>
  )
}

type LocationsFieldProps = {
  legend: string
  locations: readonly { id: string; name?: string }[]
  value: readonly string[]
  onChange: (uids: string[]) => void
  error?: string
}

/** Which depots somebody is narrowed to; none chosen means all of them. */
export function LocationsField({ legend, locations, value, onChange, error }: LocationsFieldProps) {
  const text = useText()
  const toggle = (uid: string) => onChange(value.includes(uid) ? value.filter((one) => one !== uid) : [...value, uid])
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 font-medium text-sm">{legend}</legend>
      <Choice label={text('tokens.allLocations')} checked={value.length === 0} onChange={() => onChange([])} />
      {locations.map(({ id, name }) => (
        <Choice key={id} label={name ?? id} checked={value.includes(id)} onChange={() => toggle(id)} />
      ))}
      {error && (
        <p role="alert" className="text-critical text-sm">
          {error}
        </p>
      )}
    </fieldset>
  )
}

function Choice({ label, checked, onChange }: { label: string; checked: boolean; onChange: () => void }) {
  return (
    <label className="flex min-h-8 cursor-pointer items-center gap-2.5 text-sm pointer-coarse:min-h-11">
      <input type="checkbox" className="size-4 accent-(--accent)" checked={checked} onChange={onChange} />
      {label}
    </label>
  )
}
