'use client'

import { useSyncExternalStore } from 'react'

const NARROW = '(max-width: 767px)'

/** Whether the screen is a phone's, where a list takes the place of a table. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia(NARROW)
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    () => window.matchMedia(NARROW).matches,
    () => false,
  )
}
