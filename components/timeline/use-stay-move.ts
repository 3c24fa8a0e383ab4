'use client'

import {
  type KeyboardEvent,
  type RefObject,
  startTransition,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react'
import {
  type Grip,
  gripAt,
  gripsOf,
  LONG_STEP_MS,
  type MovableStay,
  type MovedStay,
  moveTo,
  pickUp,
  STEP_MS,
  stepBy,
} from '@/components/timeline/moved-stay'
import type { DrawnStay } from '@/components/timeline/stay'
import { placeOf, type TimeDomain } from '@/components/timeline/time-view'
import type { TimeViewControl } from '@/components/timeline/use-time-view'

const CLICK_PX = 5
const EDGE_PX = { mouse: 8, touch: 20 }
/** A finger that rests so long on a bar picks it up; one that moves before pans. */
const HOLD_MS = 400
/** A bar follows its pointer at once, and so often it is told where it is: that is work for the whole page. */
const TELL_EVERY_MS = 150

export type StayMoves = {
  moved: MovedStay | null
  onMove: (moved: MovedStay | null) => void
  onSave: () => void
  /** Whether stays may be moved at all. */
  mayMove: boolean
}
type Move = StayMoves & {
  root: RefObject<HTMLElement | null>
  view: TimeViewControl
  domain: TimeDomain
  trackLeftPx: number
  now: number
  stayOf: (id: string) => DrawnStay | undefined
}

/**
 * Moves a stay or one of its ends: a mouse drags it, a finger rests on it and then drags, the key M picks it up for the
 * arrow keys (M again: its arrival, its departure), Enter saves and Escape lets go. Where bars cannot be moved, dragging
 * pans as elsewhere.
 */
export function useStayMove(move: Move) {
  const latest = useRef(move)
  latest.current = move
  const dragged = useRef<Dragged | null>(null)
  useEffect(() => {
    const element = move.root.current
    return element ? followPointers(element, latest, dragged) : undefined
  }, [move.root])
  // What is drawn is of a moment ago: the bar stays with its pointer.
  useLayoutEffect(() => {
    if (dragged.current) place(dragged.current, move.domain)
  })
  const onKeyDown = useCallback((event: KeyboardEvent<HTMLElement>): boolean => {
    const { moved } = latest.current
    const id = event.target instanceof HTMLElement ? event.target.dataset.stay : undefined
    if (!id || event.ctrlKey || event.metaKey || event.altKey) return false
    const isDone =
      moved?.stay.id === id ? keyOfMoved(event, moved, latest.current) : keyOfBar(event.key, id, latest.current)
    if (isDone) {
      event.preventDefault()
      event.stopPropagation()
    }
    return isDone
  }, [])
  return { onKeyDown }
}

function keyOfBar(key: string, id: string, { mayMove, stayOf, now, onMove }: Move): boolean {
  const stay = key.toLowerCase() === 'm' && mayMove ? stayOf(id) : undefined
  const picked = stay && pickUp(stay, 'whole', now)
  if (picked) onMove(picked)
  return Boolean(picked)
}

function keyOfMoved(event: KeyboardEvent, moved: MovedStay, { now, onMove, onSave }: Move): boolean {
  const step = event.shiftKey ? LONG_STEP_MS : STEP_MS
  const keys: Record<string, () => void> = {
    ArrowLeft: () => onMove(stepBy(moved, -step, now)),
    ArrowRight: () => onMove(stepBy(moved, step, now)),
    ArrowUp: () => {},
    ArrowDown: () => {},
    Enter: onSave,
    Escape: () => onMove(null),
    m: () => onMove({ ...moved, grip: nextGrip(moved, now) }),
  }
  const run = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key]
  run?.()
  return run !== undefined
}

function nextGrip({ stay, grip }: MovedStay, now: number): Grip {
  const grips = gripsOf(stay, now)
  return grips[(grips.indexOf(grip) + 1) % grips.length] ?? grip
}

type Picked = { bar: HTMLElement; picked: MovedStay; original: MovableStay }
type Held = Picked & { pointerId: number; x: number; msPerPx: number; isMoving: boolean }

/** A bar under a pointer, and the times that it would have there. */
type Dragged = { bar: HTMLElement; at: MovedStay }

function place({ bar, at }: Dragged, domain: TimeDomain): void {
  Object.assign(bar.style, placeOf(at, domain))
}

/** Listens before the gestures that pan do, and keeps from them what moves a stay. */
function followPointers(element: HTMLElement, latest: RefObject<Move>, dragged: RefObject<Dragged | null>): () => void {
  let held: Held | null = null
  let wasMoved = false
  let startTouch = 0
  let hold: ReturnType<typeof setTimeout> | undefined
  let untold: MovedStay | null = null
  let telling: ReturnType<typeof setTimeout> | undefined
  const tell = () => {
    clearTimeout(telling)
    telling = undefined
    const next = untold
    if (!next) return
    // Not in one go: frames that follow the pointer come in between.
    startTransition(() => latest.current.onMove(next))
    untold = null
    telling = setTimeout(tell, TELL_EVERY_MS)
  }
  const stop = () => {
    clearTimeout(hold)
    tell()
    held = null
    dragged.current = null
    delete element.dataset.moving
  }
  const onDown = (event: PointerEvent) => {
    stop()
    wasMoved = false
    const found = event.button === 0 && event.isPrimary ? pickedAt(event, latest.current) : null
    if (!found) return
    const { view, trackLeftPx } = latest.current
    const msPerPx = view.current().span / Math.max(1, element.clientWidth - trackLeftPx)
    const next = { pointerId: event.pointerId, x: event.clientX, ...found, msPerPx, isMoving: false }
    if (event.pointerType === 'mouse') {
      held = next
      event.stopPropagation()
      return
    }
    startTouch = event.clientX
    hold = setTimeout(() => {
      held = { ...next, isMoving: true }
      element.dataset.moving = 'true'
      latest.current.onMove({ ...found.picked, stay: found.original })
    }, HOLD_MS)
  }
  const onMove = (event: PointerEvent) => {
    if (!held) {
      if (Math.abs(event.clientX - startTouch) > CLICK_PX) clearTimeout(hold)
      return
    }
    if (event.pointerId !== held.pointerId) return
    // Let go outside, where no release is heard of before the pointer is captured.
    if (event.buttons === 0) return stop()
    event.stopPropagation()
    const byPx = event.clientX - held.x
    if (!held.isMoving && Math.abs(byPx) <= CLICK_PX) return
    if (!held.isMoving) {
      element.setPointerCapture(held.pointerId)
      element.dataset.moving = 'true'
    }
    held.isMoving = true
    wasMoved = true
    const { now, moved, domain } = latest.current
    const next = { ...moveTo(held.picked, byPx * held.msPerPx, now), stay: held.original }
    const known = dragged.current?.at ?? moved
    if (known?.from === next.from && known.to === next.to) return
    dragged.current = { bar: held.bar, at: next }
    place(dragged.current, domain)
    untold = next
    if (telling === undefined) tell()
  }
  const onUp = () => {
    wasMoved ||= held?.isMoving ?? false
    stop()
  }
  const onClick = (event: MouseEvent) => {
    if (!wasMoved || event.detail === 0) return
    event.preventDefault()
    event.stopPropagation()
    wasMoved = false
  }
  // While a finger moves a bar the page does not scroll, and no menu opens for its long press.
  const onTouch = (event: TouchEvent) => {
    if (held?.isMoving && event.cancelable) event.preventDefault()
  }
  const onMenu = (event: Event) => {
    if (held?.isMoving) event.preventDefault()
  }
  const capture = { capture: true }
  element.addEventListener('pointerdown', onDown, capture)
  element.addEventListener('pointermove', onMove, capture)
  element.addEventListener('pointerup', onUp, capture)
  element.addEventListener('pointercancel', onUp, capture)
  element.addEventListener('click', onClick, capture)
  element.addEventListener('touchmove', onTouch, { passive: false })
  element.addEventListener('contextmenu', onMenu)
  return () => {
    stop()
    element.removeEventListener('pointerdown', onDown, capture)
    element.removeEventListener('pointermove', onMove, capture)
    element.removeEventListener('pointerup', onUp, capture)
    element.removeEventListener('pointercancel', onUp, capture)
    element.removeEventListener('click', onClick, capture)
    element.removeEventListener('touchmove', onTouch)
    element.removeEventListener('contextmenu', onMenu)
  }
}

/** The stay under a pointer, by the grip that is there; one that is being moved goes on from where it is. */
function pickedAt(event: PointerEvent, { mayMove, moved, stayOf, now }: Move): Picked | null {
  const bar = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-stay]') : null
  const stay = bar?.dataset.stay && mayMove ? stayOf(bar.dataset.stay) : undefined
  if (!bar || !stay) return null
  const box = bar.getBoundingClientRect()
  const edge = event.pointerType === 'mouse' ? EDGE_PX.mouse : EDGE_PX.touch
  const grip = gripAt(event.clientX - box.left, box.width, edge)
  const isKnown = moved?.stay.id === stay.id
  const picked = pickUp(isKnown ? { ...stay, from: moved.from, to: moved.to } : stay, grip, now)
  return picked && { bar, picked, original: isKnown ? moved.stay : stay }
}
