'use client'

import type { ReactNode } from 'react'
import type { ScheduleDraft } from '@/components/fleet/schedule-draft'
import { clockChangeOf } from '@/components/format/clock-change'
import { type Reading, zoneName } from '@/components/format/instant-format'
import { useText } from '@/components/messages/use-text'
import { DateTimeInput } from '@/components/ui/date-time-field'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { Location } from '@/lib/contract/location'

type ScheduleFieldsProps = {
  draft: ScheduleDraft
  /** A sentence for each faulty field, by its name in the API. */
  faults: Readonly<Record<string, string>>
  onChange: (draft: ScheduleDraft) => void
  depots: readonly Location[]
  /** The chosen one: times are on its clock, and what is left empty is its. */
  depot: Location
  reading: Reading
  /** Whether the times are a stay's, a recurring one's first, or those from which on a rule changes. */
  labels?: keyof typeof LABELS
}

const LABELS = {
  stay: ['stayForm.arrival', 'stayForm.departure'],
  first: ['ruleForm.firstArrival', 'ruleForm.firstDeparture'],
  rule: ['ruleForm.fromArrival', 'ruleForm.fromDeparture'],
} as const

/** When a vehicle is there, and what it needs before it leaves. */
export function ScheduleFields(props: ScheduleFieldsProps) {
  const { draft, faults, onChange, depots, depot, reading, labels = 'stay' } = props
  const text = useText()
  const [arrival, departure] = LABELS[labels]
  const time = (name: 'arrival' | 'departure', label: string) => (
    <DateTimeInput name={label} value={draft[name]} onChange={(value) => onChange({ ...draft, [name]: value })} />
  )
  const doubtOf = (name: 'arrival' | 'departure') => {
    const change = clockChangeOf(draft[name], depot.timeZone)
    return change ? text(`stayForm.clock.${change}`) : undefined
  }
  const input = (name: keyof ScheduleDraft, more: { inputMode?: 'decimal' | 'numeric' } = {}) => (
    <Input
      autoComplete="off"
      {...more}
      value={draft[name]}
      onChange={(event) => onChange({ ...draft, [name]: event.target.value })}
    />
  )
  const clock = text('stayForm.clock', {
    zone: zoneName(depot.timeZone, Date.parse(`${draft.arrival}Z`) || 0, reading.locale),
  })
  return (
    <>
      {depots.length > 1 && (
        <Field label={text('stayForm.depot')} error={faults.locationUid}>
          <Select
            value={draft.locationUid}
            onChange={(event) => onChange({ ...draft, locationUid: event.target.value })}
          >
            {depots.map(({ id, name }) => (
              <option key={id} value={id}>
                {name ?? id}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Pair>
        <Field label={text(arrival)} hint={doubtOf('arrival') ?? clock} error={faults.plannedArrivalTime}>
          {time('arrival', text(arrival))}
        </Field>
        <Field label={text(departure)} hint={doubtOf('departure')} error={faults.plannedDepartureTime}>
          {time('departure', text(departure))}
        </Field>
        <Field
          label={text('stayForm.targetSoC')}
          unit="%"
          hint={text('stayForm.targetSoCHint', { target: depot.targetSoC })}
          error={faults.targetSoC}
        >
          {input('targetSoC', { inputMode: 'decimal' })}
        </Field>
        <Field
          label={text('stayForm.minimumSoC')}
          unit="%"
          hint={text('stayForm.minimumSoCHint')}
          error={faults.minimumSoC}
        >
          {input('minimumSoC', { inputMode: 'decimal' })}
        </Field>
        <Field label={text('stayForm.startSoC')} unit="%" hint={text('stayForm.startSoCHint')} error={faults.startSoC}>
          {input('startSoC', { inputMode: 'decimal' })}
        </Field>
        <Field label={text('stayForm.priority')} hint={text('stayForm.priorityHint')} error={faults.priority}>
          {input('priority', { inputMode: 'numeric' })}
        </Field>
        <Field label={text('stayForm.blockId')} error={faults.blockId}>
          {input('blockId')}
        </Field>
      </Pair>
    </>
  )
}

function Pair({ children }: { children: ReactNode }) {
  return <div className="grid items-start gap-x-5 gap-y-4 sm:grid-cols-2">{children}</div>
}
