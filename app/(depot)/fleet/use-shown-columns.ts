'use client'

import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { FLEET_COLUMNS, type FleetColumn, fleetColumnOf } from '@/components/fleet/fleet-columns'

const KEY = 'readyline.fleet.columns'
const USUAL: ReadonlySet<FleetColumn> = new Set(FLEET_COLUMNS.filter(({ spare }) => !spare).map(({ id }) => id))
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

/** A browser that keeps nothing (private, full) has the usual columns. */
function read(): string | null {
  try {
    return window.localStorage.getItem(KEY)
  } catch {
    return null
  }
}

function write(value: string | null): void {
  try {
    if (value === null) window.localStorage.removeItem(KEY)
    else window.localStorage.setItem(KEY, value)
  } catch {
    return
  }
  for (const listener of listeners) listener()
}

/** The columns of the fleet's table, remembered by this browser. The name is always among them. */
export function useShownColumns() {
  const stored = useSyncExternalStore(subscribe, read, () => null)
  const shown = useMemo<ReadonlySet<FleetColumn>>(
    () =>
      stored === null
        ? USUAL
        : new Set(['name', ...stored.split(',').flatMap((name) => fleetColumnOf(name) ?? [])] as const),
    [stored],
  )
  const setShown = useCallback((next: ReadonlySet<FleetColumn>) => write([...next].join(',')), [])
  const reset = useCallback(() => write(null), [])
  return { shown, setShown, reset }
}
