'use client'

import { useEffect } from 'react'

/** The forms of this page that hold something unsaved, each with the question that is asked before it is lost. */
const unsaved = new Map<symbol, string>()

/**
 * Keeps people from losing what they typed: while `edited`, closing the page, following a link and `mayLeave` ask.
 * One list for all forms, because a page knows nothing of the forms that it holds.
 */
export function useUnsaved(edited: boolean, question: string): void {
  useEffect(() => {
    if (!edited) return
    const form = Symbol('form')
    unsaved.set(form, question)
    window.addEventListener('beforeunload', keep)
    document.addEventListener('click', askLink, true)
    return () => {
      unsaved.delete(form)
      if (unsaved.size > 0) return
      window.removeEventListener('beforeunload', keep)
      document.removeEventListener('click', askLink, true)
    }
  }, [edited, question])
}

/** Whether people may be taken elsewhere: asks them where something unsaved would be lost. */
export function mayLeave(): boolean {
  const [question] = unsaved.values()
  return question === undefined || window.confirm(question)
}

function keep(event: BeforeUnloadEvent): void {
  event.preventDefault()
}

function askLink(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null
  const opensElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || link?.getAttribute('target') === '_blank'
  if (!link || opensElsewhere || link.hasAttribute('download') || mayLeave()) return
  event.preventDefault()
  event.stopPropagation()
}
