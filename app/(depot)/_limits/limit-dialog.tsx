'use client'

import { useState } from 'react'
import { useNow } from '@/app/(depot)/_data/use-now'
import { useDepot, useReading } from '@/app/(depot)/_depot/depot-context'
import { useLimits } from '@/app/(depot)/_limits/use-limits'
import { TriedEffect } from '@/app/(depot)/_what-if/tried-effect'
import { zoneName } from '@/components/format/instant-format'
import { type LimitDraft, limitOf, newLimitDraft, withLimit } from '@/components/limits/timed-limit'
import { useText } from '@/components/messages/use-text'
import type { DatedLimit } from '@/components/settings/depot-draft'
import { DateTimeInput } from '@/components/ui/date-time-field'
import { Field } from '@/components/ui/field'
import { FormDialog } from '@/components/ui/form-dialog'
import { Input } from '@/components/ui/input'

/** Sets a limit for a time, and says what it would do to the plan before it is saved. It ends by itself. */
export function LimitDialog({ onClose }: { onClose: () => void }) {
  const text = useText()
  const reading = useReading()
  const now = useNow()
  const { location } = useDepot()
  const [draft, setDraft] = useState(() => newLimitDraft(location.timeZone, now))
  const [edited, setEdited] = useState(false)
  const [tried, setTried] = useState(false)
  const read = limitOf(draft, location.timeZone, now)
  const { send, sending, faults, forget } = useLimits(onClose)
  const change = (part: Partial<LimitDraft>) => {
    setDraft({ ...draft, ...part })
    setEdited(true)
    forget()
  }
  const faultAt = (...names: string[]) =>
    tried && 'fault' in read && names.includes(read.fault) ? text(`limits.fault.${read.fault}`) : undefined
  return (
    <FormDialog
      edited={edited}
      title={text('limits.new')}
      description={text('limits.newBody')}
      action={text(sending ? 'action.saving' : 'limits.set')}
      disabled={sending}
      fault={faults.status === 412 ? text('limits.stale') : (faults.rest ?? Object.values(faults.fields)[0] ?? null)}
      onSubmit={() => {
        setTried(true)
        if ('limit' in read)
          send({ change: (limits) => withLimit(limits, read.limit, Date.now()), done: text('limits.done') })
      }}
      onClose={onClose}
    >
      <Field label={text('limits.power')} error={faultAt('power')}>
        <Input
          inputMode="decimal"
          autoComplete="off"
          value={draft.powerkW}
          onChange={(event) => change({ powerkW: event.target.value })}
        />
      </Field>
      <Field
        label={text('limits.from')}
        hint={text('stayForm.clock', { zone: zoneName(location.timeZone, now, reading.locale) })}
        error={faultAt('from')}
      >
        <DateTimeInput name={text('limits.from')} value={draft.from} onChange={(from) => change({ from })} />
      </Field>
      <Field label={text('limits.to')} error={faultAt('to', 'order', 'over')}>
        <DateTimeInput name={text('limits.to')} value={draft.to} onChange={(to) => change({ to })} />
      </Field>
      <Field label={text('limits.note')} hint={text('limits.noteHint')}>
        <Input autoComplete="off" value={draft.note} onChange={(event) => change({ note: event.target.value })} />
      </Field>
      {'limit' in read && <LimitEffect limit={read.limit} />}
    </FormDialog>
  )
}

/** Tries the depot's plan with one more limit; nothing is stored. */
function LimitEffect({ limit: { from, to, powerkW } }: { limit: DatedLimit }) {
  const { location } = useDepot()
  const now = useNow()
  const dates = withLimit(location.powerLimits?.dates ?? [], { from, to, powerkW }, now)
  return <TriedEffect overrides={{ powerLimits: { dates } }} />
}
