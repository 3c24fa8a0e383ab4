'use client'

import { useContext } from 'react'
import { DepotContext } from '@/app/(depot)/_depot/depot-context'
import { useLocale } from '@/components/messages/use-text'

/** How times are said where there may be no depot, as before one is signed in: then `zone` is left out. */
export function useClock(): { locale: string; zone: string | undefined } {
  return { locale: useLocale(), zone: useContext(DepotContext)?.location.timeZone }
}
