'use client'

import { useEffect } from 'react'

/** The forms of this page that hold something unsaved, each with the question that is asked before it is lost. */
const unsaved = new Map<symbol, string>()
/** Where in the history the forms are; null where the browser does not tell. */
let place: number | null = null
/** A step back to the forms is under way: nobody else is to hear of it. */
let isReturning = false

/**
 * Keeps people from losing what they typed: while `edited`, closing the page, following a link, Back and Forward, and
 * `mayLeave` ask. One list for all forms, because a page knows nothing of the forms that it holds.
 */
export function useUnsaved(edited: boolean, question: string): void {
  useEffect(() => {
    if (!edited) return
    const form = Symbol('form')
    if (unsaved.size === 0) listen()
    unsaved.set(form, question)
    return () => {
      unsaved.delete(form)
      if (unsaved.size === 0) stopListening()
    }
  }, [edited, question])
}

/** Whether people may be taken elsewhere: asks them where something unsaved would be lost, once. */
export function mayLeave(): boolean {
  const [question] = unsaved.values()
  if (question === undefined) return true
  if (!window.confirm(question)) return false
  unsaved.clear()
  stopListening()
  return true
}

function listen(): void {
  place = placeNow()
  window.addEventListener('beforeunload', keep)
  document.addEventListener('click', askLink, true)
}

function stopListening(): void {
  window.removeEventListener('beforeunload', keep)
  document.removeEventListener('click', askLink, true)
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

/**
 * Listens to Back and Forward from when a page is loaded: browsers tell listeners of the window in the order in which they
 * came, and the router, which comes with the page, would have left it before anybody is asked.
 */
export function watchHistory(): void {
  if (typeof window !== 'undefined') window.addEventListener('popstate', askStep)
}

/** Back and Forward cannot be refused, but the step can be taken back before the page knows of it. */
function askStep(event: PopStateEvent): void {
  if (!isReturning && mayLeave()) return
  event.stopImmediatePropagation()
  isReturning = !isReturning
  if (isReturning) window.history.go(stepBack())
}

/** The way back to the forms: without a browser's word it is taken that people went back one step. */
function stepBack(): number {
  const now = placeNow()
  return place === null || now === null || place === now ? 1 : place - now
}

function placeNow(): number | null {
  const { navigation } = window as { navigation?: { currentEntry: { index: number } | null } }
  return navigation?.currentEntry?.index ?? null
}
