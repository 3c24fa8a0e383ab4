'use client'

import { useEffect, useRef } from 'react'
import { PAGES } from '@/components/shell/pages'

const CHORD_MS = 1_200

type Shortcuts = { goTo: (path: string) => void; showShortcuts: () => void }

/** Listens for `g` + a page's key, `/` and `?`; never while someone types or a dialog is open. */
export function useShortcuts({ goTo, showShortcuts }: Shortcuts): void {
  const chordBegan = useRef(0)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return
      const inChord = event.timeStamp - chordBegan.current < CHORD_MS
      chordBegan.current = 0
      const page = inChord ? PAGES.find(({ key }) => key === event.key.toLowerCase()) : undefined
      if (page) goTo(page.path)
      else if (event.key === 'g') chordBegan.current = event.timeStamp
      else if (event.key === '?') showShortcuts()
      else if (event.key === '/') {
        const search = document.querySelector<HTMLInputElement>('[data-page-search]')
        if (!search) return
        event.preventDefault()
        search.focus()
        search.select()
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [goTo, showShortcuts])
}

function isBusy(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.closest('input, textarea, select, [role=dialog], [role=menu]') !== null
}
