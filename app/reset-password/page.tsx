import { readersLanguage, titled } from '@/app/reader'
import { ResetForm } from '@/app/reset-password/reset-form'
import { Entrance } from '@/components/entrance/entrance'

export const generateMetadata = titled('reset.title', { referrer: 'no-referrer' })

type Props = { searchParams: Promise<{ token?: string | string[] }> }

export default async function ResetPasswordPage({ searchParams }: Props) {
  const { token: given } = await searchParams
  const token = typeof given === 'string' ? given : ''
  return (
    <Entrance
      language={await readersLanguage()}
      here={{ path: '/reset-password', token }}
      title="reset.title"
      note={token ? 'reset.body' : 'reset.noToken'}
    >
      {token && <ResetForm token={token} />}
    </Entrance>
  )
}
