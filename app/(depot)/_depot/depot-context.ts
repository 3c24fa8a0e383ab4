'use client'

import { createContext, useContext, useMemo } from 'react'
import type { Reading } from '@/components/format/instant-format'
import { useLocale, useText } from '@/components/messages/use-text'
import type { Session } from '@/lib/contract/access'
import type { Location } from '@/lib/contract/location'

export type Depot = {
  location: Location
  session: Session
  locations: readonly Location[]
  /** The page is told of changes when they happen; else it asks for them every 30 s. */
  isLive: boolean
}

export const DepotContext = createContext<Depot | null>(null)

/** The depot that the pages show, and who looks at it. Only below the depot frame. */
export function useDepot(): Depot {
  const depot = useContext(DepotContext)
  if (!depot) throw new Error('useDepot is used outside of the depot frame')
  return depot
}

/** How times are read here: the depot's zone, the reader's locale and language. */
export function useReading(): Reading {
  const { location } = useDepot()
  const locale = useLocale()
  const text = useText()
  return useMemo(() => ({ zone: location.timeZone, locale, text }), [location.timeZone, locale, text])
}

const ORDER = { read: 0, write: 1, admin: 2 } as const

/** Whether who looks may do what the role may. The server decides; this only hides what it would refuse. */
export function useMay(role: keyof typeof ORDER): boolean {
  return ORDER[useDepot().session.role] >= ORDER[role]
}
