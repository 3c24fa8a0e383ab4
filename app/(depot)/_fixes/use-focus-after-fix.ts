'use client'

import { useCallback, useEffect, useRef } from 'react'
import type { Departure } from '@/lib/contract/readiness'

/**
 * Keeps the focus with a departure that a fix was applied to: once the plan has followed, its fixes are gone and its row
 * may stand elsewhere, and whoever works by keyboard would be back at the top of the page.
 *
 * @returns what to call with the schedule's id when a fix is applied
 */
export function useFocusAfterFix(departures: readonly Departure[]): (scheduleId: string) => void {
  const applied = useRef<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are looked at again whenever they have changed
  useEffect(() => {
    if (applied.current === null || document.activeElement !== document.body) return
    const button = document.querySelector(`button[data-schedule="${CSS.escape(applied.current)}"]`)
    if (button instanceof HTMLElement) button.focus({ preventScroll: true })
    applied.current = null
  }, [departures])
  return useCallback((scheduleId) => {
    applied.current = scheduleId
  }, [])
}
