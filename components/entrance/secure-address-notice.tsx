'use client'

import { CircleAlert } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useText } from '@/components/messages/use-text'

const never = () => () => {}

/** Says that a page came over http although people use the app over https: the session's cookie would not be kept. */
export function SecureAddressNotice({ address }: { address: string | undefined }) {
  const text = useText()
  const cameOverHttp = useSyncExternalStore(
    never,
    () => window.location.protocol === 'http:',
    () => false,
  )
  if (!cameOverHttp || !address) return null
  return (
    <div role="alert" className="mt-4 flex gap-2 rounded-md bg-caution-soft px-3 py-2 text-caution text-sm">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <p>
        {text('signIn.insecure', { address })}{' '}
        <a className="underline" href={address}>
          {text('signIn.toSecure', { address })}
        </a>
      </p>
    </div>
  )
}
