'use client'

import { type RefCallback, useCallback, useState } from 'react'

/** The width of an element in whole pixels, following it; 0 until it is known. */
export function useWidth(): [ref: RefCallback<HTMLElement>, widthPx: number] {
  const [widthPx, setWidthPx] = useState(0)
  const ref = useCallback<RefCallback<HTMLElement>>((element) => {
    if (!element) return
    const observer = new ResizeObserver(([entry]) => setWidthPx(Math.round(entry?.contentRect.width ?? 0)))
    observer.observe(element)
    setWidthPx(Math.round(element.getBoundingClientRect().width))
    return () => observer.disconnect()
  }, [])
  return [ref, widthPx]
}
