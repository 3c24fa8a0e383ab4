'use client'

import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useNow } from '@/app/(depot)/_data/use-now'

/** The time (epoch ms), and on paper that of its printing, however long the page was not looked at. */
export function usePrintedAt(): number {
  const now = useNow()
  const [printedAt, setPrintedAt] = useState(0)
  useEffect(() => {
    const print = () => flushSync(() => setPrintedAt(Date.now()))
    window.addEventListener('beforeprint', print)
    return () => window.removeEventListener('beforeprint', print)
  }, [])
  return Math.max(now, printedAt)
}
