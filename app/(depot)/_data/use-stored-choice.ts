'use client'

import { useCallback, useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
/** What the browser refused to keep (private, full): known until the page is closed. */
const unkept = new Map<string, string | null>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

/** A choice that this browser remembers, the same in all its tabs. */
export function useStoredChoice(key: string): [value: string | null, set: (value: string | null) => void] {
  const value = useSyncExternalStore(
    subscribe,
    () => readChoice(key),
    () => null,
  )
  const set = useCallback((next: string | null) => writeChoice(key, next), [key])
  return [value, set]
}

/** What was chosen last; null: nothing was. */
export function readChoice(key: string): string | null {
  const known = unkept.get(key)
  if (known !== undefined) return known
  try {
    return window.localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Remembers a choice, or (null) forgets it; one that the browser refuses to keep lasts as long as the page. */
export function writeChoice(key: string, value: string | null): void {
  try {
    if (value === null) window.localStorage.removeItem(key)
    else window.localStorage.setItem(key, value)
    unkept.delete(key)
  } catch {
    unkept.set(key, value)
  }
  for (const listener of listeners) listener()
}
