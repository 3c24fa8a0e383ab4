'use client'

import { useState } from 'react'
import { call } from '@/app/(depot)/_data/call'
import { useSend } from '@/app/(depot)/_data/use-send'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormFault } from '@/components/ui/form-fault'
import { Input } from '@/components/ui/input'
import { safeNextPath } from '@/lib/auth/next-path'

/** Signs in and goes on to where the visitor wanted to be. */
export function SignInForm({ next }: { next: string | null }) {
  const text = useText()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const { send, sending, faults } = useSend(
    () => call('signIn', 'POST /session', { body: { email, password } }),
    () => window.location.assign(safeNextPath(next)),
  )
  return (
    <form
      className="mt-6 flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        send(undefined)
      }}
    >
      <Field label={text('signIn.email')} error={faults.fields.email}>
        <Input
          type="email"
          autoComplete="username"
          required
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      <Field label={text('signIn.password')} error={faults.fields.password}>
        <Input
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <FormFault>{faults.rest}</FormFault>
      <Button type="submit" tone="primary" size="large" disabled={sending}>
        {text(sending ? 'signIn.submitting' : 'signIn.submit')}
      </Button>
      <p className="text-ink-3 text-pretty text-sm">{text('signIn.forgot')}</p>
    </form>
  )
}
