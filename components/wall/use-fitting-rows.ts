'use client'

import { useLayoutEffect, useRef, useState } from 'react'

/** How many rows of `rowEm` the element has room for, in its own type size; it follows the screen. */
export function useFittingRows<T extends HTMLElement>(rowEm: number) {
  const ref = useRef<T>(null)
  const [rows, setRows] = useState(1)
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
