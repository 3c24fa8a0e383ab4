'use client'

import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { DrawnStay } from '@/components/timeline/stay'
import type { TimelineRow } from '@/components/timeline/timeline-rows'
import type { TimeViewControl } from '@/components/timeline/use-time-view'

const ZOOM_KEYS: Record<string, number> = { '+': 1.5, '=': 1.5, '-': 1 / 1.5, '−': 1 / 1.5 }
const PAN_SHARE = 0.25

type StayFocus = {
  root: RefObject<HTMLElement | null>
  rows: readonly TimelineRow[]
  view: TimeViewControl
  showRow: (index: number) => void
  goToNow: () => void
}

/** Moves between stays by the arrow keys (one of them is in the tab order); plus, minus, Shift with an arrow and N move time. */
export function useStayFocus({ root, rows, view, showRow, goToNow }: StayFocus) {
  const [activeId, setActiveId] = useState<string | null>(null)
  const wanted = useRef<string | null>(null)

  useEffect(() => {
    if (!wanted.current) return
    const bar = root.current?.querySelector<HTMLElement>(`[data-stay="${CSS.escape(wanted.current)}"]`)
    if (!bar) return
    bar.focus({ preventScroll: true })
    wanted.current = null
  })

  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target)) return
      const zoom = ZOOM_KEYS[event.key]
      const sideways = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
      if (zoom) view.zoom(zoom)
      else if (event.shiftKey && sideways) view.pan(sideways * PAN_SHARE * view.current().span)
      else if (event.key.toLowerCase() === 'n') goToNow()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [view, goToNow])

  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      const from = event.target instanceof HTMLElement ? event.target.dataset.stay : undefined
      const next = from && neighbour(rows, from, event.key)
      if (!next) return
      event.preventDefault()
      wanted.current = next.stay.id
      setActiveId(next.stay.id)
      showRow(next.row)
      bringIntoView(view, next.stay)
    },
    [rows, view, showRow],
  )
  return { activeId, onKeyDown }
}

function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [role=dialog], [role=menu]') !== null
}

function neighbour(rows: readonly TimelineRow[], id: string, key: string): { row: number; stay: DrawnStay } | null {
  const row = rows.findIndex(({ stays }) => stays.some((stay) => stay.id === id))
  const stays = rows[row]?.stays ?? []
  const index = stays.findIndex((stay) => stay.id === id)
  const here = stays[index]
  if (!here) return null
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const stay = stays[index + (key === 'ArrowLeft' ? -1 : 1)]
    return stay ? { row, stay } : null
  }
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null
  const step = key === 'ArrowUp' ? -1 : 1
  for (let other = row + step; rows[other]; other += step) {
    const stay = nearest(rows[other]?.stays ?? [], (here.from + here.to) / 2)
    if (stay) return { row: other, stay }
  }
  return null
}

function nearest(stays: readonly DrawnStay[], time: number): DrawnStay | undefined {
  const distance = (stay: DrawnStay) => Math.max(0, stay.from - time, time - stay.to)
  return stays.reduce<DrawnStay | undefined>(
    (best, stay) => (best && distance(best) <= distance(stay) ? best : stay),
    undefined,
  )
}

function bringIntoView(view: TimeViewControl, stay: DrawnStay): void {
  const { from, span } = view.current()
  if (stay.to > from + span * 0.05 && stay.from < from + span * 0.95) return
  view.show({ from: (stay.from + stay.to) / 2 - span / 2, span })
}
