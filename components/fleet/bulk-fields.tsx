'use client'

import { BULK_NUMBERS, BULK_SWITCHES, type BulkDraft } from '@/components/fleet/bulk-change'
import { FIELD_LABELS, FIELD_UNITS } from '@/components/fleet/vehicle-format'
import { useText } from '@/components/messages/use-text'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'

type BulkFieldsProps = {
  draft: BulkDraft
  /** The fields in which something is typed that is no number. */
  wrong: readonly string[]
  depots: readonly { id: string; name?: string }[]
  onChange: (draft: BulkDraft) => void
}

/** What of many vehicles can be changed at once. */
export function BulkFields({ draft, wrong, depots, onChange }: BulkFieldsProps) {
  const text = useText()
  const asIs = text('bulk.asIs')
  return (
    <div className="grid items-start gap-x-5 gap-y-4 sm:grid-cols-2">
      <Field label={text(FIELD_LABELS.evModel)}>
        <Input
          autoComplete="off"
          placeholder={asIs}
          value={draft.evModel}
          onChange={({ target }) => onChange({ ...draft, evModel: target.value })}
        />
      </Field>
      {BULK_NUMBERS.map((name) => (
        <Field
          key={name}
          label={text(FIELD_LABELS[name])}
          unit={text(FIELD_UNITS[name])}
          error={wrong.includes(name) ? text('bulk.notNumber') : undefined}
        >
          <Input
            inputMode="decimal"
            autoComplete="off"
            placeholder={asIs}
            value={draft[name]}
            onChange={({ target }) => onChange({ ...draft, [name]: target.value })}
          />
        </Field>
      ))}
      <Field
        label={text('vehicleForm.locationUid')}
        hint={draft.locationUid === '' ? undefined : text('bulk.depotHint')}
      >
        <Select value={draft.locationUid} onChange={({ target }) => onChange({ ...draft, locationUid: target.value })}>
          <option value="">{asIs}</option>
          {depots.map(({ id, name }) => (
            <option key={id} value={id}>
              {name ?? id}
            </option>
          ))}
        </Select>
      </Field>
      {BULK_SWITCHES.map((name) => (
        <Field key={name} label={text(FIELD_LABELS[name])}>
          <Select value={draft[name]} onChange={({ target }) => onChange({ ...draft, [name]: target.value })}>
            <option value="">{asIs}</option>
            <option value="on">{text('bulk.yes')}</option>
            <option value="off">{text('bulk.no')}</option>
          </Select>
        </Field>
      ))}
    </div>
  )
}
