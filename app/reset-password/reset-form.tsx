'use client'

import { useState } from 'react'
import { call } from '@/app/(depot)/_data/call'
import { useSend } from '@/app/(depot)/_data/use-send'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormFault } from '@/components/ui/form-fault'
import { Input } from '@/components/ui/input'
import { PageLink } from '@/components/ui/page-link'

/** Sets a new password by a one-time link. */
export function ResetForm({ token }: { token: string }) {
  const text = useText()
  const [password, setPassword] = useState('')
  const [done, setDone] = useState(false)
  const { send, sending, faults } = useSend(
    () => call('resetPassword', 'POST /session/password', { body: { token, password } }),
    () => setDone(true),
  )
  if (done)
    return (
      <div className="mt-6 flex flex-col gap-4">
        <p role="status">{text('reset.done')}</p>
        <Button asChild tone="primary" size="large">
          <PageLink href="/sign-in">{text('reset.toSignIn')}</PageLink>
        </Button>
      </div>
    )
  return (
    <form
      className="mt-6 flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        send(undefined)
      }}
    >
      <Field label={text('reset.password')} hint={text('setup.passwordHint')} error={faults.fields.password}>
        <Input
          type="password"
          autoComplete="new-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <FormFault>{faults.rest}</FormFault>
      <Button type="submit" tone="primary" size="large" disabled={sending}>
        {text('reset.submit')}
      </Button>
    </form>
  )
}
