'use client'

import { PlugZap } from 'lucide-react'
import { useText } from '@/components/messages/use-text'
import { classes } from '@/components/ui/classes'
import type { Departure } from '@/lib/contract/readiness'

type StandsAtProps = {
  place: Departure['place']
  className?: string
  /** On a desk the sign stands for the words, so that a departure has one line. */
  isShort?: boolean
}

/** Where a vehicle is plugged in; nothing where it is not. */
export function StandsAt({ place, className, isShort = false }: StandsAtProps) {
  const text = useText()
  if (!place) return null
  return (
    <p className={classes('flex min-w-0 items-center gap-1.5 text-ink-2 text-sm', className)}>
      <PlugZap aria-hidden className="size-3.5 shrink-0" />
      <span className={classes('truncate', isShort && 'xl:sr-only')}>
        {text('departure.standsAt', { place: place.name })}
      </span>
      {isShort && (
        <span aria-hidden className="hidden truncate xl:inline">
          {place.name}
        </span>
      )}
    </p>
  )
}
