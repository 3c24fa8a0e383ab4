import type { Metadata } from 'next'
import { ResetForm } from '@/app/reset-password/reset-form'
import { Entrance } from '@/components/entrance/entrance'
import { LOCALE, textIn } from '@/components/messages/text'

const text = textIn(LOCALE)

export const metadata: Metadata = { title: text('reset.title'), referrer: 'no-referrer' }

type Props = { searchParams: Promise<{ token?: string | string[] }> }

export default async function ResetPasswordPage({ searchParams }: Props) {
  const { token } = await searchParams
  const whole = typeof token === 'string' && token !== ''
  return (
    <Entrance
      appName={text('app.name')}
      title={text('reset.title')}
      note={text(whole ? 'reset.body' : 'reset.noToken')}
    >
      {whole && <ResetForm token={token} />}
    </Entrance>
  )
}
