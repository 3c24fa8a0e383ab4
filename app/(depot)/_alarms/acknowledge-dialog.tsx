'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { acknowledgeAlarms } from '@/app/(depot)/_alarms/acknowledge-alarms'
import { useSend } from '@/app/(depot)/_data/use-send'
import { readChoice, writeChoice } from '@/app/(depot)/_data/use-stored-choice'
import { useDepot, useReading } from '@/app/(depot)/_depot/depot-context'
import { alarmTitle } from '@/components/alarms/alarm-format'
import { alarmCause } from '@/components/alarms/alarm-words'
import { useText } from '@/components/messages/use-text'
import { Field } from '@/components/ui/field'
import { FormDialog } from '@/components/ui/form-dialog'
import { Input } from '@/components/ui/input'
import { useToast } from '@/components/ui/toast'
import type { Alarm } from '@/lib/contract/alarm'

/** At a desk that several people share, the name that was given last is the likeliest. */
const LAST_NAME = 'readyline.alarms.acknowledgedBy'

/** Asks who sees to these alarms, and writes it. */
export function AcknowledgeDialog({ alarms, onClose }: { alarms: readonly Alarm[]; onClose: () => void }) {
  const text = useText()
  const toast = useToast()
  const reading = useReading()
  const client = useQueryClient()
  const { session } = useDepot()
  const [proposed] = useState(() => readChoice(LAST_NAME) ?? session.name)
  const [name, setName] = useState(proposed)
  const [tried, setTried] = useState(false)
  const [first] = alarms
  const count = alarms.length
  const { send, sending, faults, forget } = useSend(
    async (by: string) => {
      try {
        return await acknowledgeAlarms(alarms, by)
      } finally {
        await client.invalidateQueries({ queryKey: ['alarms'] })
      }
    },
    (taken) => {
      writeChoice(LAST_NAME, name.trim() === session.name ? null : name.trim())
      const sentence = text(taken > 0 ? 'alarms.acknowledgedRest' : 'alarms.acknowledged', { count: taken })
      toast({ tone: 'good', sentence })
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
      edited={name !== proposed}
      onSubmit={() => {
        setTried(true)
        if (name.trim() !== '') send(name.trim())
      }}
      onClose={onClose}
    >
      {count === 1 && first && (
        <p className="text-pretty">
          <span className="font-semibold">{alarmTitle(first, reading.text)}.</span> {alarmCause(first, reading.text)}
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
