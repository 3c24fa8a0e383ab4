import { readersLanguage, titled } from '@/app/reader'
import { SetupForm } from '@/app/setup/setup-form'
import { Entrance } from '@/components/entrance/entrance'
import { SecureAddressNotice } from '@/components/entrance/secure-address-notice'
import { secureAddress } from '@/lib/auth/secure-address'

export const generateMetadata = titled('setup.title', { referrer: 'no-referrer' })

type Props = { searchParams: Promise<{ token?: string | string[] }> }

export default async function SetupPage({ searchParams }: Props) {
  const { token: given } = await searchParams
  const token = typeof given === 'string' ? given : ''
  return (
    <Entrance
      language={await readersLanguage()}
      here={{ path: '/setup', token }}
      title="setup.title"
      note="setup.intro"
    >
      <SecureAddressNotice address={secureAddress()} />
      <SetupForm token={token} />
    </Entrance>
  )
}
