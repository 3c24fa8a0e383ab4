'use client'

import Link from 'next/link'
import { type ComponentProps, useState } from 'react'

type PageLinkProps = Omit<ComponentProps<typeof Link>, 'prefetch'>

/**
 * A link to another page, which is fetched ahead when the pointer, the finger or the keyboard is on the link. A link that
 * is merely in sight asks for nothing: what the page itself shows would wait behind it.
 */
export function PageLink({ onPointerEnter, onTouchStart, onFocus, ...props }: PageLinkProps) {
  const [isMeant, setMeant] = useState(false)
  const meant = () => setMeant(true)
  return (
    <Link
      {...props}
      prefetch={isMeant ? null : false}
      onPointerEnter={(event) => {
        meant()
        onPointerEnter?.(event)
      }}
      onTouchStart={(event) => {
        meant()
        onTouchStart?.(event)
      }}
      onFocus={(event) => {
        meant()
        onFocus?.(event)
      }}
    />
  )
}
