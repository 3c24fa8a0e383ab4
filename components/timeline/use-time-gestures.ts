'use client'

import { useEffect, useRef } from 'react'
import type { TimeViewControl } from '@/components/timeline/use-time-view'

const CLICK_PX = 5
const WHEEL_ZOOM = 0.0016

/**
 * Drag to pan, wheel to zoom, two fingers for both. Over the rows a plain wheel scrolls them, as everywhere; with Ctrl,
 * or over the axis and the load (`[data-wheel-zoom]`), it zooms around the pointer. A wheel to the side pans.
 */
export function useTimeGestures(
  root: React.RefObject<HTMLElement | null>,
  view: TimeViewControl,
  trackLeftPx: number,
): void {
  const control = useRef(view)
  control.current = view
  useEffect(() => {
    const element = root.current
    if (!element) return
    const pointers = new Map<number, { x: number }>()
    let movedPx = 0

    const ratioAt = (x: number) => {
      const box = element.getBoundingClientRect()
      return Math.min(1, Math.max(0, (x - box.left - trackLeftPx) / (box.width - trackLeftPx)))
    }
    const onWheel = (event: WheelEvent) => {
      const isSideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)
      const zooms = event.ctrlKey || event.metaKey || isOverZoomArea(event.target)
      if (!isSideways && !zooms) return
      event.preventDefault()
      const unitPx = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 32 : 1
      if (isSideways) control.current.panPx((event.deltaX || event.deltaY) * unitPx)
      else control.current.stretch(Math.exp(-event.deltaY * unitPx * WHEEL_ZOOM), ratioAt(event.clientX))
    }
    const onDown = (event: PointerEvent) => {
      if (event.button !== 0 || !(event.target instanceof Element) || !event.target.closest('[data-time-pan]')) return
      if (pointers.size === 0) movedPx = 0
      pointers.set(event.pointerId, { x: event.clientX })
    }
    const onMove = (event: PointerEvent) => {
      const known = pointers.get(event.pointerId)
      if (!known) return
      const others = [...pointers].filter(([id]) => id !== event.pointerId).map(([, { x }]) => x)
      const [other] = others
      movedPx += Math.abs(event.clientX - known.x)
      if (movedPx > CLICK_PX) {
        if (!element.hasPointerCapture(event.pointerId)) element.setPointerCapture(event.pointerId)
        element.dataset.dragging = 'true'
      }
      if (other !== undefined) {
        const before = Math.max(24, Math.abs(known.x - other))
        control.current.stretch(
          Math.max(24, Math.abs(event.clientX - other)) / before,
          ratioAt((event.clientX + other) / 2),
        )
        control.current.panPx((known.x - event.clientX) / 2)
      } else if (movedPx > CLICK_PX) control.current.panPx(known.x - event.clientX)
      known.x = event.clientX
    }
    const onUp = (event: PointerEvent) => {
      pointers.delete(event.pointerId)
      if (pointers.size === 0) delete element.dataset.dragging
    }
    const onClick = (event: MouseEvent) => {
      if (movedPx <= CLICK_PX || event.detail === 0) return
      event.preventDefault()
      event.stopPropagation()
      movedPx = 0
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    element.addEventListener('pointerdown', onDown)
    element.addEventListener('pointermove', onMove)
    element.addEventListener('pointerup', onUp)
    element.addEventListener('pointercancel', onUp)
    element.addEventListener('click', onClick, { capture: true })
    return () => {
      element.removeEventListener('wheel', onWheel)
      element.removeEventListener('pointerdown', onDown)
      element.removeEventListener('pointermove', onMove)
      element.removeEventListener('pointerup', onUp)
      element.removeEventListener('pointercancel', onUp)
      element.removeEventListener('click', onClick, { capture: true })
    }
  }, [root, trackLeftPx])
}

function isOverZoomArea(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-wheel-zoom]') !== null
}
