import type { Metadata } from 'next'
import { SignInForm } from '@/app/sign-in/sign-in-form'
import { Entrance } from '@/components/entrance/entrance'
import { SecureAddressNotice } from '@/components/entrance/secure-address-notice'
import { LOCALE, textIn } from '@/components/messages/text'
import { secureAddress } from '@/lib/auth/secure-address'

const text = textIn(LOCALE)

export const metadata: Metadata = { title: text('signIn.title') }

type Props = { searchParams: Promise<{ next?: string | string[] }> }

export default async function SignInPage({ searchParams }: Props) {
  const { next } = await searchParams
  return (
    <Entrance appName={text('app.name')} title={text('signIn.title')} note={text('app.tagline')}>
      <SecureAddressNotice address={secureAddress()} />
      <SignInForm next={typeof next === 'string' ? next : null} />
    </Entrance>
  )
}
