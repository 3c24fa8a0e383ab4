'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '@/app/(depot)/_data/call'
import { useSend } from '@/app/(depot)/_data/use-send'
import { useDepot, useReading } from '@/app/(depot)/_depot/depot-context'
import { alarmTitle } from '@/components/alarms/alarm-format'
import { useText } from '@/components/messages/use-text'
import { Field } from '@/components/ui/field'
import { FormDialog } from '@/components/ui/form-dialog'
import { Input } from '@/components/ui/input'
import { useToast } from '@/components/ui/toast'
import type { Alarm } from '@/lib/contract/alarm'

/** At a desk that several people share, the name that was given last is the likeliest. */
const LAST_NAME = 'readyline-acknowledged-by'

/** Asks who sees to these alarms, and writes it. */
export function AcknowledgeDialog({ alarms, onClose }: { alarms: readonly Alarm[]; onClose: () => void }) {
  const text = useText()
  const toast = useToast()
  const reading = useReading()
  const client = useQueryClient()
  const { session } = useDepot()
  const [name, setName] = useState(() => window.localStorage.getItem(LAST_NAME) ?? session.name)
  const [tried, setTried] = useState(false)
  const [first] = alarms
  const count = alarms.length
  const { send, sending, faults, forget } = useSend(
    async (by: string) => {
      try {
        for (const { id } of alarms)
          await call('acknowledgeAlarm', 'POST /alarms/{alarmId}/acknowledgement', {
            ...{ params: { alarmId: id }, body: { name: by } },
          })
      } finally {
        await client.invalidateQueries({ queryKey: ['alarms'] })
      }
    },
    () => {
      if (name.trim() !== session.name) window.localStorage.setItem(LAST_NAME, name.trim())
      else window.localStorage.removeItem(LAST_NAME)
      toast({ tone: 'good', sentence: text('alarms.acknowledged') })
      onClose()
    },
  )
  const missing = tried && name.trim() === '' ? text('alarms.nameMissing') : undefined
  return (
    <FormDialog
      title={text('alarms.acknowledgeTitle')}
      description={text('alarms.acknowledgeBody', { count })}
      action={text(sending ? 'action.saving' : 'alarms.acknowledge')}
      disabled={sending}
      fault={faults.rest}
      onSubmit={() => {
        setTried(true)
        if (name.trim() !== '') send(name.trim())
      }}
      onClose={onClose}
    >
      {count === 1 && first && (
        <p className="text-pretty">
          <span className="font-semibold">{alarmTitle(first, reading.text)}.</span> {first.cause}
        </p>
      )}
      <Field label={text('alarms.name')} error={missing ?? faults.fields.name}>
        <Input
          autoComplete="name"
          maxLength={200}
          value={name}
          onChange={(event) => {
            setName(event.target.value)
            forget()
          }}
        />
      </Field>
    </FormDialog>
  )
}
