import { readersLanguage, titled } from '@/app/reader'
import { SignInForm } from '@/app/sign-in/sign-in-form'
import { Entrance } from '@/components/entrance/entrance'
import { SecureAddressNotice } from '@/components/entrance/secure-address-notice'
import { secureAddress } from '@/lib/auth/secure-address'

export const generateMetadata = titled('signIn.title')

type Props = { searchParams: Promise<{ next?: string | string[] }> }

export default async function SignInPage({ searchParams }: Props) {
  const { next: given } = await searchParams
  const next = typeof given === 'string' ? given : null
  return (
    <Entrance
      language={await readersLanguage()}
      here={{ path: '/sign-in', next }}
      title="signIn.title"
      note="app.tagline"
    >
      <SecureAddressNotice address={secureAddress()} />
      <SignInForm next={next} />
    </Entrance>
  )
}
