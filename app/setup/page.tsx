import type { Metadata } from 'next'
import { SetupForm } from '@/app/setup/setup-form'
import { Entrance } from '@/components/entrance/entrance'
import { SecureAddressNotice } from '@/components/entrance/secure-address-notice'
import { LOCALE, textIn } from '@/components/messages/text'
import { secureAddress } from '@/lib/auth/secure-address'

const text = textIn(LOCALE)

export const metadata: Metadata = { title: text('setup.title'), referrer: 'no-referrer' }

type Props = { searchParams: Promise<{ token?: string | string[] }> }

export default async function SetupPage({ searchParams }: Props) {
  const { token } = await searchParams
  return (
    <Entrance appName={text('app.name')} title={text('setup.title')} note={text('setup.intro')}>
      <SecureAddressNotice address={secureAddress()} />
      <SetupForm token={typeof token === 'string' ? token : ''} />
    </Entrance>
  )
}
