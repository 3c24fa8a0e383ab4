'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback } from 'react'

type Change = Record<string, string | null | undefined>

/**
 * The state that the URL holds: depot, range, filters, open drawer. A link shows a colleague the same thing.
 * Nothing is asked of the server; `push` makes a step that Back undoes (a drawer), otherwise the entry is replaced.
 */
export function useUrlState(): { get: (name: string) => string | null; set: (change: Change, push?: boolean) => void } {
  const search = useSearchParams()
  const get = useCallback((name: string) => search.get(name), [search])
  const set = useCallback((change: Change, push = false) => {
    const next = new URLSearchParams(window.location.search)
    for (const [name, value] of Object.entries(change)) {
      if (value) next.set(name, value)
      else next.delete(name)
    }
    const query = next.toString()
    const address = `${window.location.pathname}${query ? `?${query}` : ''}${window.location.hash}`
    if (push) window.history.pushState(null, '', address)
    else window.history.replaceState(null, '', address)
  }, [])
  return { get, set }
}
