'use client'

import { useLayoutEffect, useRef, useState } from 'react'

/**
 * How many rows of `rowEm` the element has room for, in its own type size; it follows the screen.
 * @returns `rows` null until the element has been measured: the server, and a page's first picture, do not know it
 */
export function useFittingRows<T extends HTMLElement>(rowEm: number) {
  const ref = useRef<T>(null)
  const [rows, setRows] = useState<number | null>(null)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const observer = new ResizeObserver(() => {
      const em = Number.parseFloat(getComputedStyle(element).fontSize)
      setRows(Math.max(1, Math.floor(element.clientHeight / (rowEm * em))))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [rowEm])
  return { ref, rows }
}
