'use client'

import { PlugZap } from 'lucide-react'
import { useText } from '@/components/messages/use-text'
import { classes } from '@/components/ui/classes'
import type { Departure } from '@/lib/contract/readiness'

/** Where a vehicle is plugged in; nothing where it is not. */
export function StandsAt({ place, className }: { place: Departure['place']; className?: string }) {
  const text = useText()
  if (!place) return null
  return (
    <p className={classes('flex min-w-0 items-center gap-1.5 text-ink-2 text-sm', className)}>
      <PlugZap aria-hidden className="size-3.5 shrink-0" />
      <span className="truncate">{text('departure.standsAt', { place: place.name })}</span>
    </p>
  )
}
