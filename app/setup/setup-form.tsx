'use client'

import { RadioGroup } from 'radix-ui'
import { useState } from 'react'
import { call } from '@/app/(depot)/_data/call'
import { useSend } from '@/app/(depot)/_data/use-send'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormFault } from '@/components/ui/form-fault'
import { Input } from '@/components/ui/input'

/** Makes the first administrator and, if wanted, the demo depot. */
export function SetupForm({ token: given }: { token: string }) {
  const text = useText()
  const [form, setForm] = useState({ token: given, name: '', email: '', password: '' })
  const [start, setStart] = useState<'demo' | 'empty'>('demo')
  const { send, sending, faults } = useSend(
    () => call('setup', 'POST /setup', { body: { ...form, demo: start === 'demo' } }),
    () => window.location.assign(start === 'demo' ? '/' : '/settings?tab=depot'),
  )
  const bind = (name: keyof typeof form) => ({
    value: form[name],
    required: true,
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
  })
  return (
    <form
      className="mt-6 flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        send(undefined)
      }}
    >
      {!given && (
        <Field label={text('setup.token')} hint={text('setup.tokenHint')} error={faults.fields.token}>
          <Input autoComplete="off" {...bind('token')} />
        </Field>
      )}
      <Field label={text('setup.name')} error={faults.fields.name}>
        <Input autoComplete="name" {...bind('name')} />
      </Field>
      <Field label={text('signIn.email')} error={faults.fields.email}>
        <Input type="email" autoComplete="username" {...bind('email')} />
      </Field>
      <Field label={text('signIn.password')} hint={text('setup.passwordHint')} error={faults.fields.password}>
        <Input type="password" autoComplete="new-password" {...bind('password')} />
      </Field>
      <StartChoice value={start} onChange={setStart} />
      <FormFault>{faults.rest}</FormFault>
      <Button type="submit" tone="primary" size="large" disabled={sending}>
        {text(sending ? 'setup.submitting' : 'setup.submit')}
      </Button>
    </form>
  )
}

type StartChoiceProps = { value: 'demo' | 'empty'; onChange: (value: 'demo' | 'empty') => void }

function StartChoice({ value, onChange }: StartChoiceProps) {
  const text = useText()
  return (
    <div className="flex flex-col gap-1.5">
      <span id="start-with" className="font-medium text-sm">
        {text('setup.startWith')}
      </span>
      <RadioGroup.Root
        aria-labelledby="start-with"
        value={value}
        onValueChange={(next) => onChange(next as 'demo' | 'empty')}
        className="flex flex-col gap-2"
      >
        {(['demo', 'empty'] as const).map((option) => (
          <RadioGroup.Item
            key={option}
            value={option}
            className="rounded-md border border-line-control px-4 py-3 text-left data-[state=checked]:border-accent data-[state=checked]:bg-accent-soft data-[state=checked]:ring-1 data-[state=checked]:ring-accent"
          >
            <span className="block font-medium">{text(`setup.${option}`)}</span>
            <span className="block text-ink-2 text-pretty text-sm">{text(`setup.${option}Body`)}</span>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  )
}
